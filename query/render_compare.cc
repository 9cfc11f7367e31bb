#include "query/render_compare.h"

#include <ostream>
#include <string>

#include "query/csv.h"
#include "query/fact_text.h"
#include "query/json.h"

namespace clausula {
namespace {

// A person knows the kind by the column it stands in, save where a topic has facts of several kinds.
std::string short_text(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::right:
      return "right: " + value_text(fact);
    case FactKind::legal_basis:
    case FactKind::recipient:
    case FactKind::recipient_category:
    case FactKind::controller:
      return value_text(fact);
    case FactKind::deadline:
      return "answer in " + value_text(fact);
    default:
      return fact_text(fact);
  }
}

std::string cell_text(const CompareCell& cell) {
  if (cell.silent) return "–";
  if (cell.facts.empty()) return "no fact";
  std::string text;
  for (const Fact& fact : cell.facts) text.append(text.empty() ? "" : "; ").append(short_text(fact));
  return text;
}

}  // namespace

void render_text(const CompareTable& table, const TextOptions& options, std::ostream& out) {
  std::vector<std::vector<std::string>> rows(1, {"policy"});
  for (const Topic topic : table.topics) rows.front().emplace_back(name_of(topic));
  for (const CompareRow& row : table.rows) {
    rows.push_back({versioned_id(row.policy.source)});
    for (const CompareCell& cell : row.cells) rows.back().push_back(cell_text(cell));
  }
  out << text_table(rows, options);
}

void render_csv(const CompareTable& table, std::ostream& out) {
  std::vector<std::string> cells{"policy", "shop", "language"};
  for (const Topic topic : table.topics) cells.emplace_back(name_of(topic));
  out << csv_record(cells);
  for (const CompareRow& row : table.rows) {
    cells = {versioned_id(row.policy.source), row.policy.source.shop, std::string(code_of(row.policy.language))};
    for (const CompareCell& cell : row.cells) cells.push_back(cell_text(cell));
    out << csv_record(cells);
  }
}

void render_json(const CompareTable& table, std::ostream& out) {
  Json topics = Json::array();
  for (const Topic topic : table.topics) topics.push_back(name_of(topic));
  out << "{\"topics\": " << dump(topics) << ",\n \"policies\": [";
  bool first = true;
  for (const CompareRow& row : table.rows) {
    Json object = to_json(row.policy);
    object["cells"] = Json::array();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      object["cells"].push_back({{"topic", name_of(table.topics[i])},
                                 {"silent", row.cells[i].silent},
                                 {"facts", to_json(row.cells[i].facts)}});
    }
    out << (first ? "\n" : ",\n") << dump(object);
    first = false;
  }
  out << "\n ],\n \"total\": " << table.total << "}\n";
}

}  // namespace clausula
