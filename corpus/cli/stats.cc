// clausula-corpus stats: what a corpus holds.
#include <iostream>
#include <map>
#include <memory>

#include "corpus/cli/command.h"
#include "corpus/inspection.h"

namespace clausula {
namespace {

struct Options {
  std::string corpus = ".";
  std::string format = "text";
};

struct Totals {
  std::size_t policies = 0;
  std::size_t older = 0;  // versions that are not the newest
  std::map<std::string, std::size_t> languages;
  std::size_t words = 0;
  std::array<std::size_t, 4> clauses{};
};

Totals sum_up(const Inspection& inspection) {
  Totals totals;
  for (const PolicyStats& policy : inspection.policies) {
    ++(policy.source.version.empty() ? totals.policies : totals.older);
    ++totals.languages[std::string(code_of(policy.language))];
    totals.words += policy.words;
    for (std::size_t i = 0; i < totals.clauses.size(); ++i) totals.clauses[i] += policy.clauses[i];
  }
  return totals;
}

nlohmann::ordered_json json_of(const std::array<std::size_t, 4>& clauses) {
  nlohmann::ordered_json json;
  for (std::size_t i = 0; i < clauses.size(); ++i) json[std::string(name_of(static_cast<ClauseKind>(i)))] = clauses[i];
  return json;
}

void print_as_json(const Inspection& inspection, const Totals& totals) {
  nlohmann::ordered_json policies = nlohmann::ordered_json::array();
  for (const PolicyStats& policy : inspection.policies) {
    policies.push_back({{"policy", versioned_id(policy.source)},
                        {"language", code_of(policy.language)},
                        {"file", policy.source.file},
                        {"words", policy.words},
                        {"clauses", json_of(policy.clauses)}});
  }
  print_json({{"policies", totals.policies},
              {"older_versions", totals.older},
              {"languages", totals.languages},
              {"words", totals.words},
              {"clauses", json_of(totals.clauses)},
              {"problems", inspection.problems.size()},
              {"list", std::move(policies)}});
}

ExitStatus show_stats(const Options& options) {
  const Inspection inspection = inspect_corpus(options.corpus);
  const Totals totals = sum_up(inspection);
  if (options.format == "json") {
    print_as_json(inspection, totals);
  } else {
    std::cout << "policies  " << totals.policies << '\n';
    if (totals.older > 0) std::cout << "older     " << totals.older << " versions\n";
    for (const auto& [code, count] : totals.languages) std::cout << "  " << code << "      " << count << '\n';
    std::cout << "words     " << totals.words << '\n' << "clauses   ";
    std::size_t sum = 0;
    for (const std::size_t count : totals.clauses) sum += count;
    std::cout << sum << '\n';
    for (std::size_t i = 0; i < totals.clauses.size(); ++i) {
      std::string name(name_of(static_cast<ClauseKind>(i)));
      name.resize(10, ' ');
      std::cout << "  " << name << totals.clauses[i] << '\n';
    }
    if (!inspection.problems.empty()) {
      std::cerr << inspection.problems.size() << " problems; clausula-corpus check lists them\n";
    }
  }
  return inspection.policies.empty() ? ExitStatus::nothing : ExitStatus::done;
}

}  // namespace

Command add_stats(CLI::App& parent) {
  const auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand("stats", "Count policies, languages, words and clauses");
  app->add_option("CORPUS", options->corpus, "Data package, folder or file")->capture_default_str();
  add_format_option(*app, options->format);
  return {app, [options] { return show_stats(*options); }};
}

}  // namespace clausula
