#include "query/fact_topics.h"

#include <algorithm>
#include <string_view>

#include "indexer/stated_topics.h"

namespace clausula {
namespace {

struct FurtherTopic {
  std::string_view value;
  Topic topic;
};

// By the category of a recipient, named or not.
constexpr FurtherTopic by_category[] = {
    {"payment", Topic::payment},         {"payment-providers", Topic::payment},
    {"debt-collection", Topic::payment}, {"debt-collectors", Topic::payment},
    {"analytics", Topic::cookies},       {"analytics-providers", Topic::cookies},
    {"marketing", Topic::marketing},     {"marketing-providers", Topic::marketing},
    {"hosting", Topic::processors},      {"hosting-providers", Topic::processors},
    {"it-providers", Topic::processors}, {"service-providers", Topic::processors},
};

constexpr FurtherTopic by_right[] = {
    {"complaint", Topic::complaint},
    {"withdraw-consent", Topic::consent},
    {"not-automated", Topic::profiling},
};

// By what a period is about; the values are those of retained-data.toml.
constexpr FurtherTopic by_data[] = {
    {"cookies", Topic::cookies},
    {"newsletter data", Topic::marketing},
    {"marketing data", Topic::marketing},
    {"payment data", Topic::payment},
};

void add(std::span<const FurtherTopic> table, std::string_view value, std::vector<Topic>& topics) {
  for (const FurtherTopic& row : table) {
    if (row.value == value && std::find(topics.begin(), topics.end(), row.topic) == topics.end()) {
      topics.push_back(row.topic);
    }
  }
}

}  // namespace

std::vector<Topic> topics_of(const Fact& fact) {
  std::vector<Topic> topics{home_of(fact.kind)};
  switch (fact.kind) {
    case FactKind::recipient:
      add(by_category, fact.detail("category").value_or(""), topics);
      break;
    case FactKind::recipient_category:
      add(by_category, fact.value, topics);
      break;
    case FactKind::right:
      add(by_right, fact.value, topics);
      break;
    case FactKind::retention:
      add(by_data, fact.detail("what").value_or(""), topics);
      break;
    case FactKind::legal_basis:
      if (fact.value == "consent") topics.push_back(Topic::consent);
      break;
    default:
      break;
  }
  return topics;
}

bool is_about(const Fact& fact, Topic topic) {
  const std::vector<Topic> topics = topics_of(fact);
  return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

std::vector<Fact> facts_about(std::span<const Fact> facts, std::span<const Topic> topics) {
  std::vector<Fact> about;
  for (const Fact& fact : facts) {
    const auto fits = [&](Topic topic) { return is_about(fact, topic); };
    if (topics.empty() || std::any_of(topics.begin(), topics.end(), fits)) about.push_back(fact);
  }
  return about;
}

}  // namespace clausula
