// Fields, phrases and operators of the search box against an index: which policies they leave, and what a clause has to
// have.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/topics.h"
#include "query/policy_table.h"
#include "query/syntax.h"
#include "query/word_query.h"

namespace clausula {

// A condition on the practices of a policy (recipient:klarna, retention:>P2Y) or on its source (lang:nl) holds for the
// whole policy; any other has to hold for the clause that is shown.
struct Conditions {
  DocSet policies;                  // those that are left
  bool practices = false;           // a condition on practices was among them
  Xapian::Query source;             // the conditions on the source, which stand on clauses as well; empty: none
  Xapian::Query clause;             // empty: no condition on the clause
  std::vector<Topic> topics;        // that the clause has to be about
  bool one_topic = false;           // `clause` is no more than the one topic
  std::vector<std::string> proofs;  // terms of the practices that were asked for; their clauses prove them
};

// `policies` are those to choose from. Throws UsageError for fields and values that cannot be.
Conditions apply_conditions(const Xapian::Database& database, const PolicyTable& table, const Expression& conditions,
                            const DocSet& policies, WordQueries& words);

}  // namespace clausula
