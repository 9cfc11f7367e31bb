#include "tests/quality/gold.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace clausula {
namespace {

using nlohmann::json;

GoldFact fact_of(const json& object) {
  GoldFact fact;
  for (const auto& [key, value] : object.items()) {
    if (key == "kind") {
      fact.kind = value.get<std::string>();
    } else if (key == "lines") {
      fact.lines = value.get<std::vector<int>>();
    } else if (value.is_string()) {
      fact.values[key] = value.get<std::string>();
    } else if (value.is_number()) {
      fact.values[key] = std::to_string(value.get<int>());
    }
  }
  return fact;
}

std::vector<int> lines_of(const Fact& fact) {
  std::vector<int> lines;
  const auto add = [&](const Evidence& evidence) {
    for (int line = evidence.lines.first; line <= evidence.lines.last; ++line) lines.push_back(line);
  };
  add(fact.evidence);
  for (const Evidence& evidence : fact.also) add(evidence);
  return lines;
}

}  // namespace

GoldPolicy as_indexed(const StoredPolicy& policy, const std::vector<StoredClause>& clauses) {
  GoldPolicy read{versioned_id(policy.source), std::string(code_of(policy.language)), {}, {}, {}, {}, {}};
  read.country = policy.source.country;
  read.sector = policy.source.sector;
  read.year = policy.source.retrieved.substr(0, 4);
  for (const StoredClause& clause : clauses) {
    for (const TopicTag& tag : clause.topics) {
      if (tag.score >= tag_threshold) read.topics[clause.lines.first].emplace_back(name_of(tag.topic));
    }
  }
  for (const Fact& fact : policy.facts) {
    GoldFact same{std::string(name_of(fact.kind)), {{std::string(value_key(fact.kind)), fact.value}}, lines_of(fact)};
    for (const auto& [key, value] : fact.details) same.values[key] = value;
    same.values["polarity"] = fact.denied ? "denies" : "shares";
    read.facts.push_back(std::move(same));
  }
  return read;
}

std::vector<GoldPolicy> read_gold(const std::filesystem::path& corpus) {
  std::vector<GoldPolicy> policies;
  for (const Provenance& source : list_corpus(corpus).policies) {
    if (!source.version.empty()) continue;
    const auto file = corpus / "gold" / (versioned_id(source) + ".gold.json");
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    const json gold = json::parse(in);
    GoldPolicy policy{versioned_id(source), gold.at("language"), source.country, source.sector, {}, {}, {}};
    policy.year = source.retrieved.substr(0, 4);
    for (const auto& [line, topics] : gold.at("lines").items()) {
      policy.topics[std::stoi(line)] = topics.get<std::vector<std::string>>();
    }
    for (const json& fact : gold.at("facts")) policy.facts.push_back(fact_of(fact));
    policies.push_back(std::move(policy));
  }
  return policies;
}

}  // namespace clausula
