// ISO 8601 durations, as facts and queries hold them.
#pragma once

#include <optional>
#include <string_view>

namespace clausula {

// Length of "P7Y", "P18M", "P2W", "P30D", "PT24H" in days, a month being 365.25/12 of them; nothing for other text.
std::optional<double> days_of(std::string_view duration);

}  // namespace clausula
