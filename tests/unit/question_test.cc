#include "query/question.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "corpus/error.h"
#include "corpus/spelling.h"
#include "indexer/facts.h"
#include "query/fields.h"
#include "query/syntax.h"
#include "tests/unit/tables.h"

namespace clausula {
namespace {

// An index that knows one party of its own.
class SmallVocabulary final : public Vocabulary {
 public:
  bool has(const std::string& term) const override { return term == "XRfoobar"; }
  std::vector<std::string> recipients() const override { return {"foobar"}; }
};

Question read(QuestionReader& reader, std::string_view text) {
  std::vector<std::string> quoted;
  return reader.read(text, SmallVocabulary(), quoted);
}

QuestionReader& shared_reader() {
  static QuestionReader reader(Lexicon::builtin());
  return reader;
}

TEST_CASE("questions in three languages are understood", "[question]") {
  for (const auto& row : read_table("questions.tsv")) {
    REQUIRE(row.size() == 2);
    INFO(row[0]);
    CHECK(describe(read(shared_reader(), row[0])) == row[1]);
  }
}

TEST_CASE("a question means the same without its capitals and diacritics", "[question]") {
  for (const std::string_view text :
       {"KURI VEIKALI NENODOD DATUS TREŠAJĀM PERSONĀM", "kuri veikali nenodod datus tresajam personam"}) {
    const Question question = read(shared_reader(), text);
    CHECK(question.practice == Practice::sharing);
    CHECK(question.polarity == Polarity::denies);
    CHECK(question.categories == std::vector<std::string>{"third-parties"});
  }
}

TEST_CASE("a mistyped party is corrected, and said to be", "[question]") {
  const Question question = read(shared_reader(), "which shops share data with Klarma");
  REQUIRE(question.corrections.size() == 1);
  CHECK(question.corrections[0].typed == "Klarma");
  CHECK(question.corrections[0].meant == "Klarna");
  REQUIRE(question.parties.size() == 1);
  CHECK(question.parties[0].category == "payment");
}

TEST_CASE("a quoted name is a party only where one is needed", "[question]") {
  std::vector<std::string> quoted{"Oude Molen"};
  const Question sharing = shared_reader().read("welke winkels delen gegevens met", SmallVocabulary(), quoted);
  REQUIRE(sharing.parties.size() == 1);
  CHECK(sharing.parties[0].value == "oude molen");
  CHECK(quoted.empty());

  quoted = {"zeven jaar"};
  const Question other = shared_reader().read("facturen", SmallVocabulary(), quoted);
  CHECK(other.parties.empty());
  CHECK(quoted.size() == 1);
}

TEST_CASE("Latvian 'no' is no English negation", "[question]") {
  CHECK(read(shared_reader(), "kuri veikali saņem datus no Klarna").polarity != Polarity::denies);
  CHECK(read(shared_reader(), "which shops share no data with Klarna").polarity == Polarity::denies);
}

TEST_CASE("the search box is taken apart", "[question]") {
  for (const auto& row : read_table("queries.tsv")) {
    REQUIRE(row.size() == 3);
    INFO(row[0]);
    const Syntax syntax = parse_syntax(row[0]);
    CHECK(syntax.question == row[1]);
    CHECK(describe(syntax.conditions) == row[2]);
  }
}

TEST_CASE("a query that cannot be read says where and why", "[question]") {
  const auto message = [](std::string_view query) {
    try {
      parse_syntax(query);
    } catch (const UsageError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(message("lang:nl \"zeven") == "query, column 9: the quotation mark is not closed");
  CHECK(message("(cookies") == "query, column 1: the parenthesis is not closed");
  CHECK(message("OR cookies") == "query, column 1: nothing stands before 'OR'");
  CHECK(message("cookies AND") == "query, column 9: something has to follow 'AND'");
  CHECK(message("( )") == "query, column 3: nothing stands before this closing parenthesis");
  CHECK(message("topic:\"\"") == "query, column 1: field 'topic' has no value");
}

TEST_CASE("bounds are read as they are typed", "[question]") {
  const auto holds = [](std::string_view text, double value) {
    return parse_bounds(text, plain_number).value().holds(value);
  };
  CHECK(holds("16", 16));
  CHECK_FALSE(holds("16", 15));
  CHECK(holds("<16", 15));
  CHECK_FALSE(holds("<16", 16));
  CHECK(holds(">=16", 16));
  CHECK(holds("13..16", 13));
  CHECK_FALSE(holds("13..16", 17));
  CHECK(holds("..16", 2));
  CHECK_FALSE(parse_bounds("sixteen", plain_number));
  CHECK_FALSE(parse_bounds("..", plain_number));
  CHECK(days_of_typed("7y") == days_of_typed("P7Y"));
  CHECK(days_of_typed("12m") == days_of_typed("P1Y"));
  CHECK_FALSE(days_of_typed("seven"));
}

TEST_CASE("spelling suggestions need to be near and alone", "[question]") {
  const std::vector<std::string> names{"klarna", "paypal", "dpd", "dhl", "mollie"};
  CHECK(nearest("klarma", names) == "klarna");
  CHECK(nearest("payapl", names) == "paypal");
  CHECK_FALSE(nearest("dhd", names));      // too short to be sure
  CHECK_FALSE(nearest("zalando", names));  // too far
  CHECK(edit_distance("klarna", "kalrna", 2) == 1);
}

TEST_CASE("the concepts are side by side in three languages", "[question]") {
  const auto& entries = Lexicon::builtin().entries("concepts.toml");
  CHECK(entries.size() >= 150);
  std::set<std::string> ids;
  for (const LexiconEntry& entry : entries) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    for (const std::string_view language : {"en", "nl", "lv"}) CHECK_FALSE(entry.list(language).empty());
    if (!entry.value("topic").empty()) CHECK(topic_of(entry.value("topic")));
    const std::string_view fact = entry.value("fact");
    if (!fact.empty()) CHECK(fact_kind_of(fact.substr(0, fact.find(':'))));
  }
}

TEST_CASE("each way of asking has a role that is known", "[question]") {
  const std::set<std::string_view> roles{"ask", "verb", "not", "compare", "number", "age", "filter", "filler"};
  for (const LexiconEntry& entry : Lexicon::builtin().entries("questions.toml")) {
    INFO(entry.id);
    CHECK(roles.contains(entry.value("role")));
    if (!entry.value("topic").empty()) CHECK(topic_of(entry.value("topic")));
  }
}

}  // namespace
}  // namespace clausula
