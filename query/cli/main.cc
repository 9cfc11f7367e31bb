// clausula-query: answers from an index.
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "query/cli/command.h"

namespace clausula {
namespace {

void look_at_terminal(CommonOptions& options) {
  if (!isatty(STDOUT_FILENO)) return;
  const char* no_color = std::getenv("NO_COLOR");
  options.color = no_color == nullptr || *no_color == '\0';
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) options.width = size.ws_col;
}

ExitStatus run(int argc, char** argv) {
  CLI::App app{"Searches, compares and exports an index of privacy policies.", "clausula-query"};
  app.set_version_flag("--version", "clausula-query " CLAUSULA_VERSION);
  app.require_subcommand(1);
  CommonOptions options;
  const Command commands[] = {add_search(app, options), add_show(app, options),    add_facts(app, options),
                              add_diff(app, options),   add_compare(app, options), add_topics(app, options),
                              add_export(app, options)};
  parse_subcommand(app, argc, argv);
  if (options.indexes.empty()) {
    const char* from_environment = std::getenv("CLAUSULA_INDEX");
    options.indexes = {from_environment ? from_environment : "./clausula.db"};
  }
  look_at_terminal(options);
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.action(options);
  }
  return ExitStatus::usage;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("clausula-query", [&] { return clausula::run(argc, argv); });
}
