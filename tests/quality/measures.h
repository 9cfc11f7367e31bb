// Measures of ranked lists and of answers.
#pragma once

#include <cstddef>
#include <vector>

namespace clausula {

// `grades` are those of the results, best first; `ideal` those of everything that could be found, in any order.
// All are 0 where nothing relevant could be found.
double ndcg(const std::vector<int>& grades, std::vector<int> ideal, std::size_t depth);
// Relevant is what has a grade of 1 or more.
double average_precision(const std::vector<int>& grades, std::size_t relevant);
// One through the rank of the first result with the best grade of `ideal`.
double reciprocal_rank(const std::vector<int>& grades, const std::vector<int>& ideal);

// Answers of one kind that were right, wrongly given, and missed.
struct Hits {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;

  double precision() const;
  double recall() const;
  double f1() const;
  Hits& operator+=(const Hits& other);
};

struct Mean {
  double sum = 0;
  std::size_t count = 0;

  void add(double value) {
    sum += value;
    ++count;
  }
  double value() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

}  // namespace clausula
