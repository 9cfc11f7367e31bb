// Recipients by statements of our own: tests/data/recipient-statements-*.tsv says what each of them states.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/unit/statement_tables.h"

namespace clausula {
namespace {

struct Case {
  std::string statement;
  std::set<std::string> expected;
  int line = 0;
};

std::vector<Case> cases_of(const std::string& language) {
  std::ifstream in(std::string(CLAUSULA_SOURCE_DIR) + "/tests/data/recipient-statements-" + language + ".tsv");
  REQUIRE(in);
  std::vector<Case> cases;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    Case each{line.substr(0, tab), {}, number};
    for (std::size_t at = 0; (at = each.statement.find("\\n", at)) != std::string::npos;)
      each.statement.replace(at, 2, "\n");
    std::istringstream facts(line.substr(tab + 1));
    for (std::string fact; std::getline(facts, fact, ',');) {
      fact.erase(0, fact.find_first_not_of(' '));
      if (fact != "none") each.expected.insert(fact);
    }
    cases.push_back(std::move(each));
  }
  return cases;
}

std::set<std::string> recipients(const std::vector<Fact>& facts) {
  std::set<std::string> found;
  for (const Fact& fact : facts) {
    const char* sign = fact.denied ? "-" : "+";
    if (fact.kind == FactKind::recipient) found.insert(fact.value + sign);
    if (fact.kind == FactKind::recipient_category) found.insert("@" + fact.value + sign);
  }
  return found;
}

std::string shown(const std::set<std::string>& facts) {
  std::string text;
  for (const std::string& fact : facts) text += (text.empty() ? "" : ", ") + fact;
  return text.empty() ? "none" : text;
}

void check_statements(const std::string& code, Language language, const std::string& shop) {
  FactReader extraction(language, shop);
  const std::vector<Case> cases = cases_of(code);
  REQUIRE(cases.size() >= 150);
  std::size_t right = 0;
  std::string wrong;
  for (const Case& each : cases) {
    const std::set<std::string> found = recipients(extraction.facts_of(each.statement));
    if (found == each.expected) {
      ++right;
    } else {
      wrong += std::to_string(each.line) + ": " + each.statement + "\n    wanted " + shown(each.expected) + "; found " +
               shown(found) + "\n";
    }
  }
  INFO(right << " of " << cases.size() << " right; wrong are\n" << wrong);
  CHECK(static_cast<double>(right) >= 0.98 * static_cast<double>(cases.size()));
}

TEST_CASE("recipients of Dutch statements", "[facts]") { check_statements("nl", Language::dutch, "Theehuis Linde"); }

TEST_CASE("recipients of Latvian statements", "[facts]") {
  check_statements("lv", Language::latvian, "Tējas nams Liepa");
}

const Fact& only_fact(const std::vector<Fact>& facts, FactKind kind) {
  const auto of_kind = [&](const Fact& fact) { return fact.kind == kind; };
  REQUIRE(std::count_if(facts.begin(), facts.end(), of_kind) == 1);
  return *std::find_if(facts.begin(), facts.end(), of_kind);
}

TEST_CASE("a recipient's evidence is the bytes of its name, in the policy", "[facts]") {
  FactReader extraction(Language::dutch, "Theehuis Linde");
  const auto facts = extraction.facts_of("Café\n\nWij delen je adres met PostNL.\n\nDe bezorging doet PostNL.\n");
  const Fact& fact = only_fact(facts, FactKind::recipient);
  CHECK(extraction.policy().text.substr(fact.evidence.begin, fact.evidence.end - fact.evidence.begin) == "PostNL");
  CHECK(fact.evidence.lines == LineRange{3, 3});
  REQUIRE(fact.also.size() == 1);
  CHECK(fact.also.front().lines == LineRange{5, 5});
  CHECK(fact.detail("category") == "delivery");
}

TEST_CASE("products are details of their owner", "[facts]") {
  FactReader extraction(Language::dutch, "Theehuis Linde");
  const auto facts = extraction.facts_of("Wij gebruiken Google Analytics. Ook gebruiken wij Google Ads.");
  const Fact& fact = only_fact(facts, FactKind::recipient);
  CHECK(fact.value == "Google");
  CHECK(fact.detail("product") == "Google Analytics, Google Ads");
}

TEST_CASE("a party counts as a product where its owner is named too", "[facts]") {
  FactReader extraction(Language::dutch, "Theehuis Linde");
  const auto facts = extraction.facts_of("Wij delen gegevens met Meta. Wij gebruiken cookies van Instagram.");
  CHECK(recipients(facts) == std::set<std::string>{"Meta+"});
  CHECK(only_fact(facts, FactKind::recipient).detail("product") == "Instagram");
  CHECK(recipients(extraction.facts_of("Wij gebruiken cookies van Instagram.")) == std::set<std::string>{"Instagram+"});
}

TEST_CASE("a condition is kept in the words of the text", "[facts]") {
  FactReader dutch(Language::dutch, "Theehuis Linde");
  const auto facts = dutch.facts_of("Als je achteraf betaalt, geven we je gegevens door aan Klarna.");
  CHECK(only_fact(facts, FactKind::recipient).detail("condition") == "Als je achteraf betaalt");
  FactReader latvian(Language::latvian, "Tējas nams Liepa");
  const auto more = latvian.facts_of("Ja rēķins netiek apmaksāts, datus nododam Klarnai.");
  CHECK(only_fact(more, FactKind::recipient).detail("condition") == "Ja rēķins netiek apmaksāts");
}

TEST_CASE("kinds of facts have names that lead back to them", "[facts]") {
  for (int i = 0; i < fact_kind_count; ++i) {
    const auto kind = static_cast<FactKind>(i);
    CHECK(fact_kind_of(name_of(kind)) == kind);
    CHECK_FALSE(value_key(kind).empty());
  }
  CHECK_FALSE(fact_kind_of("recipients").has_value());
}

}  // namespace
}  // namespace clausula
