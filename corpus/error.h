// What can go wrong in a way that a person has to act on. Each message is one line: what, where, what to do.
#pragma once

#include <stdexcept>
#include <string>

namespace clausula {

// A problem of the input: bad file, bad row, damaged or foreign index. Exit status 3.
struct InputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Something could not be read or written: permissions, disk, lock. Exit status 4.
struct IoError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Wrong usage that the command-line parser cannot see: a bad query, an unknown topic. Exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace clausula
