// Lengths of time in text: "zeven boekjaren", "24 maanden", "viena mēneša laikā", "P2Y".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/fact_rules.h"

namespace clausula {

struct DurationSpan {
  std::string iso;        // ISO 8601: "P7Y", "P18M", "PT24H"; of a range the longer end
  std::size_t first = 0;  // index of the first and the last token, inclusive
  std::size_t last = 0;
};

// The durations among `tokens`, in order. `text` is what the tokens' offsets point into, `hits` those of
// durations.toml in the same tokens. Ordinals ("2018. gada") and lengths that nobody keeps to are none.
std::vector<DurationSpan> find_durations(std::span<const Token> tokens, std::string_view text,
                                         std::span<const PhraseSet::Hit> hits);

}  // namespace clausula
