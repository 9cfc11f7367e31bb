// What was typed to clausula-index.
#pragma once

#include <string>
#include <vector>

namespace clausula {

struct IndexCommand {
  std::vector<std::string> corpus;  // empty for `analyze`
  std::string index;
  std::string lexicon;
  int jobs = 0;
  bool rebuild = false;
  bool quiet = false;
  bool analyze = false;
  std::string analyze_language = "nl";
};

// Throws CLI::ParseError; --help and --version print and throw CLI::Success.
IndexCommand parse_command_line(int argc, char** argv);

}  // namespace clausula
