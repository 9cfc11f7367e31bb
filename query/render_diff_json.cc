#include <ostream>

#include "query/json.h"
#include "query/render_diff.h"

namespace clausula {
namespace {

Json to_json(const FactPair& pair) { return {{"a", to_json(pair.a)}, {"b", to_json(pair.b)}}; }

// A fact that both state is that of the first policy, with its place in the second under "b".
Json shared_fact(const FactPair& pair) {
  Json fact = to_json(pair.a);
  fact["b"] = to_json(pair.b.evidence);
  return fact;
}

template <class Write>
Json pairs(const std::vector<FactPair>& values, Write&& write) {
  Json array = Json::array();
  for (const FactPair& pair : values) array.push_back(write(pair));
  return array;
}

Json to_json(const FactDiff& facts) {
  return {{"only_a", to_json(std::span<const Fact>(facts.only_a))},
          {"only_b", to_json(std::span<const Fact>(facts.only_b))},
          {"both", pairs(facts.both, shared_fact)},
          {"differ", pairs(facts.differ, [](const FactPair& pair) { return to_json(pair); })}};
}

Json number(const std::vector<StoredClause>& clauses, const std::optional<std::size_t>& index) {
  return index ? Json(clauses[*index].number) : Json(nullptr);
}

Json changes(const PolicyDiff& diff, const std::vector<ClauseChange>& clauses) {
  Json array = Json::array();
  for (const ClauseChange& change : clauses) {
    Json object = {{"change", name_of(change.change)},
                   {"a", number(diff.clauses_a, change.a)},
                   {"b", number(diff.clauses_b, change.b)},
                   {"similarity", rounded(change.similarity)}};
    if (change.change == Change::edited) {
      object["moved"] = change.moved;
      object["edits"] = Json::array();
      for (const Edit& edit : change.edits) object["edits"].push_back({{"op", name_of(edit.op)}, {"text", edit.text}});
    }
    array.push_back(std::move(object));
  }
  return array;
}

}  // namespace

void render_json(const PolicyDiff& diff, std::ostream& out) {
  Json record = {{"a", to_json(diff.a)}, {"b", to_json(diff.b)}, {"topics", Json::array()}};
  for (const TopicDiff& topic : diff.topics) {
    record["topics"].push_back(
        {{"topic", name_of(topic.topic)}, {"facts", to_json(topic.facts)}, {"clauses", changes(diff, topic.clauses)}});
  }
  record["untagged"] = changes(diff, diff.untagged);
  out << dump(record, 2) << '\n';
}

}  // namespace clausula
