#include "indexer/word_lists.h"

#include <cstddef>

namespace clausula {

std::vector<WordLine> word_lines(std::string_view text) {
  std::vector<WordLine> lines;
  std::string_view section;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    ++number;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = line.substr(0, line.find('#'));
    WordLine found;
    found.number = number;
    for (std::size_t at = line.find_first_not_of(" \t\r"); at != std::string_view::npos;) {
      const std::size_t stop = line.find_first_of(" \t\r", at);
      found.words.push_back(line.substr(at, stop - at));
      at = stop == std::string_view::npos ? stop : line.find_first_not_of(" \t\r", stop);
    }
    if (found.words.empty()) continue;
    const std::string_view first = found.words.front();
    if (found.words.size() == 1 && first.size() > 2 && first.front() == '[' && first.back() == ']') {
      section = first.substr(1, first.size() - 2);
    } else {
      found.section = section;
      lines.push_back(std::move(found));
    }
  }
  return lines;
}

}  // namespace clausula
