#include "query/snippet.h"

#include <catch2/catch.hpp>

#include "corpus/unicode.h"
#include "query/snippet_text.h"

namespace clausula {
namespace {

class Snippets {
 public:
  explicit Snippets(Language language = Language::dutch) : analyzer_(language) {}

  Snippet make(std::string_view text, const std::vector<std::string>& words, std::vector<ByteRange> evidence = {},
               std::size_t longest = 300) {
    MarkedWords marked;
    for (const std::string& word : words) marked.stems.insert(analyzer_.word(word).stem);
    analyzer_.analyze(text, tokens_);
    return make_snippet(text, tokens_, marked, evidence, longest);
  }

  std::string html(std::string_view text, const std::vector<std::string>& words, std::vector<ByteRange> evidence = {},
                   std::size_t longest = 300) {
    return marked_html(make(text, words, std::move(evidence), longest));
  }

 private:
  Analyzer analyzer_;
  std::vector<Token> tokens_;
};

TEST_CASE("a snippet is the sentence with most of the words", "[snippet]") {
  Snippets snippets;
  CHECK(snippets.html("Wij maken lampen. Facturen bewaren wij zeven jaar. Bel ons gerust.", {"facturen", "bewaren"}) ==
        "<b>Facturen</b> <b>bewaren</b> wij zeven jaar.");
}

TEST_CASE("where nothing matches, a snippet is the first sentence", "[snippet]") {
  CHECK(Snippets().html("Wij maken lampen. Bel ons gerust.", {"klarna"}) == "Wij maken lampen.");
  CHECK(Snippets().html("", {"klarna"}).empty());
}

TEST_CASE("evidence decides over words", "[snippet]") {
  const std::string text = "Facturen zijn facturen. Wij sturen uw naam naar Klarna.";
  const std::size_t begin = text.find("Klarna");
  CHECK(Snippets().html(text, {"facturen"}, {{begin, begin + 6}}) == "Wij sturen uw naam naar <b>Klarna</b>.");
}

TEST_CASE("a long sentence is cut around its evidence, never inside a word", "[snippet]") {
  std::string text = "Wij delen";
  for (int i = 0; i < 60; ++i) text += " ongebruikelijkheden";
  text += " met Klarna";
  for (int i = 0; i < 60; ++i) text += " ongebruikelijkheden";
  text += ".";
  const std::size_t begin = text.find("Klarna");
  const Snippet snippet = Snippets().make(text, {}, {{begin, begin + 6}}, 200);
  CHECK(columns(snippet.text) <= 200);
  CHECK(snippet.cut_before);
  CHECK(snippet.cut_after);
  REQUIRE(snippet.marks.size() == 1);
  CHECK(snippet.text.substr(snippet.marks[0].begin, snippet.marks[0].end - snippet.marks[0].begin) == "Klarna");
  CHECK(snippet.text.starts_with("ongebruikelijkheden "));
  CHECK(snippet.text.ends_with(" ongebruikelijkheden"));
}

TEST_CASE("marks stand between characters of more than one byte", "[snippet]") {
  Snippets snippets(Language::latvian);
  CHECK(snippets.html("Rēķinus glabājam piecus gadus.", {"rēķini"}) == "<b>Rēķinus</b> glabājam piecus gadus.");
}

TEST_CASE("white space becomes single blanks and the marks move along", "[snippet]") {
  CHECK(Snippets().html("Facturen\n\t  bewaren  wij", {"bewaren"}) == "Facturen <b>bewaren</b> wij");
}

TEST_CASE("a policy cannot smuggle in markup or control sequences", "[snippet]") {
  CHECK(Snippets().html("<b>Klarna</b> & <script>", {"klarna"}).find("<script>") == std::string::npos);
  const std::string html = Snippets().html("Klarna \x1b[31mrood", {"klarna"});
  CHECK(html.find('\x1b') == std::string::npos);
  for (const Run& run : runs_of(Snippets().make("Klarna rood", {"klarna"}), "")) {
    CHECK((run.text == "Klarna") == (run.style == Style::bold));
  }
}

}  // namespace
}  // namespace clausula
