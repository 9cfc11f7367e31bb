// Finds the clauses that fit words, concepts and topics best, and gathers them by policy.
#pragma once

#include "query/conditions.h"
#include "query/policy_table.h"
#include "query/proofs.h"
#include "query/search_result.h"
#include "query/word_query.h"

namespace clausula {

struct ClauseSearchOptions {
  std::size_t limit = 10;     // policies; 0 is no limit
  bool versions = false;      // older versions as well
  bool collapse = true;       // clauses that are the same word for word once, with a count
  bool every_policy = false;  // find all policies that match, for facets
  bool explain = false;
};

// What to look for, as a query of the engine. `question` and `conditions` as understood; `words` remembers what is to
// be marked.
struct ClauseQuery {
  Xapian::Query query;
  bool topics_only = false;  // nothing but a topic was asked for: clauses that state a fact of it come first
};
ClauseQuery make_clause_query(const Xapian::Database& database, const Question& question, const Conditions& conditions,
                              WordQueries& words);

// Fills in the policies and `total`. Returns all matching policies where `every_policy`, else those that were found.
DocSet search_clauses(const Store& store, const PolicyTable& table, const ClauseQuery& query,
                      const Conditions& conditions, const Proofs& proofs, const ClauseSearchOptions& options,
                      SearchResult& result);

}  // namespace clausula
