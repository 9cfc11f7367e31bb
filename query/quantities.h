// Numbers in a question: periods ("langer dan zeven jaar", "piecus gadus", "P7Y") and ages ("under 16").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/bounds.h"
#include "query/question_lexicon.h"

namespace clausula {

struct Quantities {
  std::optional<Bounds> period;       // in days
  std::optional<Bounds> age;          // in years
  std::vector<std::size_t> consumed;  // words that belong to them, comparisons included
};

// A number beside words about age, or in a question about minors, is an age; a number with a unit of time a period.
// Where a question has several of a kind, the first counts.
Quantities read_quantities(const QuestionText& question, std::span<const Reading> readings, bool about_minors);

}  // namespace clausula
