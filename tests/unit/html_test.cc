#include "corpus/html.h"

#include <catch2/catch.hpp>

#include "corpus/html_nesting.h"

namespace clausula {
namespace {

TEST_CASE("text_of_html writes blocks as lines") {
  CHECK(text_of_html("<h1>Privacy</h1><p>Wij van\n <b>Pluim</b> delen&nbsp;niets &amp; niemand.<p>Echt.") ==
        "# Privacy\n\nWij van Pluim delen\u00A0niets & niemand.\n\nEcht.\n");
  CHECK(text_of_html("<div>Een<div>Twee</div>Drie</div>") == "Een\n\nTwee\n\nDrie\n");
  CHECK(text_of_html("<p>Kade 1<br>Voorstad") == "Kade 1\nVoorstad\n");
  CHECK(text_of_html("<p><strong>Cookies</strong></p><p>Geen.") == "**Cookies**\n\nGeen.\n");
  CHECK(text_of_html("Gl&#257;b&#x101;&scaron;ana") == "Glābāšana\n");
}

TEST_CASE("text_of_html keeps lists and their depth") {
  CHECK(text_of_html("<p>Wij vragen:<ul><li>naam<li>adres<ul><li>straat</ul></ul>Klaar.") ==
        "Wij vragen:\n\n- naam\n- adres\n  - straat\n\nKlaar.\n");
  CHECK(text_of_html("<ol start=3><li>drie<li>vier</ol><ol type=a><li>a</ol>") == "3. drie\n4. vier\n\na) a\n");
  CHECK(text_of_html("<ul><li><p>naam<p>en adres</ul>") == "- naam\n  en adres\n");
  CHECK(text_of_html("<ol><li><h2>Cookies</h2><p>Geen.</ol>") == "## 1. Cookies\n\nGeen.\n");
}

TEST_CASE("text_of_html keeps tables with their header") {
  CHECK(text_of_html("<table><tr><th>Cookie<th>Duur<tr><td>mand<td>1\n dag<tr><td>keuze<td></table>") ==
        "Cookie | Duur\nmand | 1 dag\nkeuze | -\n");
  CHECK(text_of_html("<table><tr><td><h2>Kop</h2><p>Tekst.<td>Meer.</table>") == "## Kop\n\nTekst.\n\nMeer.\n");
}

TEST_CASE("text_of_html leaves out what is no policy") {
  const std::string html = R"(<html><head><title>T</title><style>p{}</style></head><body>
      <nav>Start</nav><header><a>Logo</a></header><div class="Cookie-Banner">Kies</div>
      <div id=text>Wij delen niets.<script>var a = "<p>nee</p>";</script><button>Sluit</button></div>
      <p hidden>verborgen</p><p style="display: none">ook</p><div role=navigation>menu</div>
      <div class="accordion-body" style="display:none">Wij bewaren weinig.</div>
      <aside>Reclame</aside><footer>Voet</footer></body></html>)";
  CHECK(text_of_html(html) == "Wij delen niets.\n\nWij bewaren weinig.\n");
}

TEST_CASE("text_of_html prefers the main part of a page") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "Wij delen niets. ";
  const std::string text =
      text_of_html("<div>Elders</div><main><header><h1>Privacy</h1></header><p>" + words + "</main>");
  CHECK(text.find("Elders") == std::string::npos);
  CHECK(text.starts_with("# Privacy\n\nWij delen"));
}

TEST_CASE("text_of_html survives deep and broken pages") {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  CHECK(text_of_html(deep + "tekst") == "tekst\n");
  std::string lists;
  for (int i = 0; i < 20000; ++i) lists += "<ul><li>x";
  CHECK(text_of_html(lists).size() < 1000000);
  std::string closing;
  for (int i = 0; i < 100000; ++i) closing += "<span></div>";
  CHECK(text_of_html(closing + "tekst") == "tekst\n");
  CHECK(text_of_html("<p>Wij <b>delen <i>niets</b> aan</i> wie<").starts_with("Wij delen niets aan wie"));
  CHECK(text_of_html("").empty());
}

TEST_CASE("flatten_nesting changes nothing in an ordinary page") {
  const std::string page = "<div><p>a<p>b<br><b>c<i>d</b>e</i><ul><li>f</ul></div>";
  CHECK(flatten_nesting(page) == page);
}

TEST_CASE("declared_encoding reads both forms of the declaration") {
  CHECK(declared_encoding("<meta charset=\"windows-1257\">") == "windows-1257");
  CHECK(declared_encoding("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-13'>") == "iso-8859-13");
  CHECK(declared_encoding("<p>niets").empty());
}

}  // namespace
}  // namespace clausula
