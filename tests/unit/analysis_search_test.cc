// What the analysis of words is for: one way to write finds the others, from the file to the answer.
#include "query/search.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "corpus/reader.h"
#include "corpus/unicode.h"
#include "indexer/index_writer.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

class Index {
 public:
  explicit Index(const std::map<std::string, std::string>& corpus) {
    for (const auto& [name, bytes] : corpus) folder_.write("corpus/" + name, bytes);
    report_ = update_index(list_corpus(folder_.path() / "corpus"), folder_.path() / "index", {});
    store_ = std::make_unique<Store>(std::vector<std::string>{(folder_.path() / "index").string()});
    searcher_ = std::make_unique<Searcher>(*store_);
  }

  SearchResult search(const std::string& query, bool explain = false) {
    SearchRequest request;
    request.query = query;
    request.explain = explain;
    return searcher_->search(request);
  }

  // The policies that are found, best first.
  std::vector<std::string> found(const std::string& query) {
    std::vector<std::string> ids;
    for (const FoundPolicy& policy : search(query).policies) ids.push_back(policy.policy.source.id);
    return ids;
  }

  // "policy: first snippet" of each policy that is found, best first.
  std::vector<std::string> snippets(const std::string& query) {
    std::vector<std::string> texts;
    for (const FoundPolicy& policy : search(query).policies) {
      texts.push_back(policy.policy.source.id + ": " +
                      (policy.clauses.empty() ? "" : policy.clauses.front().snippet.text));
    }
    return texts;
  }

  const IndexReport& report() const { return report_; }

 private:
  TemporaryFolder folder_;
  IndexReport report_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Searcher> searcher_;
};

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Index& citing() {
  static Index index({
      {"nl/kaarsen.txt",
       "Privacyverklaring Kaarsen\n\n"
       "Wij beveiligen de winkel op grond van artikel 6, eerste lid, onder f, van de AVG.\n\n"
       "De garantie op een kandelaar geldt 24 maanden na de aankoop.\n"},
      {"nl/vliegers.txt",
       "Privacyverklaring Vliegers\n\n"
       "Uw bestelling verwerken wij op grond van art. 6 lid 1 sub b AVG.\n\n"
       "De garantie op een vlieger geldt drie jaar na de aankoop.\n"},
      {"lv/sveces.txt",
       "Veikala Sveces privātuma politika\n\n"
       "Veikalu sargājam, pamatojoties uz VDAR 6. panta 1. punkta f) apakšpunktu.\n\n"
       "Svečtura garantija ir spēkā divus gadus pēc pirkuma.\n"},
  });
  return index;
}

TEST_CASE("An article is found however it is cited, in the other language too", "[units]") {
  for (const char* query : {"artikel 6 lid 1 sub f", "art. 6(1)(f) AVG", "Article 6(1)(f)", "6(1)(f)", "article:6.1.f",
                            "6. panta 1. punkta f) apakšpunkts", "6. panta 1. punkta f apakspunkts"}) {
    INFO(query);
    std::vector<std::string> found = citing().found(query);
    REQUIRE(found.size() >= 2);
    found.resize(2);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"kaarsen", "sveces"});
  }
  CHECK(citing().found("article:6.1").size() == 3);
  CHECK(citing().found("article:6").size() == 3);
  CHECK(citing().found("article:7").empty());
  // The citation is what the snippet shows and marks.
  const SearchResult result = citing().search("6(1)(f)");
  for (const FoundPolicy& policy : result.policies) {
    if (policy.policy.source.id != "sveces") continue;
    const Snippet& snippet = policy.clauses.at(0).snippet;
    REQUIRE_FALSE(snippet.marks.empty());
    CHECK(snippet.text.substr(snippet.marks[0].begin, 1) == "6");
  }
}

TEST_CASE("A length of time is found however it is written", "[units]") {
  for (const char* query :
       {"two years", "24 maanden", "twee jaar", "divi gadi", "2 gadi", "duration:P2Y", "duration:24m"}) {
    INFO(query);
    std::vector<std::string> found = citing().found(query);
    REQUIRE(found.size() >= 2);
    found.resize(2);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"kaarsen", "sveces"});
  }
  // What was typed comes first.
  CHECK(citing().found("kandelaar twee jaar").at(0) == "kaarsen");
  CHECK(citing().found("divus gadus").at(0) == "sveces");
  CHECK(citing().found("24 maanden").at(0) == "kaarsen");
}

