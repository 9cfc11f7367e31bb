// Comma-separated values as RFC 4180 has them.
#pragma once

#include <span>
#include <string>

namespace clausula {

// One record, ended by CR LF. Cells with a comma, a quotation mark or a blank at an end are quoted. Control characters
// and bidirectional overrides are removed first (`printable`), so that a record is one line.
std::string csv_record(std::span<const std::string> cells);

}  // namespace clausula
