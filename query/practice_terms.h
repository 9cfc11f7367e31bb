// Which terms of an index say, deny or half say what a question asks about.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/facts.h"
#include "query/question.h"

namespace clausula {

// Terms that stand on policies and on the clauses that state them. A policy with one of `says` says it; else, with one
// of `denies`, it denies it; else, with one of `partly`, it names only what would include it.
struct PracticeTerms {
  std::vector<std::string> says;
  std::vector<std::string> denies;
  std::vector<std::string> partly;
};

PracticeTerms practice_terms(const Xapian::Database& database, const Question& question,
                             const QuestionLexicon& lexicon);

// Whether the fact stands under one of the terms.
bool is_one_of(const Fact& fact, const std::vector<std::string>& terms);

// The number of a fact that has one: days of a period, years of an age.
std::optional<double> number_of(const Fact& fact);

}  // namespace clausula
