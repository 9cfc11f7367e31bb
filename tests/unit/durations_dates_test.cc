// Durations and dates by tables: tests/data/{durations,dates}-{nl,lv}.tsv.
#include "indexer/dates.h"
#include "indexer/durations.h"
#include "tests/unit/statement_tables.h"

namespace clausula {
namespace {

// The phrases of one file.
std::vector<PhraseSet::Hit> hits_of(const std::string& file, Language language, const std::vector<Token>& tokens) {
  static const FactPhrases compiled(Lexicon::builtin());
  std::vector<PhraseSet::Hit> hits;
  compiled.of(language).match(tokens, hits);
  std::erase_if(hits, [place = fact_lexicon_file(file)](const auto& hit) { return hit.file != place; });
  return hits;
}

template <class Find>
void check_table(const std::string& name, Language language, Find&& find) {
  Analyzer analyzer(language);
  const std::string file = name + "-" + std::string(code_of(language)) + ".tsv";
  for (const Statement& statement : statements_of(file)) {
    INFO(file << ":" << statement.line << ": " << statement.text);
    std::vector<Token> tokens;
    analyzer.analyze(statement.text, tokens);
    const std::vector<PhraseSet::Hit> hits = hits_of(name + ".toml", language, tokens);
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
  const auto found = find_durations(tokens, text, hits_of("durations.toml", Language::dutch, tokens));
  REQUIRE(found.size() == 1);
  CHECK(text.substr(tokens[found[0].first].begin, tokens[found[0].last].end - tokens[found[0].first].begin) ==
        "7 (zeven) boekjaren");
}

}  // namespace clausula
