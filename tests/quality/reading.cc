#include "tests/quality/reading.h"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include "corpus/unicode.h"
#include "indexer/iso_duration.h"
#include "indexer/schema.h"
#include "tests/quality/evaluation.h"

namespace clausula {
namespace {

using Select = const std::map<std::string, Hits> PolicyQuality::*;

// Periods of one length are one: P12M is P1Y. Of names, letters and digits count.
std::string comparable(const std::string& value) {
  if (const auto days = days_of(value)) return std::to_string(*days);
  std::string kept;
  for (const char c : fold(value)) {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) kept += c;
  }
  return kept;
}

std::string key_of(const GoldFact& fact) {
  const auto kind = fact_kind_of(fact.kind);
  if (!kind) return fact.kind;
  const auto value = fact.values.find(std::string(value_key(*kind)));
  std::string key = fact.kind + " " + (value == fact.values.end() ? std::string() : comparable(value->second));
  if (*kind == FactKind::recipient || *kind == FactKind::recipient_category) {
    const auto polarity = fact.values.find("polarity");
    key += polarity == fact.values.end() ? " shares" : " " + polarity->second;
  }
  return key;
}

void count(const std::set<std::string>& wanted, const std::set<std::string>& found,
           const std::function<void(const std::string&, char)>& report) {
  for (const std::string& each : found) report(each, wanted.contains(each) ? '=' : '+');
  for (const std::string& each : wanted) {
    if (!found.contains(each)) report(each, '-');
  }
}

void add(Hits& hits, char sign) { ++(sign == '=' ? hits.right : sign == '+' ? hits.wrong : hits.missed); }

Hits sum(const std::vector<PolicyQuality>& policies, Select which, std::string_view language) {
  Hits all;
  for (const PolicyQuality& policy : policies) {
    if (!language.empty() && policy.language != language) continue;
    for (const auto& [name, hits] : policy.*which) all += hits;
  }
  return all;
}

std::map<std::string, Hits> group(const std::vector<PolicyQuality>& policies, Select which, std::string_view language) {
  std::map<std::string, Hits> groups;
  for (const PolicyQuality& policy : policies) {
    if (!language.empty() && policy.language != language) continue;
    for (const auto& [name, hits] : policy.*which) groups[name] += hits;
  }
  return groups;
}

Interval interval(const std::vector<PolicyQuality>& policies, Select which) {
  constexpr std::size_t draws = 1000;
  std::mt19937 random(1);
  std::vector<Hits> each;
  for (const PolicyQuality& policy : policies) each.push_back(sum({policy}, which, {}));
  std::vector<double> measures;
  for (std::size_t i = 0; i < draws; ++i) {
    Hits drawn;
    for (std::size_t j = 0; j < each.size(); ++j) drawn += each[random() % each.size()];
    measures.push_back(drawn.f1());
  }
  std::sort(measures.begin(), measures.end());
  return {measures[draws / 40], measures[draws - draws / 40 - 1]};
}

}  // namespace

PolicyQuality compare_reading(const GoldPolicy& gold, const StoredPolicy& policy,
                              const std::vector<StoredClause>& clauses) {
  PolicyQuality reading;
  reading.language = gold.language;
  std::map<int, std::set<std::string>> tagged;
  for (const StoredClause& clause : clauses) {
    for (const TopicTag& tag : clause.topics) {
      if (tag.score < tag_threshold) continue;
      for (int line = clause.lines.first; line <= clause.lines.last; ++line) tagged[line].emplace(name_of(tag.topic));
    }
  }
  for (const auto& [line, topics] : gold.topics) {
    count({topics.begin(), topics.end()}, tagged[line], [&, at = line](const std::string& topic, char sign) {
      add(reading.topics[topic], sign);
      if (sign != '=') reading.errors.push_back(gold.id + ":" + std::to_string(at) + " " + sign + " " + topic);
    });
  }
  std::set<std::string> wanted;
  std::set<std::string> found;
  for (const GoldFact& fact : gold.facts) wanted.insert(key_of(fact));
  for (const GoldFact& fact : as_indexed(policy, clauses).facts) found.insert(key_of(fact));
  count(wanted, found, [&](const std::string& fact, char sign) {
    add(reading.facts[fact.substr(0, fact.find(' '))], sign);
    if (sign != '=') reading.errors.push_back(gold.id + " " + sign + " " + fact);
  });
  return reading;
}

Hits ReadingQuality::topics(std::string_view language) const { return sum(policies, &PolicyQuality::topics, language); }
Hits ReadingQuality::facts(std::string_view language) const { return sum(policies, &PolicyQuality::facts, language); }

std::map<std::string, Hits> ReadingQuality::by_topic(std::string_view language) const {
  return group(policies, &PolicyQuality::topics, language);
}

std::map<std::string, Hits> ReadingQuality::by_kind(std::string_view language) const {
  return group(policies, &PolicyQuality::facts, language);
}

double ReadingQuality::macro(std::string_view language) const {
  Mean mean;
  for (const auto& [topic, hits] : by_topic(language)) mean.add(hits.f1());
  return mean.value();
}

Interval ReadingQuality::interval_of_topics() const { return interval(policies, &PolicyQuality::topics); }
Interval ReadingQuality::interval_of_facts() const { return interval(policies, &PolicyQuality::facts); }

ReadingQuality read_and_compare(const std::filesystem::path& corpus, const std::filesystem::path& index) {
  build_index(corpus, index);
  const Store store({index.string()});
  ReadingQuality reading;
  for (const GoldPolicy& gold : read_gold(corpus)) {
    const StoredPolicy policy = store.policy_or_fail(gold.id);
    reading.policies.push_back(compare_reading(gold, policy, store.clauses(policy)));
  }
  return reading;
}

}  // namespace clausula
