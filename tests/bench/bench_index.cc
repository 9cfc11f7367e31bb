// bench_index [--policies N] [--rounds N]: our indexer, with topics and facts, against a bare Xapian loop over the same
// clauses (TermGenerator with positions, default settings), interleaved in one run. Ratios count; the machine is noisy.
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include <unistd.h>
#include <xapian.h>
#include <CLI/CLI.hpp>

#include "corpus/clause.h"
#include "corpus/cli/program.h"
#include "corpus/reader.h"
#include "tests/bench/measure.h"
#include "tests/bench/synthetic.h"

namespace clausula {
namespace fs = std::filesystem;

namespace {

// The clauses of the corpus, one a line, so that the bare loop pays for neither reading nor cutting policies.
void write_clauses(const fs::path& corpus, const fs::path& file) {
  std::ofstream out(file);
  const Listing listing = list_corpus(corpus);
  for (const Provenance& source : listing.policies) {
    const Policy policy = read_policy(listing, source);
    for (const Clause& clause : segment(policy)) {
      std::string text(clause.text(policy));
      for (char& c : text) {
        if (c == '\n') c = ' ';
      }
      out << (policy.language == Language::latvian ? 'l' : 'n') << text << '\n';
    }
  }
}

void bare_loop(const fs::path& clauses, const fs::path& index) {
  Xapian::WritableDatabase database(index.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  const Xapian::Stem dutch("dutch");
  const Xapian::Stem none("none");
  std::ifstream in(clauses);
  std::string line;
  while (std::getline(in, line)) {
    Xapian::Document document;
    // Xapian has no Latvian.
    generator.set_stemmer(line[0] == 'n' ? dutch : none);
    generator.set_document(document);
    generator.index_text(line.substr(1));
    document.set_data(line.substr(1));
    database.add_document(document);
  }
  database.commit();
}

// The program itself, with the allocator that it is linked with.
void run_indexer(const fs::path& corpus, const fs::path& index, bool rebuild) {
  std::vector<std::string> arguments{corpus.string(), "--index", index.string(), "--quiet"};
  if (rebuild) arguments.emplace_back("--rebuild");
  become_program(CLAUSULA_INDEX_PROGRAM, std::move(arguments));
}

double size_of(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  }
  return bytes / 1e6;
}

void print(const std::string& what, const std::vector<Cost>& costs, const std::vector<Cost>& base,
           double ratio_to_text) {
  std::vector<double> wall;
  std::vector<double> relative;
  std::vector<double> cpu;
  double memory = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    wall.push_back(costs[i].wall);
    relative.push_back(costs[i].wall / base[i].wall);
    cpu.push_back(costs[i].cpu / base[i].cpu);
    memory = std::max(memory, costs[i].memory);
  }
  std::cout << std::left << std::setw(34) << what << std::right << std::fixed << std::setprecision(2) << std::setw(8)
            << median(wall) << " s" << std::setw(8) << median(relative) << std::setw(8) << median(cpu) << std::setw(8)
            << std::setprecision(0) << memory << " MB" << std::setw(8) << std::setprecision(1) << ratio_to_text << '\n';
}

ExitStatus run(int argc, char** argv) {
  std::size_t policies = 2000;
  std::size_t rounds = 3;
  CLI::App app{"Our indexer against a bare Xapian loop", "bench_index"};
  app.add_option("--policies", policies)->capture_default_str();
  app.add_option("--rounds", rounds)->capture_default_str();
  app.parse(argc, argv);

  const fs::path folder = fs::temp_directory_path() / ("clausula-bench-" + std::to_string(getpid()));
  const fs::path corpus = folder / "corpus";
  SyntheticCorpus(fs::path(CLAUSULA_SOURCE_DIR) / "indexer" / "training").write(corpus, policies);
  write_clauses(corpus, folder / "clauses");
  const double text = size_of(corpus);
  std::cout << policies << " policies, " << std::fixed << std::setprecision(1) << text << " MB\n"
            << "what                                  wall    wall      CPU   memory   index/text\n";

  std::vector<Cost> bare;
  std::vector<Cost> ours;
  std::vector<Cost> again;
  for (std::size_t i = 0; i < rounds; ++i) {
    bare.push_back(measure_in_child([&] { bare_loop(folder / "clauses", folder / "bare"); }));
    ours.push_back(measure_in_child([&] { run_indexer(corpus, folder / "ours", true); }));
    again.push_back(measure_in_child([&] { run_indexer(corpus, folder / "ours", false); }));
  }
  print("bare Xapian loop", bare, bare, size_of(folder / "bare") / text);
  print("clausula-index", ours, bare, size_of(folder / "ours") / text);
  print("clausula-index, nothing changed", again, bare, size_of(folder / "ours") / text);
  fs::remove_all(folder);
  return ExitStatus::done;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("bench_index", [&] { return clausula::run(argc, argv); });
}
