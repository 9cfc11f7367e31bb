#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "corpus/error.h"
#include "corpus/reader.h"
#include "indexer/index_writer.h"
#include "query/compare.h"
#include "query/diff.h"
#include "query/export.h"
#include "query/fact_table.h"
#include "query/json.h"
#include "query/render_compare.h"
#include "query/render_facts.h"
#include "query/show.h"
#include "tests/unit/stored_policies.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

using Keys = std::set<std::string>;

Keys keys(const Json& object) {
  Keys all;
  for (const auto& [key, value] : object.items()) all.insert(key);
  return all;
}

// Whether `object` has all of `needed` and nothing but those and `allowed`.
bool has_only(const Json& object, const Keys& needed, const Keys& allowed = {}) {
  const Keys found = keys(object);
  for (const std::string& key : needed) {
    if (!found.contains(key)) return false;
  }
  for (const std::string& key : found) {
    if (!needed.contains(key) && !allowed.contains(key)) return false;
  }
  return true;
}

// The invented shops of the sample, indexed once.
const Store& sample() {
  static const TemporaryFolder folder;
  static const Store store = [] {
    const std::filesystem::path index = folder.path() / "index";
    const std::filesystem::path corpus = std::filesystem::path(CLAUSULA_SOURCE_DIR) / "corpus" / "sample";
    update_index(list_corpus(corpus), index, {});
    return Store({index.string()});
  }();
  return store;
}

std::vector<Json> exported(const std::vector<StoredPolicy>& policies) {
  std::ostringstream out;
  export_records(sample(), policies, out);
  std::vector<Json> records;
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) records.push_back(Json::parse(line));
  return records;
}

struct FactKeys {
  Keys needed;
  Keys allowed;
};

// The table of facts in docs/formats.md: by kind the keys that a fact has to have and those that it may have.
std::map<std::string, FactKeys> documented_facts() {
  std::ifstream in(std::filesystem::path(CLAUSULA_SOURCE_DIR) / "docs" / "formats.md");
  std::map<std::string, FactKeys> kinds;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) inside = line == "### Facts";
    if (!inside || !line.starts_with("| `")) continue;
    std::vector<Keys> columns;
    std::istringstream cells(line.substr(1));
    for (std::string cell; std::getline(cells, cell, '|');) {
      columns.emplace_back();
      for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at)) {
        const std::size_t end = cell.find('`', at + 1);
        columns.back().insert(cell.substr(at + 1, end - at - 1));
        at = end + 1;
      }
    }
    REQUIRE(columns.size() == 4);
    FactKeys keys{{"kind", "clause", "lines", "begin", "end", "also"}, columns[3]};
    keys.needed.merge(Keys(columns[1]));
    keys.needed.merge(Keys(columns[2]));
    kinds.emplace(*columns[0].begin(), keys);
  }
  return kinds;
}

TEST_CASE("the documented facts are those that there are") {
  const auto kinds = documented_facts();
  CHECK(kinds.size() == fact_kind_count);
  for (int i = 0; i < fact_kind_count; ++i) {
    const FactKind kind = static_cast<FactKind>(i);
    REQUIRE(kinds.contains(std::string(name_of(kind))));
    CHECK(kinds.at(std::string(name_of(kind))).needed.contains(std::string(value_key(kind))));
  }
}

TEST_CASE("a policy record has the documented fields and no others") {
  const Keys place{"clause", "lines", "begin", "end"};
  const auto kinds = documented_facts();
  for (const Json& record : exported(sample().policies(true))) {
    INFO(record["policy"]);
    REQUIRE(has_only(record, {"policy", "shop", "language", "file", "clauses", "facts"}, {"date", "version"}));
    for (const Json& clause : record["clauses"]) {
      REQUIRE(has_only(clause, {"clause", "lines", "begin", "end", "kind", "headings", "text", "topics"}));
      REQUIRE(clause["text"].get<std::string>().size() ==
              clause["end"].get<std::size_t>() - clause["begin"].get<std::size_t>());
      for (const Json& topic : clause["topics"]) {
        REQUIRE(has_only(topic, {"topic", "score", "cues"}));
        REQUIRE(topic["score"].get<double>() >= tag_threshold);
      }
    }
    for (const Json& fact : record["facts"]) {
      INFO(fact.dump());
      const FactKeys& documented = kinds.at(fact["kind"]);
      REQUIRE(has_only(fact, documented.needed, documented.allowed));
      for (const Json& also : fact["also"]) REQUIRE(has_only(also, place));
      if (fact.contains("age")) REQUIRE(fact["age"].is_number_integer());
      if (fact.contains("email")) REQUIRE(fact["email"].is_array());
    }
  }
}

