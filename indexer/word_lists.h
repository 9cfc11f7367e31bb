// Plain word lists of the lexicon: "[section]" headings, one item a line or several, comments after '#'.
// For lists that a stemmer reads at start-up, where parsing TOML would cost more than the stemming.
#pragma once

#include <string_view>
#include <vector>

namespace clausula {

// A line of a word list under its heading, split at blanks; never empty.
struct WordLine {
  int number = 0;  // of the line in its file, from 1
  std::string_view section;
  std::vector<std::string_view> words;
};

// The lines of `text`, which has to outlive them.
std::vector<WordLine> word_lines(std::string_view text);

}  // namespace clausula
