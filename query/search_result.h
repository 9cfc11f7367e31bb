// What a search found: plain values, for every renderer the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/document.h"
#include "query/question.h"
#include "query/snippet.h"

namespace clausula {

enum class Answer { says, denies, partly, silent };
std::string_view name_of(Answer answer);

// One of the things that a clause's score is made of, e.g. {"topic retention", 0.27}.
struct ScorePart {
  std::string what;
  double score = 0;
};

struct FoundClause {
  StoredClause clause;
  double score = 0;
  Snippet snippet;
  std::optional<Fact> fact;      // that proves the answer
  std::size_t elsewhere = 0;     // other policies that have the same clause word for word, where they are collapsed
  std::vector<ScorePart> parts;  // only where an explanation was asked for
};

struct FoundPolicy {
  StoredPolicy policy;
  std::optional<Answer> answer;
  double score = 0;
  std::string condition;     // under which it says so; empty for none
  bool contradicts = false;  // it also states the opposite
  std::string why;           // of `silent`
  std::vector<FoundClause> clauses;
};

struct AnswerCounts {
  std::size_t says = 0;
  std::size_t denies = 0;
  std::size_t partly = 0;
  std::size_t silent = 0;
};

struct FacetValue {
  std::string value;
  std::size_t policies = 0;
};
struct Facet {
  std::string name;                // "topic", "language", "recipient", "retention", "sector", "year"
  std::vector<FacetValue> values;  // commonest first; bands in their order
};

// A number and the policies that state it.
struct StatedNumber {
  std::string value;  // "P7Y", "16", "indefinite"
  std::size_t policies = 0;
  std::vector<std::string> examples;  // ids, at most five
};
struct Distribution {
  std::vector<StatedNumber> values;  // ascending; those that are no number last
  // Of the numbers, each counted once a policy; empty where there is none.
  std::string shortest;
  std::string median;
  std::string longest;
};

struct SearchResult {
  std::string query;
  Question question;
  std::string conditions;  // fields, phrases and operators, as understood
  std::optional<AnswerCounts> answers;
  std::vector<FoundPolicy> policies;
  std::size_t total = 0;  // policies that were found; those that are silent not counted unless they were asked for
  bool exact = true;      // whether `total` and the counts are exact
  std::optional<Distribution> distribution;
  std::vector<Facet> facets;
  std::vector<std::string> advice;       // why nothing was found, and what to try
  std::vector<std::string> explanation;  // one line each; only where asked for
};

}  // namespace clausula
