// How a stated number is spread over policies: "how long do shops keep invoices".
#pragma once

#include "query/answers.h"
#include "query/search_result.h"

namespace clausula {

// Counts for each stated value the policies of `sets.says` and `sets.partly` that state it, in a clause of
// `sets.proofs` where there are any. A policy that states several values counts for each.
Distribution distribution_of(const PolicyTable& table, const PracticeTerms& terms, const AnswerSets& sets);

}  // namespace clausula
