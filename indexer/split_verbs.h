// Finds Dutch particle verbs whose parts stand apart: "wij geven uw gegevens … door" says doorgeven.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/stemmer.h"

namespace clausula {

// A particle verb in two parts; `verb` and `particle` are indices into the tokens.
struct SplitVerb {
  std::size_t verb = 0;
  std::size_t particle = 0;
  std::string stem;  // that of the whole verb, as the stemmer gives it for "doorgeven"
};

struct SplitVerbTables;

// Verbs and particles come from dutch-split-verbs.txt.
class SplitVerbFinder {
 public:
  // Borrows the Dutch stemmer and the lexicon. Throws InputError where a line of the file cannot be.
  explicit SplitVerbFinder(const Stemmer& stemmer, const Lexicon& lexicon = Lexicon::builtin());

  // Replaces `found` by the split verbs of a sentence, by particle. `text` is what the tokens were made from:
  // punctuation between them ends a clause.
  void find(std::string_view text, std::span<const Token> tokens, std::vector<SplitVerb>& found) const;

 private:
  const Stemmer* stemmer_;
  const SplitVerbTables* tables_;
};

}  // namespace clausula
