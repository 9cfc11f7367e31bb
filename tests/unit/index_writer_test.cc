// Building and refreshing an index: what changes, what stays, and what happens when something goes wrong.
#include <csignal>
#include <fstream>
#include <set>

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "indexer/document.h"
#include "indexer/generation.h"
#include "indexer/index.h"
#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "tests/unit/temporary_folder.h"

using namespace clausula;
namespace fs = std::filesystem;

namespace {

const std::string dutch =
    "Privacyverklaring Tafeltjes\n\nHoe lang bewaren wij gegevens?\n\nWij bewaren uw facturen zeven jaar, omdat de "
    "belastingdienst dat van ons vraagt.\n\nMet wie delen wij gegevens?\n\nWij geven uw adres door aan PostNL, dat de "
    "tafel bij u thuis bezorgt.\n";
const std::string latvian =
    "Galdiņu privātuma politika\n\nCik ilgi glabājam datus?\n\nRēķinus glabājam piecus gadus, kā to prasa "
    "grāmatvedības noteikumi.\n\nKam nododam datus?\n\nPiegādes adresi nododam kurjeram, kurš atved jūsu galdu.\n";

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

IndexReport update(const fs::path& corpus, const fs::path& index, int jobs = 2) {
  IndexOptions options;
  options.jobs = jobs;
  return update_index(list_corpus(corpus), index, options);
}

// Everything that the index stores, by unique term.
std::set<std::string> content(const fs::path& index) {
  const Xapian::Database database = open_index({index.string()});
  std::set<std::string> all;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    std::string terms;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) terms += *term + " ";
    all.insert(terms + document.get_data());
  }
  return all;
}

