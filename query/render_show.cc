#include "query/render_show.h"

#include <cstdio>
#include <ostream>

#include "query/fact_text.h"
#include "query/json.h"

namespace clausula {
namespace {

constexpr std::string_view indent = "       ";  // as wide as a line number and its gap

std::string line_number(int line) {
  std::string number = std::to_string(line);
  if (number.size() < 5) number.insert(0, 5 - number.size(), ' ');
  return number + "  ";
}

std::string path_of(const StoredClause& clause) {
  std::string path;
  for (const std::string& heading : clause.headings) path.append(path.empty() ? "" : " › ").append(heading);
  return path;
}

std::string topics_of(const StoredClause& clause) {
  std::string line;
  for (const TopicTag& tag : clause.topics) {
    if (tag.score < tag_threshold) continue;
    char score[16];
    std::snprintf(score, sizeof score, "%.2f", tag.score);
    line.append(line.empty() ? "" : ", ").append(name_of(tag.topic)).append(" ").append(score);
  }
  return line;
}

void render(const StoredClause& clause, const TextOptions& options, std::ostream& out) {
  const Style style = clause.kind == ClauseKind::heading ? Style::bold : Style::plain;
  out << paragraph({{clause.text, style}}, line_number(clause.lines.first), indent, options);
  if (clause.kind != ClauseKind::heading) {
    if (const std::string topics = topics_of(clause); !topics.empty()) {
      out << paragraph({{topics, Style::dim}}, indent, indent, options);
    }
  }
  for (const Fact& fact : clause.facts) {
    out << paragraph({{std::string(name_of(fact.kind)), Style::cyan}, {": " + fact_text(fact)}},
                     std::string(indent) + "> ", std::string(indent) + "  ", options);
  }
}

}  // namespace

std::string title_of(const StoredPolicy& policy) {
  std::string title = versioned_id(policy.source);
  if (!policy.source.shop.empty()) title.append(" · ").append(policy.source.shop);
  title.append(" · ").append(code_of(policy.language));
  if (!policy.source.retrieved.empty()) title.append(" · ").append(policy.source.retrieved);
  return title;
}

void render_text(const PolicyView& view, const TextOptions& options, std::ostream& out) {
  out << paragraph({{title_of(view.policy), Style::bold}}, "", "  ", options);
  // Where headings are shown as clauses, the path would repeat them.
  bool has_headings = false;
  for (const StoredClause& clause : view.clauses) has_headings |= clause.kind == ClauseKind::heading;
  std::string path;
  for (const StoredClause& clause : view.clauses) {
    if (const std::string here = path_of(clause); !has_headings && here != path) {
      out << '\n';
      if (!here.empty()) out << paragraph({{here, Style::bold}}, "", "  ", options);
      path = here;
    } else if (clause.kind == ClauseKind::heading) {
      out << '\n';
    }
    render(clause, options, out);
  }
}

void render_json(const PolicyView& view, std::ostream& out) {
  Json record = to_json(view.policy);
  record["clauses"] = Json::array();
  for (const StoredClause& clause : view.clauses) record["clauses"].push_back(to_json(clause));
  record["facts"] = to_json(view.facts);
  out << dump(record, 2) << '\n';
}

}  // namespace clausula
