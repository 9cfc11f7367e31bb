// The annotated sample: what each policy says, by line, as a reader found it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "indexer/document.h"

namespace clausula {

struct GoldFact {
  std::string kind;                           // "recipient", "retention", …
  std::map<std::string, std::string> values;  // "name" → "Klarna"; numbers as text
  std::vector<int> lines;
};

struct GoldPolicy {
  std::string id;  // versioned
  std::string language;
  std::string country;
  std::string sector;
  std::string year;                                // of retrieval
  std::map<int, std::vector<std::string>> topics;  // by line; headings have none
  std::vector<GoldFact> facts;
};

// The same of what an index says of a policy: tells errors in reading a question from errors in reading a policy.
GoldPolicy as_indexed(const StoredPolicy& policy, const std::vector<StoredClause>& clauses);

// The newest versions of the corpus at `corpus`, with their `gold/ID.gold.json`. Throws std::runtime_error where one
// cannot be read.
std::vector<GoldPolicy> read_gold(const std::filesystem::path& corpus);

}  // namespace clausula
