#include "query/snippet_text.h"

#include "query/html_text.h"

namespace clausula {
namespace {

// Visits the snippet's stretches in order: text, and whether it is marked.
template <class Visit>
void each_stretch(const Snippet& snippet, Visit&& visit) {
  const std::string_view text = snippet.text;
  if (snippet.cut_before) visit("… ", false);
  std::size_t at = 0;
  for (const ByteRange& mark : snippet.marks) {
    if (mark.begin > at) visit(text.substr(at, mark.begin - at), false);
    visit(text.substr(mark.begin, mark.end - mark.begin), true);
    at = mark.end;
  }
  if (at < text.size()) visit(text.substr(at), false);
  if (snippet.cut_after) visit(" …", false);
}

}  // namespace

std::string marked_html(const Snippet& snippet) {
  std::string html;
  each_stretch(snippet, [&](std::string_view text, bool mark) {
    html.append(mark ? "<b>" : "").append(escaped(text)).append(mark ? "</b>" : "");
  });
  return html;
}

std::vector<Run> runs_of(const Snippet& snippet, std::string_view before) {
  std::vector<Run> runs;
  if (!before.empty()) runs.push_back({std::string(before), Style::dim});
  each_stretch(snippet, [&](std::string_view text, bool mark) {
    runs.push_back({std::string(text), mark ? Style::bold : Style::plain});
  });
  return runs;
}

}  // namespace clausula
