// Limits of keeping without a number: "until you unsubscribe", "no longer than necessary", "as the law requires".
#pragma once

#include <vector>

#include "indexer/retention_place.h"

namespace clausula {

// The cues of a sentence that limit the keeping, in the order of the text; `periods` are its limits with a number.
std::vector<const Cue*> unnumbered_limits(const RetentionText& text, const RetentionPlace& place,
                                          const std::vector<DurationSpan>& periods);

}  // namespace clausula
