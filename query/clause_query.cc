#include "query/clause_query.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/schema.h"
#include "query/ranking.h"
#include "query/topic_facts.h"

namespace clausula {
namespace {

using Xapian::Query;

Query any(const std::vector<Query>& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

// An empty query matches nothing: what has nothing to be raised by stays as it is.
Query raised(const Query& query, const std::vector<Query>& boosts) {
  return query.empty() || boosts.empty() ? query : Query(Query::OP_AND_MAYBE, query, any(boosts));
}

Query scaled(const Query& query, double factor) {
  return query.empty() || factor == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

// A concept as it was typed, and as it is said elsewhere.
Alternatives asked_concept(const Question& question, const AskedConcept& asked, WordQueries& words) {
  Alternatives ways = words.concept_words(*asked.entry);
  std::vector<Alternatives> typed;
  for (const std::size_t word : asked.words) typed.push_back(words.word(question.text.surface(word), true));
  if (typed.size() == 1) {
    ways.add(typed.front());
  } else if (!typed.empty()) {
    // One word of "data leak notification" by itself may be about any notification.
    std::vector<Query> all;
    for (const Alternatives& word : typed) all.push_back(word.query());
    ways.add(Query(Query::OP_AND, all.begin(), all.end()));
  }
  return ways;
}

// Everything that is looked for, each thing by itself.
std::vector<Alternatives> wanted_things(const Question& question, WordQueries& words) {
  std::vector<Alternatives> wanted;
  for (const std::size_t word : question.words) wanted.push_back(words.word(question.text.surface(word), true));
  for (const Unit& unit : question.units) wanted.push_back(words.unit(unit, question.text));
  for (const AskedConcept& asked : question.concepts) wanted.push_back(asked_concept(question, asked, words));
  for (const AskedConcept& asked : question.inner_concepts) wanted.push_back(words.concept_words(*asked.entry));
  for (const AskedParty& party : question.parties) {
    wanted.emplace_back().add(
        boost({term(prefix::recipient, party.value), term(prefix::denied, party.value)}, ranking::fact_boost));
    for (const WordSpan& span : clausula::words(party.name)) {
      wanted.push_back(words.word(std::string_view(party.name).substr(span.begin, span.end - span.begin), false));
    }
  }
  for (const std::string& fact : question.facts)
    wanted.emplace_back().add(boost({term(prefix::fact, fact)}, ranking::fact_boost));
  return wanted;
}

std::vector<std::string> topic_terms(const std::vector<Topic>& topics) {
  std::vector<std::string> terms;
  for (const Topic topic : topics) terms.push_back(term(prefix::topic, name_of(topic)));
  return terms;
}

std::vector<std::vector<std::string>> facts_of(const Xapian::Database& database, const std::vector<Topic>& topics) {
  std::vector<std::vector<std::string>> all;
  for (const Topic topic : topics) {
    if (auto facts = fact_terms_of(database, topic); !facts.empty()) all.push_back(std::move(facts));
  }
  return all;
}

// Clauses that state a fact of one of the topics come before those that only speak of it.
std::vector<Query> fact_boosts(const std::vector<std::vector<std::string>>& facts) {
  std::vector<Query> boosts;
  for (const std::vector<std::string>& terms : facts) boosts.push_back(boost(terms, ranking::fact_boost));
  return boosts;
}

bool asks_topics_only(const Question& question) {
  return !question.topics.empty() && question.words.empty() && question.units.empty() && question.parties.empty() &&
         question.facts.empty() &&
         std::all_of(question.concepts.begin(), question.concepts.end(),
                     [](const AskedConcept& asked) { return asked.whole_topic; });
}

}  // namespace

ClauseQuery make_clause_query(const Xapian::Database& database, const Question& question, const Conditions& conditions,
                              WordQueries& words) {
  ClauseQuery result;
  result.topics_only = asks_topics_only(question);
  const std::vector<Alternatives> wanted = wanted_things(question, words);
  Alternatives either;
  std::vector<Query> each;
  for (const Alternatives& thing : wanted) {
    either.add(thing);
    each.push_back(thing.query());
  }
  result.any = either.query();
  const double weight = result.topics_only ? ranking::topic_name : 1;
  if (each.size() > 1)
    result.all = scaled(Query(Query::OP_AND, each.begin(), each.end()), ranking::everything * weight);
  result.any = scaled(result.any, weight);
  const std::vector<std::string> topics = topic_terms(question.topics);
  std::vector<Query> boosts;
  if (result.topics_only) {
    result.tag_facts = facts_of(database, question.topics);
    boosts = fact_boosts(result.tag_facts);
    // Of the clauses that a condition leaves, those of the topic are found by the engine.
    if (conditions.clause.empty()) {
      result.tags = topics;
    } else {
      result.any = result.any.empty() ? any_of(topics) : Query(Query::OP_OR, any_of(topics), result.any);
    }
  }
  if (!topics.empty()) boosts.push_back(boost(topics, ranking::topic_boost));
  result.all = raised(result.all, boosts);
  result.any = raised(result.any, boosts);
  if (conditions.clause.empty()) {
    // Clauses that state the practices: none is better than another.
    if (result.empty()) result.tags = conditions.proofs;
  } else if (result.empty()) {
    result.topics_only = !conditions.topics.empty();
    result.tag_facts = facts_of(database, conditions.topics);
    if (conditions.one_topic) {
      result.tags = topic_terms(conditions.topics);
    } else {
      result.any = raised(conditions.clause, fact_boosts(result.tag_facts));
    }
  } else {
    result.any = Query(Query::OP_AND, result.any, conditions.clause);
    if (!result.all.empty()) result.all = Query(Query::OP_AND, result.all, conditions.clause);
  }
  return result;
}

}  // namespace clausula
