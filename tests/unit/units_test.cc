// Articles of law and durations as single terms: tests/data/units.tsv.
#include "indexer/analyzer.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "indexer/iso_duration.h"
#include "tests/unit/dutch_data.h"
#include "tests/unit/tables.h"

namespace clausula {
namespace {

std::multiset<std::string> values_in(std::string_view text, Language language) {
  Analyzer analyzer(language);
  std::vector<Token> tokens;
  std::vector<Unit> units;
  analyzer.analyze(text, tokens);
  analyzer.units(text, tokens, units);
  std::multiset<std::string> values;
  for (const Unit& unit : units) {
    CHECK(unit.first <= unit.last);
    CHECK(unit.last < tokens.size());
    CHECK((unit.kind == WordKind::duration) == unit.value.starts_with("P"));
    values.insert(unit.value);
  }
  return values;
}

TEST_CASE("Articles and durations are read in every language", "[units]") {
  for (const auto& row : read_table("units.tsv")) {
    REQUIRE(row.size() == 3);
    INFO(row[0] << ": " << row[1]);
    const auto expected = test::split_blanks(row[2]);
    CHECK(values_in(row[1], *language_of_code(row[0])) == std::multiset<std::string>(expected.begin(), expected.end()));
  }
}

TEST_CASE("A unit spans the words that say it", "[units]") {
  Analyzer analyzer(Language::dutch);
  const std::string text = "Dus art. 6 lid 1 sub f AVG, en wel 24 maanden.";
  std::vector<Token> tokens;
  std::vector<Unit> units;
  analyzer.analyze(text, tokens);
  analyzer.units(text, tokens, units);
  REQUIRE(units.size() == 2);
  CHECK(text.substr(tokens[units[0].first].begin, 18) == "art. 6 lid 1 sub f");
  CHECK(tokens[units[0].last].word->text == "f");
  CHECK(tokens[units[1].first].word->text == "24");
  CHECK(tokens[units[1].last].word->text == "maanden");
}

TEST_CASE("A length of time has one form", "[units]") {
  const std::pair<std::string, std::string> forms[] = {
      {"P24M", "P2Y"},  {"P2Y", "P2Y"},   {"P730D", "P2Y"},   {"P18M", "P18M"},   {"P2W", "P14D"},
      {"P30D", "P30D"}, {"PT48H", "P2D"}, {"PT36H", "PT36H"}, {"PT30M", "PT30M"}, {"P1M", "P1M"},
  };
  for (const auto& [stated, one] : forms) {
    INFO(stated);
    REQUIRE(days_of(stated));
    CHECK(iso_of_days(*days_of(stated)) == one);
    CHECK(iso_of_days(*days_of(one)) == one);
  }
}

TEST_CASE("Whatever stands in a text, its units lie in it", "[units]") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces{
      "artikel ", "art.", "6",       "1",      "13",   "22",      ".",    ",",   " ",   " ",   "(",       ")",
      "f",        "a",    "pants",   "panta ", "lid ", "punkta ", " en ", "un ", "t/m", "–",   "eerste ", "§",
      "sub ",     "AVG",  "likuma ", "jaar ",  "gadi", "twee ",   "P2Y",  "\n",  "-",   "999 "};
  Analyzer analyzer(Language::dutch);
  std::vector<Token> tokens;
  std::vector<Unit> units;
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (auto length = random() % 14; length > 0; --length) text += pieces[random() % pieces.size()];
    INFO(text);
    analyzer.analyze(text, tokens);
    analyzer.units(text, tokens, units);
    for (const Unit& unit : units) {
      REQUIRE(unit.first <= unit.last);
      REQUIRE(unit.last < tokens.size());
      REQUIRE_FALSE(unit.value.empty());
    }
  }
}

}  // namespace
}  // namespace clausula
