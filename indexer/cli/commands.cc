#include "indexer/cli/commands.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "corpus/reader.h"
#include "corpus/unicode.h"
#include "indexer/analyzer.h"
#include "indexer/index_writer.h"
#include "indexer/lexicon.h"

namespace clausula {
namespace {

// One line on the terminal, redrawn at most ten times a second.
class Progress {
 public:
  void operator()(std::size_t done, std::size_t total, std::size_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    if (done < total && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    std::cerr << "\r" << done << " of " << total << " policies, " << bytes / 1024 << " KB" << std::flush;
    drawn_ = true;
  }
  void clear() const {
    if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  }

 private:
  std::chrono::steady_clock::time_point last_;
  bool drawn_ = false;
};

void print_problem(const Problem& problem) {
  std::cerr << "clausula-index: ";
  // What is wrong with a file as a whole mostly names it already.
  const bool named = problem.message.starts_with(printable(problem.file));
  if (!problem.file.empty() && !named) std::cerr << printable(problem.file) << ": ";
  if (problem.offset != 0) std::cerr << "byte " << problem.offset << ": ";
  std::cerr << printable(problem.message) << '\n';
}

std::string count(std::size_t number, const char* what) { return std::to_string(number) + " " + what; }

void print_summary(const IndexReport& report, const std::string& index) {
  std::cerr << index << ": " << count(report.added, "added, ") << count(report.changed, "changed, ")
            << count(report.unchanged, "unchanged, ") << count(report.removed, "removed, ")
            << count(report.skipped, "skipped");
  if (report.clauses > 0) std::cerr << "; " << count(report.clauses, "clauses written");
  std::cerr << '\n';
}

const Lexicon& lexicon_of(const IndexCommand& command) {
  if (command.lexicon.empty()) return Lexicon::builtin();
  static const Lexicon replaced = Lexicon::from_folder(command.lexicon);
  return replaced;
}

// The stem, a tab, and the other terms: stems without diacritics and of parts, the negated stem, articles, durations.
std::string terms_of(std::string_view line, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(line, tokens);
  std::vector<Unit> units;
  analyzer.units(line, tokens, units);
  if (tokens.empty()) tokens.push_back({&analyzer.word(line), 0, 0, 1});
  std::string stems;
  std::vector<std::string> others;
  const auto add = [&](std::string term, std::string_view stem) {
    if (term != stem && std::find(others.begin(), others.end(), term) == others.end())
      others.push_back(std::move(term));
  };
  for (const Token& token : tokens) {
    const Word& word = *token.word;
    stems.append(stems.empty() ? "" : " ").append(word.stem);
    add(word.folded, word.stem);
    for (const CompoundPart& part : word.parts) add(part.stem, word.stem);
    if (word.negated) add(word.stem + " (negated)", word.stem);
  }
  for (const Unit& unit : units) {
    add((unit.kind == WordKind::article ? "article:" : "duration:") + unit.value, {});
  }
  stems += '\t';
  for (std::size_t i = 0; i < others.size(); ++i) stems.append(i == 0 ? "" : " ").append(others[i]);
  return stems;
}

}  // namespace

ExitStatus run_index(const IndexCommand& command) {
  const Listing corpus = list_corpora({command.corpus.begin(), command.corpus.end()});
  IndexOptions options;
  options.jobs = command.jobs;
  options.rebuild = command.rebuild;
  options.lexicon = &lexicon_of(command);
  Progress progress;
  if (!command.quiet && isatty(STDERR_FILENO)) options.progress = std::ref(progress);
  const IndexReport report = update_index(corpus, command.index, options);
  progress.clear();
  for (const Problem& problem : report.problems) print_problem(problem);
  if (!command.quiet) print_summary(report, command.index);
  if (report.skipped > 0) return ExitStatus::input;
  return report.added + report.changed + report.unchanged == 0 ? ExitStatus::nothing : ExitStatus::done;
}

ExitStatus run_analyze(const IndexCommand& command) {
  Analyzer analyzer(*language_of_code(command.analyze_language), lexicon_of(command));
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) std::cout << line << '\t' << terms_of(line, analyzer) << '\n';
  }
  return ExitStatus::done;
}

}  // namespace clausula
