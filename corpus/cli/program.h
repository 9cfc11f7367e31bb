// What the three programs have in common: exit statuses, and errors as one line on standard error.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace clausula {

// The contract of docs/formats.md; scripts rely on the numbers.
enum class ExitStatus : int {
  done = 0,
  nothing = 1,  // done, and nothing was found or something falls short
  usage = 2,
  input = 3,  // bad input or a damaged index
  io = 4,     // could not read or write
};

// Parses a command line that has to begin with a subcommand, after what stands before it in `app`. Throws UsageError,
// with the subcommand that was probably meant, where it is unknown; CLI::Success after printing what --help and
// --version ask for, and CLI::ParseError for the rest, both for `run_program`.
void parse_subcommand(CLI::App& app, int argc, char** argv);

// Runs the program and turns its exceptions into a line "NAME: what; what to do" and the exit status that fits.
int run_program(const char* name, const std::function<ExitStatus()>& work);

}  // namespace clausula
