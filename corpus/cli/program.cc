#include "corpus/cli/program.h"

#include <iostream>
#include <new>

#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

int fail(const char* name, ExitStatus status, const std::string& message) {
  std::cerr << name << ": " << printable(message) << '\n';
  return static_cast<int>(status);
}

}  // namespace

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
