// Which organisations a question names: known ones, those that only the index knows, unknown ones, and mistyped ones.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/question.h"

namespace clausula {

// Adds the parties and corrections to `question` and marks their words in `taken`. Words that no reading covers are
// taken for a party where the index has one of that name; where `sharing`, also where they are written as a name or
// nearly like a known one.
void find_parties(Question& question, std::span<const Reading> readings, const QuestionLexicon& lexicon,
                  const Vocabulary& vocabulary, bool sharing, std::vector<bool>& taken);

// Where a question about sharing names nobody that is known: takes the unknown word that stands where a recipient
// stands
// ("with foobar") for a party.
void find_party_by_place(Question& question, std::span<const Reading> readings, const QuestionLexicon& lexicon,
                         std::vector<bool>& taken);

// The party of a name in quotation marks.
AskedParty party_named(std::string_view name, const QuestionLexicon& lexicon);

}  // namespace clausula
