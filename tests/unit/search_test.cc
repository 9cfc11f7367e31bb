#include "query/search.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/error.h"
#include "corpus/reader.h"
#include "corpus/unicode.h"
#include "indexer/index_writer.h"
#include "query/render_search.h"
#include "query/topic_counts.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

// A few invented shops; each says one thing that the others do not.
const std::map<std::string, std::string> small_corpus{
    {"nl/tuinlampen.txt",
     "Privacyverklaring Tuinlampen\n\n"
     "Met wie wij gegevens delen\n\n"
     "Als u achteraf betaalt, geven wij uw naam en adres door aan Klarna.\n"
     "Uw pakket wordt bezorgd door PostNL; wij geven PostNL daarvoor uw adres.\n\n"
     "Bewaartermijnen\n\n"
     "Wij bewaren facturen zeven jaar.\n"
     "Gegevens van de nieuwsbrief bewaren wij twee jaar.\n\n"
     "Kinderen\n\n"
     "Wij verzamelen geen gegevens van personen jonger dan 16 jaar.\n"},
    {"nl/wolmand.txt",
     "Privacyverklaring Wolmand\n\n"
     "Wie krijgt uw gegevens?\n\n"
     "Wij geven uw gegevens nooit door aan Klarna.\n"
     "Wij verkopen uw gegevens niet aan derden.\n\n"
     "Hoe lang bewaren wij gegevens?\n\n"
     "Facturen bewaren wij tien jaar.\n"},
    {"lv/pupu-maize.txt",
     "Veikala Pupu maize privātuma politika\n\n"
     "Kam nododam personas datus\n\n"
     "Personas datus nododam maksājumu pakalpojumu sniedzējiem un kurjeriem.\n\n"
     "Glabāšanas termiņi\n\n"
     "Rēķinus glabājam piecus gadus.\n\n"
     "Jūsu tiesības\n\n"
     "Jums ir tiesības piekļūt saviem personas datiem un pieprasīt to dzēšanu.\n"},
    {"lv/sniega-pika.txt",
     "Veikala Sniega pika privātuma politika\n\n"
     "Mēs izmantojam sīkdatnes, lai iepirkumu grozs darbotos.\n"},
};

class SmallIndex {
 public:
  explicit SmallIndex(const std::map<std::string, std::string>& corpus) {
    for (const auto& [name, text] : corpus) folder_.write("corpus/" + name, text);
    update_index(list_corpus(folder_.path() / "corpus"), folder_.path() / "index", {});
    store_ = std::make_unique<Store>(std::vector<std::string>{(folder_.path() / "index").string()});
    searcher_ = std::make_unique<Searcher>(*store_);
  }

