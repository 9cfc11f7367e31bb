// The table of term prefixes, and that docs/schema.md prints the same one.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "indexer/schema.h"

using namespace clausula;

TEST_CASE("A term is its prefix and value, with a colon before a capital") {
  CHECK(term("Q", "shop") == "Qshop");
  CHECK(term("Q", "Shop") == "QShop");
  CHECK(term("XT", "retention") == "XTretention");
  CHECK(term("XP", "Shop") == "XP:Shop");
  CHECK(term("XP", ":odd") == "XP::odd");
}

TEST_CASE("A long value is shortened to a term of its own") {
  const std::string a(300, 'a');
  const std::string b = a + "b";
  CHECK(term("XP", a).size() <= 245);
  CHECK(term("XP", a) != term("XP", b));
  CHECK(term("XP", a) == term("XP", a));
}

TEST_CASE("No prefix is the beginning of another where a lower-case value would confuse them") {
  // Xapian's convention: a prefix goes on as long as capitals do, so prefixes must differ and values begin in lower
  // case.
  std::set<std::string_view> prefixes;
  for (const TermField& field : term_fields()) {
    INFO(field.prefix);
    CHECK(prefixes.insert(field.prefix).second);
  }
}

TEST_CASE("docs/schema.md has every prefix as the code has it") {
  std::ifstream in(std::string(CLAUSULA_SOURCE_DIR) + "/docs/schema.md");
  std::stringstream text;
  text << in.rdbuf();
  const std::string document = text.str();
  for (const TermField& field : term_fields()) {
    const std::string row = "| `" + std::string(field.prefix) + "` | " +
                            (field.name.empty() ? "–" : "`" + std::string(field.name) + ":`") + " | " +
                            std::string(field.on) + " | " + std::string(field.holds) + " |";
    INFO(row);
    CHECK(document.find(row) != std::string::npos);
  }
}
