#include "indexer/split_verbs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/dutch_stemmer.h"
#include "tests/unit/dutch_data.h"

using namespace clausula;

namespace {

struct Fixture {
  Analyzer analyzer{Language::dutch};
  DutchStemmer stemmer;
  SplitVerbFinder finder{stemmer};
  std::vector<Token> tokens;
  std::vector<SplitVerb> found;

  void find(const std::string& text) {
    analyzer.analyze(text, tokens);
    finder.find(text, tokens, found);
  }
  std::vector<std::string> stems() const {
    std::vector<std::string> result;
    for (const SplitVerb& verb : found) result.push_back(verb.stem);
    std::sort(result.begin(), result.end());
    return result;
  }
  std::vector<std::string> stems_of(const std::vector<std::string>& verbs) const {
    std::vector<std::string> result;
    for (const std::string& verb : verbs) {
      if (verb != "-") stemmer.stem(verb, result.emplace_back());
    }
    std::sort(result.begin(), result.end());
    return result;
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "Verb and particle that stand apart are found, prepositions are not", "[dutch]") {
  std::size_t positive = 0, negative = 0;
  for (const auto& row : test::dutch_rows("dutch-split-verbs.tsv")) {
    find(row.text);
    INFO("dutch-split-verbs.tsv:" << row.line << " " << row.text);
    CHECK(stems() == stems_of(row.key));
    ++(row.key.front() == "-" ? negative : positive);
  }
  CHECK(positive >= 40);
  CHECK(negative >= 40);
}

TEST_CASE_METHOD(Fixture, "A split verb names its two tokens", "[dutch]") {
  find("Wij geven uw gegevens door.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].verb == 1);
  CHECK(found[0].particle == 4);
}

TEST_CASE_METHOD(Fixture, "A particle belongs to a verb of its own sentence", "[dutch]") {
  find("Wij geven niets. Door.");
  CHECK(found.empty());
  find("");
  CHECK(found.empty());
}
