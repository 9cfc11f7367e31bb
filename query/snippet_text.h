// Snippets as people see them: marked for HTML, and as runs of bold and plain text for a terminal.
#pragma once

#include <string>
#include <vector>

#include "query/snippet.h"
#include "query/text_layout.h"

namespace clausula {

// On one line, escaped for HTML, matching words in <b>…</b>; "…" where the sentence is cut.
std::string marked_html(const Snippet& snippet);

// The same for `wrapped`, matching words in bold, after what introduces it (`before`, may be empty).
std::vector<Run> runs_of(const Snippet& snippet, std::string_view before);

}  // namespace clausula
