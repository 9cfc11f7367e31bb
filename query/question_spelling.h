// Mistyped words of a question that are no names.
#pragma once

#include <string>
#include <vector>

#include "query/question.h"

namespace clausula {

// The words that neither the lexicon nor the index knows and that are nearly a word of the lexicon, with that word.
// Words with a capital are left to asked_parties, as are those that are nearly a known name.
std::vector<Correction> misspelt_words(const QuestionText& question, const QuestionLexicon& lexicon,
                                       const Vocabulary& vocabulary);

// The question with those words replaced.
std::string corrected(const QuestionText& question, const std::vector<Correction>& corrections);

}  // namespace clausula
