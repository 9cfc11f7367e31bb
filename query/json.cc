#include "query/json.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace clausula {
namespace {

bool has_polarity(FactKind kind) { return kind == FactKind::recipient || kind == FactKind::recipient_category; }

Json value_of(const Fact& fact) {
  if (fact.kind != FactKind::minimum_age) return fact.value;
  int age = 0;
  const char* const last = fact.value.data() + fact.value.size();
  const auto [end, error] = std::from_chars(fact.value.data(), last, age);
  if (error != std::errc() || end != last) return fact.value;
  return age;
}

void add_detail(Json& object, const std::string& key, const std::string& value) {
  const auto found = object.find(key);
  if (found == object.end()) {
    // The only detail that is a list by its nature.
    object[key] = key == "email" ? Json::array({value}) : Json(value);
  } else if (found->is_array()) {
    found->push_back(value);
  } else {
    *found = Json::array({*found, value});
  }
}

void add_place(Json& object, const Evidence& evidence) {
  object["clause"] = evidence.clause;
  object["lines"] = {evidence.lines.first, evidence.lines.last};
  object["begin"] = evidence.begin;
  object["end"] = evidence.end;
}

// The code point at `at` where it is one that JSON allows as it is but a terminal may act on: controls from U+007F to
// U+009F, and marks that turn the direction of a line; else 0. `bytes` becomes its length.
unsigned unsafe_at(std::string_view text, std::size_t at, std::size_t& bytes) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0);
  bytes = first == 0x7f ? 1 : first < 0xe0 ? 2 : 3;
  if (first == 0x7f) return first;
  unsigned point = 0;
  if (first == 0xc2 || first == 0xd8) {
    point = (first & 0x1fU) << 6 | (byte(1) & 0x3fU);
  } else if (first == 0xe2) {
    point = 0x2000 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
  }
  const bool is_unsafe = (point >= 0x80 && point <= 0x9f) || point == 0x61c || point == 0x200e || point == 0x200f ||
                         (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  return is_unsafe ? point : 0;
}

// JSON with those characters escaped; they can stand in strings only, so that it means the same.
std::string harmless(const std::string& json) {
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const auto first = static_cast<unsigned char>(json[at]);
    std::size_t bytes = 1;
    const unsigned point = first < 0x7f ? 0 : unsafe_at(json, at, bytes);
    if (point == 0) {
      safe += json[at++];
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", point & 0xffffU);
    safe += escape;
    at += bytes;
  }
  return safe;
}

template <class Values>
Json list(const Values& values) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(to_json(value));
  return array;
}

}  // namespace

double rounded(double value) { return std::round(value * 1000) / 1000; }

Json to_json(const TopicTag& tag) {
  return {{"topic", name_of(tag.topic)}, {"score", rounded(tag.score)}, {"cues", tag.cues}};
}

Json to_json(const Evidence& evidence) {
  Json object = Json::object();
  add_place(object, evidence);
  return object;
}

Json to_json(const Fact& fact) {
  Json object = {{"kind", name_of(fact.kind)}, {std::string(value_key(fact.kind)), value_of(fact)}};
  if (has_polarity(fact.kind)) object["polarity"] = fact.denied ? "denies" : "shares";
  for (const auto& [key, value] : fact.details) add_detail(object, key, value);
  add_place(object, fact.evidence);
  object["also"] = list(fact.also);
  return object;
}

Json to_json(std::span<const Fact> facts) { return list(facts); }

Json to_json(const StoredClause& clause) {
  Json topics = Json::array();
  for (const TopicTag& tag : clause.topics) {
    if (tag.score >= tag_threshold) topics.push_back(to_json(tag));
  }
  return {{"clause", clause.number},      {"lines", {clause.lines.first, clause.lines.last}},
          {"begin", clause.begin},        {"end", clause.end},
          {"kind", name_of(clause.kind)}, {"headings", clause.headings},
          {"text", clause.text},          {"topics", std::move(topics)}};
}

Json to_json(const StoredPolicy& policy) {
  const Provenance& source = policy.source;
  Json object = {{"policy", versioned_id(source)},
                 {"shop", source.shop},
                 {"language", code_of(policy.language)},
                 {"file", source.file}};
  if (!source.retrieved.empty()) object["date"] = source.retrieved;
  if (!source.version.empty()) object["version"] = source.version;
  return object;
}

Json policy_record(const StoredPolicy& policy, std::span<const StoredClause> clauses) {
  Json record = to_json(policy);
  record["clauses"] = list(clauses);
  record["facts"] = list(policy.facts);
  return record;
}

std::string dump(const Json& value, int indent) {
  return harmless(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace clausula
