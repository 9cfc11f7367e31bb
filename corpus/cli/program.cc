#include "corpus/cli/program.h"

#include <algorithm>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "corpus/spelling.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

int fail(const char* name, ExitStatus status, const std::string& message) {
  std::cerr << name << ": " << printable(message) << '\n';
  return static_cast<int>(status);
}

}  // namespace

void parse_subcommand(CLI::App& app, int argc, char** argv) {
  std::vector<std::string> names;
  for (const CLI::App* subcommand : app.get_subcommands({})) names.push_back(subcommand->get_name());
  if (argc > 1 && argv[1][0] != '-' && std::find(names.begin(), names.end(), argv[1]) == names.end()) {
    std::string message = "there is no subcommand '" + std::string(argv[1]) + "'";
    if (const auto meant = nearest(argv[1], names)) throw UsageError(message + "; did you mean " + *meant + "?");
    message += "; there is ";
    for (std::size_t i = 0; i < names.size(); ++i) message.append(i > 0 ? ", " : "").append(names[i]);
    throw UsageError(message);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success, std::cout, std::cerr);
    throw;
  }
}

int run_program(const char* name, const std::function<ExitStatus()>& work) {
  try {
    const ExitStatus status = work();
    std::cout.flush();
    if (!std::cout) return fail(name, ExitStatus::io, "standard output cannot be written");
    return static_cast<int>(status);
  } catch (const CLI::Success& success) {
    // --help and --version.
    std::cout.flush();
    return static_cast<int>(ExitStatus::done);
  } catch (const CLI::ParseError& error) {
    return fail(name, ExitStatus::usage, std::string(error.what()) + "; see " + name + " --help");
  } catch (const UsageError& error) {
    return fail(name, ExitStatus::usage, error.what());
  } catch (const InputError& error) {
    return fail(name, ExitStatus::input, error.what());
  } catch (const IoError& error) {
    return fail(name, ExitStatus::io, error.what());
  } catch (const std::bad_alloc&) {
    return fail(name, ExitStatus::io, "out of memory");
  } catch (const std::exception& error) {
    return fail(name, ExitStatus::io, error.what());
  }
}

}  // namespace clausula
