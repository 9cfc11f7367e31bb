// quality_questions [--brief]: asks the judged questions over the sample and prints how good the answers are.
#include <iomanip>
#include <iostream>

#include <CLI/CLI.hpp>

#include "corpus/cli/program.h"
#include "tests/quality/evaluation.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

std::string name_of(System system) {
  switch (system) {
    case System::clausula:
      return "Clausula";
    case System::policies:
      return "Xapian, policies";
    case System::clauses:
      return "Xapian, clauses";
  }
  return {};
}

void print_answers(const Figures& figures) {
  std::cout << "\nanswers          says and denies       as indexed        four-way\n"
               "questions in         P      R     F1      P      R     share right   partly F1   silent F1\n";
  for (const auto& [language, answers] : figures.answers) {
    const Hits& hits = answers.says_and_denies;
    const auto f1 = [&, &each = answers.each](Answer answer) {
      return each.contains(answer) ? each.at(answer).f1() : 1;
    };
    std::cout << std::left << std::setw(16) << language << std::right << std::setw(7) << hits.precision()
              << std::setw(7) << hits.recall() << std::setw(7) << hits.f1() << std::setw(7)
              << answers.as_indexed.precision() << std::setw(7) << answers.as_indexed.recall() << std::setw(12)
              << static_cast<double>(answers.right) / static_cast<double>(answers.all) << std::setw(14)
              << f1(Answer::partly) << std::setw(12) << f1(Answer::silent) << '\n';
  }
}

void print_ranking(const Figures& figures) {
  std::cout << "\nranking of policies\nquestions in  system             nDCG@10    MAP    MRR  proof\n";
  for (const auto& [language, by_system] : figures.ranking) {
    for (const auto& [system, measures] : by_system) {
      std::cout << std::left << std::setw(14) << language << std::setw(18) << name_of(system) << std::right
                << std::setw(8) << measures.ndcg.value() << std::setw(7) << measures.average_precision.value()
                << std::setw(7) << measures.reciprocal_rank.value();
      if (measures.proof.count > 0) std::cout << std::setw(7) << measures.proof.value();
      std::cout << '\n';
    }
  }
}

void print_languages(const Figures& figures) {
  std::cout << "\nquestions in  policies in   nDCG@10  says and denies P      R\n";
  const auto row = [](const std::string& asked, const std::string& found, const ByPolicyLanguage& side) {
    std::cout << std::left << std::setw(14) << asked << std::setw(12) << found << std::right << std::setw(9)
              << side.ndcg.value() << std::setw(19) << side.says_and_denies.precision() << std::setw(7)
              << side.says_and_denies.recall() << '\n';
  };
  for (const auto& [asked, by_policy] : figures.by_policy_language) {
    for (const auto& [found, side] : by_policy) row(asked, found, side);
  }
  row("nl, lv", "the same", figures.same_language);
  row("nl, lv", "the other", figures.cross_language);
}

void print_failures(const Figures& figures) {
  std::cout << "\n" << figures.failures.size() << " failures\n";
  std::string last;
  for (const Failure& failure : figures.failures) {
    if (failure.question != last) std::cout << failure.question << '\n';
    std::cout << "    " << failure.what << '\n';
    last = failure.question;
  }
}

ExitStatus run(int argc, char** argv) {
  bool brief = false;
  CLI::App app{"Asks the judged questions over the sample and prints how good the answers are", "quality_questions"};
  app.add_flag("--brief", brief, "leave out the failures");
  app.parse(argc, argv);
  const std::filesystem::path source(CLAUSULA_SOURCE_DIR);
  const TemporaryFolder folder;
  build_index(source / "corpus/sample", folder.path() / "index");
  const Figures figures =
      evaluate(read_questions(source / "tests/quality/questions"), source / "corpus/sample", folder.path() / "index");
  std::cout << figures.questions << " questions\n" << std::fixed << std::setprecision(3);
  print_answers(figures);
  print_ranking(figures);
  print_languages(figures);
  if (!brief) print_failures(figures);
  return ExitStatus::done;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("quality_questions", [&] { return clausula::run(argc, argv); });
}
