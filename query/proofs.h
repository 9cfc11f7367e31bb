// The clauses that prove what a policy answers, and their snippets.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/search_result.h"
#include "query/snippet.h"
#include "query/store.h"

namespace clausula {

// Reads clauses and makes snippets of them. Borrows everything.
class Proofs {
 public:
  Proofs(const Store& store, QuestionAnalyzers& analyzers, const MarkedWords& marked, std::size_t columns)
      : store_(store), analyzers_(analyzers), marked_(marked), columns_(columns) {}

  // The clause in which `fact` of `policy` is stated first, with the sentence that states it.
  FoundClause of_fact(const StoredPolicy& policy, const Fact& fact, double score) const;
  // `clause` with the sentence that matches best, or that states `fact`.
  FoundClause of_clause(StoredClause clause, double score, const Fact* fact = nullptr) const;
  // The policy's clause that is most surely about one of the topics; nothing where none is tagged with them.
  std::optional<FoundClause> of_topics(const StoredPolicy& policy, std::span<const Topic> topics) const;

 private:
  const Store& store_;
  QuestionAnalyzers& analyzers_;
  const MarkedWords& marked_;
  std::size_t columns_;
};

}  // namespace clausula
