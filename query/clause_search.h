// Finds the clauses that fit words, concepts and topics best, and gathers them by policy.
#pragma once

#include "query/clause_query.h"
#include "query/conditions.h"
#include "query/policy_table.h"
#include "query/proofs.h"
#include "query/search_result.h"

namespace clausula {

struct ClauseSearchOptions {
  std::size_t limit = 10;     // policies; 0 is no limit
  bool versions = false;      // older versions as well
  bool collapse = true;       // clauses that are the same word for word once, with a count
  bool every_policy = false;  // find all policies that match, for facets
  bool explain = false;
};

// Fills in the policies and `total`. Returns all matching policies where `every_policy`, else those that were found.
DocSet search_clauses(const Store& store, const PolicyTable& table, const ClauseQuery& query,
                      const Conditions& conditions, const Proofs& proofs, const ClauseSearchOptions& options,
                      SearchResult& result);

}  // namespace clausula
