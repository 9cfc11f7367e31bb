#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "corpus/clause.h"

namespace clausula {
namespace {

Policy policy_of(std::string text, Language language = Language::dutch) {
  Policy policy;
  policy.text = std::move(text);
  policy.language = language;
  return policy;
}

// One line a clause: kind letter, lines, "<lead-in" or "^header", and the heading path after "@".
std::string outline(const std::string& text) {
  std::ostringstream out;
  for (const Clause& clause : segment(policy_of(text))) {
    if (clause.number > 1) out << ' ';
    out << name_of(clause.kind)[0] << clause.lines.first;
    if (clause.lines.last != clause.lines.first) out << '-' << clause.lines.last;
    if (clause.lead_in) out << '<' << *clause.lead_in;
    if (clause.header) out << '^' << *clause.header;
  }
  return out.str();
}

std::string path_of_last(const std::string& text) {
  std::string path;
  const std::vector<Clause> clauses = segment(policy_of(text));
  for (const std::string& heading : clauses.back().headings) path += (path.empty() ? "" : " > ") + heading;
  return path;
}

const std::string sentence = "Wij bewaren de gegevens van uw bestelling zo lang als de wet dat van een winkel vraagt.";

struct Case {
  const char* what;
  std::string text;
  const char* outline;
};

// h heading, p paragraph, i item, r row; "i4<3" is an item on line 4 that clause 3 introduces.
TEST_CASE("segment tells headings, paragraphs, items and rows") {
  const std::vector<Case> cases = {
      {"a title and a section", "Privacyverklaring\n\nBewaartermijn\n\n" + sentence, "h1 h3 p5"},
      {"a heading right above its paragraph", "Bewaartermijn\n" + sentence + "\n\nCookies\n" + sentence, "h1 p2 h4 p5"},
      {"headings without any blank line", "Bewaartermijn\n" + sentence + "\nKlachten\n" + sentence, "h1 p2 h3 p4"},
      {"a title of two lines", "WINKEL PLUIM\nUw privacy\n\n" + sentence, "h1 h2 p4"},
      {"a title with the shop", "Privacy | Winkel Pluim\n\n" + sentence, "h1 p3"},
      {"a line that the next one continues", sentence + "\n\nVoor de dagen van Sinterklaas\nsturen wij u een brief.",
       "p1 p3 p4"},
      {"numbers and no capitals", "1. Wie\n" + sentence + "\n\n2. cookies\n" + sentence, "h1 p2 h4 p5"},
      {"a heading below a list, without any blank line", "Wij vragen:\n- naam\n- adres\nBewaartermijn\n" + sentence,
       "p1 i2<1 i3<1 h4 p5"},
      {"the same without bullets", "Wij vragen:\nUw naam.\nUw adres.\nBewaartermijn\n" + sentence + " " + sentence,
       "p1 i2<1 i3<1 h4 p5"},
      {"headings below one another, without any blank line",
       "Privacy\n" + sentence + "\nPartners\nDrukkerij Zon\n" + sentence, "h1 p2 h3 h4 p5"},
      {"a question", "Hoe lang bewaren wij uw gegevens?\n" + sentence, "h1 p2"},
      {"numbers", "1. Wie wij zijn\n\n" + sentence + "\n\n2. Cookies\n\n" + sentence, "h1 p3 h5 p7"},
      {"numbers of two levels", "1. Gegevens\n1.1. Bestellingen\n" + sentence + "\n1.2 Nieuwsbrief\n" + sentence,
       "h1 h2 p3 h4 p5"},
      {"a number without its space", "1.Cookies\n" + sentence, "h1 p2"},
      {"a bare number", "1 Inleiding\n" + sentence + "\n2 Cookies\n" + sentence, "h1 p2 h3 p4"},
      {"Roman numbers", "I. Algemeen\n\n" + sentence + "\n\nII. Cookies\n\n" + sentence, "h1 p3 h5 p7"},
      {"articles", "Artikel 3 - Bewaren\n" + sentence, "h1 p2"},
      {"an article of the law is none", "Artikel 6 van de wet laat dit toe.\n" + sentence, "p1 p2"},
      {"letters", "a) Logbestanden\n\n" + sentence + "\n\nb) Formulieren\n\n" + sentence, "h1 p3 h5 p7"},
      {"capitals", "UW RECHTEN\n" + sentence + "\nCONTACT\n" + sentence, "h1 p2 h3 p4"},
      {"Markdown", "# Privacy\n\n## Cookies\n" + sentence, "h1 h3 p4"},
      {"Markdown underlined", "Cookies\n-------\n" + sentence, "h1-2 p3"},
      {"bold alone on its line", sentence + "\n**Cookies**\n" + sentence, "p1 h2 p3"},
      {"a colon after a heading", "Contactgegevens:\n\n" + sentence, "h1 p3"},
      {"a full sentence is no heading", "Wij verkopen niets.\n" + sentence, "p1 p2"},
      {"a numbered sentence is no heading",
       "1. Cookies\n\n1.1. Wij plaatsen alleen cookies die nodig zijn om de winkel te laten werken.", "h1 p3"},
      {"heading and text on one line stay one clause", "Bewaartermijn: zeven jaar voor facturen.\n" + sentence,
       "p1 p2"},
      {"a label and its value", "E-mail: vraag@pluim.example\nTelefoon: 010 123 45 67", "p1 p2"},
      {"an address", sentence + "\n\nWinkel Pluim\nKadeweg 12\n1000 AB Voorstad", "p1 p3 p4 p5"},
      {"the last line heads nothing", sentence + "\n\nStel uw vraag", "p1 p3"},
      {"a menu", "Start\n\nWinkel\n\nOver ons\n\nVacatures\n\nPrivacybeleid\n\n" + sentence, "h1 p3 p5 p7 h9 p11"},
      {"a date is no number", "6. maijs ir diena, kad šī kārtība sākas.", "p1"},

      {"bullets under a lead-in", "Wij verzamelen:\n- uw naam\n- uw adres", "p1 i2<1 i3<1"},
      {"blank lines between", "Wij verzamelen:\n\n• naam\n\n• adres\n\n" + sentence, "p1 i3<1 i5<1 p7"},
      {"every bullet", "Wij delen met:\n* drukker\n– bezorger\n· bank\no boekhouder", "p1 i2<1 i3<1 i4<1 i5<1"},
      {"numbered items", "Wij delen met:\n1. drukker\n2. bezorger\n\n" + sentence, "p1 i2<1 i3<1 p5"},
      {"capital numbered items", "U heeft het recht op:\n1) Inzage\n2) Wissing\n3) Bezwaar", "p1 i2<1 i3<1 i4<1"},
      {"lettered items", "Wij vragen:\na) naam;\nb) adres.", "p1 i2<1 i3<1"},
      {"a lead-in without colon", "Het gaat om de volgende gegevens\n\n- naam\n- adres", "p1 i3<1 i4<1"},
      {"a sentence that announces", "Wij werken met de volgende bedrijven.\n- Drukwerk Zon", "p1 i2<1"},
      {"a sentence that does not", sentence + "\n- Drukwerk Zon", "p1 i2"},
      {"items without bullets", "Wij verzamelen:\nnaam;\nadres;\ntelefoonnummer.\n" + sentence, "p1 i2<1 i3<1 i4<1 p5"},
      {"the same in capitals", "Wij verzamelen de volgende gegevens:\nNaam\nAdres\n\nCookies\n\n" + sentence,
       "p1 i2<1 i3<1 h5 p7"},
      {"the same far apart", "Dit vult u zelf in:\n\nNaam\n\nAdres\n\nPostcode\n\n" + sentence, "p1 i3<1 i5<1 i7<1 p9"},
      {"items that begin alike",
       "Mēs datus izmantojam:\n\nLai piegādātu preces.\n\nLai sūtītu rēķinu.\n\nMēs neko nepārdodam.",
       "p1 i3<1 i5<1 p7"},
      {"a lead-in without list, then a heading", "Wij verzamelen de volgende gegevens:\n\nIdentiteit\n\n" + sentence,
       "p1 h3 p5"},
      {"a second lead-in in one block", "Wij vragen:\nNaam\nAdres\nWij delen met:\nDrukker\nBank",
       "p1 i2<1 i3<1 p4 i5<4 i6<4"},
      {"nested items", "Wij delen met:\n- bezorgers:\n  - Snelpost\n  - Traagpost\n- banken", "p1 i2<1 i3<2 i4<2 i5<1"},
      {"numbers inside numbers",
       "1. Wij delen met:\n   1. de drukker;\n   2. de bank.\n2. Wij verkopen nooit iets aan iemand.",
       "p1 i2<1 i3<1 p4"},
      {"a heading with colon introduces", "Welke gegevens wij verwerken:\n- naam\n- adres", "h1 i2<1 i3<1"},
      {"a heading ends the list", "Wij vragen:\n- naam\n\nCookies\n\n- sessie", "p1 i2<1 h4 i6"},

      {"a table", "Cookie | Doel | Duur\n_ga | meten | 2 jaar\nsess | winkelwagen | sessie", "h1 r2^1 r3^1"},
      {"a table of Markdown", "| Naam | Duur |\n|---|---|\n| mand | 1 dag |", "h1-2 r3^1"},
      {"a table by tabs", "Cookie\tDuur\nmand\t1 dag\nkeuze\t1 jaar", "h1 r2^1 r3^1"},
      {"a table with blank lines", "Cookie | Doel | Duur\n\n_ga | meten | 2 jaar\n\nsess | mand | sessie",
       "h1 r3^1 r5^1"},
      {"a table without header", "Bezorger 1 | Snelpost\nBezorger 2 | Traagpost", "r1 r2"},
      {"titles of columns without rows", sentence + "\n\nCookie | Doel | Duur\n\n" + sentence, "p1 h3 p5"},
      {"one line with strokes is no table", sentence + "\n\nWinkel Pluim | alles van veren", "p1 p3"},

      {"hard-wrapped lines",
       "Wij bewaren de gegevens van uw bestelling zo lang als de wet van een\n"
       "winkel vraagt, en wissen ze daarna. Alleen de factuur blijft zeven jaar\n"
       "in de boekhouding staan, omdat de belastingdienst dat van ons verlangt\n"
       "en wij daar niet omheen kunnen.\n\nNieuws sturen wij niet.",
       "p1-4 p6"},
      {"full lines of a list are no wrapping",
       "ja velaties rekinu uz uznemuma varda tad rakstiet to piezimes pie pasutijuma\n"
       "ja preci sutam uz pakomatu tad vajag telefonu",
       "p1 p2"},
      {"a wrapped item", "Wij vragen:\n- uw naam en uw adres, zodat de\n  bezorger u vindt\n- uw telefoonnummer",
       "p1 i2-3<1 i4<1"},
      {"short statements stay apart", "Wij verkopen niets.\nWij volgen u niet.\nWij bewaren weinig.", "p1 p2 p3"},

      {"CRLF", "Cookies\r\n\r\n" + sentence + "\r\n", "h1 p3"},
      {"lone carriage returns", "Cookies\r\r" + sentence, "h1 p1"},
      {"a form feed", sentence + "\f" + sentence, "p1 p1"},
      {"a mark of UTF-8", "\xEF\xBB\xBF# Cookies\n" + sentence, "h1 p2"},
      {"a line of dashes", sentence + "\n\n-----\n\n" + sentence, "p1 p3 p5"},
      {"nothing", "", ""},
      {"blank lines", " \n\u00A0\n\t\n", ""},
  };
  for (const Case& c : cases) {
    INFO(c.what << ":\n" << c.text);
    CHECK(outline(c.text) == c.outline);
  }
}

TEST_CASE("segment keeps the path of headings") {
  CHECK(path_of_last("1. Gegevens\n1.1. Nieuwsbrief\n" + sentence) == "1. Gegevens > 1.1. Nieuwsbrief");
  CHECK(path_of_last("1. Gegevens\n1.1. Nieuwsbrief\n" + sentence + "\n\n2. Cookies\n" + sentence) == "2. Cookies");
  CHECK(path_of_last("# Beleid\n\n## Cookies #\n\n### Duur\n" + sentence) == "Beleid > Cookies > Duur");
  CHECK(path_of_last("# Beleid\n\n## Cookies\n\n" + sentence + "\n\n## Rechten\n\n" + sentence) == "Beleid > Rechten");
  CHECK(path_of_last("UW GEGEVENS\n\nNieuwsbrief\n\n" + sentence + "\n\nVeiligheid\n\n" + sentence +
                     "\n\nUW RECHTEN\n\nInzage\n\n" + sentence) == "UW RECHTEN > Inzage");
  CHECK(path_of_last("Cookies\n-------\n" + sentence) == "Cookies");
  CHECK(path_of_last("**Cookies**\n" + sentence) == "Cookies");

  SECTION("the title of the document is over nothing") {
    CHECK(path_of_last("Privacyverklaring\n\n" + sentence) == "Privacyverklaring");
    CHECK(path_of_last("Privacyverklaring\n\n" + sentence + "\n\n1. Cookies\n\n" + sentence) == "1. Cookies");
  }
  SECTION("a heading without number among numbered ones belongs to its section") {
    const std::string start = "1. Gegevens\n\n" + sentence + "\n\nMinderjarigen\n\n" + sentence;
    CHECK(path_of_last(start + "\n\n2. Cookies\n\n" + sentence) == "2. Cookies");
    std::string text = start;
    text += "\n\n2. Cookies\n\n" + sentence;
    CHECK(segment(policy_of(text))[3].headings == std::vector<std::string>{"1. Gegevens", "Minderjarigen"});
  }
  SECTION("numbers that start anew are of another part") {
    CHECK(path_of_last("1. Gegevens\n" + sentence + "\n\n2. Rechten\n" + sentence + "\n\nCookiebeleid\n" + sentence +
                       "\n\n1. Duur\n" + sentence + "\n\n2. Keuze\n" + sentence) == "Cookiebeleid > 2. Keuze");
  }
  SECTION("a heading's own text is not in its path") {
    const auto clauses = segment(policy_of("1. Gegevens\n1.1. Nieuwsbrief\n" + sentence));
    CHECK(clauses[1].headings == std::vector<std::string>{"1. Gegevens"});
  }
}

TEST_CASE("segment finds where the text begins after a heading of its own") {
  const auto body = [](const std::string& text) {
    const Policy policy = policy_of(text);
    const Clause clause = segment(policy).front();
    return policy.text.substr(clause.body, clause.end - clause.body);
  };
  CHECK(body("Bewaartermijn: zeven jaar voor facturen.") == "zeven jaar voor facturen.");
  CHECK(body("Sīkdatnes:\u00A0mēs tās izmantojam reti.") == "mēs tās izmantojam reti.");
  CHECK(body("**Cookies.** Wij plaatsen er drie op uw computer.") == "Wij plaatsen er drie op uw computer.");
  CHECK(body("BewaartermijnWij bewaren facturen zeven jaar.") == "Wij bewaren facturen zeven jaar.");
  CHECK(body("Hoe lang bewaren wij gegevens?Wij bewaren facturen zeven jaar.") == "Wij bewaren facturen zeven jaar.");
  CHECK(body("Glabāšanas termiņšMēs glabājam rēķinus piecus gadus.") == "Mēs glabājam rēķinus piecus gadus.");
  CHECK(body(sentence) == sentence);
  CHECK(body("Op LinkedIn delen wij nieuws over onze winkel met u.") ==
        "Op LinkedIn delen wij nieuws over onze winkel met u.");
  CHECK(body("Wij delen uw adres met: de bezorger van uw pakket.") ==
        "Wij delen uw adres met: de bezorger van uw pakket.");
}

TEST_CASE("segment tells the language of long clauses only") {
  const std::string latvian =
      "Mēs glabājam pasūtījuma datus tik ilgi, cik to prasa grāmatvedības noteikumi, un pēc tam tos neatgriezeniski "
      "dzēšam "
      "no visām mūsu sistēmām.";
  const auto clauses = segment(policy_of(sentence + " " + sentence + "\n\n" + latvian + "\n\nDati"));
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[0].language == Language::dutch);
  CHECK(clauses[1].language == Language::latvian);
  CHECK(clauses[2].language == Language::dutch);
}

// Lines of `text` as `\n` counts them that hold more than white space.
std::vector<int> filled_lines(const std::string& text) {
  std::vector<int> lines;
  int number = 1;
  bool filled = false;
  for (const char c : text + "\n") {
    if (c == '\n') {
      if (filled) lines.push_back(number);
      ++number;
      filled = false;
    } else if (static_cast<unsigned char>(c) > ' ') {
      filled = true;
    }
  }
  return lines;
}

void check_invariants(const Policy& policy) {
  const std::vector<Clause> clauses = segment(policy);
  std::size_t end = 0;
  std::vector<int> covered;
  for (const Clause& clause : clauses) {
    CHECK(clause.begin >= end);
    CHECK(clause.end > clause.begin);
    CHECK(clause.end <= policy.text.size());
    CHECK(clause.body >= clause.begin);
    CHECK(clause.body <= clause.end);
    const auto first =
        1 + std::count(policy.text.begin(), policy.text.begin() + static_cast<std::ptrdiff_t>(clause.begin), '\n');
    const auto last =
        1 + std::count(policy.text.begin(), policy.text.begin() + static_cast<std::ptrdiff_t>(clause.end), '\n');
    CHECK(clause.lines == LineRange{static_cast<int>(first), static_cast<int>(last)});
    if (clause.lead_in) CHECK((*clause.lead_in >= 1 && *clause.lead_in < clause.number));
    if (clause.header) CHECK((*clause.header >= 1 && *clause.header < clause.number));
    for (int line = clause.lines.first; line <= clause.lines.last; ++line) {
      if (covered.empty() || covered.back() != line) covered.push_back(line);
    }
    end = clause.end;
  }
  CHECK(covered == filled_lines(policy.text));
  const std::vector<Clause> again = segment(policy);
  REQUIRE(again.size() == clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    CHECK(again[i].begin == clauses[i].begin);
    CHECK(again[i].kind == clauses[i].kind);
    CHECK(again[i].headings == clauses[i].headings);
  }
}

TEST_CASE("a long number at the start of a line numbers nothing") {
  const std::vector<Clause> clauses =
      segment(policy_of("54103128812345678901 ir mūsu reģistrācijas numurs un nekas cits.\n"));
  REQUIRE(clauses.size() == 1);
  CHECK(clauses[0].kind == ClauseKind::paragraph);
}

TEST_CASE("segment covers every line once, whatever the text") {
  const std::vector<std::string> parts = {
      "\n",         "\n\n", "\r\n",       "- ",        "1. ",  "2. ",  "1.1. ",     "a) ", "# ",     "Cookies",
      "Wij delen:", " | ",  "\t",         "**Kop**",   "----", "====", "IV. ",      ": ",  "? ",     "UW RECHTEN",
      "; ",         ". ",   "glabāšana ", "Artikel 3", "  ",   "• ",   "|---|---|", "\f",  "\u00A0", "“ja” "};
  std::mt19937 random(4711);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const auto count = random() % 60;
    for (unsigned i = 0; i < count; ++i) text += parts[random() % parts.size()];
    // White space beyond ASCII alone on a line is blank as well, and is not what is tested here.
    if (text.find("\n\u00A0\n") != std::string::npos) continue;
    INFO(text);
    const Policy policy = policy_of(text);
    const std::vector<Clause> clauses = segment(policy);
    std::size_t end = 0;
    for (const Clause& clause : clauses) {
      REQUIRE(clause.begin >= end);
      REQUIRE(clause.end > clause.begin);
      end = clause.end;
    }
    // Between clauses there is nothing but white space.
    std::string rest;
    std::size_t position = 0;
    for (const Clause& clause : clauses) {
      rest += policy.text.substr(position, clause.begin - position);
      position = clause.end;
    }
    rest += policy.text.substr(position);
    rest.erase(std::remove_if(rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }),
               rest.end());
    while (rest.find("\u00A0") != std::string::npos) rest.erase(rest.find("\u00A0"), 2);
    CHECK(rest.empty());
  }
}

TEST_CASE("clauses point into the text") {
  check_invariants(policy_of("Privacy\n\n" + sentence + "\n- a\n- b\n\n1. Cookies\r\n" + sentence + "\r\n"));
  std::mt19937 random(99);
  const std::string letters = "aB1 .:;?-*|#\n\n";
  for (int round = 0; round < 200; ++round) {
    std::string text;
    const auto count = random() % 200;
    for (unsigned i = 0; i < count; ++i) text += letters[random() % letters.size()];
    INFO(text);
    check_invariants(policy_of(text));
  }
}

}  // namespace
}  // namespace clausula
