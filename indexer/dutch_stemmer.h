// Dutch: joins the inflected forms of a word and keeps derived words apart (docs/analysis-dutch.md has the rules).
#pragma once

#include <string>
#include <string_view>

#include "indexer/stemmer.h"

namespace clausula {

// Stems are keys, not words: "bewaren", "bewaart", "bewaard" and "bewaring" are "bewar".
// Exceptions come from dutch-exceptions.txt and dutch-strong-verbs.txt, read once a process at the first use.
class DutchStemmer final : public Stemmer {
 public:
  void stem(std::string_view word, std::string& stem) const override;
  std::string_view id() const override { return "dutch-1"; }
};

}  // namespace clausula
