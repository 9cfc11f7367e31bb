#include <cmath>
#include <ostream>

#include "query/diff_summary.h"
#include "query/fact_text.h"
#include "query/render_diff.h"
#include "query/render_show.h"

namespace clausula {
namespace {

constexpr std::string_view indent = "    ";

std::string lines_text(const LineRange& lines) {
  std::string text = std::to_string(lines.first);
  if (lines.last != lines.first) text.append("-").append(std::to_string(lines.last));
  return text;
}

std::string place_text(const Fact* a, const Fact* b) {
  if (a == nullptr) return "line " + lines_text(b->evidence.lines);
  if (b == nullptr) return "line " + lines_text(a->evidence.lines);
  if (a->evidence.lines == b->evidence.lines) return "line " + lines_text(a->evidence.lines);
  return "lines " + lines_text(a->evidence.lines) + " and " + lines_text(b->evidence.lines);
}

struct Mark {
  std::string_view sign;
  Style style;
};

Mark mark_of(FactLine::Kind kind) {
  switch (kind) {
    case FactLine::Kind::only_a:
      return {"- ", Style::red};
    case FactLine::Kind::only_b:
      return {"+ ", Style::green};
    case FactLine::Kind::differ:
      return {"~ ", Style::bold};
    case FactLine::Kind::both:
      return {"= ", Style::dim};
  }
  return {"  ", Style::plain};
}

void render(const FactLine& line, const TextOptions& options, std::ostream& out) {
  const Fact& any = line.a != nullptr ? *line.a : *line.b;
  const bool differ = line.kind == FactLine::Kind::differ;
  const std::string text = differ ? change_text(*line.a, *line.b) : fact_text(any);
  const Mark mark = mark_of(line.kind);
  const std::string first = "  " + painted(mark.sign, mark.style, options);
  out << paragraph(
      {{std::string(name_of(any.kind)) + ": " + text, mark.style}, {" · " + place_text(line.a, line.b), Style::dim}},
      first, indent, options);
}

std::vector<Run> runs_of(const std::vector<Edit>& edits, const TextOptions& options) {
  std::vector<Run> runs;
  for (const Edit& edit : edits) {
    if (edit.op == EditOp::keep) {
      runs.push_back({edit.text});
      continue;
    }
    const bool removed = edit.op == EditOp::remove;
    std::string text = edit.text;
    if (text.ends_with(' ')) text.pop_back();
    if (!options.color) text.insert(0, removed ? "[-" : "{+").append(removed ? "-]" : "+}");
    // Removed words stand between blanks, wherever they stood.
    if (removed) text.insert(0, " ").append(" ");
    runs.push_back({text, removed ? Style::red : Style::green});
  }
  return runs;
}

// "edited · 33 → 47 · 91 % · retention"
std::string heading_of(const PolicyDiff& diff, const ClauseChange& change) {
  std::string text(name_of(change.change));
  if (change.change == Change::only_a) text = "only in the first";
  if (change.change == Change::only_b) text = "only in the second";
  if (change.moved) text += ", moved";
  text += change.a && change.b ? " · lines " : " · line ";
  if (change.a) text += lines_text(diff.clauses_a[*change.a].lines);
  if (change.a && change.b) text += " → ";
  if (change.b) text += lines_text(diff.clauses_b[*change.b].lines);
  if (change.change == Change::edited || change.change == Change::matched) {
    text.append(" · ").append(std::to_string(std::lround(change.similarity * 100))).append(" %");
  }
  const std::string topics = topics_text(diff, change);
  return topics.empty() ? text : text + " · " + topics;
}

void render(const PolicyDiff& diff, const ClauseChange& change, const TextOptions& options, std::ostream& out) {
  out << '\n' << paragraph({{heading_of(diff, change), Style::dim}}, "  ", indent, options);
  if (change.change == Change::edited) {
    out << paragraph(runs_of(change.edits, options), indent, indent, options);
    return;
  }
  if (change.a && change.change != Change::moved) {
    const Style style = change.change == Change::only_a ? Style::red : Style::plain;
    out << paragraph({{diff.clauses_a[*change.a].text, style}}, "  " + painted("- ", style, options), indent, options);
  }
  if (change.b) {
    const Style style = change.change == Change::only_b ? Style::green : Style::plain;
    const std::string sign = change.change == Change::moved ? "  " : painted("+ ", style, options);
    out << paragraph({{diff.clauses_b[*change.b].text, style}}, "  " + sign, indent, options);
  }
}

}  // namespace

void render_text(const PolicyDiff& diff, const TextOptions& options, std::ostream& out) {
  out << paragraph({{title_of(diff.a), Style::red}}, painted("- ", Style::red, options), "  ", options);
  out << paragraph({{title_of(diff.b), Style::green}}, painted("+ ", Style::green, options), "  ", options);

  const std::vector<FactLine> lines = fact_lines(diff.facts);
  if (!lines.empty()) out << '\n' << painted("Facts", Style::bold, options) << '\n';
  for (const FactLine& line : lines) render(line, options, out);

  out << '\n' << painted("Wording: " + count_text(count(diff.clauses)), Style::bold, options) << '\n';
  for (const ClauseChange& change : diff.clauses) {
    if (change.change != Change::same) render(diff, change, options, out);
  }
}

}  // namespace clausula