  const Store& store() const { return *store_; }
  std::string path() const { return (folder_.path() / "index").string(); }
  SearchResult search(SearchRequest request) { return searcher_->search(request); }
  SearchResult search(std::string query) {
    SearchRequest request;
    request.query = std::move(query);
    return search(request);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Searcher> searcher_;
};

SmallIndex& small() {
  static SmallIndex index(small_corpus);
  return index;
}

// "says: a, b; partly: c"
std::string answers(const SearchResult& result) {
  std::map<int, std::vector<std::string>> by_answer;
  for (const FoundPolicy& found : result.policies) {
    by_answer[found.answer ? static_cast<int>(*found.answer) : -1].push_back(found.policy.source.id);
  }
  std::string text;
  for (auto& [answer, ids] : by_answer) {
    std::sort(ids.begin(), ids.end());
    text += text.empty() ? "" : "; ";
    text += answer < 0 ? std::string("found") : std::string(name_of(static_cast<Answer>(answer)));
    text += ":";
    for (const std::string& id : ids) text += " " + id;
  }
  return text;
}

TEST_CASE("a sharing question has four answers, in each language", "[search]") {
  for (const char* query : {"which shops share data with Klarna", "welke winkels delen gegevens met Klarna",
                            "kuri veikali nodod datus Klarnai", "kuri veikali nodod datus klarna"}) {
    INFO(query);
    const SearchResult result = small().search(query);
    CHECK(answers(result) == "says: tuinlampen; denies: wolmand; partly: pupu-maize");
    REQUIRE(result.answers);
    CHECK(result.answers->silent == 1);
    CHECK(result.total == 3);
    CHECK(result.exact);
  }
}

TEST_CASE("an answer comes with its proof and its condition", "[search]") {
  const SearchResult result = small().search("which shops share data with Klarna");
  const FoundPolicy& says = result.policies.at(0);
  REQUIRE_FALSE(says.clauses.empty());
  CHECK(says.clauses[0].clause.lines.first == 5);
  CHECK(says.clauses[0].snippet.text == "Als u achteraf betaalt, geven wij uw naam en adres door aan Klarna.");
  REQUIRE(says.clauses[0].fact);
  CHECK(says.clauses[0].fact->value == "Klarna");
  CHECK_FALSE(says.condition.empty());
}

TEST_CASE("for a question about a denial 'says' is the denial", "[search]") {
  const SearchResult result = small().search("who does not share data with Klarna");
  CHECK(answers(result) == "says: wolmand; denies: tuinlampen");
  const SearchResult sells = small().search("welke winkels verkopen niets aan derden");
  CHECK(sells.policies.at(0).policy.source.id == "wolmand");
  CHECK(*sells.policies.at(0).answer == Answer::says);
}

TEST_CASE("silent policies are counted always and listed, with the reason, where asked for", "[search]") {
  SearchRequest request;
  request.query = "which shops share data with Klarna";
  request.silent = true;
  const SearchResult result = small().search(request);
  const FoundPolicy& silent = result.policies.back();
  CHECK(*silent.answer == Answer::silent);
  CHECK(silent.policy.source.id == "sniega-pika");
  CHECK(silent.why == "says nothing about recipients");
  CHECK(silent.clauses.empty());
}

TEST_CASE("periods are compared, and belong to the data that were asked for", "[search]") {
  CHECK(answers(small().search("welke winkels bewaren facturen zeven jaar")) ==
        "says: tuinlampen; denies: pupu-maize wolmand");
  CHECK(answers(small().search("which shops keep invoices longer than six years")) ==
        "says: tuinlampen wolmand; denies: pupu-maize");
  CHECK(answers(small().search("kuri veikali glabā datus piecus gadus")) == "says: pupu-maize");
  CHECK(answers(small().search("which shops keep newsletter data for seven years")) == "denies: tuinlampen");
}

TEST_CASE("how long is answered with numbers", "[search]") {
  const SearchResult result = small().search("hoe lang worden facturen bewaard");
  REQUIRE(result.distribution);
  CHECK(result.distribution->shortest == "P5Y");
  CHECK(result.distribution->median == "P7Y");
  CHECK(result.distribution->longest == "P10Y");
  REQUIRE(result.distribution->values.size() == 3);
  CHECK(result.distribution->values[0].examples == std::vector<std::string>{"pupu-maize"});
}

TEST_CASE("clauses of a topic that are the same word for word are shown once, with a count") {
  std::map<std::string, std::string> corpus;
  for (const std::string shop : {"aardbei", "bosbes", "citroen"}) {
    corpus["nl/" + shop + ".txt"] = "Privacyverklaring " + shop +
                                    "\n\nKinderen\n\n"
                                    "Wij verzamelen geen gegevens van personen jonger dan 16 jaar.\n";
  }
  SmallIndex index(corpus);
  const auto shown = [&](bool collapse) {
    SearchRequest request;
    request.query = "minors";
    request.collapse = collapse;
    std::vector<std::size_t> elsewhere;
    for (const FoundPolicy& policy : index.search(request).policies) {
      for (const FoundClause& found : policy.clauses) {
        if (found.clause.text.find("16 jaar") != std::string::npos) elsewhere.push_back(found.elsewhere);
      }
    }
    return elsewhere;
  };
  CHECK(shown(true) == std::vector<std::size_t>{2});
  CHECK(shown(false) == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("a topic by itself finds clauses, those with a fact of it first", "[search]") {
  const SearchResult result = small().search("minors");
  CHECK_FALSE(result.answers);
  REQUIRE_FALSE(result.policies.empty());
  REQUIRE(result.policies[0].clauses[0].fact);
  CHECK(result.policies[0].clauses[0].fact->value == "16");
}

TEST_CASE("a word in one language finds clauses in the other", "[search]") {
  const SearchResult result = small().search("rēķini");
  CHECK(answers(result) == "found: pupu-maize tuinlampen wolmand");
}

TEST_CASE("fields filter policies, phrases clauses", "[search]") {
  CHECK(answers(small().search("recipient:klarna")) == "found: tuinlampen");
  CHECK(answers(small().search("denied:klarna")) == "found: wolmand");
  CHECK(answers(small().search("NOT recipient:klarna lang:nl")) == "found: wolmand");
  CHECK(answers(small().search("\"tien jaar\"")) == "found: wolmand");
  CHECK(answers(small().search("retention:>P6Y")) == "found: tuinlampen wolmand");
  CHECK(answers(small().search("recipient:klarna \"zeven jaar\"")) == "found: tuinlampen");
  CHECK(answers(small().search("recipient:klarna \"tien jaar\"")).empty());
  CHECK(answers(small().search("right:erasure")) == "found: pupu-maize");
  CHECK(answers(small().search("age:<18")) == "found: tuinlampen");
  CHECK(answers(small().search("factu*")) == "found: tuinlampen wolmand");
  CHECK(answers(small().search("\"jaar tien\"")).empty());
}

TEST_CASE("a language limits who is asked", "[search]") {
  SearchRequest request;
  request.query = "which shops share data with Klarna";
  request.languages = {Language::latvian};
  const SearchResult result = small().search(request);
  CHECK(answers(result) == "partly: pupu-maize");
  CHECK(result.answers->silent == 1);
  CHECK(answers(small().search("Latvijas veikali kuri nodod datus Klarna")) == "partly: pupu-maize");
}

TEST_CASE("policies that miss a topic are found", "[search]") {
  SearchRequest request;
  request.missing = Topic::retention;
  CHECK(answers(small().search(request)) == "silent: sniega-pika");
  CHECK(answers(small().search("welke winkels zeggen niets over bewaartermijnen")) == "silent: sniega-pika");
}

TEST_CASE("nothing found says why and what to try", "[search]") {
  const SearchResult party = small().search("which shops share data with Zzyzzyx");
  CHECK(party.total == 0);
  REQUIRE_FALSE(party.advice.empty());
  CHECK(party.advice[0] == "no policy names 'Zzyzzyx'");
  const SearchResult word = small().search("sikdatnez");
  REQUIRE_FALSE(word.advice.empty());
  CHECK(word.advice[0].find("no policy has the word 'sikdatnez'") == 0);
}

TEST_CASE("wrong fields and values are usage errors that help", "[search]") {
  const auto message = [](const char* query) {
    try {
      small().search(query);
    } catch (const UsageError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(message("topic:retentoin") == "there is no topic 'retentoin'; did you mean retention?");
  CHECK(message("topicc:retention") == "there is no field 'topicc'; did you mean topic?");
  CHECK(message("lang:de").find("write nl or lv") != std::string::npos);
  CHECK(message("age:sixteen").find("write 16") != std::string::npos);
  CHECK(message("").find("no word") != std::string::npos);
}

TEST_CASE("several indexes are searched as one", "[search]") {
  const std::map<std::string, std::string> corpus{
      {"nl/theehuis.txt", "Privacyverklaring Theehuis\n\nWij delen uw gegevens met Klarna als u achteraf betaalt.\n"}};
  SmallIndex other(corpus);
  const Store store({small().path(), other.path()});
  Searcher searcher(store);
  SearchRequest request;
  request.query = "which shops share data with Klarna";
  CHECK(answers(searcher.search(request)) == "says: theehuis tuinlampen; denies: wolmand; partly: pupu-maize");
}

TEST_CASE("facets count the policies that were found", "[search]") {
  SearchRequest request;
  request.query = "retention:>P1Y";
  request.facets = true;
  const SearchResult result = small().search(request);
  const auto language =
      std::find_if(result.facets.begin(), result.facets.end(), [](const Facet& f) { return f.name == "language"; });
  REQUIRE(language != result.facets.end());
  REQUIRE(language->values.size() == 2);
  CHECK(language->values[0].value == "nl");
  CHECK(language->values[0].policies == 2);
  CHECK(language->values[1].policies == 1);
}

TEST_CASE("the JSON of a search has the documented keys", "[search]") {
  std::ostringstream out;
  render_json(small().search("which shops share data with Klarna"), out);
  const nlohmann::json json = nlohmann::json::parse(out.str());
  CHECK(json.at("understood").at("topics") == nlohmann::json{"recipients"});
  CHECK(json.at("understood").at("recipients") == nlohmann::json{"Klarna"});
  CHECK(json.at("understood").at("polarity") == "shares");
  CHECK(json.at("understood").at("group") == "policy");
  CHECK(json.at("understood").at("words").empty());
  CHECK(json.at("answers").at("says") == 1);
  const nlohmann::json& policy = json.at("policies").at(0);
  for (const char* key : {"policy", "shop", "language", "answer", "score", "clauses"}) CHECK(policy.contains(key));
  const nlohmann::json& clause = policy.at("clauses").at(0);
  for (const char* key : {"clause", "lines", "score", "topics", "snippet", "quote"}) CHECK(clause.contains(key));
  CHECK(clause.at("snippet").get<std::string>().find("<b>Klarna</b>") != std::string::npos);
  CHECK(json.at("total") == 3);
  CHECK(json.at("exact") == true);

  std::ostringstream words;
  render_json(small().search("cookies"), words);
  const nlohmann::json without = nlohmann::json::parse(words.str());
  CHECK_FALSE(without.contains("answers"));
  CHECK_FALSE(without.at("policies").at(0).contains("answer"));
}

TEST_CASE("text lines keep to the width", "[search]") {
  std::ostringstream out;
  render_text(small().search("which shops share data with Klarna"), {60, false}, out);
  std::istringstream lines(out.str());
  std::string line;
  REQUIRE(std::getline(lines, line));
  CHECK(line.starts_with("Understood: shops · share data with Klarna"));
  while (std::getline(lines, line)) CHECK(columns(line) <= 60);
  CHECK(out.str().find('\x1b') == std::string::npos);
}

TEST_CASE("topics are counted over the newest policies", "[search]") {
  for (const TopicCount& count : count_topics(small().store())) {
    INFO(count.topic);
    CHECK(count.policies + count.silent == 4);
    CHECK_FALSE(count.nl.empty());
    if (count.topic == "minors") CHECK(count.policies == 1);
  }
}

}  // namespace
}  // namespace clausula