template <class Error, class Work>
std::string message_of(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("A second run writes nothing, and later ones only what changed") {
  const TemporaryFolder folder;
  const fs::path corpus = folder.path() / "corpus";
  const fs::path index = folder.path() / "index";
  for (int i = 0; i < 8; ++i) write(corpus / ("shop" + std::to_string(i) + ".txt"), i % 2 == 0 ? dutch : latvian);

  CHECK(update(corpus, index).added == 8);
  const auto first = content(index);

  const IndexReport again = update(corpus, index);
  CHECK(again.unchanged == 8);
  CHECK(again.clauses == 0);
  CHECK(content(index) == first);

  write(corpus / "shop0.txt", dutch + "\nWij verkopen uw gegevens nooit.\n");
  fs::remove(corpus / "shop1.txt");
  const IndexReport changed = update(corpus, index);
  CHECK(changed.changed == 1);
  CHECK(changed.removed == 1);
  CHECK(changed.unchanged == 6);
  const Xapian::Database database = open_index({index.string()});
  CHECK(database.get_termfreq(term(prefix::version, "shop1")) == 0);
  CHECK(database.get_termfreq(term(prefix::kind, "policy")) == 7);

  // What was reached by small steps is what a build from nothing gives.
  const fs::path fresh = folder.path() / "fresh";
  update(corpus, fresh);
  CHECK(content(index) == content(fresh));
}

TEST_CASE("The index does not depend on the number of threads or on the order of files") {
  const TemporaryFolder folder;
  const fs::path corpus = folder.path() / "corpus";
  for (int i = 0; i < 9; ++i) write(corpus / ("s" + std::to_string(i) + ".txt"), i % 3 == 0 ? latvian : dutch);
  update(corpus, folder.path() / "one", 1);
  update(corpus, folder.path() / "four", 4);
  CHECK(content(folder.path() / "one") == content(folder.path() / "four"));
}

TEST_CASE("One bad file is reported and skipped, and not read again until it changes") {
  const TemporaryFolder folder;
  const fs::path corpus = folder.path() / "corpus";
  const fs::path index = folder.path() / "index";
  write(corpus / "good.txt", dutch);
  write(corpus / "binary.txt", std::string("PNG\0\1\2\0\0\3", 9));
  write(
      corpus / "english.txt",
      "We respect your privacy. This policy explains which personal information our store collects when you visit the "
      "website, how we use it, and with whom we may share it in order to deliver your parcels.\n");
  const IndexReport report = update(corpus, index);
  CHECK(report.added == 1);
  CHECK(report.skipped == 2);
  CHECK(report.problems.size() >= 2);
  const IndexReport again = update(corpus, index);
  CHECK(again.unchanged == 1);
  CHECK(again.skipped == 2);
  CHECK(again.bytes == 0);
  write(corpus / "binary.txt", latvian);
  CHECK(update(corpus, index).skipped == 1);
}

TEST_CASE("Clauses carry what an answer needs: text, lines, topics and facts") {
  const TemporaryFolder folder;
  write(folder.path() / "corpus" / "tafeltjes.txt", dutch);
  update(folder.path() / "corpus", folder.path() / "index");
  const Xapian::Database database = open_index({(folder.path() / "index").string()});
  const auto it = database.postlist_begin(clause_term("tafeltjes", 3));
  REQUIRE(it != database.postlist_end(clause_term("tafeltjes", 3)));
  const StoredClause clause = decode_clause(database.get_document(*it).get_data());
  CHECK(clause.text == dutch.substr(clause.begin, clause.end - clause.begin));
  CHECK(clause.lines == LineRange{5, 5});
  REQUIRE(clause.facts.size() == 1);
  CHECK(clause.facts[0].kind == FactKind::retention);
  CHECK(clause.facts[0].value == "P7Y");
  CHECK(database.get_termfreq(term(prefix::recipient, "postnl")) > 0);
}

TEST_CASE("An index of the future, a damaged one and what is none are refused with the way out") {
  const TemporaryFolder folder;
  const fs::path corpus = folder.path() / "corpus";
  const fs::path index = folder.path() / "index";
  write(corpus / "tafeltjes.txt", dutch);
  update(corpus, index);

  SECTION("of the future") {
    Xapian::WritableDatabase database(index.string());
    database.set_metadata(std::string(metadata::schema), "99");
    database.commit();
    database.close();
    CHECK_THAT(message_of<InputError>([&] { open_index({index.string()}); }),
               Catch::Contains("has schema 99, this program reads " + std::to_string(schema_version) +
                               "; use a newer clausula-query"));
    CHECK_THAT(message_of<InputError>([&] { update(corpus, index); }), Catch::Contains("use a newer clausula-index"));
  }
  SECTION("of another analysis") {
    Xapian::WritableDatabase database(index.string());
    database.set_metadata(std::string(metadata::analyzer), "words-0 porter");
    database.commit();
    database.close();
    CHECK_THAT(message_of<InputError>([&] { open_index({index.string()}); }), Catch::Contains("run clausula-index"));
    CHECK(update(corpus, index).added == 1);
    CHECK_NOTHROW(open_index({index.string()}));
  }
  SECTION("damaged") {
    for (const auto& entry : fs::recursive_directory_iterator(index)) {
      if (entry.path().filename() == "iamglass") write(entry.path(), "rubbish");
    }
    CHECK_THROWS_AS(open_index({index.string()}), InputError);
  }
  SECTION("missing") {
    CHECK_THAT(message_of<InputError>([&] { open_index({(folder.path() / "none").string()}); }),
               Catch::Contains("build one with clausula-index"));
  }
  SECTION("a folder with other files") {
    write(folder.path() / "photos" / "cat.jpg", "meow");
    CHECK_THROWS_AS(update(corpus, folder.path() / "photos"), InputError);
    CHECK(fs::exists(folder.path() / "photos" / "cat.jpg"));
  }
}

TEST_CASE("A second writer is refused while the first one works") {
  const TemporaryFolder folder;
  write(folder.path() / "corpus" / "tafeltjes.txt", dutch);
  const IndexFolder first(folder.path() / "index");
  CHECK_THAT(message_of<IoError>([&] { update(folder.path() / "corpus", folder.path() / "index"); }),
             Catch::Contains("another clausula-index is writing"));
}

TEST_CASE("Killed at any point, the index is as before or as after, and the next run completes it") {
  const TemporaryFolder folder;
  const fs::path corpus = folder.path() / "corpus";
  const fs::path index = folder.path() / "index";
  for (int i = 0; i < 40; ++i) write(corpus / ("shop" + std::to_string(i) + ".txt"), i % 2 == 0 ? dutch : latvian);
  update(corpus, index);
  const auto before = content(index);
  for (int i = 0; i < 40; ++i) {
    write(corpus / ("shop" + std::to_string(i) + ".txt"), (i % 2 == 0 ? dutch : latvian) + "\nKlarna.\n");
  }
  const fs::path fresh = folder.path() / "fresh";
  update(corpus, fresh);
  const auto after = content(fresh);
  Lexicon::builtin();
  for (const int milliseconds : {1, 20, 60, 120, 200}) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      try {
        update(corpus, index, 1);
      } catch (...) {
      }
      _exit(0);
    }
    usleep(static_cast<useconds_t>(milliseconds) * 1000);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const auto now = content(index);
    CHECK((now == before || now == after));
  }
  update(corpus, index);
  CHECK(content(index) == after);
  CHECK_FALSE(fs::exists(index / "building"));
}
