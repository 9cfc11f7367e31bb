// Durations and dates by tables: tests/data/{durations,dates}-{nl,lv}.tsv.
#include "indexer/dates.h"
#include "indexer/durations.h"
#include "tests/unit/statement_tables.h"

namespace clausula {
namespace {

const FactPhrases& phrases() {
  static const FactPhrases compiled(Lexicon::builtin());
  return compiled;
}

template <class Find>
void check_table(const std::string& name, Language language, Find&& find) {
  Analyzer analyzer(language);
  const std::string file = name + "-" + std::string(code_of(language)) + ".tsv";
  for (const Statement& statement : statements_of(file)) {
    INFO(file << ":" << statement.line << ": " << statement.text);
    std::vector<Token> tokens;
    analyzer.analyze(statement.text, tokens);
    std::vector<PhraseSet::Hit> hits;
    phrases().of(name + ".toml", language).match(tokens, hits);
    std::multiset<std::string> found;
    for (const auto& span : find(tokens, statement.text, hits)) {
      found.insert(span.iso);
      CHECK(span.first <= span.last);
      CHECK(span.last < tokens.size());
    }
    CHECK(found == statement.expected);
  }
}

}  // namespace

TEST_CASE("durations are read in words and figures, in every case", "[facts]") {
  const auto language = GENERATE(Language::dutch, Language::latvian);
  check_table("durations", language, find_durations);
}

TEST_CASE("dates are read in the formats of both languages", "[facts]") {
  const auto language = GENERATE(Language::dutch, Language::latvian);
  check_table("dates", language, find_dates);
}

TEST_CASE("a duration spans its number and its unit", "[facts]") {
  Analyzer analyzer(Language::dutch);
  const std::string text = "Na 7 (zeven) boekjaren wissen wij alles.";
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<PhraseSet::Hit> hits;
  phrases().of("durations.toml", Language::dutch).match(tokens, hits);
  const auto found = find_durations(tokens, text, hits);
  REQUIRE(found.size() == 1);
  CHECK(text.substr(tokens[found[0].first].begin, tokens[found[0].last].end - tokens[found[0].first].begin) ==
        "7 (zeven) boekjaren");
}

}  // namespace clausula
