#include "query/policy_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/schema.h"

namespace clausula {

namespace {

// Where every document is of a newest version, none needs to be looked at.
DocSet latest_of(const Xapian::Database& database, const DocSet& policies) {
  const std::string latest = term(prefix::kind, "latest");
  return database.get_termfreq(latest) == database.get_doccount() ? policies : those_with(database, policies, latest);
}

}  // namespace

PolicyTable::PolicyTable(const Xapian::Database& database)
    : database_(database),
      all_(docs_with(database, term(prefix::kind, "policy"))),
      latest_(latest_of(database, all_)),
      several_(database.get_uuid().find(':') != std::string::npos) {}

void PolicyTable::read_ids() const {
  if (!ids_.empty() || all_.empty()) return;
  ids_.resize(all_.size());
  auto values = database_.valuestream_begin(slot::policy);
  const auto end = database_.valuestream_end(slot::policy);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    values.skip_to(all_[i]);
    if (values == end) break;
    if (values.get_docid() == all_[i]) ids_[i] = *values;
  }
  if (!several_) return;
  for (std::size_t i = 0; i < ids_.size(); ++i) by_id_.emplace(ids_[i], i);
  std::vector<std::size_t> order(ids_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ids_[a] < ids_[b]; });
  places_.resize(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) places_[order[place]] = place;
}

Xapian::docid PolicyTable::policy_of(Xapian::docid document) const {
  if (!several_) {
    const auto next = std::upper_bound(all_.begin(), all_.end(), document);
    return next == all_.begin() ? 0 : *std::prev(next);
  }
  if (const auto known = of_clauses_.find(document); known != of_clauses_.end()) return known->second;
  const DocSet policies = policies_by_value({document});
  return policies.empty() ? 0 : policies.front();
}

DocSet PolicyTable::policies_of(const DocSet& documents) const {
  if (several_) return policies_by_value(documents);
  DocSet policies;
  auto next = all_.begin();
  for (const Xapian::docid document : documents) {
    if (next != all_.end() && document >= *next) next = std::upper_bound(next, all_.end(), document);
    if (next == all_.begin()) continue;
    if (policies.empty() || policies.back() != *std::prev(next)) policies.push_back(*std::prev(next));
  }
  return policies;
}

DocSet PolicyTable::policies_by_value(const DocSet& documents) const {
  read_ids();
  DocSet policies;
  auto values = database_.valuestream_begin(slot::policy);
  const auto end = database_.valuestream_end(slot::policy);
  for (const Xapian::docid document : documents) {
    const auto [known, added] = of_clauses_.emplace(document, 0);
    if (added && values != end) {
      values.skip_to(document);
      if (values != end && values.get_docid() == document) {
        const auto found = by_id_.find(*values);
        if (found != by_id_.end()) known->second = all_[found->second];
      }
    }
    if (known->second != 0) policies.push_back(known->second);
  }
  return sorted_once(std::move(policies));
}

const DocSet& PolicyTable::with(const std::string& term) const {
  const auto [known, added] = with_.try_emplace(term);
  if (added) known->second = those_with(database_, all_, term);
  return known->second;
}

DocSet PolicyTable::with_any(const std::vector<std::string>& terms) const {
  if (terms.size() == 1) return with(terms.front());
  DocSet any;
  for (const std::string& term : terms) {
    const DocSet& policies = with(term);
    any.insert(any.end(), policies.begin(), policies.end());
  }
  return sorted_once(std::move(any));
}

std::size_t PolicyTable::place_of(Xapian::docid policy) const {
  const auto place = static_cast<std::size_t>(std::lower_bound(all_.begin(), all_.end(), policy) - all_.begin());
  if (!several_) return place;
  read_ids();
  return place < places_.size() ? places_[place] : place;
}

const std::string& PolicyTable::id_of(Xapian::docid policy) const {
  static const std::string none;
  read_ids();
  const auto found = std::lower_bound(all_.begin(), all_.end(), policy);
  if (found == all_.end() || *found != policy) return none;
  return ids_[static_cast<std::size_t>(found - all_.begin())];
}

}  // namespace clausula
