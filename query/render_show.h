// A shown policy as text and as JSON.
#pragma once

#include <iosfwd>

#include "query/show.h"
#include "query/text_layout.h"

namespace clausula {

// Clauses quoted with their line numbers under their headings, then their topics and facts.
void render_text(const PolicyView& view, const TextOptions& options, std::ostream& out);

// A policy record of what is shown.
void render_json(const PolicyView& view, std::ostream& out);

// "fietsenzolder · Fietsenzolder · nl · 2024-04-15": what tells a policy from others, in one line.
std::string title_of(const StoredPolicy& policy);

}  // namespace clausula
