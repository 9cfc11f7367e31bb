#include "query/text_diff.h"

#include <catch2/catch.hpp>
#include <random>

namespace clausula {
namespace {

struct Texts {
  Texts(std::string_view first, std::string_view second) : a(diff_text(first, ids)), b(diff_text(second, ids)) {}
  WordIds ids;
  DiffText a;
  DiffText b;
};

// "keep [-removed-] {+inserted+}"
std::string marked(std::string_view first, std::string_view second) {
  const Texts texts(first, second);
  std::string text;
  for (const Edit& edit : word_edits(texts.a, texts.b)) {
    if (edit.op == EditOp::keep) text += edit.text;
    if (edit.op == EditOp::remove) text += "[-" + edit.text + "-]";
    if (edit.op == EditOp::insert) text += "{+" + edit.text + "+}";
  }
  return text;
}

double similarity(std::string_view first, std::string_view second) {
  const Texts texts(first, second);
  return word_similarity(texts.a, texts.b);
}

TEST_CASE("words that changed are told from those that stayed") {
  CHECK(marked("Wij bewaren facturen 5 jaar.", "Wij bewaren facturen 7 jaar.") ==
        "Wij bewaren facturen [-5 -]{+7+} jaar.");
  CHECK(marked("Mēs glabājam datus.", "Mēs droši glabājam datus.") == "Mēs {+droši+} glabājam datus.");
  CHECK(marked("Wij delen niets met anderen.", "Wij delen niets.") == "Wij delen niets.[-met anderen -]");
  CHECK(marked("", "Nieuw.") == "{+Nieuw+}.");
  CHECK(marked("Oud.", "") == "[-Oud -]");
}

TEST_CASE("punctuation, quotation marks, case and line breaks are no edits") {
  CHECK(similarity("Wij zijn \"Lampenhof\", uit Ede.", "wij zijn “Lampenhof” – uit\nEde") == 1);
  CHECK(marked("De klant; de koper.", "De klant, de\nkoper!") == "De klant, de\nkoper!");
  CHECK(similarity("klanten' gegevens", "klanten’ gegevens") == 1);
}

TEST_CASE("numbers and signs of money are words") {
  CHECK(similarity("Een boete van € 5,50", "Een boete van € 55") < 1);
  CHECK(similarity("maximaal € 50", "maximaal $ 50") < 1);
  CHECK(similarity("21 % btw", "21 btw") < 1);
}

TEST_CASE("a word or two between long changes go with them") {
  CHECK(marked("een twee drie en vier vijf zes", "rood geel blauw en wit zwart grijs") ==
        "[-een twee drie en vier vijf zes -]{+rood geel blauw en wit zwart grijs+}");
}

TEST_CASE("kept and inserted text are the second text, kept and removed words the first") {
  std::mt19937 random(7);
  const auto text = [&] {
    std::string made;
    const auto length = std::uniform_int_distribution<int>(0, 40)(random);
    for (int i = 0; i < length; ++i) {
      made += "abcdefgh"[std::uniform_int_distribution<int>(0, 7)(random)];
      made += std::uniform_int_distribution<int>(0, 3)(random) == 0 ? ",\n" : " ";
    }
    return made;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string first = text();
    const std::string second = text();
    const Texts texts(first, second);
    std::string rebuilt;
    std::string old;
    for (const Edit& edit : word_edits(texts.a, texts.b)) {
      if (edit.op != EditOp::remove) rebuilt += edit.text;
      if (edit.op != EditOp::insert) old += edit.text + " ";
    }
    REQUIRE(rebuilt == second);
    WordIds ids;
    REQUIRE(diff_text(old, ids).words == diff_text(first, ids).words);
  }
}

TEST_CASE("texts past the limit are compared by their ends") {
  std::string first = "begin ";
  std::string second = "begin ";
  for (int i = 0; i < 15'000; ++i) {
    first += "a" + std::to_string(i) + " ";
    second += "b" + std::to_string(i) + " ";
  }
  first += "einde";
  second += "einde";
  const Texts texts(first, second);
  const std::vector<Edit> edits = word_edits(texts.a, texts.b);
  REQUIRE(edits.size() == 4);
  CHECK(edits.front().text == "begin ");
  CHECK(edits.back().text == " einde");
}

}  // namespace
}  // namespace clausula
