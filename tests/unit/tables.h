// Test tables of tests/data: rows of cells with tabs between, lines that begin with # are remarks.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace clausula {

inline std::vector<std::vector<std::string>> read_table(const std::string& name) {
  std::ifstream in(std::string(CLAUSULA_SOURCE_DIR) + "/tests/data/" + name);
  if (!in) throw std::runtime_error("cannot read tests/data/" + name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with("# ")) continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace clausula
