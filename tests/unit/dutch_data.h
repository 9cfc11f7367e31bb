// Reads the tables of words and sentences under tests/data that the tests of Dutch share.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace clausula::test {

struct DutchRow {
  int line = 0;
  std::vector<std::string> key;  // the words before the tab
  std::string text;              // what stands behind it
};

inline std::vector<std::string> split_blanks(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The lines of tests/data/NAME without comments.
inline std::vector<DutchRow> dutch_rows(const std::string& name) {
  std::ifstream in(std::string(CLAUSULA_SOURCE_DIR) + "/tests/data/" + name);
  if (!in) throw std::runtime_error("cannot read tests/data/" + name);
  std::vector<DutchRow> rows;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    rows.push_back({number, split_blanks(line.substr(0, tab)), tab == std::string::npos ? "" : line.substr(tab + 1)});
  }
  return rows;
}

}  // namespace clausula::test
