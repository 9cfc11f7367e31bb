// Search results as text for a terminal and as JSON (docs/formats.md, "Search result").
#pragma once

#include <iosfwd>

#include "query/search_result.h"
#include "query/text_layout.h"

namespace clausula {

void render_text(const SearchResult& result, const TextOptions& options, std::ostream& out);
void render_json(const SearchResult& result, std::ostream& out);

}  // namespace clausula
