// Floors under how well policies are read, a little below what is measured: a change that reads worse is noticed.
#include <catch2/catch.hpp>

#include "tests/quality/reading.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

const std::filesystem::path source(CLAUSULA_SOURCE_DIR);

void check_floors(const std::filesystem::path& corpus, double topics, double facts, double recipients) {
  const TemporaryFolder folder;
  const ReadingQuality reading = read_and_compare(corpus, folder.path() / "index");
  REQUIRE(reading.policies.size() >= 24);
  for (const std::string language : {"nl", "lv"}) {
    INFO(language);
    CHECK(reading.topics(language).f1() >= topics);
    CHECK(reading.facts(language).f1() >= facts);
    CHECK(reading.by_kind(language)["recipient"].precision() >= recipients);
  }
}

TEST_CASE("the sample is read as its annotations say") { check_floors(source / "corpus/sample", 0.84, 0.94, 0.97); }

TEST_CASE("held-out policies are read nearly as well") {
  check_floors(source / "tests/quality/held-out", 0.84, 0.85, 0.9);
}

TEST_CASE("what is compared are topics by line and facts by value") {
  GoldPolicy gold{"shop", "nl", {}, {}, {}, {}, {}};
  gold.topics = {{1, {"retention", "payment"}}, {2, {}}};
  gold.facts = {{"retention", {{"duration", "P12M"}}, {1}}, {"recipient", {{"name", "Klarna"}}, {2}}};
  StoredPolicy policy;
  policy.source.id = "shop";
  Fact year;
  year.kind = FactKind::retention;
  year.value = "P1Y";
  Fact denied;
  denied.kind = FactKind::recipient;
  denied.value = "Klarna";
  denied.denied = true;
  policy.facts = {year, denied};
  StoredClause clause;
  clause.lines = {1, 2};
  clause.topics = {{Topic::retention, 0.9, {}}, {Topic::cookies, 0.2, {}}};
  const PolicyQuality reading = compare_reading(gold, policy, {clause});
  CHECK(reading.topics.at("retention").right == 1);
  CHECK(reading.topics.at("retention").wrong == 1);
  CHECK(reading.topics.at("payment").missed == 1);
  CHECK(reading.topics.count("cookies") == 0);
  CHECK(reading.facts.at("retention").right == 1);
  CHECK(reading.facts.at("recipient").wrong == 1);
  CHECK(reading.facts.at("recipient").missed == 1);
}

}  // namespace
}  // namespace clausula
