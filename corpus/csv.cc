#include "corpus/csv.h"

#include <csv.h>

#include <stdexcept>

namespace clausula {
namespace {

// States of libcsv's parser, which its header does not name.
constexpr int row_not_begun = 0;
constexpr int field_begun = 2;

struct Collector {
  CsvFile file;
  std::vector<std::string> cells;
  std::size_t line = 1;   // being read
  std::size_t begun = 0;  // line of the row at hand; 0 between rows
};

void take_cell(void* bytes, std::size_t size, void* data) {
  auto& collector = *static_cast<Collector*>(data);
  collector.cells.emplace_back(static_cast<const char*>(bytes), size);
}

void take_row(int, void* data) {
  auto& collector = *static_cast<Collector*>(data);
  collector.file.rows.push_back({collector.begun, std::move(collector.cells)});
  collector.cells.clear();
  collector.begun = 0;
}

}  // namespace

CsvFile parse_csv(std::string_view text, char delimiter) {
  csv_parser parser;
  if (csv_init(&parser, 0) != 0) throw std::runtime_error("libcsv could not be started");
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  Collector collector;
  // Fed line by line, since libcsv does not say where it is.
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
    if (collector.begun == 0) collector.begun = collector.line;
    csv_parse(&parser, line.data(), line.size(), take_cell, take_row, &collector);
    if (collector.begun != 0 && collector.cells.empty() && parser.pstate == row_not_begun) collector.begun = 0;
    ++collector.line;
    text.remove_prefix(line.size());
  }
  collector.file.unclosed_quote = parser.quoted != 0 && parser.pstate == field_begun;
  csv_fini(&parser, take_cell, take_row, &collector);
  csv_free(&parser);
  return std::move(collector.file);
}

}  // namespace clausula
