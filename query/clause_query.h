// What to look for in clauses, as queries of the engine.
#pragma once

#include <string>
#include <vector>

#include "query/conditions.h"
#include "query/question.h"
#include "query/word_query.h"

namespace clausula {

// A clause that has everything is worth twice what its words are: those that have more of one thing come after. Asked
// apart, since the engine would read every posting twice for both in one query.
struct ClauseQuery {
  Xapian::Query all;  // has everything that was asked for; empty where that is one thing
  Xapian::Query any;  // has any of it; empty where nothing can be looked for in clauses
  // Terms that find a clause without a word, alone: those of topics, where nothing else was asked for, or of facts.
  std::vector<std::string> tags;
  std::vector<std::vector<std::string>> tag_facts;  // of each topic that has any: clauses that state one come first
  bool topics_only = false;                         // nothing but a topic was asked for, by its name or as a field

  bool empty() const { return any.empty() && tags.empty(); }
};

// `question` and `conditions` as understood; `words` remembers what is to be marked.
ClauseQuery make_clause_query(const Xapian::Database& database, const Question& question, const Conditions& conditions,
                              WordQueries& words);

}  // namespace clausula
