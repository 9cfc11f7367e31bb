#include "indexer/dutch_stemmer.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "tests/unit/dutch_data.h"

using clausula::DutchStemmer;
using clausula::test::dutch_rows;
using clausula::test::split_blanks;

namespace {

std::string stem(const std::string& word) {
  std::string result;
  DutchStemmer().stem(word, result);
  return result;
}

}  // namespace

TEST_CASE("Dutch forms of a word share a stem and other words have others", "[dutch]") {
  for (const auto& row : dutch_rows("dutch-vocabulary.tsv")) {
    const auto words = split_blanks(row.text);
    INFO("dutch-vocabulary.tsv:" << row.line);
    REQUIRE(words.size() > 1);
    for (std::size_t i = 1; i < words.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        INFO(words[j] << " and " << words[i]);
        if (row.key.front() == "one") {
          CHECK(stem(words[i]) == stem(words[j]));
        } else {
          CHECK(stem(words[i]) != stem(words[j]));
        }
      }
    }
  }
}

TEST_CASE("The Dutch stemmer leaves the first part of a hyphenated word and foreign letters alone", "[dutch]") {
  CHECK(stem("e-mails") == stem("e-mail"));
  CHECK(stem("ip-adressen") == "ip-" + stem("adres"));
  CHECK(stem("dzēšana") == "dzēšana");
  CHECK(stem("cookie-") == "cookie-");
  CHECK(stem("één") != stem("een"));
  CHECK(stem("geëxporteerd") == stem("exporteren"));
}

TEST_CASE("Dutch plurals that lost their diaeresis share the stem of the singular", "[dutch][diacritics]") {
  const auto folded = [](const char* word) {
    std::string result;
    DutchStemmer().stem_folded(word, result);
    return result;
  };
  CHECK(folded("categorieen") == stem("categorieën"));
  CHECK(folded("ideeen") == stem("ideeën"));
  CHECK(folded("industrieen") == stem("industrie"));
  CHECK(folded("alleen") == stem("alleen"));
}

TEST_CASE("The Dutch stemmer knows the short forms of irregular verbs", "[dutch]") {
  CHECK(stem("is") == stem("zijn"));
  CHECK(stem("ben") == stem("was"));
  CHECK(stem("a") == "a");
  CHECK(stem("'s") == "'s");
}

TEST_CASE("A Dutch stem is never empty, whatever the letters", "[dutch]") {
  std::mt19937 random(7);
  const std::string letters = "aabeeeghijnnorstdtuvz'-\xC3\xAB\xC3";
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    for (auto length = 1 + random() % 14; length > 0; --length) word.push_back(letters[random() % letters.size()]);
    INFO(word);
    REQUIRE_FALSE(stem(word).empty());
  }
  CHECK_FALSE(stem(std::string(100'000, 'e') + "ge").empty());
}
