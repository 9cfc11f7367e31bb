// What renderers of a diff have in common: which facts and clauses they show, in what order and words.
#pragma once

#include <string>
#include <vector>

#include "query/diff.h"

namespace clausula {

// A line of the list of facts: stated by one policy, by both, or differently.
struct FactLine {
  enum class Kind { differ, only_a, only_b, both } kind;
  const Fact* a = nullptr;  // borrowed from the diff
  const Fact* b = nullptr;
};

// What differs before what is shared, and kinds by what they mean to a customer: periods, recipients and ages first,
// addresses and dates last.
std::vector<FactLine> fact_lines(const FactDiff& facts);

// "2 years → 5 years (purchase data)"; what differs of a controller by its keys.
std::string change_text(const Fact& a, const Fact& b);

struct ChangeCounts {
  std::size_t same = 0, edited = 0, moved = 0, only_a = 0, only_b = 0, matched = 0;
};
ChangeCounts count(const std::vector<ClauseChange>& changes);

// "3 edited, 2 moved, 1 only in the first, 12 the same"
std::string count_text(const ChangeCounts& counts);

// The clause a change is about, of either policy; the second's where there are both.
const StoredClause& clause_of(const PolicyDiff& diff, const ClauseChange& change);

// Names of the topics that either clause is about, with commas between.
std::string topics_text(const PolicyDiff& diff, const ClauseChange& change);

}  // namespace clausula
