// The facts of many policies, one a row, with the sentence that states each.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/store.h"

namespace clausula {

struct FactQuery {
  std::vector<std::string> policies;  // ids or id@DATE; empty: the newest version of every policy
  bool versions = false;              // older versions as well, where `policies` is empty
  std::vector<FactKind> kinds;        // empty: all
  std::vector<Language> languages;    // empty: all
  std::string name;                   // part of the value or of the product, letters compared without case and accents
  std::size_t limit = 0;              // most rows; 0: no limit
};

struct FactRow {
  const StoredPolicy* policy = nullptr;  // valid during the call only
  Fact fact;
  std::string quote;  // sentence around the first statement, as published
};

struct FactCounts {
  std::size_t policies = 0;  // looked at
  std::size_t facts = 0;     // that fit, also those past the limit
};

// Calls `use` with each row, by policy and then by place. Reads one clause at a time, so that an index of any size will
// do. Throws UsageError for an unknown policy.
FactCounts each_fact(const Store& store, const FactQuery& query, const std::function<void(const FactRow&)>& use);

// The sentence of `text` around bytes [begin, end), without white space at its ends.
std::string sentence_around(const std::string& text, std::size_t begin, std::size_t end);

}  // namespace clausula
