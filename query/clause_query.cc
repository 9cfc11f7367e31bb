#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/schema.h"
#include "query/clause_search.h"
#include "query/ranking.h"
#include "query/topic_facts.h"

namespace clausula {
namespace {

using Xapian::Query;

Query any(const std::vector<Query>& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

// A concept as it was typed, or as it is said elsewhere; the better of the two counts.
Query asked_concept(const Question& question, const AskedConcept& asked, WordQueries& words) {
  std::vector<Query> typed;
  for (const std::size_t word : asked.words) typed.push_back(words.word(question.text.surface(word), true));
  const std::vector<Query> either{any(typed), words.concept_words(*asked.entry)};
  return Query(Query::OP_MAX, either.begin(), either.end());
}

std::vector<std::string> topic_terms(const Question& question) {
  std::vector<std::string> terms;
  for (const Topic topic : question.topics) terms.push_back(term(prefix::topic, name_of(topic)));
  return terms;
}

}  // namespace

ClauseQuery make_clause_query(const Xapian::Database& database, const Question& question, const Conditions& conditions,
                              WordQueries& words) {
  ClauseQuery result;
  std::vector<Query> wanted;
  for (const std::size_t word : question.words) wanted.push_back(words.word(question.text.surface(word), true));
  for (const AskedConcept& asked : question.concepts) wanted.push_back(asked_concept(question, asked, words));
  for (const AskedParty& party : question.parties) {
    wanted.push_back(
        boost({term(prefix::recipient, party.value), term(prefix::denied, party.value)}, ranking::fact_boost));
    for (const WordSpan& span : clausula::words(party.name)) {
      wanted.push_back(words.word(std::string_view(party.name).substr(span.begin, span.end - span.begin), false));
    }
  }
  const std::vector<std::string> topics = topic_terms(question);
  result.topics_only = !topics.empty() && question.words.empty() && question.parties.empty() &&
                       question.concepts.size() <= question.topics.size();
  Query query = any(wanted);
  if (!topics.empty()) {
    std::vector<Query> boosts{boost(topics, ranking::topic_boost)};
    for (const Topic topic : question.topics) {
      if (const auto facts = fact_terms_of(database, topic); !facts.empty())
        boosts.push_back(boost(facts, ranking::fact_boost));
    }
    if (result.topics_only) {
      query = filtered(Query(Query::OP_OR, query, any(boosts)), any_of(topics));
    } else {
      query = Query(Query::OP_AND_MAYBE, query, any(boosts));
    }
  }
  if (!conditions.clause.empty()) {
    query = query.empty() ? conditions.clause : Query(Query::OP_AND, query, conditions.clause);
  } else if (query.empty() && !conditions.proofs.empty()) {
    query = boost(conditions.proofs, ranking::fact_boost);
  }
  result.query = query;
  return result;
}

}  // namespace clausula
