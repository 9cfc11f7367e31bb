// The clauses that fit a clause query best, before anything of them is read.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/clause_query.h"
#include "query/policy_table.h"

namespace clausula {

struct ClauseMatch {
  Xapian::docid document = 0;
  double weight = 0;
  std::size_t elsewhere = 0;  // at least so many others are the same word for word, where those are collapsed
};

struct ClauseMatches {
  std::vector<ClauseMatch> best;  // first those of most weight, then in the order of policies and their clauses
  bool complete = false;          // whether there are no more
};

// Which clauses may be found, as a filter of the engine, and the policies that they are of.
struct ClauseScope {
  const DocSet* policies = nullptr;  // sorted
  Xapian::Query filter;              // empty: whatever the query finds
  bool collapse = true;              // clauses that are the same word for word once
};

class ClauseMatcher {
 public:
  // Borrows all. `several` databases are read as one.
  ClauseMatcher(const Xapian::Database& database, const PolicyTable& table, const ClauseQuery& query,
                const ClauseScope& scope, bool several);

  // The best `count`, where `collapse` one of those that are the same word for word. Where that many have everything
  // that was asked for, clauses that have less are not looked at.
  ClauseMatches best(std::size_t count) const;

  // How many clauses match, the same ones included: without a search, at most and about.
  std::size_t upper_bound() const;
  std::size_t estimate() const;
  // Every policy of the scope that has a matching clause.
  DocSet policies() const;

 private:
  Xapian::Query limited(const Xapian::Query& query) const;
  Xapian::MSet run(const Xapian::Query& query, std::size_t count) const;
  Xapian::MSet engine_count() const;
  std::size_t tagged() const;
  bool comes_before(Xapian::docid a, Xapian::docid b) const;
  // Clauses of the topics that were asked for; `complete` is cleared where there are more.
  std::vector<std::pair<Xapian::docid, double>> best_of_topics(std::size_t count, bool& complete) const;

  const Xapian::Database& database_;
  const PolicyTable& table_;
  const ClauseQuery& query_;
  const ClauseScope& scope_;
  bool several_;
};

}  // namespace clausula
