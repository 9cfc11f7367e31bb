// Runs work in a child process and says what it took.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace clausula {

struct Cost {
  double wall = 0;    // seconds
  double cpu = 0;     // seconds, user and system
  double memory = 0;  // MB at the peak
};

// Throws std::runtime_error where the child fails.
Cost measure_in_child(const std::function<void()>& work);

// Becomes the program, as it is built, printing nowhere; for a child. Throws std::runtime_error where it cannot be run.
[[noreturn]] void become_program(const char* program, std::vector<std::string> arguments);

double median(std::vector<double> values);

}  // namespace clausula
