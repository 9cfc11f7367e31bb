// Dates in Dutch and Latvian text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/fact_rules.h"

namespace clausula {

struct DateSpan {
  std::string iso;        // "2025-05-11", or "2025-05" where no day is stated
  std::size_t first = 0;  // index of the first and the last token, inclusive
  std::size_t last = 0;
};

// The dates among `tokens`, in order: "11 mei 2025", "maart 2026", "01/09/2023", "2018. gada 6. septembrī",
// "12.09.2024.", "2024-09-12", "05/2024". Day before month where both could be. `text` is what the tokens' offsets
// point into, `hits` those of dates.toml in the same tokens. Days that no calendar has are none.
std::vector<DateSpan> find_dates(std::span<const Token> tokens, std::string_view text,
                                 std::span<const PhraseSet::Hit> hits);

}  // namespace clausula
