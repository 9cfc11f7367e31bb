// A policy, or what it says about some topics, as it stands in the index.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "query/store.h"

namespace clausula {

struct ShowRequest {
  std::vector<Topic> topics;  // clauses about any of them, headings left out; empty: every clause
  std::optional<int> clause;  // only this one
};

struct PolicyView {
  StoredPolicy policy;
  std::vector<StoredClause> clauses;
  std::vector<Fact> facts;  // those that a shown clause states
};

// Throws UsageError for an unknown policy and for a clause that it does not have.
PolicyView show(const Store& store, std::string_view name, const ShowRequest& request);

// Whether the clause is about the topic with a score of at least `tag_threshold`, or states a fact about it.
bool is_about(const StoredClause& clause, Topic topic);

}  // namespace clausula
