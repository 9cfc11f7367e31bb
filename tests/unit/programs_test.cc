// The programs as a user and a script meet them: output, errors and exit statuses.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#include <sys/wait.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/temporary_folder.h"

using namespace clausula;
namespace fs = std::filesystem;

namespace {

struct Run {
  int status = -1;
  std::string output;  // standard output, and standard error where it is joined
};

Run run(const std::string& command) {
  Run result;
  FILE* pipe = popen((command + " < /dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    result.output.append(buffer.data(), n);
  const int status = pclose(pipe);
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  return result;
}

const std::string corpus_program = CLAUSULA_CORPUS;
const std::string index_program = CLAUSULA_INDEX_PROGRAM;
const std::string query_program = CLAUSULA_QUERY;
const std::string sample = std::string(CLAUSULA_SOURCE_DIR) + "/corpus/sample";

// An index of the sample corpus, made once.
const std::string& sample_index() {
  static const TemporaryFolder folder;
  static const std::string index = [] {
    std::string path = (folder.path() / "index").string();
    REQUIRE(run(index_program + " " + sample + " -q --index " + path).status == 0);
    return path;
  }();
  return index;
}

Run query(const std::string& arguments) { return run(query_program + " " + arguments + " --index " + sample_index()); }

// One line that names the program, for errors.
bool is_one_line(const std::string& text, const std::string& program) {
  return text.starts_with(program + ": ") && std::count(text.begin(), text.end(), '\n') == 1;
}

}  // namespace

TEST_CASE("An unknown subcommand is answered with the one that was probably meant, or all") {
  for (const auto& [program, name, typed, meant] :
       {std::array{query_program, std::string("clausula-query"), std::string("serch"), std::string("search")},
        std::array{corpus_program, std::string("clausula-corpus"), std::string("chekc"), std::string("check")}}) {
    const Run near = run(program + " " + typed + " something 2>&1");
    CHECK(near.status == 2);
    CHECK(near.output == name + ": there is no subcommand '" + typed + "'; did you mean " + meant + "?\n");
    const Run far = run(program + " serveert 2>&1");
    CHECK(far.status == 2);
    CHECK(is_one_line(far.output, name));
    CHECK_THAT(far.output, Catch::Contains("there is no subcommand 'serveert'; there is ") && Catch::Contains(meant));
  }
}

TEST_CASE("A file that cannot be indexed is named once") {
  const TemporaryFolder folder;
  folder.write("nl/leeg.txt", "");
  const Run indexed =
      run(index_program + " " + folder.path().string() + " -q --index " + (folder.path() / "index").string() + " 2>&1");
  CHECK(indexed.output.starts_with("clausula-index: nl/leeg.txt: empty; "));
}

TEST_CASE("Every program has --help and --version") {
  for (const std::string& program : {corpus_program, index_program, query_program}) {
    CHECK(run(program + " --help").status == 0);
    CHECK(run(program + " --version").status == 0);
    CHECK_FALSE(run(program + " --version").output.empty());
  }
}

TEST_CASE("An error is one line that says what to do, with the status that fits") {
  const TemporaryFolder folder;
  const std::string none = (folder.path() / "none").string();
  const struct {
    std::string command;
    std::string program;
    int status;
  } cases[] = {
      {query_program + " search Klarna --index " + none, "clausula-query", 3},
      {query_program + " --nonsense", "clausula-query", 2},
      {query_program + "", "clausula-query", 2},
      {query_program + " show nobody --index " + sample_index(), "clausula-query", 2},
      {query_program + " facts --kind nonsense --index " + sample_index(), "clausula-query", 2},
      {query_program + " compare --topic nonsense --index " + sample_index(), "clausula-query", 2},
      {index_program + "", "clausula-index", 2},
      {index_program + " " + none + " --index " + none + "2", "clausula-index", 4},
      {index_program + " " + sample + " --index /proc/none", "clausula-index", 4},
      {index_program + " " + sample + " --lexicon " + none + " --index " + none, "clausula-index", 4},
      {corpus_program + " check " + none, "clausula-corpus", 4},
  };
  for (const auto& c : cases) {
    const Run result = run(c.command + " 2>&1");
    INFO(c.command << "\n" << result.output);
    CHECK(result.status == c.status);
    CHECK(is_one_line(result.output, c.program));
  }
}

TEST_CASE("Who shares data with Klarna: the right shops, each with its sentence") {
  for (const std::string question : {"which shops share data with Klarna", "welke winkels delen gegevens met Klarna",
                                     "kuri veikali nodod datus Klarna"}) {
    const Run result = query("search '" + question + "' --format json --limit 0");
    REQUIRE(result.status == 0);
    const auto answer = nlohmann::json::parse(result.output);
    std::vector<std::string> says;
    for (const auto& policy : answer.at("policies")) {
      if (policy.at("answer") != "says") continue;
      says.push_back(policy.at("policy"));
      CHECK(policy.at("clauses").at(0).at("snippet").get<std::string>().find("Klarna") != std::string::npos);
    }
    std::sort(says.begin(), says.end());
    INFO(question);
    CHECK(says == std::vector<std::string>{"fietsenzolder", "kafijas-dzirnavas", "lampenhuis-lumina", "saules-terase",
                                           "slaapwerk", "stoomketel-koffie", "tehnikas-plaukts"});
    CHECK(answer.at("answers").at("denies") == 2);
  }
}

TEST_CASE("Two versions of a policy differ in substance") {
  const Run result = query("diff fietsenzolder@2021-03-01 fietsenzolder");
  CHECK(result.status == 0);
  CHECK_THAT(result.output, Catch::Contains("2 years → 5 years") && Catch::Contains("+ recipient: Klarna") &&
                                Catch::Contains("16 years → 13 years"));
  CHECK(query("diff fietsenzolder fietsenzolder").status == 1);
}

TEST_CASE("An empty answer says so and exits with 1") {
  const Run result = query("search 'topic:dpo recipient:nobodyatall'");
  CHECK(result.status == 1);
  CHECK_FALSE(result.output.empty());
}

TEST_CASE("An export is one object a policy, the same each time") {
  const Run first = query("export --format jsonl");
  REQUIRE(first.status == 0);
  CHECK(std::count(first.output.begin(), first.output.end(), '\n') == 24);
  CHECK(first.output == query("export --format jsonl").output);
}

TEST_CASE("Text from policies reaches the terminal without control and bidirectional characters") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "corpus");
  std::ofstream(folder.path() / "corpus" / "evil.txt")
      << "Privacyverklaring\n\nWij delen uw gegevens met Klarna \x1b[31mrood\x07 \xE2\x80\xAEomgekeerd en met niemand "
         "anders.\n";
  const std::string index = (folder.path() / "index").string();
  REQUIRE(run(index_program + " " + (folder.path() / "corpus").string() + " -q --index " + index + " 2>&1").status ==
          0);
  for (const std::string arguments :
       {"search Klarna", "show evil", "facts --kind recipient", "compare --topic recipients"}) {
    const Run result = run(query_program + " " + arguments + " --index " + index);
    INFO(arguments << "\n" << result.output);
    CHECK(result.output.find("Klarna") != std::string::npos);
    CHECK(result.output.find('\x1b') == std::string::npos);
    CHECK(result.output.find('\x07') == std::string::npos);
    CHECK(result.output.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("analyze prints a word, its stem and its other terms") {
  const TemporaryFolder folder;
  const auto analyze = [&](const std::string& language, const std::string& words) {
    folder.write("words", words);
    const Run result = run("sh -c \"" + index_program + " analyze --lang " + language + " < " +
                           (folder.path() / "words").string() + "\"");
    CHECK(result.status == 0);
    return result.output;
  };
  CHECK(analyze("nl", "bewaartermijnen\nbewaard\ncategorieën\ntwee jaar\n") ==
        "bewaartermijnen\tbewaartermijn\tbewar termijn\n"
        "bewaard\tbewar\t\n"
        "categorieën\tcategorie\t\n"
        "twee jaar\ttwee jaar\tduration:P2Y\n");
  CHECK(analyze("lv", "nenododam\nglabāšanas\nnepilngadīgais\n") ==
        "nenododam\tnodot\tnodot (negated)\n"
        "glabāšanas\tglabāt\tglabat\n"
        "nepilngadīgais\tnepilngadīg\tnepilngadig\n");
}

TEST_CASE("The query tool links nothing that parses foreign formats") {
  const Run result = run("ldd " + query_program);
  for (const char* library : {"libgumbo", "libpoppler", "libcsv"}) {
    INFO(result.output);
    CHECK(result.output.find(library) == std::string::npos);
  }
}
