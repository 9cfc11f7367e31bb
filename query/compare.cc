#include "query/compare.h"

#include <algorithm>

#include "query/fact_topics.h"

namespace clausula {

CompareCell cell_of(const StoredPolicy& policy, Topic topic) {
  CompareCell cell;
  cell.facts = facts_about(policy.facts, std::span(&topic, 1));
  const bool tagged = std::find(policy.topics.begin(), policy.topics.end(), topic) != policy.topics.end();
  cell.silent = !tagged && cell.facts.empty();
  return cell;
}

CompareTable compare(const Store& store, const CompareQuery& query) {
  std::vector<StoredPolicy> policies;
  if (query.policies.empty()) policies = store.policies();
  for (const std::string& name : query.policies) policies.push_back(store.policy_or_fail(name));

  CompareTable table{query.topics, {}, 0};
  for (StoredPolicy& policy : policies) {
    const auto& languages = query.languages;
    if (!languages.empty() && std::find(languages.begin(), languages.end(), policy.language) == languages.end())
      continue;
    ++table.total;
    if (query.limit > 0 && table.rows.size() == query.limit) continue;
    CompareRow row;
    for (const Topic topic : query.topics) row.cells.push_back(cell_of(policy, topic));
    row.policy = std::move(policy);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace clausula
