// clausula-corpus: looks after a corpus of policies.
#include <iostream>

#include "corpus/cli/command.h"

namespace clausula {

void add_format_option(CLI::App& app, std::string& format) {
  app.add_option("--format", format, "How results are written")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

void print_json(const nlohmann::ordered_json& json) {
  std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

namespace {

ExitStatus run(int argc, char** argv) {
  CLI::App app{"Looks after a corpus of privacy policies: a data package, a folder, or single files.",
               "clausula-corpus"};
  app.set_version_flag("--version", "clausula-corpus " CLAUSULA_VERSION);
  app.require_subcommand(1);
  const Command commands[] = {add_check(app), add_stats(app), add_history(app), add_clauses(app)};
  parse_subcommand(app, argc, argv);
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.action();
  }
  return ExitStatus::usage;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("clausula-corpus", [&] { return clausula::run(argc, argv); });
}
