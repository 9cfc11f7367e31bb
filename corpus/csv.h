// Reads comma-separated values (RFC 4180) by libcsv. Internal to corpus/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

struct CsvRow {
  std::size_t line = 0;  // where the row begins, 1-based
  std::vector<std::string> cells;
};

struct CsvFile {
  std::vector<CsvRow> rows;     // blank lines are none
  bool unclosed_quote = false;  // the last row lacks the end of a quoted cell
};

CsvFile parse_csv(std::string_view text, char delimiter = ',');

}  // namespace clausula
