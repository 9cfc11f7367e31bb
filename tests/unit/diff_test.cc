#include "query/diff.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>

#include "query/render_diff.h"
#include "tests/unit/stored_policies.h"

namespace clausula {
namespace {

using Builder = StoredPolicyBuilder;

PolicyDiff diff_of(const Builder& a, const Builder& b, std::vector<Topic> topics = {}) {
  return diff(a.policy(), a.clauses(), b.policy(), b.clauses(), topics);
}

// "same 1-1" for each change, by clause numbers; "-" where a side has none.
std::vector<std::string> changes_of(const PolicyDiff& diff) {
  std::vector<std::string> all;
  for (const ClauseChange& change : diff.clauses) {
    all.push_back(std::string(name_of(change.change)) + " " + (change.a ? std::to_string(*change.a + 1) : "") + "-" +
                  (change.b ? std::to_string(*change.b + 1) : ""));
  }
  return all;
}

using Changes = std::vector<std::string>;

const std::string keeps = "Wij bewaren uw facturen zeven jaar in onze administratie.";
const std::string shares = "Uw adres geven wij door aan de bezorger die het pakket brengt.";
const std::string asks = "Heeft u een vraag, schrijf dan een brief aan ons kantoor in Ede.";

TEST_CASE("clauses with the same words are the same, whatever their punctuation") {
  const Builder a = Builder("a").clause(keeps).clause("De \"winkel\" zegt: niets");
  const Builder b = Builder("b")
                        .clause("WIJ bewaren uw facturen\nzeven jaar, in onze administratie")
                        .clause("De ‘winkel’ zegt niets.");
  const PolicyDiff diff = diff_of(a, b);
  CHECK(changes_of(diff) == Changes{"same 1-1", "same 2-2"});
  CHECK_FALSE(has_differences(diff));
}

TEST_CASE("a clause with other words is edited and says which") {
  const Builder a = Builder("a").clause(keeps).clause(asks);
  const Builder b = Builder("b").clause("Wij bewaren uw facturen tien jaar in onze administratie.").clause(asks);
  const PolicyDiff diff = diff_of(a, b);
  REQUIRE(changes_of(diff) == Changes{"edited 1-1", "same 2-2"});
  CHECK(diff.clauses[0].similarity > 0.8);
  CHECK_FALSE(diff.clauses[0].moved);
  REQUIRE(diff.clauses[0].edits.size() == 4);
  CHECK(diff.clauses[0].edits[1].text == "zeven ");
  CHECK(diff.clauses[0].edits[2].text == "tien");
  CHECK(has_differences(diff));
}

TEST_CASE("a clause in another place is moved, not removed and inserted") {
  const Builder a = Builder("a").clause(keeps).clause(shares).clause(asks);
  const Builder b = Builder("b").clause(shares).clause(asks).clause(keeps);
  CHECK(changes_of(diff_of(a, b)) == Changes{"same 2-1", "same 3-2", "moved 1-3"});
}

TEST_CASE("a clause that moved and changed is both") {
  const Builder a = Builder("a").clause(keeps).clause(shares).clause(asks);
  const Builder b =
      Builder("b").clause(shares).clause(asks).clause("Wij bewaren uw facturen tien jaar in onze administratie.");
  const PolicyDiff diff = diff_of(a, b);
  REQUIRE(changes_of(diff) == Changes{"same 2-1", "same 3-2", "edited 1-3"});
  CHECK(diff.clauses[2].moved);
}

TEST_CASE("a paragraph that was cut otherwise is moved in parts") {
  const Builder whole = Builder("a").clause(asks).clause(keeps + " " + shares);
  const Builder parts = Builder("b").clause(asks).clause(keeps).clause(shares);
  CHECK(changes_of(diff_of(whole, parts)) == Changes{"same 1-1", "moved 2-2", "moved 2-3"});
  CHECK(changes_of(diff_of(parts, whole)) == Changes{"same 1-1", "moved 2-2", "moved 3-2"});
}

TEST_CASE("the number of a heading or item is no word, a number in a sentence is") {
  const Builder a =
      Builder("a").clause("4. Bewaren", {}, ClauseKind::heading).clause("2) uw adres", {}, ClauseKind::item);
  const Builder b =
      Builder("b").clause("5. Bewaren", {}, ClauseKind::heading).clause("3) uw adres", {}, ClauseKind::item);
  CHECK(changes_of(diff_of(a, b)) == Changes{"same 1-1", "same 2-2"});
  const Builder c = Builder("c").clause("4 jaar bewaren wij het");
  const Builder d = Builder("d").clause("5 jaar bewaren wij het");
  CHECK(changes_of(diff_of(c, d)) == Changes{"edited 1-1"});
}

TEST_CASE("clauses with nothing in common stand alone, in their places") {
  const Builder a = Builder("a").clause(keeps).clause(asks);
  const Builder b = Builder("b").clause(shares).clause(asks);
  CHECK(changes_of(diff_of(a, b)) == Changes{"only_a 1-", "only_b -1", "same 2-2"});
  CHECK(changes_of(diff_of(a, Builder("b").clause(keeps).clause("***").clause(asks))) ==
        Changes{"same 1-1", "same 2-3"});
}

TEST_CASE("clauses of two languages match by what they say") {
  const Builder a = Builder("a")
                        .clause("Facturen bewaren wij zeven jaar.", {Topic::retention})
                        .fact(FactKind::retention, "P7Y", {{"what", "invoices"}})
                        .clause("Wij verkopen ook lampen.")
                        .clause("U mag toestemming altijd intrekken.", {Topic::consent, Topic::rights})
                        .fact(FactKind::right, "withdraw-consent");
  const Builder b = Builder("b", Language::latvian)
                        .clause("Piekrišanu var atsaukt jebkurā laikā.", {Topic::consent, Topic::rights})
                        .fact(FactKind::right, "withdraw-consent")
                        .clause("Grāmatvedības dokumentus glabājam 7 gadus.", {Topic::retention})
                        .fact(FactKind::retention, "P84M", {{"what", "accounting data"}});
  const PolicyDiff diff = diff_of(a, b);
  CHECK(changes_of(diff) == Changes{"matched 3-1", "matched 1-2", "only_a 2-"});
  for (const ClauseChange& change : diff.clauses) CHECK(change.edits.empty());
  CHECK(diff.facts.both.size() == 2);
  CHECK(diff.facts.differ.empty());
}

TEST_CASE("facts about the same matter with other values differ") {
  const Builder a = Builder("a")
                        .clause(keeps)
                        .fact(FactKind::retention, "P2Y", {{"what", "order data"}})
                        .fact(FactKind::retention, "P7Y", {{"what", "invoices"}})
                        .fact(FactKind::recipient, "Klarna", {}, true)
                        .fact(FactKind::minimum_age, "16")
                        .fact(FactKind::right, "access");
  const Builder b = Builder("b")
                        .clause(shares)
                        .fact(FactKind::retention, "P84M", {{"what", "invoices"}})
                        .fact(FactKind::retention, "P5Y", {{"what", "order data"}})
                        .fact(FactKind::recipient, "klarna")
                        .fact(FactKind::recipient, "PostNL")
                        .fact(FactKind::minimum_age, "13");
  const FactDiff facts = diff_of(a, b).facts;
  REQUIRE(facts.differ.size() == 3);
  CHECK(facts.differ[0].a.value == "P2Y");
  CHECK(facts.differ[0].b.value == "P5Y");
  CHECK(facts.differ[1].a.denied);
  CHECK_FALSE(facts.differ[1].b.denied);
  CHECK(facts.differ[2].b.value == "13");
  REQUIRE(facts.both.size() == 1);
  CHECK(facts.both[0].b.value == "P84M");
  REQUIRE(facts.only_a.size() == 1);
  CHECK(facts.only_a[0].value == "access");
  REQUIRE(facts.only_b.size() == 1);
  CHECK(facts.only_b[0].value == "PostNL");
}

TEST_CASE("the same period for other data is not the same fact") {
  const Builder a = Builder("a").clause(keeps).fact(FactKind::retention, "P2Y", {{"what", "cookies"}});
  const Builder b = Builder("b").clause(shares).fact(FactKind::retention, "P2Y", {{"what", "video recordings"}});
  const FactDiff facts = diff_of(a, b).facts;
  CHECK(facts.both.empty());
  CHECK(facts.differ.empty());
}

TEST_CASE("a topic restricts facts and clauses") {
  const Builder a = Builder("a")
                        .clause(keeps, {Topic::retention})
                        .fact(FactKind::retention, "P7Y")
                        .clause(shares, {Topic::recipients});
  const Builder b = Builder("b").clause(asks);
  const PolicyDiff diff = diff_of(a, b, {Topic::retention});
  REQUIRE(diff.topics.size() == 1);
  CHECK(diff.topics[0].facts.only_a.size() == 1);
  CHECK(changes_of(diff) == Changes{"only_a 1-"});
  CHECK_FALSE(has_something(diff_of(a, b, {Topic::minors})));
  const PolicyDiff all = diff_of(a, b);
  CHECK(all.topics.size() == 2);
  REQUIRE(all.untagged.size() == 1);
  CHECK(all.untagged[0].change == Change::only_b);
}

TEST_CASE("the JSON of a diff has the documented fields and no others") {
  const Builder a =
      Builder("a").clause(keeps, {Topic::retention}).fact(FactKind::retention, "P7Y", {{"what", "invoices"}});
  const Builder b = Builder("b")
                        .clause("Wij bewaren uw facturen tien jaar in onze administratie.", {Topic::retention})
                        .fact(FactKind::retention, "P10Y", {{"what", "invoices"}})
                        .clause(asks);
  std::ostringstream out;
  render_json(diff_of(a, b), out);
  const auto record = nlohmann::ordered_json::parse(out.str());
  const auto keys = [](const nlohmann::ordered_json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items()) all.push_back(key);
    return all;
  };
  using Keys = std::vector<std::string>;
  CHECK(keys(record) == Keys{"a", "b", "topics", "untagged"});
  CHECK(keys(record["a"]) == Keys{"policy", "shop", "language", "file"});
  const auto& topic = record["topics"][0];
  CHECK(keys(topic) == Keys{"topic", "facts", "clauses"});
  CHECK(keys(topic["facts"]) == Keys{"only_a", "only_b", "both", "differ"});
  CHECK(keys(topic["facts"]["differ"][0]) == Keys{"a", "b"});
  CHECK(topic["facts"]["differ"][0]["b"]["duration"] == "P10Y");
  CHECK(keys(topic["clauses"][0]) == Keys{"change", "a", "b", "similarity", "moved", "edits"});
  CHECK(keys(topic["clauses"][0]["edits"][0]) == Keys{"op", "text"});
  CHECK(keys(record["untagged"][0]) == Keys{"change", "a", "b", "similarity"});
  CHECK(record["untagged"][0]["a"].is_null());
}

TEST_CASE("hostile text does no harm in any rendering of a diff") {
  Builder a = Builder(hostile_text).clause(hostile_text + " oud").clause(hostile_text);
  Builder b = Builder("b").clause(hostile_text + " nieuw").clause("Iets heel anders zonder overlap hier.");
  a.fact(FactKind::recipient, hostile_text, {{"condition", hostile_text}});
  const PolicyDiff diff = diff_of(a, b);

  std::ostringstream text;
  render_text(diff, {80, false}, text);
  CHECK(is_harmless(text.str()));

  std::ostringstream html;
  render_html(diff, html);
  CHECK(is_harmless(html.str()));
  CHECK(html.str().find("<script") == std::string::npos);
  CHECK(html.str().find("&lt;script&gt;") != std::string::npos);

  std::ostringstream json;
  render_json(diff, json);
  CHECK(is_harmless(json.str()));
  CHECK(nlohmann::json::parse(json.str())["a"]["policy"] == hostile_text);
}

TEST_CASE("a diff in text marks words with signs, and with colours where there are any") {
  const Builder a = Builder("a").clause(keeps);
  const Builder b = Builder("b").clause("Wij bewaren uw facturen tien jaar in onze administratie.");
  std::ostringstream plain;
  render_text(diff_of(a, b), {80, false}, plain);
  CHECK(plain.str().find("[-zeven-] {+tien+} jaar") != std::string::npos);
  std::ostringstream color;
  render_text(diff_of(a, b), {80, true}, color);
  CHECK(color.str().find("\x1b[31mzeven\x1b[0m \x1b[32mtien\x1b[0m jaar") != std::string::npos);
}

TEST_CASE("two policies of thousands of clauses take no time") {
  Builder a("a");
  Builder b("b");
  for (int i = 0; i < 2'000; ++i) {
    const std::string number = std::to_string(i);
    a.clause("In regel " + number + " staat dat wij gegevens " + number + " bewaren voor doel a" + number +
             " en niet langer.");
    b.clause("In regel " + number + " staat dat wij gegevens " + number + " wissen na doel b" + number +
             " en niet eerder.");
  }
  const auto start = std::chrono::steady_clock::now();
  const PolicyDiff diff = diff_of(a, b);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(diff.clauses.front().change == Change::edited);
  CHECK(diff.clauses.size() == 2'000);
  CHECK(took.count() < 10);  // 0.3 s in an optimized build; a comparison of all pairs would take minutes
}

}  // namespace
}  // namespace clausula
