#include "tests/quality/measures.h"

#include <algorithm>
#include <cmath>

namespace clausula {
namespace {

double dcg(const std::vector<int>& grades, std::size_t depth) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(depth, grades.size()); ++i) {
    sum += (std::pow(2.0, grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double ndcg(const std::vector<int>& grades, std::vector<int> ideal, std::size_t depth) {
  std::sort(ideal.rbegin(), ideal.rend());
  const double best = dcg(ideal, depth);
  return best == 0 ? 0 : dcg(grades, depth) / best;
}

double average_precision(const std::vector<int>& grades, std::size_t relevant) {
  double sum = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i] > 0) sum += static_cast<double>(++found) / static_cast<double>(i + 1);
  }
  return relevant == 0 ? 0 : sum / static_cast<double>(relevant);
}

double reciprocal_rank(const std::vector<int>& grades, const std::vector<int>& ideal) {
  const int best = ideal.empty() ? 0 : *std::max_element(ideal.begin(), ideal.end());
  if (best == 0) return 0;
  const auto first = std::find(grades.begin(), grades.end(), best);
  return first == grades.end() ? 0 : 1.0 / static_cast<double>(first - grades.begin() + 1);
}

double Hits::precision() const { return share(right, right + wrong); }
double Hits::recall() const { return share(right, right + missed); }
double Hits::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Hits& Hits::operator+=(const Hits& other) {
  right += other.right;
  wrong += other.wrong;
  missed += other.missed;
  return *this;
}

}  // namespace clausula
