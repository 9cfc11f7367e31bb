// Cuts a sentence into segments at punctuation and joining words.
#pragma once

#include <vector>

#include "indexer/polarity.h"
#include "indexer/sentence_marks.h"

namespace clausula {

// The segments in their order, without polarity; `actions` are their own. Never empty for a sentence with words.
std::vector<Segment> cut_segments(const SentenceMarks& marks);

}  // namespace clausula
