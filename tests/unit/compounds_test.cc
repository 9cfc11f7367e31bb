#include "indexer/compounds.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/dutch_stemmer.h"
#include "tests/unit/dutch_data.h"

using clausula::CompoundPart;
using clausula::CompoundSplitter;
using clausula::DutchStemmer;
using clausula::test::dutch_rows;
using clausula::test::split_blanks;

namespace {

std::vector<CompoundPart> split(const std::string& word) {
  const DutchStemmer stemmer;
  std::vector<CompoundPart> parts;
  CompoundSplitter(stemmer).split(word, parts);
  return parts;
}

std::vector<std::string> texts(const std::string& word) {
  std::vector<std::string> result;
  for (const CompoundPart& part : split(word)) result.push_back(word.substr(part.begin, part.end - part.begin));
  return result;
}

}  // namespace

TEST_CASE("Compounds fall into their parts", "[dutch]") {
  const auto rows = dutch_rows("dutch-compounds.tsv");
  REQUIRE(rows.size() >= 300);
  std::size_t right = 0;
  for (const auto& row : rows) {
    const auto found = texts(row.key.front());
    if (found == split_blanks(row.text)) ++right;
    INFO("dutch-compounds.tsv:" << row.line << " " << row.key.front());
    CHECK_NOFAIL(found == split_blanks(row.text));
  }
  CHECK(static_cast<double>(right) >= 0.95 * static_cast<double>(rows.size()));
}

TEST_CASE("Words that are no compounds stay whole", "[dutch]") {
  std::size_t words = 0, broken = 0;
  for (const auto& row : dutch_rows("dutch-simplex.txt")) {
    for (const std::string& word : row.key) {
      ++words;
      const bool whole = split(word).empty();
      if (!whole) ++broken;
      INFO(word);
      CHECK_NOFAIL(whole);
    }
  }
  REQUIRE(words >= 300);
  CHECK(broken * 100 <= words);
}

TEST_CASE("The parts of a compound have the stems of the words by themselves", "[dutch]") {
  const DutchStemmer stemmer;
  std::string stem;
  const auto parts = split("bewaartermijnen");
  REQUIRE(parts.size() == 2);
  stemmer.stem("bewaren", stem);
  CHECK(parts[0].stem == stem);
  stemmer.stem("termijn", stem);
  CHECK(parts[1].stem == stem);
}

TEST_CASE("The parts of a compound point at its bytes", "[dutch]") {
  const auto parts = split("verwerkersovereenkomsten");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].begin == 0);
  CHECK(parts[0].end == 9);  // the s links
  CHECK(parts[1].begin == 10);
  CHECK(parts[1].end == 24);
}

TEST_CASE("A name of any letters before a hyphen is a part where a known head follows", "[dutch]") {
  CHECK(texts("zönnestraal-account") == std::vector<std::string>{"zönnestraal", "account"});
  CHECK(texts("privacy-e-mail").empty());
  CHECK(texts("-adres").empty());
  CHECK(texts("a--adres").empty());
}

TEST_CASE("A long word is given up at once", "[dutch]") {
  std::string word;
  for (int i = 0; i < 20'000; ++i) word += "bestel";
  CHECK(split(word + "termijn").empty());
}
