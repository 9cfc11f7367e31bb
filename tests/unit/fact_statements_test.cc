// Each kind of fact by statements of our own: tests/data/KIND-statements-LANGUAGE.tsv says what each states.
#include <algorithm>

#include "tests/unit/statement_tables.h"

namespace clausula {
namespace {

// The values of facts; with what they are about ("P7Y:invoices") where `expected` asks for that.
std::multiset<std::string> values_of(const std::vector<Fact>& facts, const std::multiset<std::string>& expected) {
  const bool about = std::any_of(expected.begin(), expected.end(),
                                 [](const std::string& value) { return value.find(':') != std::string::npos; });
  std::multiset<std::string> values;
  for (const Fact& fact : facts) {
    const auto what = fact.detail("what");
    const std::string value = fact.value.empty() ? "unnamed" : fact.value;
    values.insert(about && what ? value + ":" + std::string(*what) : value);
  }
  return values;
}

void check_table(FactKind kind, Language language) {
  FactReader reader(language);
  const std::string file = std::string(name_of(kind)) + "-statements-" + std::string(code_of(language)) + ".tsv";
  for (const Statement& statement : statements_of(file)) {
    INFO(file << ":" << statement.line << ": " << statement.text);
    const std::vector<Fact> facts = reader.facts_of(statement.text, kind);
    CHECK(values_of(facts, statement.expected) == statement.expected);
    for (const Fact& fact : facts) {
      CHECK(fact.evidence.end <= statement.text.size());
      CHECK(fact.evidence.begin < fact.evidence.end);
      CHECK(fact.evidence.clause > 0);
    }
  }
}

}  // namespace

TEST_CASE("statements state the facts that a reader finds in them", "[facts]") {
  const auto kind =
      GENERATE(FactKind::retention, FactKind::minimum_age, FactKind::right, FactKind::legal_basis, FactKind::transfer,
               FactKind::authority, FactKind::controller, FactKind::deadline, FactKind::effective_date);
  const auto language = GENERATE(Language::dutch, Language::latvian);
  check_table(kind, language);
}

}  // namespace clausula
