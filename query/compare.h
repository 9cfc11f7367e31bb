// What many policies say about a few topics, side by side.
#pragma once

#include <string>
#include <vector>

#include "query/store.h"

namespace clausula {

struct CompareQuery {
  std::vector<Topic> topics;          // at least one
  std::vector<std::string> policies;  // ids or id@DATE; empty: the newest version of every policy
  std::vector<Language> languages;    // empty: all
  std::size_t limit = 0;              // most rows; 0: no limit
};

// A policy is silent about a topic where no clause is about it and no fact either.
struct CompareCell {
  bool silent = true;
  std::vector<Fact> facts;
};

struct CompareRow {
  StoredPolicy policy;
  std::vector<CompareCell> cells;  // by topic
};

struct CompareTable {
  std::vector<Topic> topics;
  std::vector<CompareRow> rows;
  std::size_t total = 0;  // policies that fit, also those past the limit
};

// Throws UsageError for an unknown policy.
CompareTable compare(const Store& store, const CompareQuery& query);

CompareCell cell_of(const StoredPolicy& policy, Topic topic);

}  // namespace clausula
