// Stemmers: one interface, an implementation a language. Only this unit's sources know libstemmer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/language.h"

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

  // Name and version of the algorithm, e.g. "latvian-1". An index is refused where it differs.
  virtual std::string_view id() const = 0;
};

// The stemmer of a language; words of `other` are left as they are.
std::unique_ptr<Stemmer> make_stemmer(Language language);

}  // namespace clausula
