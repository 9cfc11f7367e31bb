// Plain word lists that are compiled in: "[section]" headings, one item a line or several, comments after '#'.
// For lists that a stemmer reads at start-up, where parsing TOML would cost more than the stemming.
#pragma once

#include <string_view>
#include <vector>

namespace clausula {

// The text of a file under lexicon/ that is compiled in. Throws std::logic_error for a name that is not.
std::string_view embedded_text(std::string_view name);

// A line of a word list under its heading, split at blanks; never empty.
struct WordLine {
  std::string_view section;
  std::vector<std::string_view> words;
};

// The lines of `text`, which has to outlive them.
std::vector<WordLine> word_lines(std::string_view text);

}  // namespace clausula
