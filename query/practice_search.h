// Answers questions about a practice, policy by policy.
#pragma once

#include "query/answers.h"
#include "query/policy_table.h"
#include "query/proofs.h"
#include "query/search_result.h"

namespace clausula {

struct PracticeOptions {
  bool silent = false;     // list the silent policies as well
  std::size_t limit = 10;  // policies; 0 is no limit
};

// Fills in the answers, the policies with their proofs, and `total`; a distribution where numbers are asked for.
// `universe` are the policies that are asked about. Returns the policies that were found, for facets.
DocSet answer_practice(const Store& store, const PolicyTable& table, const QuestionLexicon& lexicon,
                       QuestionAnalyzers& analyzers, const Proofs& proofs, const DocSet& universe,
                       const PracticeOptions& options, SearchResult& result);

}  // namespace clausula
