// Splits Dutch compounds, so that "bewaartermijn" is found by "termijn" as well.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/stemmer.h"

namespace clausula {

// Knows parts from dutch-compounds.txt only, which is read once a process at the first use.
class CompoundSplitter {
 public:
  // Borrows the Dutch stemmer, which gives the stems of the parts.
  explicit CompoundSplitter(const Stemmer& stemmer) : stemmer_(&stemmer) {}

  // Replaces `parts` by those of `word` (normalized), first to last, down to the smallest: betaal, dienst, aanbieder.
  // Letters that only link (verwerker-s-overeenkomst) and hyphens belong to no part. Empty for a word that is no
  // compound of known parts.
  void split(std::string_view word, std::vector<CompoundPart>& parts) const;

 private:
  const Stemmer* stemmer_;
};

}  // namespace clausula
