#include "query/policy_table.h"

#include <algorithm>

#include "indexer/schema.h"

namespace clausula {

PolicyTable::PolicyTable(const Xapian::Database& database)
    : database_(database),
      all_(docs_with(database, term(prefix::kind, "policy"))),
      latest_(intersect(all_, docs_with(database, term(prefix::kind, "latest")))) {}

void PolicyTable::read_ids() const {
  if (!ids_.empty()) return;
  auto values = database_.valuestream_begin(slot::policy);
  const auto end = database_.valuestream_end(slot::policy);
  for (const Xapian::docid policy : all_) {
    values.skip_to(policy);
    if (values == end) break;
    if (values.get_docid() != policy) continue;
    by_id_.emplace(*values, policy);
    ids_.emplace(policy, *values);
  }
}

DocSet PolicyTable::policies_of(const DocSet& documents) const {
  if (documents.empty()) return {};
  read_ids();
  DocSet policies;
  auto values = database_.valuestream_begin(slot::policy);
  const auto end = database_.valuestream_end(slot::policy);
  for (const Xapian::docid document : documents) {
    values.skip_to(document);
    if (values == end) break;
    if (values.get_docid() != document) continue;
    const auto found = by_id_.find(*values);
    // A policy's clauses follow one another.
    if (found != by_id_.end() && (policies.empty() || policies.back() != found->second))
      policies.push_back(found->second);
  }
  std::sort(policies.begin(), policies.end());
  policies.erase(std::unique(policies.begin(), policies.end()), policies.end());
  return policies;
}

Xapian::docid PolicyTable::document_of(std::string_view versioned_id) const {
  read_ids();
  const auto found = by_id_.find(std::string(versioned_id));
  return found == by_id_.end() ? 0 : found->second;
}

const std::string& PolicyTable::id_of(Xapian::docid policy) const {
  static const std::string none;
  read_ids();
  const auto found = ids_.find(policy);
  return found == ids_.end() ? none : found->second;
}

}  // namespace clausula
