#include "indexer/stated_topics.h"

#include <catch2/catch.hpp>

#include "corpus/clause.h"

namespace clausula {
namespace {

// A policy of one paragraph below a heading.
struct Example {
  Policy policy;
  std::vector<Clause> clauses;
  std::vector<ClauseView> views;
  std::vector<std::vector<TopicTag>> tags;

  Example() {
    policy.language = Language::dutch;
    policy.text = "# Over ons\n\nUw kaartje gaat na twee jaar in de papierbak.\n";
    clauses = segment(policy);
    for (const Clause& clause : clauses) {
      views.push_back({&clause, clause.text(policy), {}, Language::dutch});
      tags.emplace_back();
    }
  }

  Fact fact(FactKind kind, int clause, std::string_view words) const {
    Fact fact;
    fact.kind = kind;
    fact.evidence.clause = clause;
    fact.evidence.begin = policy.text.find(words);
    fact.evidence.end = fact.evidence.begin + words.size();
    return fact;
  }
};

}  // namespace

TEST_CASE("a clause that states a period of keeping is about retention", "[topics]") {
  Example example;
  REQUIRE(example.clauses.size() == 2);
  example.tags[1] = {{Topic::data, 0.9, {}}, {Topic::retention, 0.3, {}}, {Topic::rights, 0.2, {}}};
  const std::vector<Fact> facts{example.fact(FactKind::retention, 2, "twee jaar")};
  add_stated_topics(facts, example.views, example.tags);
  const auto& tags = example.tags[1];
  REQUIRE(tags.size() == 3);
  CHECK(tags[0].topic == Topic::data);
  CHECK(tags[1].topic == Topic::retention);
  CHECK(tags[1].score >= tag_threshold);
  CHECK(tags[1].cues == std::vector<std::string>{"twee jaar"});
  CHECK(tags[2].topic == Topic::rights);
}

TEST_CASE("what the tagger is sure of keeps its score and cues", "[topics]") {
  Example example;
  example.tags[1] = {{Topic::retention, 0.95, {"papierbak"}}};
  add_stated_topics(std::vector{example.fact(FactKind::retention, 2, "twee jaar")}, example.views, example.tags);
  REQUIRE(example.tags[1].size() == 1);
  CHECK(example.tags[1][0].score == 0.95);
  CHECK(example.tags[1][0].cues.front() == "papierbak");
}

TEST_CASE("headings, and kinds that are named in passing, tag nothing", "[topics]") {
  Example example;
  add_stated_topics(
      std::vector{example.fact(FactKind::retention, 1, "Over ons"), example.fact(FactKind::right, 2, "kaartje"),
                  example.fact(FactKind::recipient, 2, "kaartje")},
      example.views, example.tags);
  CHECK(example.tags[0].empty());
  CHECK(example.tags[1].empty());
}

}  // namespace clausula
