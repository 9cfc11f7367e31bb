// quality_reading [--errors] [CORPUS...]: reads annotated policies and prints how well, by topic, kind and language.
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>

#include "corpus/cli/program.h"
#include "tests/quality/reading.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

void print(const std::string& name, const Hits& hits) {
  std::cout << "  " << std::left << std::setw(20) << name << std::right << std::setw(6) << hits.f1() << std::setw(8)
            << hits.precision() << std::setw(7) << hits.recall() << std::setw(7) << hits.right << std::setw(6)
            << hits.wrong << std::setw(6) << hits.missed << '\n';
}

void print(const ReadingQuality& reading, const std::string& language) {
  std::cout << (language.empty() ? "all" : language) << ": macro F1 of topics " << reading.macro(language)
            << "\n                          F1       P      R  right wrong missed\n";
  print("TOPICS", reading.topics(language));
  for (const auto& [topic, hits] : reading.by_topic(language)) print(topic, hits);
  print("FACTS", reading.facts(language));
  for (const auto& [kind, hits] : reading.by_kind(language)) print(kind, hits);
}

ExitStatus run(int argc, char** argv) {
  const std::filesystem::path source(CLAUSULA_SOURCE_DIR);
  std::vector<std::string> corpora{(source / "corpus/sample").string(), (source / "tests/quality/held-out").string()};
  bool errors = false;
  CLI::App app{"Reads annotated policies and prints how well", "quality_reading"};
  app.add_option("corpus", corpora, "folders of policies with their annotations in gold/");
  app.add_flag("--errors", errors, "list what is wrong and missing");
  app.parse(argc, argv);
  std::cout << std::fixed << std::setprecision(3);
  for (const std::string& corpus : corpora) {
    const TemporaryFolder folder;
    const ReadingQuality reading = read_and_compare(corpus, folder.path() / "index");
    const Interval topics = reading.interval_of_topics();
    const Interval facts = reading.interval_of_facts();
    std::cout << "== " << corpus << ", " << reading.policies.size() << " policies; 95 % intervals of micro F1: topics "
              << topics.low << "-" << topics.high << ", facts " << facts.low << "-" << facts.high << '\n';
    for (const char* language : {"", "nl", "lv"}) print(reading, language);
    if (!errors) continue;
    for (const PolicyQuality& policy : reading.policies) {
      for (const std::string& error : policy.errors) std::cout << error << '\n';
    }
  }
  return ExitStatus::done;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("quality_reading", [&] { return clausula::run(argc, argv); });
}
