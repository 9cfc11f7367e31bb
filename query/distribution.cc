#include "query/distribution.h"

#include <algorithm>

#include "query/bounds.h"

namespace clausula {
namespace {

constexpr std::size_t most_examples = 5;

// "P7Y" of "XEretention:p7y"; words stay in lower case.
std::string value_of(const std::string& term, std::optional<double>& number) {
  std::string value = term.substr(term.rfind(':') + 1);
  number = plain_number(value);
  if (!number && (number = days_of_typed(value))) {
    std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return std::toupper(c); });
  }
  return value;
}

struct Value {
  StatedNumber stated;
  std::optional<double> number;
};

}  // namespace

Distribution distribution_of(const PolicyTable& table, const PracticeTerms& terms, const AnswerSets& sets) {
  const DocSet answering = unite(sets.says, sets.partly);
  std::vector<std::string> stated = terms.says;
  stated.insert(stated.end(), terms.partly.begin(), terms.partly.end());
  std::vector<Value> values;
  for (const std::string& term : stated) {
    const auto proving = sets.proofs.find(term);
    const DocSet policies =
        intersect(proving == sets.proofs.end() ? table.with(term) : table.policies_of(proving->second), answering);
    if (policies.empty()) continue;
    Value value;
    value.stated.value = value_of(term, value.number);
    value.stated.policies = policies.size();
    for (std::size_t i = 0; i < std::min(most_examples, policies.size()); ++i) {
      value.stated.examples.push_back(table.id_of(policies[i]));
    }
    values.push_back(std::move(value));
  }
  std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) {
    if (a.number.has_value() != b.number.has_value()) return a.number.has_value();
    return a.number && *a.number != *b.number ? *a.number < *b.number : a.stated.value < b.stated.value;
  });
  Distribution distribution;
  std::size_t count = 0;
  for (const Value& value : values) count += value.number ? value.stated.policies : 0;
  std::size_t before = 0;
  for (Value& value : values) {
    if (value.number) {
      if (distribution.shortest.empty()) distribution.shortest = value.stated.value;
      distribution.longest = value.stated.value;
      const std::size_t middle = (count - 1) / 2;
      if (before <= middle && middle < before + value.stated.policies) distribution.median = value.stated.value;
      before += value.stated.policies;
    }
    distribution.values.push_back(std::move(value.stated));
  }
  return distribution;
}

}  // namespace clausula
