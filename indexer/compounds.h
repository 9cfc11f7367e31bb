// Splits Dutch compounds, so that "bewaartermijn" is found by "termijn" as well.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/stemmer.h"

namespace clausula {

class CompoundParts;

// Knows parts from dutch-compounds.txt only.
class CompoundSplitter {
 public:
  // Borrows the Dutch stemmer, which gives the stems of the parts, and the lexicon. Throws InputError where a line of
  // the file cannot be.
  explicit CompoundSplitter(const Stemmer& stemmer, const Lexicon& lexicon = Lexicon::builtin());

  // Replaces `parts` by those of `word` (normalized), first to last, down to the smallest: betaal, dienst, aanbieder.
  // Letters that only link (verwerker-s-overeenkomst) and hyphens belong to no part. Empty for a word that is no
  // compound of known parts.
  void split(std::string_view word, std::vector<CompoundPart>& parts) const;

 private:
  const Stemmer* stemmer_;
  const CompoundParts* known_;
};

}  // namespace clausula
