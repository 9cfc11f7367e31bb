// bench_query [--index DIR | --policies N [--keep DIR]] [--rounds N] [--slowest N] [--processor]: every judged question
// in process, warm, against a bare Xapian query of the same words in the same run; and the time from the start of the
// program to the printed answer.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>

#include <unistd.h>
#include <xapian.h>
#include <CLI/CLI.hpp>

#include "corpus/cli/program.h"
#include "indexer/analyzer.h"
#include "indexer/schema.h"
#include "query/search.h"
#include "tests/bench/measure.h"
#include "tests/bench/synthetic.h"
#include "tests/quality/evaluation.h"

namespace clausula {
namespace fs = std::filesystem;

namespace {

const fs::path source(CLAUSULA_SOURCE_DIR);

// Of the processor, where it is shared with others and the clock tells little.
double now(bool processor) {
  timespec time{};
  clock_gettime(processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
double milliseconds(bool processor, Work&& work) {
  const double begin = now(processor);
  work();
  return now(processor) - begin;
}

// Any of the question's words by their stems, the best hundred clauses.
void bare_query(const Xapian::Database& database, Analyzer& analyzer, const std::string& question) {
  std::vector<Token> tokens;
  analyzer.analyze(question, tokens);
  std::vector<std::string> terms;
  for (const Token& token : tokens) {
    if (!token.word->stop) terms.push_back(term(prefix::stem, token.word->stem));
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  const Xapian::MSet found = enquire.get_mset(0, 100);
  for (auto it = found.begin(); it != found.end(); ++it) it.get_document().get_data();
}

void print(const std::string& what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::cout << std::left << std::setw(34) << what << std::right << std::fixed << std::setprecision(1) << std::setw(8)
            << at(0.5) << " ms" << std::setw(8) << at(0.95) << " ms" << std::setw(8) << at(1) << " ms\n";
}

// Milliseconds from the start of the program to its printed answer, on an index that is in memory.
std::vector<double> start_times(const std::string& index) {
  std::vector<double> times;
  for (int i = 0; i < 22; ++i) {
    const Cost cost = measure_in_child([&] {
      become_program(CLAUSULA_QUERY_PROGRAM, {"search", "which shops share data with Klarna", "--index", index});
    });
    if (i >= 2) times.push_back(cost.wall * 1000);
  }
  return times;
}

ExitStatus run(int argc, char** argv) {
  std::string index;
  std::string keep;
  std::size_t policies = 10000;
  std::size_t rounds = 3;
  std::size_t shown = 8;
  bool processor = false;
  CLI::App app{"The judged questions on a large index", "bench_query"};
  app.add_option("--index", index, "ask this index instead of a synthetic one");
  app.add_option("--policies", policies, "synthetic policies")->capture_default_str();
  app.add_option("--keep", keep, "write the synthetic policies and their index here, and leave them for --index");
  app.add_option("--rounds", rounds)->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--slowest", shown, "questions to name")->capture_default_str();
  app.add_flag("--processor", processor, "time of the processor instead of the clock's, on a busy machine");
  app.parse(argc, argv);

  const fs::path folder =
      keep.empty() ? fs::temp_directory_path() / ("clausula-bench-" + std::to_string(getpid())) : fs::path(keep);
  if (index.empty()) {
    index = (folder / "index").string();
    SyntheticCorpus(source / "indexer" / "training").write(folder / "corpus", policies);
    measure_in_child([&] {
      become_program(CLAUSULA_INDEX_PROGRAM, {(folder / "corpus").string(), "--index", index, "--quiet"});
    });
  }
  // First, while this process is small: to fork a large one takes longer than the program that is measured.
  const std::vector<double> starts = start_times(index);
  const std::vector<JudgedQuestion> questions = read_questions(source / "tests/quality/questions");
  const Store store({index});
  Searcher searcher(store);
  Analyzer analyzer(Language::dutch);
  std::vector<double> ours;
  std::vector<double> with_facets;
  std::vector<double> bare;
  // The best of each question's times: what others do on the machine is no matter of the question's.
  std::map<std::string, double> best;
  for (std::size_t round = 0; round <= rounds; ++round) {
    for (const JudgedQuestion& question : questions) {
      SearchRequest request;
      request.query = question.text;
      const double time = milliseconds(processor, [&] { searcher.search(request); });
      request.facets = true;
      const double facets = milliseconds(processor, [&] { searcher.search(request); });
      const double plain = milliseconds(processor, [&] { bare_query(store.database(), analyzer, question.text); });
      if (round == 0) continue;  // warms up
      ours.push_back(time);
      with_facets.push_back(facets);
      bare.push_back(plain);
      const auto [known, first] = best.emplace(question.text, time);
      if (!first) known->second = std::min(known->second, time);
    }
  }
  std::cout << store.database().get_doccount() << " documents, " << questions.size() << " questions\n"
            << "what                                     p50        p95        max\n";
  print("bare Xapian query, best 100", bare);
  print("clausula, answered", ours);
  print("clausula, with facets", with_facets);
  print("start of the program to answer", starts);
  std::vector<std::pair<double, std::string>> slowest;
  for (const auto& [question, time] : best) slowest.emplace_back(time, question);
  std::sort(slowest.rbegin(), slowest.rend());
  for (std::size_t i = 0; i < std::min(slowest.size(), shown); ++i) {
    std::cout << "  " << slowest[i].first << " ms  " << slowest[i].second << '\n';
  }
  if (keep.empty()) fs::remove_all(folder);
  return ExitStatus::done;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("bench_query", [&] { return clausula::run(argc, argv); });
}
