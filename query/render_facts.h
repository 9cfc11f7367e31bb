// Rows of facts as text, JSON and CSV. Each renderer is told to begin, is given the rows and is told to end, so that
// the rows need not be held.
#pragma once

#include <iosfwd>
#include <memory>
#include <string_view>

#include "query/fact_table.h"
#include "query/text_layout.h"

namespace clausula {

class FactRenderer {
 public:
  virtual ~FactRenderer() = default;
  virtual void row(const FactRow& row) = 0;
  virtual void end() = 0;  // once, after the last row
};

// `format` is "text", "json" or "csv". Borrows `out`.
std::unique_ptr<FactRenderer> fact_renderer(std::string_view format, const TextOptions& options, std::ostream& out);

}  // namespace clausula