TEST_CASE("the newest version goes out, older ones where asked for") {
  std::set<std::string> ids;
  for (const Json& record : exported(sample().policies(true))) ids.insert(record["policy"]);
  CHECK(ids.contains("fietsenzolder"));
  CHECK(ids.contains("fietsenzolder@2021-03-01"));
  for (const Json& record : exported(sample().policies())) CHECK_FALSE(record.contains("version"));
  CHECK(sample().policies(true).size() == sample().policies().size() + 1);
}

TEST_CASE("JSON is valid UTF-8 and harmless whatever the text") {
  StoredPolicyBuilder builder("a");
  builder.clause(hostile_text + "\xff\xc3").fact(FactKind::recipient, hostile_text);
  const std::string line = dump(policy_record(builder.policy(), builder.clauses()));
  CHECK(is_harmless(line));
  CHECK(line.find('\n') == std::string::npos);
  const Json record = Json::parse(line);
  CHECK(record["clauses"][0]["text"].get<std::string>().starts_with(hostile_text));
  CHECK(record["facts"][0]["name"] == hostile_text);
}

TEST_CASE("two versions of a shop differ where it changed its practice") {
  const PolicyDiff changes = diff(sample(), "fietsenzolder@2021-03-01", "fietsenzolder", {});
  const auto differs = [&](FactKind kind, std::string_view a, std::string_view b) {
    return std::any_of(changes.facts.differ.begin(), changes.facts.differ.end(), [&](const FactPair& pair) {
      return pair.a.kind == kind && pair.a.value == a && pair.b.value == b;
    });
  };
  CHECK(differs(FactKind::retention, "P2Y", "P5Y"));
  CHECK(differs(FactKind::minimum_age, "16", "13"));
  CHECK(std::any_of(changes.facts.only_b.begin(), changes.facts.only_b.end(),
                    [](const Fact& fact) { return fact.value == "Klarna"; }));
  CHECK_FALSE(has_differences(diff(sample(), "fietsenzolder", "fietsenzolder", {})));
}

TEST_CASE("facts are found by kind and name, each with its sentence") {
  FactQuery query;
  query.kinds = {FactKind::recipient};
  query.name = "KLARNA";
  std::size_t rows = 0;
  const FactCounts counts = each_fact(sample(), query, [&](const FactRow& row) {
    ++rows;
    CHECK(row.fact.value == "Klarna");
    CHECK(row.quote.find("larna") != std::string::npos);
  });
  CHECK(rows > 3);
  CHECK(counts.facts == rows);
  query.limit = 2;
  std::size_t few = 0;
  CHECK(each_fact(sample(), query, [&](const FactRow&) { ++few; }).facts == rows);
  CHECK(few == 2);
}

TEST_CASE("every renderer of facts shows hostile text without harm") {
  StoredPolicyBuilder builder("a");
  builder.clause("x").fact(FactKind::recipient, hostile_text, {{"condition", hostile_text}});
  for (const char* format : {"text", "json", "csv"}) {
    std::ostringstream out;
    const auto renderer = fact_renderer(format, {80, false}, out);
    renderer->row({&builder.policy(), builder.policy().facts[0], hostile_text});
    renderer->end();
    CHECK(is_harmless(out.str()));
  }
}

TEST_CASE("a comparison tells silence from a topic without a fact") {
  StoredPolicyBuilder builder("a");
  builder.clause("Voor kinderen zijn wij er niet.").fact(FactKind::retention, "P1Y");
  StoredPolicy policy = builder.policy();
  policy.topics = {Topic::minors, Topic::retention};
  CHECK(cell_of(policy, Topic::profiling).silent);
  CHECK_FALSE(cell_of(policy, Topic::minors).silent);
  CHECK(cell_of(policy, Topic::minors).facts.empty());
  CHECK(cell_of(policy, Topic::retention).facts.size() == 1);

  CompareTable table{{Topic::profiling, Topic::minors, Topic::retention}, {}, 1};
  table.rows.push_back(
      {policy, {cell_of(policy, Topic::profiling), cell_of(policy, Topic::minors), cell_of(policy, Topic::retention)}});
  std::ostringstream csv;
  render_csv(table, csv);
  CHECK(csv.str() == "policy,shop,language,profiling,minors,retention\r\na,Lampenhof,nl,–,no fact,1 year\r\n");
}

TEST_CASE("show gives the clauses about a topic, or the one asked for") {
  const PolicyView view = show(sample(), "fietsenzolder", {{Topic::retention}, {}});
  REQUIRE_FALSE(view.clauses.empty());
  for (const StoredClause& clause : view.clauses) CHECK(is_about(clause, Topic::retention));
  CHECK(show(sample(), "fietsenzolder", {{}, 3}).clauses.front().number == 3);
  CHECK_THROWS_AS(show(sample(), "fietsenzolder", {{}, 999}), UsageError);
  CHECK_THROWS_AS(show(sample(), "no-such-shop", {}), UsageError);
}

}  // namespace
}  // namespace clausula
