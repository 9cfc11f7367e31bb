// The topics, their names, and how many policies and clauses of an index are about each.
#pragma once

#include <string>
#include <vector>

#include "indexer/lexicon.h"
#include "query/store.h"

namespace clausula {

struct TopicCount {
  std::string topic;
  std::string gdpr;          // article
  std::string en, nl, lv;    // names
  std::size_t policies = 0;  // newest versions that speak of it
  std::size_t silent = 0;    // newest versions that do not
  std::size_t clauses = 0;   // of all versions
};

// In the order of topic-names.toml.
std::vector<TopicCount> count_topics(const Store& store, const Lexicon& lexicon = Lexicon::builtin());

}  // namespace clausula
