// Word tables of --lexicon: they replace those that are compiled in, and mistakes in them are told with their place.
#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "corpus/reader.h"
#include "indexer/analyzer.h"
#include "indexer/index.h"
#include "indexer/index_writer.h"
#include "indexer/lexicon.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

std::string builtin_text(const char* file) { return std::string(Lexicon::builtin().text(file)); }

std::string stem_of(const Lexicon& lexicon, Language language, const char* word) {
  Analyzer analyzer(language, lexicon);
  return analyzer.word(word).stem;
}

TEST_CASE("Word tables of a folder replace those that are compiled in", "[lexicon]") {
  const TemporaryFolder folder;
  folder.write("dutch-exceptions.txt", builtin_text("dutch-exceptions.txt") + "\n[forms]\nblorp snuzzel\n");
  folder.write("dutch-compounds.txt", builtin_text("dutch-compounds.txt") + "\n[first]\nblorp\n[heads]\nsnark\n");
  folder.write("dutch-split-verbs.txt", builtin_text("dutch-split-verbs.txt") + "\n[verbs]\ndoor blorpen\n");
  folder.write("latvian-verbs.tsv", builtin_text("latvian-verbs.tsv") + "\nblorgt\tblorž\tblorg\n");
  folder.write("latvian-words.tsv", builtin_text("latvian-words.tsv") + "\nnegated\tneblorks=blorks\n");
  const Lexicon replaced = Lexicon::from_folder(folder.path());
  CHECK(replaced.analysis_id() != Lexicon::builtin().analysis_id());
  CHECK(analyzer_id(replaced) != analyzer_id());

  CHECK(stem_of(replaced, Language::dutch, "snuzzel") == stem_of(replaced, Language::dutch, "blorp"));
  CHECK(stem_of(Lexicon::builtin(), Language::dutch, "snuzzel") !=
        stem_of(Lexicon::builtin(), Language::dutch, "blorp"));
  CHECK(stem_of(replaced, Language::latvian, "blorž") == "blorgt");
  CHECK(stem_of(Lexicon::builtin(), Language::latvian, "blorž") != "blorgt");

  Analyzer dutch(Language::dutch, replaced);
  CHECK(dutch.word("blorpsnark").parts.size() == 2);
  CHECK(Analyzer(Language::dutch).word("blorpsnark").parts.empty());
  Analyzer latvian(Language::latvian, replaced);
  CHECK(latvian.word("neblorks").negated);
  CHECK(latvian.word("blorz").folded == latvian.word("blorga").folded);
}

TEST_CASE("A mistake in a word table is told with its file and line before work begins", "[lexicon]") {
  struct Mistake {
    const char* file;
    const char* line;
    const char* message;
  };
  const auto mistake = GENERATE(values<Mistake>({
      {"latvian-endings.tsv", "infinitive", "lacks column 2"},
      {"latvian-endings.tsv", "nonsense\tam", "there is no kind 'nonsense'"},
      {"latvian-endings.tsv", "verb\t{nowhere}", "there is no list 'nowhere'"},
      {"latvian-words.tsv", "7\tlabs", "there is no list '7'"},
      {"latvian-consonants.tsv", "ž", "lacks column 2"},
      {"latvian-verbs.tsv", "pirk\tpērk\tpirk", "is no infinitive"},
      {"dutch-strong-verbs.txt", "nemen", "needs its forms"},
      {"dutch-compounds.txt", "[nothing]\nwoord", "under no known heading"},
      {"dutch-split-verbs.txt", "[nothing]\nwoord", "under no known heading"},
  }));
  const TemporaryFolder folder;
  const std::string before = builtin_text(mistake.file);
  folder.write(std::string("lexicon/") + mistake.file, before + mistake.line + "\n");
  folder.write("corpus/winkel.txt", "Privacyverklaring\n\nWij bewaren uw gegevens.\n");
  const auto line = std::count(before.begin(), before.end(), '\n') + 1 +
                    std::count(mistake.line, mistake.line + std::string(mistake.line).size(), '\n');
  const Lexicon lexicon = Lexicon::from_folder(folder.path() / "lexicon");
  IndexOptions options;
  options.lexicon = &lexicon;
  INFO(mistake.file << " " << mistake.line);
  CHECK_THROWS_WITH(update_index(list_corpus(folder.path() / "corpus"), folder.path() / "index", options),
                    Catch::Contains("lexicon " + std::string(mistake.file) + ":" + std::to_string(line) + ": ") &&
                        Catch::Contains(mistake.message));
  CHECK_THROWS_AS(update_index(list_corpus(folder.path() / "corpus"), folder.path() / "index", options), InputError);
}

TEST_CASE("An index is read with the word tables that it was written with only", "[lexicon]") {
  const TemporaryFolder folder;
  folder.write("lexicon/latvian-verbs.tsv", builtin_text("latvian-verbs.tsv") + "\nblorgt\tblorž\tblorg\n");
  folder.write("corpus/veikals.txt",
               "Privātuma politika\n\nMēs glabājam jūsu personas datus un nododam tos kurjeram.\n");
  const Lexicon lexicon = Lexicon::from_folder(folder.path() / "lexicon");
  IndexOptions options;
  options.lexicon = &lexicon;
  const std::string index = (folder.path() / "index").string();
  CHECK(update_index(list_corpus(folder.path() / "corpus"), index, options).added == 1);
  CHECK_NOTHROW(open_index({index}, lexicon));
  CHECK_THROWS_WITH(open_index({index}), Catch::Contains("run clausula-index on its corpus again"));
  // With other tables everything is written anew.
  CHECK(update_index(list_corpus(folder.path() / "corpus"), index, {}).unchanged == 0);
  CHECK_NOTHROW(open_index({index}));
}

}  // namespace
}  // namespace clausula
