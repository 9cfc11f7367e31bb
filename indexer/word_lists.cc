#include "indexer/word_lists.h"

#include <cstddef>
#include <stdexcept>
#include <string>

#include "indexer/embedded.h"

namespace clausula {

extern const EmbeddedFile embedded_lexicon[];
extern const std::size_t embedded_lexicon_count;

std::string_view embedded_text(std::string_view name) {
  for (std::size_t i = 0; i < embedded_lexicon_count; ++i) {
    const EmbeddedFile& file = embedded_lexicon[i];
    if (name == file.name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  throw std::logic_error("no word list of this name is compiled in: " + std::string(name));
}

std::vector<WordLine> word_lines(std::string_view text) {
  std::vector<WordLine> lines;
  std::string_view section;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = line.substr(0, line.find('#'));
    WordLine found;
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