TEST_CASE("Units leave the positions of words alone", "[units]") {
  CHECK(citing().found("\"geldt 24 maanden na\"") == std::vector<std::string>{"kaarsen"});
  CHECK(citing().found("\"artikel 6 eerste lid onder f van\"") == std::vector<std::string>{"kaarsen"});
  CHECK(citing().found("\"24 na\"").empty());
}

TEST_CASE("What understands a unit explains it", "[units]") {
  const auto lines = citing().search("artikel 6 lid 1 sub f", true).explanation;
  CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& l) { return l.starts_with("article 6.1.f"); }));
}

// The same sentence four times: as it should be, without diacritics, decomposed, and in windows-1257.
std::string kept(const std::string& shop) {
  return "Mēs, veikals " + shop + ", vēstuli glabājam drošā seifā pie pārziņa.";
}

// Enough to tell the language by.
const std::string latvian_filler =
    "Mēs apstrādājam pircēju personas datus, lai izpildītu pasūtījumus, piegādātu preces un atbildētu uz jautājumiem. "
    "Pircējam ir tiesības piekļūt saviem datiem, lūgt tos labot un iesniegt sūdzību.";
const std::string dutch_filler =
    "Wij verwerken persoonsgegevens van klanten om bestellingen te leveren en vragen te beantwoorden. Klanten mogen "
    "hun "
    "gegevens inzien, laten verbeteren en een klacht indienen.";

std::string decomposed(const std::string& text) {
  std::string result;
  const std::pair<std::string, std::string> letters[] = {{"ū", "u\u0304"}, {"ē", "e\u0304"}, {"ā", "a\u0304"},
                                                         {"š", "s\u030C"}, {"ī", "i\u0304"}, {"ņ", "n\u0327"},
                                                         {"ž", "z\u030C"}};
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::find_if(std::begin(letters), std::end(letters),
                                    [&](const auto& letter) { return text.compare(i, 2, letter.first) == 0; });
    if (found == std::end(letters)) {
      result += text[i++];
    } else {
      result += found->second;
      i += 2;
    }
  }
  return result;
}

std::string windows_1257(const std::string& text) {
  const std::pair<std::string, char> letters[] = {{"ū", '\xFB'}, {"ē", '\xE7'}, {"ā", '\xE2'}, {"š", '\xF0'},
                                                  {"ī", '\xEE'}, {"ņ", '\xF2'}, {"ž", '\xFE'}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::find_if(std::begin(letters), std::end(letters),
                                    [&](const auto& letter) { return text.compare(i, 2, letter.first) == 0; });
    if (found == std::end(letters)) {
      result += text[i++];
    } else {
      result += found->second;
      i += 2;
    }
  }
  return result;
}

std::string lv_policy(const std::string& shop) {
  return "Veikala " + shop + " privātuma politika\n\n" + latvian_filler + "\n\n" + kept(shop) +
         "\n\nReģistrēties nevajag, un sīkdatnes neizmantojam.\n";
}

Index& spelt() {
  static Index index({
      {"lv/pareizi.txt", lv_policy("Pareizi")},
      {"lv/bez-zimem.txt", fold(lv_policy("Bez"))},
      {"lv/sadalits.txt", decomposed(lv_policy("Sadala"))},
      {"lv/vecs.html", "<html><head><meta charset=\"windows-1257\"></head><body><p>" +
                           windows_1257("Veikala Vecs privātuma politika</p><p>" + latvian_filler + "</p><p>" +
                                        kept("Vecs") + "</p><p>Sīkdatnes neizmantojam.") +
                           "</p></body></html>"},
      {"nl/ideeen.txt", "Privacyverklaring Ideeën\n\n" + dutch_filler +
                            "\n\nUw financiële gegevens en ideeën bewaren wij zorgvuldig in één coördinatiepunt.\n"},
  });
  return index;
}

