// Stemmers: one interface, an implementation a language. Only this unit's sources know libstemmer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/language.h"
#include "indexer/lexicon.h"

namespace clausula {

// Reduces a word to the stem that its other forms share. Words come in normalized (corpus/unicode.h) and so do stems.
// Implementations keep no state between words, but one object serves one thread at a time.
class Stemmer {
 public:
  virtual ~Stemmer() = default;

  // Appends the stem of `word` to `stem` (which is cleared first); never empty for a word that is not.
  virtual void stem(std::string_view word, std::string& stem) const = 0;

  // As `stem`, and tells whether the word carries its own negation, which is then not in the stem (Latvian nenododam).
  virtual bool analyze(std::string_view word, std::string& stem) const {
    this->stem(word, stem);
    return false;
  }

  // The stem of a word whose diacritics were lost, or folded away on purpose: forms of a word get one stem, which is
  // not the one that `stem` gives where the language needs its diacritics (Latvian).
  virtual void stem_folded(std::string_view word, std::string& stem) const { this->stem(word, stem); }

  // Name and version of the algorithm, e.g. "latvian-1". An index is refused where it differs.
  virtual std::string_view id() const = 0;
};

// Name and version of the algorithm for a language, as the stemmer itself says.
std::string_view stemmer_id(Language language);

// The stemmer of a language; words of `other` are left as they are. Borrows the lexicon, which has its tables.
std::unique_ptr<Stemmer> make_stemmer(Language language, const Lexicon& lexicon = Lexicon::builtin());

}  // namespace clausula
