#include "indexer/document.h"

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

using nlohmann::json;

json write(const Evidence& evidence) {
  return json::array({evidence.clause, evidence.lines.first, evidence.lines.last, evidence.begin, evidence.end});
}

Evidence read_evidence(const json& value) {
  return {value.at(0), {value.at(1), value.at(2)}, value.at(3), value.at(4)};
}

json write(const Fact& fact) {
  json details = json::array();
  for (const auto& [key, value] : fact.details) details.push_back({key, value});
  json also = json::array();
  for (const Evidence& evidence : fact.also) also.push_back(write(evidence));
  return json::array({static_cast<int>(fact.kind), fact.value, fact.denied, std::move(details), write(fact.evidence),
                      std::move(also)});
}

Fact read_fact(const json& value) {
  Fact fact;
  const int kind = value.at(0);
  if (kind < 0 || kind >= fact_kind_count) throw InputError("stored fact of an unknown kind");
  fact.kind = static_cast<FactKind>(kind);
  fact.value = value.at(1);
  fact.denied = value.at(2);
  for (const json& detail : value.at(3)) fact.details.emplace_back(detail.at(0), detail.at(1));
  fact.evidence = read_evidence(value.at(4));
  for (const json& evidence : value.at(5)) fact.also.push_back(read_evidence(evidence));
  return fact;
}

json write(const TopicTag& tag) { return json::array({static_cast<int>(tag.topic), tag.score, tag.cues}); }

template <class Value>
json write_all(const std::vector<Value>& values) {
  json array = json::array();
  for (const Value& value : values) array.push_back(write(value));
  return array;
}

std::vector<Fact> read_facts(const json& values) {
  std::vector<Fact> facts;
  facts.reserve(values.size());
  for (const json& value : values) facts.push_back(read_fact(value));
  return facts;
}

Topic read_topic(const json& value) {
  const int topic = value;
  if (topic < 0 || topic >= topic_count) throw InputError("stored topic is unknown");
  return static_cast<Topic>(topic);
}

std::string pack(const json& value) {
  std::string bytes;
  json::to_msgpack(value, bytes);
  return bytes;
}

// Turns what the JSON library throws into an error that says what to do.
template <class Read>
auto unpack(std::string_view bytes, Read&& read) {
  try {
    return read(json::from_msgpack(bytes.begin(), bytes.end()));
  } catch (const json::exception& error) {
    throw InputError(std::string("a document of the index is damaged (") + error.what() +
                     "); rebuild it with clausula-index --rebuild");
  }
}

}  // namespace

std::string encode(const StoredClause& clause) {
  json value = {{"p", clause.policy},
                {"s", clause.shop},
                {"d", clause.date},
                {"l", static_cast<int>(clause.language)},
                {"n", clause.number},
                {"k", static_cast<int>(clause.kind)},
                {"i", {clause.lines.first, clause.lines.last}},
                {"b", {clause.begin, clause.end, clause.body}},
                {"t", clause.text}};
  if (!clause.headings.empty()) value["h"] = clause.headings;
  if (!clause.lead_in.empty()) value["a"] = clause.lead_in;
  if (!clause.header.empty()) value["r"] = clause.header;
  if (!clause.topics.empty()) value["o"] = write_all(clause.topics);
  if (!clause.facts.empty()) value["f"] = write_all(clause.facts);
  return pack(value);
}

StoredClause decode_clause(std::string_view bytes) {
  return unpack(bytes, [](const json& value) {
    StoredClause clause;
    clause.policy = value.at("p");
    clause.shop = value.at("s");
    clause.date = value.at("d");
    clause.language = static_cast<Language>(value.at("l").get<int>());
    clause.number = value.at("n");
    clause.kind = static_cast<ClauseKind>(value.at("k").get<int>());
    clause.lines = {value.at("i").at(0), value.at("i").at(1)};
    clause.begin = value.at("b").at(0);
    clause.end = value.at("b").at(1);
    clause.body = value.at("b").at(2);
    clause.text = value.at("t");
    if (const auto found = value.find("h"); found != value.end()) found->get_to(clause.headings);
    if (const auto found = value.find("a"); found != value.end()) found->get_to(clause.lead_in);
    if (const auto found = value.find("r"); found != value.end()) found->get_to(clause.header);
    if (const auto found = value.find("o"); found != value.end()) {
      for (const json& tag : *found) {
        clause.topics.push_back({read_topic(tag.at(0)), tag.at(1), tag.at(2).get<std::vector<std::string>>()});
      }
    }
    if (const auto found = value.find("f"); found != value.end()) clause.facts = read_facts(*found);
    return clause;
  });
}

std::string encode(const StoredPolicy& policy) {
  const Provenance& source = policy.source;
  json topics = json::array();
  for (const Topic topic : policy.topics) topics.push_back(static_cast<int>(topic));
  return pack({{"id", source.id},
               {"v", source.version},
               {"s", source.shop},
               {"dl", source.language},
               {"c", source.country},
               {"x", source.sector},
               {"u", source.url},
               {"d", source.retrieved},
               {"i", source.file},
               {"h", source.sha256},
               {"li", source.license},
               {"no", source.notes},
               {"l", static_cast<int>(policy.language)},
               {"n", policy.clauses},
               {"b", policy.bytes},
               {"f", write_all(policy.facts)},
               {"o", std::move(topics)},
               {"w", policy.latest}});
}

StoredPolicy decode_policy(std::string_view bytes) {
  return unpack(bytes, [](const json& value) {
    StoredPolicy policy;
    Provenance& source = policy.source;
    source.id = value.at("id");
    source.version = value.at("v");
    source.shop = value.at("s");
    source.language = value.at("dl");
    source.country = value.at("c");
    source.sector = value.at("x");
    source.url = value.at("u");
    source.retrieved = value.at("d");
    source.file = value.at("i");
    source.sha256 = value.at("h");
    source.license = value.at("li");
    source.notes = value.at("no");
    policy.language = static_cast<Language>(value.at("l").get<int>());
    policy.clauses = value.at("n");
    policy.bytes = value.at("b");
    policy.facts = read_facts(value.at("f"));
    for (const json& topic : value.at("o")) policy.topics.push_back(read_topic(topic));
    policy.latest = value.at("w");
    return policy;
  });
}

std::string policy_term(std::string_view versioned_id) { return term(prefix::id, versioned_id); }

std::string clause_term(std::string_view versioned_id, int number) {
  return term(prefix::id, std::string(versioned_id) + "#" + std::to_string(number));
}

}  // namespace clausula
