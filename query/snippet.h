// The sentence of a clause that answers, with the words that match.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/analyzer.h"

namespace clausula {

// A range of bytes, half-open.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A piece of a clause's text. White space inside is a single blank, so that `text` is fit for one line.
struct Snippet {
  std::string text;
  std::vector<ByteRange> marks;  // of `text`, ascending, apart; never inside a character
  bool cut_before = false;       // the sentence begins earlier
  bool cut_after = false;        // … ends later
};

// The words that a question looks for, by their terms.
struct MarkedWords {
  std::unordered_set<std::string> exact;
  std::unordered_set<std::string> stems;
  std::unordered_set<std::string> folded;
  std::unordered_set<std::string> units;  // values of articles and durations, which are of several words each

  bool empty() const { return exact.empty() && stems.empty() && folded.empty(); }
};

// Picks the sentence with the most different matching words, or the one in which the first of `evidence` begins (bytes
// of `text`), and at most `longest` columns of it. `tokens` are those of `text`. Words are never cut.
Snippet make_snippet(std::string_view text, std::span<const Token> tokens, const MarkedWords& words,
                     std::span<const ByteRange> evidence, std::size_t longest);

}  // namespace clausula
