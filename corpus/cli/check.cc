// clausula-corpus check: what is wrong with a corpus.
#include <iostream>
#include <memory>

#include "corpus/cli/command.h"
#include "corpus/inspection.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

struct Options {
  std::string corpus = ".";
  std::string format = "text";
};

ExitStatus check(const Options& options) {
  const Inspection inspection = inspect_corpus(options.corpus);
  if (options.format == "json") {
    nlohmann::ordered_json problems = nlohmann::ordered_json::array();
    for (const Problem& problem : inspection.problems) {
      problems.push_back({{"file", problem.file}, {"offset", problem.offset}, {"message", problem.message}});
    }
    print_json({{"policies", inspection.policies.size()}, {"problems", std::move(problems)}});
  } else {
    for (const Problem& problem : inspection.problems) {
      // Messages of files that could not be read name the file themselves.
      if (!problem.file.empty() && !problem.message.starts_with(problem.file)) {
        std::cout << printable(problem.file) << ": ";
        if (problem.offset > 0) std::cout << "byte " << problem.offset << ": ";
      }
      std::cout << printable(problem.message) << '\n';
    }
    std::cout << inspection.policies.size() << " policies read, " << inspection.problems.size() << " problems\n";
  }
  return inspection.problems.empty() ? ExitStatus::done : ExitStatus::nothing;
}

}  // namespace

Command add_check(CLI::App& parent) {
  const auto options = std::make_shared<Options>();
  CLI::App* app =
      parent.add_subcommand("check", "List what is wrong: missing files, encodings, languages, hashes, doubles");
  app->add_option("CORPUS", options->corpus, "Data package, folder or file")->capture_default_str();
  add_format_option(*app, options->format);
  return {app, [options] { return check(*options); }};
}

}  // namespace clausula
