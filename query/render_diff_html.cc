#include <ostream>

#include "query/diff_summary.h"
#include "query/fact_text.h"
#include "query/html_text.h"
#include "query/render_diff.h"
#include "query/render_show.h"

namespace clausula {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --line: #d0d7de; --quiet: #57606a; --old: #ffebe9; --new: #dafbe1; --mark: #fff8c5; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --quiet: #9198a1; --old: #5a1e22; --new: #12401f; --mark: #4a3b00; }
}
body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th.kind { width: 9rem; } .quiet { color: var(--quiet); font-size: .85rem; }
td.text { white-space: pre-line; }
del, .only_a td.a { background: var(--old); } ins, .only_b td.b { background: var(--new); }
.differ td { background: var(--mark); } del, ins { text-decoration-thickness: 1px; }
)";

std::string lines_of(const LineRange& lines) {
  std::string text = lines.first == lines.last ? "line " : "lines ";
  text += std::to_string(lines.first);
  return lines.first == lines.last ? text : text + "–" + std::to_string(lines.last);
}

std::string cell(const Fact* fact, std::string_view side) {
  const std::string open = "<td class=\"" + std::string(side) + "\">";
  if (fact == nullptr) return open + "<span class=\"quiet\">–</span></td>";
  return open + escaped(fact_text(*fact)) + " <span class=\"quiet\">" + lines_of(fact->evidence.lines) + "</span></td>";
}

std::string_view class_of(FactLine::Kind kind) {
  switch (kind) {
    case FactLine::Kind::differ:
      return "differ";
    case FactLine::Kind::only_a:
      return "only_a";
    case FactLine::Kind::only_b:
      return "only_b";
    case FactLine::Kind::both:
      return "both";
  }
  return "both";
}

std::string head_of(const PolicyDiff& diff, std::string_view first) {
  return "<tr><th class=\"kind\">" + std::string(first) + "</th><th>" + escaped(title_of(diff.a)) + "</th><th>" +
         escaped(title_of(diff.b)) + "</th></tr>\n";
}

void render_facts(const PolicyDiff& diff, std::ostream& out) {
  const std::vector<FactLine> lines = fact_lines(diff.facts);
  if (lines.empty()) return;
  out << "<h2>Facts</h2>\n<table>\n" << head_of(diff, "Fact");
  for (const FactLine& line : lines) {
    const Fact& any = line.a != nullptr ? *line.a : *line.b;
    out << "<tr class=\"" << class_of(line.kind) << "\"><th class=\"kind\">" << name_of(any.kind) << "</th>"
        << cell(line.a, "a") << cell(line.b, "b") << "</tr>\n";
  }
  out << "</table>\n";
}

// The clause's text on one side; of an edited clause what was removed, or inserted, is marked.
std::string text_cell(const StoredClause* clause, const ClauseChange& change, EditOp shown, std::string_view side) {
  const std::string open = "<td class=\"text " + std::string(side) + "\"";
  if (clause == nullptr) return open + "></td>";
  std::string html = open + " lang=\"" + std::string(code_of(clause->language)) + "\"><span class=\"quiet\">" +
                     lines_of(clause->lines) + "</span>\n";
  if (change.change != Change::edited) return html + escaped(clause->text) + "</td>";
  const std::string tag = shown == EditOp::remove ? "del" : "ins";
  for (const Edit& edit : change.edits) {
    if (edit.op == EditOp::keep) html += escaped(edit.text);
    if (edit.op == shown) html.append("<" + tag + ">").append(escaped(edit.text)).append("</" + tag + ">");
  }
  return html + "</td>";
}

void render(const PolicyDiff& diff, const ClauseChange& change, std::ostream& out) {
  const StoredClause* a = change.a ? &diff.clauses_a[*change.a] : nullptr;
  const StoredClause* b = change.b ? &diff.clauses_b[*change.b] : nullptr;
  out << "<tr class=\"" << name_of(change.change) << "\"><th class=\"kind\">" << name_of(change.change)
      << (change.moved ? ", moved" : "") << "<br><span class=\"quiet\">" << topics_text(diff, change) << "</span></th>"
      << text_cell(a, change, EditOp::remove, "a") << text_cell(b, change, EditOp::insert, "b") << "</tr>\n";
}

}  // namespace

void render_html(const PolicyDiff& diff, std::ostream& out) {
  const std::string title = escaped(versioned_id(diff.a.source)) + " → " + escaped(versioned_id(diff.b.source));
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<title>" << title << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n"
      << "<h1>" << title << "</h1>\n";
  render_facts(diff, out);
  out << "<h2>Wording</h2>\n<p>" << count_text(count(diff.clauses)) << "</p>\n<table>\n" << head_of(diff, "Change");
  for (const ClauseChange& change : diff.clauses) {
    if (change.change != Change::same) render(diff, change, out);
  }
  out << "</table>\n</body>\n</html>\n";
}

}  // namespace clausula
