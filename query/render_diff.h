// A diff as text, JSON and HTML: the same values in each.
#pragma once

#include <iosfwd>

#include "query/diff.h"
#include "query/text_layout.h"

namespace clausula {

// Facts first, then the wording: what changed word by word, each clause once. Without colours removed words are
// [-so-] and inserted ones {+so+}.
void render_text(const PolicyDiff& diff, const TextOptions& options, std::ostream& out);

// The record of docs/formats.md.
void render_json(const PolicyDiff& diff, std::ostream& out);

// One page that needs nothing else, for light and dark screens, the two policies side by side.
void render_html(const PolicyDiff& diff, std::ostream& out);

}  // namespace clausula
