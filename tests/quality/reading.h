// How well policies are read: topics by line and facts by policy, against what a reader found.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "query/store.h"
#include "tests/quality/gold.h"
#include "tests/quality/measures.h"

namespace clausula {

// What was told rightly, wrongly and not at all of one policy, by topic and by kind of fact.
struct PolicyQuality {
  std::string language;
  std::map<std::string, Hits> topics;
  std::map<std::string, Hits> facts;
  std::vector<std::string> errors;  // "policy:line + topic" is one too many, "-" one that is missing
};

PolicyQuality compare_reading(const GoldPolicy& gold, const StoredPolicy& policy,
                              const std::vector<StoredClause>& clauses);

struct Interval {
  double low = 0;
  double high = 0;
};

struct ReadingQuality {
  std::vector<PolicyQuality> policies;

  // Over all topics, or facts, of the policies in `language` ("" for all).
  Hits topics(std::string_view language) const;
  Hits facts(std::string_view language) const;
  std::map<std::string, Hits> by_topic(std::string_view language) const;
  std::map<std::string, Hits> by_kind(std::string_view language) const;
  // Mean of the topics' F1.
  double macro(std::string_view language) const;
  // Of the micro F1 in 95 of 100 draws of as many policies (percentile bootstrap; the same draws each time).
  Interval interval_of_topics() const;
  Interval interval_of_facts() const;
};

// Indexes the corpus, which has its annotations in `gold/`, to `index`, and compares.
ReadingQuality read_and_compare(const std::filesystem::path& corpus, const std::filesystem::path& index);

}  // namespace clausula
