// What is stored for a policy and for a clause, and how: MessagePack with short keys, documented in docs/schema.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/clause.h"
#include "indexer/facts.h"
#include "indexer/topics.h"

namespace clausula {

// A clause by itself, with everything that an answer needs.
struct StoredClause {
  std::string policy;  // versioned id
  std::string shop;
  std::string date;  // of retrieval; may be empty
  Language language = Language::other;
  int number = 0;
  ClauseKind kind = ClauseKind::paragraph;
  LineRange lines;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;  // as Clause::body, from `begin` of the policy
  std::vector<std::string> headings;
  std::string lead_in;  // its text, where the item has one
  std::string header;   // text of the table header, where the row has one
  std::string text;
  std::vector<TopicTag> topics;
  std::vector<Fact> facts;  // those with evidence in this clause
};

struct StoredPolicy {
  Provenance source;
  Language language = Language::other;
  int clauses = 0;  // numbers run from 1 to this
  std::size_t bytes = 0;
  std::vector<Fact> facts;
  std::vector<Topic> topics;  // those that any clause has with a score of at least tag_threshold, in order
  bool latest = true;         // newest version of its id
};

std::string encode(const StoredClause& clause);
std::string encode(const StoredPolicy& policy);
// Throw InputError where the bytes are not what `encode` wrote.
StoredClause decode_clause(std::string_view bytes);
StoredPolicy decode_policy(std::string_view bytes);

// Unique terms.
std::string policy_term(std::string_view versioned_id);
std::string clause_term(std::string_view versioned_id, int number);

}  // namespace clausula