TEST_CASE("Words with and without diacritics find one another, in every form", "[diacritics]") {
  CHECK(spelt().report().skipped == 0);
  // The word as it stands, another form of it, and the noun of its action: typed with and without diacritics.
  for (const char* query : {"glabājam", "glabajam", "glabāšana", "glabasana", "vēstules", "vestules", "vestuli",
                            "pārzinis", "parzinis", "seifs drosa"}) {
    INFO(query);
    const std::vector<std::string> found = spelt().found(query);
    for (const char* policy : {"pareizi", "bez-zimem", "sadalits", "vecs"}) {
      INFO(policy);
      CHECK(has(found, policy));
    }
  }
}

TEST_CASE("What is spelt as it was typed comes before what is not", "[diacritics]") {
  const std::vector<std::string> with = spelt().found("vēstuli");
  REQUIRE(with.size() == 4);
  CHECK(with.back() == "bez-zimem");
  CHECK(spelt().found("vestuli").at(0) == "bez-zimem");
}

TEST_CASE("Dutch diaereses and accents may be left out", "[diacritics]") {
  for (const char* query : {"financiele", "financiële", "ideeen", "ideeën", "idee", "coordinatiepunt"}) {
    INFO(query);
    CHECK(has(spelt().found(query), "ideeen"));
  }
}

TEST_CASE("A quoted sentence is found in every encoding that has its letters", "[diacritics]") {
  const std::vector<std::string> found = spelt().found("\"vēstuli glabājam drošā\"");
  for (const char* policy : {"pareizi", "sadalits", "vecs"}) CHECK(has(found, policy));
  CHECK_FALSE(has(found, "bez-zimem"));
}

std::string keeping_policy(const std::string& title, const std::string& filler, const std::string& sentence) {
  return title + "\n\n" + filler + "\n\n" + sentence + "\n";
}

Index& keeping() {
  const std::string lv = "Veikala privātuma politika";
  static Index index({
      {"nl/a.txt",
       keeping_policy("Privacyverklaring Aardbei", dutch_filler, "De bewaartermijn hangt af van de soort.")},
      {"nl/b.txt", keeping_policy("Privacyverklaring Braam", dutch_filler, "De opslagperiode hangt af van de soort.")},
      {"lv/c.txt", keeping_policy(lv, latvian_filler, "Glabāšanas termiņš ir atkarīgs no veida.")},
      {"lv/d.txt", keeping_policy(lv, latvian_filler, "Glabāšanas laikposms ir atkarīgs no veida.")},
      {"lv/f.txt", fold(keeping_policy(lv, latvian_filler, "Glabāšanas termiņš ir ļoti atkarīgs no veida."))},
      {"nl/e.txt", keeping_policy("Privacyverklaring Els", dutch_filler, "Wij versturen pakketten met de trein.")},
  });
  return index;
}

TEST_CASE("A concept finds its words in both languages", "[concepts]") {
  for (const char* query : {"retention period", "retention", "bewaartermijn", "opslagperiode", "glabāšanas termiņš",
                            "glabāšanas laikposms", "glabasanas laikposms"}) {
    INFO(query);
    CHECK(keeping().report().skipped == 0);
    std::vector<std::string> found = keeping().found(query);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"a", "b", "c", "d", "f"});
  }
}

TEST_CASE("What was typed counts more than what a concept adds", "[concepts]") {
  CHECK(keeping().found("bewaartermijn").at(0) == "a");
  CHECK(keeping().found("opslagperiode").at(0) == "b");
  CHECK(keeping().found("glabāšanas termiņš").at(0) == "c");
  CHECK(keeping().found("glabāšanas laikposms").at(0) == "d");
}

TEST_CASE("An explanation tells what a concept added", "[concepts]") {
  const auto lines = keeping().search("retention period", true).explanation;
  const auto line =
      std::find_if(lines.begin(), lines.end(), [](const std::string& l) { return l.starts_with("concept "); });
  REQUIRE(line != lines.end());
  for (const char* added : {"bewaartermijn", "opslagperiode", "glabāšanas termiņš", "glabāšanas laikposms"}) {
    INFO(added);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [&](const std::string& l) { return l.find(added) != std::string::npos; }));
  }
}

}  // namespace
}  // namespace clausula
