#include "indexer/cli/options.h"

#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>

namespace clausula {

IndexCommand parse_command_line(int argc, char** argv) {
  IndexCommand command;
  const char* from_environment = std::getenv("CLAUSULA_INDEX");
  command.index = from_environment ? from_environment : "./clausula.db";

  CLI::App app{"Reads a corpus of privacy policies and builds or refreshes its index.", "clausula-index"};
  app.set_version_flag("--version", "clausula-index " CLAUSULA_VERSION);
  app.add_option("CORPUS", command.corpus, "A data package, a folder of policies, or files")->type_name("PATH");
  app.add_option("--index", command.index, "Folder of the index ($CLAUSULA_INDEX, else ./clausula.db)")
      ->type_name("DIR");
  app.add_option("--lexicon", command.lexicon, "Folder with lexicon files that replace the built-in ones")
      ->type_name("DIR");
  app.add_option("--jobs,-j", command.jobs, "Threads; 0 is one a core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_flag("--rebuild", command.rebuild, "Write the index anew, also what did not change");
  app.add_flag("--quiet,-q", command.quiet, "Report problems only");
  CLI::App* analyze = app.add_subcommand("analyze", "Show the terms of words: one word a line on standard input");
  analyze->add_option("--lang", command.analyze_language, "Language of the words")
      ->check(CLI::IsMember({"nl", "lv", "en"}))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success, std::cout, std::cerr);
    throw;
  }
  command.analyze = analyze->parsed();
  if (!command.analyze && command.corpus.empty()) throw CLI::RequiredError("CORPUS");
  return command;
}

}  // namespace clausula
