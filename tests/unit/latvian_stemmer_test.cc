#include "indexer/latvian_stemmer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "corpus/language.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

std::string stem_of(std::string_view word) { return LatvianStemmer().analyze(word).stem; }

// Form and group, in the order of the file.
std::vector<std::pair<std::string, std::string>> vocabulary() {
  std::ifstream file(CLAUSULA_SOURCE_DIR "/tests/data/latvian-vocabulary.tsv");
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos && line[0] != '#') {
      rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
  }
  return rows;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> letters = {"a",    "ā",
                                                   "e",    "ē",
                                                   "i",    "ī",
                                                   "o",    "u",
                                                   "ū",    "n",
                                                   "ņ",    "s",
                                                   "š",    "z",
                                                   "ž",    "t",
                                                   "d",    "j",
                                                   "m",    "v",
                                                   "k",    "ķ",
                                                   "l",    "ļ",
                                                   "ne",   "jā",
                                                   "vis",  "pie",
                                                   "šana", "x",
                                                   "Я",    "\U0001F600",
                                                   "'",    "-",
                                                   "\xC4", "\x80",
                                                   "7",    std::string(1, '\0')};
  std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1), length(1, 12);
  std::string text;
  for (std::size_t i = length(random); i > 0; --i) text += letters[pick(random)];
  return text;
}

}  // namespace

TEST_CASE("Forms of a Latvian word share a stem", "[latvian]") {
  std::map<std::string, std::pair<std::string, std::string>> first;  // group → its first form and that form's stem
  const auto rows = vocabulary();
  REQUIRE(rows.size() > 300);
  for (const auto& [form, group] : rows) {
    const std::string stem = stem_of(form);
    const auto [known, added] = first.try_emplace(group, form, stem);
    INFO(form << " and " << known->second.first);
    CHECK(stem == known->second.second);
  }
}

TEST_CASE("Forms that lost their diacritics share a stem, but for a few", "[latvian][diacritics]") {
  const LatvianStemmer stemmer;
  std::map<std::string, std::map<std::string, int>> stems;  // group → how many of its forms have which
  const auto rows = vocabulary();
  for (const auto& [form, group] : rows) {
    std::string stem;
    stemmer.stem_folded(fold(form), stem);
    REQUIRE(stem == fold(stem));
    ++stems[group][stem];
  }
  int apart = 0;
  for (const auto& [group, counts] : stems) {
    int all = 0, most = 0;
    for (const auto& [stem, count] : counts) {
      all += count;
      most = std::max(most, count);
    }
    apart += all - most;
  }
  // Endings that only their diacritics tell from others. The vocabulary has more of them than other texts.
  CHECK(apart * 15 <= static_cast<int>(rows.size()));
}

TEST_CASE("Different Latvian words have different stems", "[latvian]") {
  std::map<std::string, std::string> groups;  // stem → group
  for (const auto& [form, group] : vocabulary()) {
    const auto [known, added] = groups.try_emplace(stem_of(form), group);
    INFO(form << " of " << group << " has the stem of " << known->second);
    CHECK(known->second == group);
  }
}

TEST_CASE("A Latvian verb's negation stands beside its stem", "[latvian]") {
  const LatvianStemmer stemmer;
  const auto negated = GENERATE(values<std::pair<const char*, const char*>>({
      {"nenododam", "nododam"},
      {"neapstrādā", "apstrādā"},
      {"neapstrādājam", "apstrādāt"},
      {"nepārdos", "pārdot"},
      {"neizmanto", "izmantot"},
      {"nereģistrējam", "reģistrēt"},
      {"neuzglabās", "uzglabāt"},
      {"nesniegšana", "sniegt"},
      {"nepieprasīts", "pieprasīt"},
      {"neierobežota", "ierobežot"},
      {"neraksta", "rakstīt"},
      {"nevēlas", "vēlēties"},
      {"nevar", "varēt"},
      {"nedrīkst", "drīkstēt"},
      {"nav", "būt"},
      {"nebija", "būt"},
      {"neesam", "esam"},
  }));
  const LatvianForm form = stemmer.analyze(negated.first), plain = stemmer.analyze(negated.second);
  INFO(negated.first);
  CHECK(form.negated);
  CHECK_FALSE(plain.negated);
  CHECK(form.stem == plain.stem);
}

TEST_CASE("A ne- that is a part of the word is no negation", "[latvian]") {
  const auto word = GENERATE(values<const char*>(
      {"nepilngadīgs",   "nepilngadīgie", "nedēļa",      "nedēļas",      "neatkarīgi", "nepieciešams",
       "nepieciešamība", "nekustams",     "nekad",       "neviens",      "nekāds",     "neskatoties",
       "nekavējoties",   "neliels",       "netiešs",     "nesen",        "nest",       "nesam",
       "nervs",          "neirons",       "nepārvarama", "neaktualitāte"}));
  INFO(word);
  const LatvianForm form = LatvianStemmer().analyze(word);
  CHECK_FALSE(form.negated);
  CHECK(form.stem.starts_with("ne"));
}

TEST_CASE("The Latvian stemmer takes whatever comes", "[latvian]") {
  const LatvianStemmer stemmer;
  CHECK(stem_of("").empty());
  std::mt19937 random(20);  // NOLINT: the same texts every time
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(random);
    const LatvianForm form = stemmer.analyze(text);
    REQUIRE_FALSE(form.stem.empty());
    REQUIRE(form.stem.size() <= text.size() + 4);  // an infinitive may be longer than its form
    REQUIRE(stemmer.analyze(text).stem == form.stem);
    std::string folded;
    stemmer.stem_folded(text, folded);
    REQUIRE_FALSE(folded.empty());
  }
  const std::string endless(10'000, 'a');
  CHECK(stem_of(endless) == endless);
}

TEST_CASE("Stem replaces what was in the buffer", "[latvian]") {
  const auto stemmer = make_stemmer(Language::latvian);
  std::string stem = "before";
  stemmer->stem("līgumā", stem);
  CHECK(stem == "līgum");
  CHECK(stemmer->id() == "latvian-2");
}

TEST_CASE("Xapian stems Latvian through the adapter", "[latvian]") {
  const Xapian::Stem stem(new LatvianXapianStem);
  const Xapian::Stem copy = stem;
  CHECK(stem("glabājam") == copy("glabāšana"));
  CHECK(stem.get_description().find("latvian-2") != std::string::npos);
}

}  // namespace clausula
