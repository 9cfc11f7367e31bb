// What facts hold beside their value: evidence, further statements, triggers, contact details; and slots of templates.
#include "indexer/template_slots.h"
#include "tests/unit/statement_tables.h"

namespace clausula {
namespace {

std::vector<std::string> slots_of(const std::string& text) {
  std::vector<std::string> found;
  for (const SlotSpan& slot : find_slots(text)) found.push_back(text.substr(slot.begin, slot.end - slot.begin));
  return found;
}

}  // namespace

TEST_CASE("evidence points at the words that state the fact", "[facts]") {
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of("Privacy\n\nWij zijn er graag.\nFacturen bewaren wij zeven boekjaren.\n", FactKind::retention);
  REQUIRE(facts.size() == 1);
  CHECK(reader.words_of(facts[0].evidence) == "zeven boekjaren");
  CHECK(facts[0].evidence.lines == LineRange{4, 4});
}

TEST_CASE("a period that is stated twice about the same data is one fact", "[facts]") {
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of("Facturen bewaren wij 7 jaar.\n\nZoals gezegd worden facturen 7 jaar bewaard.\n",
                                     FactKind::retention);
  REQUIRE(facts.size() == 1);
  REQUIRE(facts[0].also.size() == 1);
  CHECK(facts[0].also[0].lines == LineRange{3, 3});
}

TEST_CASE("the same period for different data is a fact each", "[facts]") {
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of("Bewaartermijnen\n\n- Facturen: 7 jaar\n- Bestelgegevens: 7 jaar\n", FactKind::retention);
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].detail("what") == "invoices");
  CHECK(facts[1].detail("what") == "order data");
}

TEST_CASE("a period says what it begins with", "[facts]") {
  FactReader dutch(Language::dutch);
  const auto facts = dutch.facts_of("Berichten verwijderen wij twee jaar na het laatste contact.", FactKind::retention);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].detail("trigger") == "after the last contact");
  FactReader latvian(Language::latvian);
  const auto latvian_facts = latvian.facts_of("Datus dzēšam gada laikā pēc konta slēgšanas.", FactKind::retention);
  REQUIRE(latvian_facts.size() == 1);
  CHECK(latvian_facts[0].detail("trigger") == "after the closing of the account");
}

TEST_CASE("a controller comes with the details of its contact block", "[facts]") {
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of(
      "Privacyverklaring\n\nTheehuis Linde B.V., gevestigd aan Kade 12, 1234 AB Delft, is verantwoordelijk voor de "
      "verwerking van persoonsgegevens.\n\nE-mail: thee@linde.example\nTelefoon: +31 15 123 45 67\nKvK-nummer: 12345678\n"
      "BTW-nummer: NL001234567B89\n",
      FactKind::controller);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "Theehuis Linde B.V.");
  CHECK(facts[0].detail("address") == "Kade 12, 1234 AB Delft");
  CHECK(facts[0].detail("email") == "thee@linde.example");
  CHECK(facts[0].detail("phone") == "+31 15 123 45 67");
  CHECK(facts[0].detail("registration") == "12345678");
  CHECK(facts[0].detail("vat") == "NL001234567B89");
}

TEST_CASE("a Latvian controller comes with its register number and address", "[facts]") {
  FactReader reader(Language::latvian);
  const auto facts = reader.facts_of(
      "Privātuma politika\n\nPārzinis ir SIA “Zelta Pupa”, reģ. Nr. 40001112223, juridiskā adrese Rīga, Kalna iela 2 - 3, "
      "LV-1003, e-pasts: info@pupa.example.\n",
      FactKind::controller);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "SIA “Zelta Pupa”");
  CHECK(facts[0].detail("registration") == "40001112223");
  CHECK(facts[0].detail("address") == "Rīga, Kalna iela 2 - 3, LV-1003");
  CHECK(facts[0].detail("email") == "info@pupa.example");
}

TEST_CASE("a controller without a name is a fact where it can be reached", "[facts]") {
  FactReader reader(Language::latvian);
  const auto facts = reader.facts_of("Jautājumus sūtiet uz info@pupa.example.", FactKind::controller);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value.empty());
  CHECK(facts[0].detail("email") == "info@pupa.example");
}

TEST_CASE("slots of a template are no values", "[facts]") {
  CHECK(slots_of("[Bedrijfsnaam], gevestigd te {{plaats}}, KvK XXXXXXXX, tel. ______") ==
        std::vector<std::string>{"[Bedrijfsnaam]", "{{plaats}}", "XXXXXXXX", "______"});
  CHECK(slots_of("Zie voetnoot [1] en mail info [at] theehuis.example [...]").empty());
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of("[Naam bedrijf] B.V. is verantwoordelijk. KvK-nummer: [KvK-nummer]", FactKind::controller);
  for (const Fact& fact : facts) CHECK_FALSE(fact.detail("registration"));
}

TEST_CASE("a transfer names country and safeguard", "[facts]") {
  FactReader reader(Language::dutch);
  const auto facts = reader.facts_of(
      "Gegevens kunnen worden doorgegeven aan de Verenigde Staten op basis van standaardcontractbepalingen.",
      FactKind::transfer);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].value == "possible");
  CHECK(facts[0].detail("country") == "US");
  CHECK(facts[0].detail("safeguard") == "scc");
}

}  // namespace clausula
