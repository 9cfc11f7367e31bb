#include "query/csv.h"

#include "corpus/unicode.h"

namespace clausula {
namespace {

bool needs_quotes(const std::string& cell) {
  return cell.find_first_of(",\"\r\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

void append_cell(const std::string& cell, std::string& record) {
  if (!needs_quotes(cell)) {
    record += cell;
    return;
  }
  record += '"';
  for (const char letter : cell) {
    if (letter == '"') record += '"';
    record += letter;
  }
  record += '"';
}

}  // namespace

std::string csv_record(std::span<const std::string> cells) {
  std::string record;
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) record += ',';
    first = false;
    append_cell(printable(cell), record);
  }
  return record + "\r\n";
}

}  // namespace clausula
