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

// A concept as it was typed, and as it is said elsewhere.
Query asked_concept(const Question& question, const AskedConcept& asked, WordQueries& words) {
  std::vector<Query> typed;
  for (const std::size_t word : asked.words) typed.push_back(words.word(question.text.surface(word), true));
  // One word of "data leak notification" by itself may be about any notification.
  const Query all(Query::OP_AND, typed.begin(), typed.end());
  return any({words.concept_words(*asked.entry), all});
}

std::vector<std::string> topic_terms(const std::vector<Topic>& topics) {
  std::vector<std::string> terms;
  for (const Topic topic : topics) terms.push_back(term(prefix::topic, name_of(topic)));
  return terms;
}

// Clauses that state a fact of one of the topics come before those that only speak of it.
std::vector<Query> fact_boosts(const Xapian::Database& database, const std::vector<Topic>& topics) {
  std::vector<Query> boosts;
  for (const Topic topic : topics) {
    if (const auto facts = fact_terms_of(database, topic); !facts.empty())
      boosts.push_back(boost(facts, ranking::fact_boost));
  }
  return boosts;
}

}  // namespace

ClauseQuery make_clause_query(const Xapian::Database& database, const Question& question, const Conditions& conditions,
                              WordQueries& words) {
  ClauseQuery result;
  std::vector<Query> wanted;
  for (const std::size_t word : question.words) wanted.push_back(words.word(question.text.surface(word), true));
  for (const Unit& unit : question.units) wanted.push_back(words.unit(unit, question.text));
  for (const AskedConcept& asked : question.concepts) wanted.push_back(asked_concept(question, asked, words));
  for (const AskedConcept& asked : question.inner_concepts) wanted.push_back(words.concept_words(*asked.entry));
  for (const AskedParty& party : question.parties) {
    wanted.push_back(
        boost({term(prefix::recipient, party.value), term(prefix::denied, party.value)}, ranking::fact_boost));
    for (const WordSpan& span : clausula::words(party.name)) {
      wanted.push_back(words.word(std::string_view(party.name).substr(span.begin, span.end - span.begin), false));
    }
  }
  for (const std::string& fact : question.facts)
    wanted.push_back(boost({term(prefix::fact, fact)}, ranking::fact_boost));
  // Clauses that have everything come before those that have more of one thing.
  if (wanted.size() > 1) wanted.emplace_back(Query::OP_AND, wanted.begin(), wanted.end());
  const std::vector<std::string> topics = topic_terms(question.topics);
  result.topics_only = !topics.empty() && question.words.empty() && question.units.empty() &&
                       question.parties.empty() && question.facts.empty() &&
                       std::all_of(question.concepts.begin(), question.concepts.end(),
                                   [](const AskedConcept& asked) { return asked.whole_topic; });
  Query query = any(wanted);
  if (!topics.empty()) {
    std::vector<Query> boosts;
    if (result.topics_only) {
      // What is tagged with the topic comes first, but a clause that has the words is found without.
      boosts = fact_boosts(database, question.topics);
      boosts.push_back(boost(topics, ranking::topic_boost));
      boosts.push_back(query);
      const Query candidates = query.empty() ? any_of(topics) : Query(Query::OP_OR, any_of(topics), query);
      query = Query(Query::OP_AND_MAYBE, candidates, any(boosts));
    } else {
      boosts.push_back(boost(topics, ranking::topic_boost));
      query = Query(Query::OP_AND_MAYBE, query, any(boosts));
    }
  }
  if (!conditions.clause.empty() && query.empty()) {
    result.topics_only = !conditions.topics.empty();
    query = Query(Query::OP_AND_MAYBE, conditions.clause, any(fact_boosts(database, conditions.topics)));
  } else if (!conditions.clause.empty()) {
    query = Query(Query::OP_AND, query, conditions.clause);
  } else if (query.empty() && !conditions.proofs.empty()) {
    query = boost(conditions.proofs, ranking::fact_boost);
  }
  result.query = query;
  return result;
}

}  // namespace clausula
