// Facts as topics: what a fact is about, and which facts say so of their clause.
#pragma once

#include <span>
#include <vector>

#include "indexer/clause_view.h"
#include "indexer/facts.h"
#include "indexer/topics.h"

namespace clausula {

// The topic that facts of a kind are about: "retention" of a period, "complaint" of an authority.
Topic home_of(FactKind kind);

// Tags the clauses that state a fact of a kind with the topic of that kind, where the tagger did not: a clause that
// names a period of keeping speaks of retention, whatever else it says. `tags` is by clause, and stays sorted by score.
void add_stated_topics(std::span<const Fact> facts, std::span<const ClauseView> clauses,
                       std::vector<std::vector<TopicTag>>& tags);

}  // namespace clausula
