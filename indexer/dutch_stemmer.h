// Dutch: joins the inflected forms of a word and keeps derived words apart (docs/analysis-dutch.md has the rules).
#pragma once

#include <string>
#include <string_view>

#include "indexer/stemmer.h"

namespace clausula {

class DutchExceptions;

// Stems are keys, not words: "bewaren", "bewaart", "bewaard" and "bewaring" are "bewar".
// Exceptions come from dutch-exceptions.txt and dutch-strong-verbs.txt of the lexicon, which is borrowed.
class DutchStemmer final : public Stemmer {
 public:
  explicit DutchStemmer(const Lexicon& lexicon = Lexicon::builtin());

  void stem(std::string_view word, std::string& stem) const override;
  // Knows that -ieen, -eeen had a diaeresis: "categorieen" is "categorie", "ideeen" "idee".
  void stem_folded(std::string_view word, std::string& stem) const override;
  std::string_view id() const override { return stemmer_id(Language::dutch); }

 private:
  const DutchExceptions& exceptions_;
};

}  // namespace clausula
