#include "query/diff_summary.h"

#include <algorithm>
#include <array>

#include "query/fact_text.h"
#include "query/show.h"

namespace clausula {
namespace {

constexpr std::array<FactKind, fact_kind_count> by_weight{
    FactKind::retention,          FactKind::recipient, FactKind::minimum_age,   FactKind::transfer,
    FactKind::recipient_category, FactKind::right,     FactKind::legal_basis,   FactKind::deadline,
    FactKind::controller,         FactKind::authority, FactKind::effective_date};

std::size_t weight_of(const FactLine& line) {
  const Fact& fact = line.a != nullptr ? *line.a : *line.b;
  return static_cast<std::size_t>(std::find(by_weight.begin(), by_weight.end(), fact.kind) - by_weight.begin());
}

std::string details_of(const Fact& fact, std::string_view key) {
  std::string all;
  for (const auto& [name, value] : fact.details) {
    if (name == key) all.append(all.empty() ? "" : ", ").append(value);
  }
  return all.empty() ? "–" : all;
}

std::string controller_text(const Fact& a, const Fact& b) {
  std::string text;
  const auto add = [&](std::string_view key, const std::string& first, const std::string& second) {
    if (first == second) return;
    text.append(text.empty() ? "" : "; ").append(key).append(" ").append(first).append(" → ").append(second);
  };
  add("name", value_text(a), value_text(b));
  std::vector<std::string> keys;
  for (const Fact* fact : {&a, &b}) {
    for (const auto& [key, value] : fact->details) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
  }
  for (const std::string& key : keys) add(key, details_of(a, key), details_of(b, key));
  return text;
}

}  // namespace

std::vector<FactLine> fact_lines(const FactDiff& facts) {
  std::vector<FactLine> lines;
  for (const FactPair& pair : facts.differ) lines.push_back({FactLine::Kind::differ, &pair.a, &pair.b});
  for (const Fact& fact : facts.only_a) lines.push_back({FactLine::Kind::only_a, &fact, nullptr});
  for (const Fact& fact : facts.only_b) lines.push_back({FactLine::Kind::only_b, nullptr, &fact});
  for (const FactPair& pair : facts.both) lines.push_back({FactLine::Kind::both, &pair.a, &pair.b});
  const auto key = [](const FactLine& line) { return std::pair(line.kind == FactLine::Kind::both, weight_of(line)); };
  std::stable_sort(lines.begin(), lines.end(), [&](const FactLine& x, const FactLine& y) { return key(x) < key(y); });
  return lines;
}

std::string change_text(const Fact& a, const Fact& b) {
  if (a.kind == FactKind::controller) return controller_text(a, b);
  const std::string details_a = detail_text(a);
  const std::string details_b = detail_text(b);
  if (details_a == details_b) {
    return value_text(a) + " → " + value_text(b) + (details_a.empty() ? "" : " (" + details_a + ")");
  }
  return fact_text(a) + " → " + fact_text(b);
}

ChangeCounts count(const std::vector<ClauseChange>& changes) {
  ChangeCounts counts;
  for (const ClauseChange& change : changes) {
    switch (change.change) {
      case Change::same:
        ++counts.same;
        break;
      case Change::edited:
        ++counts.edited;
        break;
      case Change::moved:
        ++counts.moved;
        break;
      case Change::only_a:
        ++counts.only_a;
        break;
      case Change::only_b:
        ++counts.only_b;
        break;
      case Change::matched:
        ++counts.matched;
        break;
    }
  }
  return counts;
}

std::string count_text(const ChangeCounts& counts) {
  std::string text;
  const auto add = [&](std::size_t number, std::string_view what) {
    if (number > 0) text.append(text.empty() ? "" : ", ").append(std::to_string(number)).append(" ").append(what);
  };
  add(counts.edited, "edited");
  add(counts.matched, "matched");
  add(counts.only_a, "only in the first");
  add(counts.only_b, "only in the second");
  add(counts.moved, "moved");
  add(counts.same, "the same");
  return text.empty() ? "no clauses" : text;
}

const StoredClause& clause_of(const PolicyDiff& diff, const ClauseChange& change) {
  return change.b ? diff.clauses_b[*change.b] : diff.clauses_a[*change.a];
}

std::string topics_text(const PolicyDiff& diff, const ClauseChange& change) {
  std::string text;
  for (int i = 0; i < topic_count; ++i) {
    const Topic topic = static_cast<Topic>(i);
    const bool about = (change.a && is_about(diff.clauses_a[*change.a], topic)) ||
                       (change.b && is_about(diff.clauses_b[*change.b], topic));
    if (about) text.append(text.empty() ? "" : ", ").append(name_of(topic));
  }
  return text;
}

}  // namespace clausula
