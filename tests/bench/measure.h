// Runs work in a child process and says what it took.
#pragma once

#include <functional>
#include <vector>

namespace clausula {

struct Cost {
  double wall = 0;    // seconds
  double cpu = 0;     // seconds, user and system
  double memory = 0;  // MB at the peak
};

// Throws std::runtime_error where the child fails.
Cost measure_in_child(const std::function<void()>& work);

double median(std::vector<double> values);

}  // namespace clausula
