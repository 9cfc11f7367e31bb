// Which clause of one policy stands for which of another.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/document.h"
#include "query/diff_facts.h"
#include "query/text_diff.h"

namespace clausula {

enum class Change {
  same,     // the same words in the same place
  edited,   // other words
  moved,    // the same words in another place, or cut into clauses otherwise
  only_a,   // nothing in the second policy stands for it
  only_b,   // nothing in the first
  matched,  // says the same kind of thing in another language
};

// "same", …, "only_a": the names of the record.
std::string_view name_of(Change change);

struct ClauseChange {
  Change change = Change::same;
  std::optional<std::size_t> a;  // index into the clauses of the first policy
  std::optional<std::size_t> b;
  double similarity = 0;      // 0 to 1; 1 for the same words; 0 where there is no pair
  bool moved = false;         // an edited clause that stands in another place as well
  std::vector<Edit> edits{};  // of an edited clause
};

// Two policies in one language. One to one, save where a clause was cut into several or joined from them, which gives a
// `moved` for each part. In the order of the second policy, what is only in the first at the place where it was.
std::vector<ClauseChange> align_within(std::span<const StoredClause> a, std::span<const StoredClause> b);

// Two policies in two languages: one to one, by topics, the facts that they share, names and numbers, and place. In the
// same order.
std::vector<ClauseChange> align_across(std::span<const StoredClause> a, std::span<const StoredClause> b,
                                       const FactDiff& facts);

// Adds what has no partner, and sorts; shared by both.
std::vector<ClauseChange> completed(std::vector<ClauseChange> pairs, std::size_t size_a, std::size_t size_b);

}  // namespace clausula
