// ISO 8601 durations, as facts and queries hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clausula {

// Length of "P7Y", "P18M", "P2W", "P30D", "PT24H" in days, a month being 365.25/12 of them; nothing for other text.
std::optional<double> days_of(std::string_view duration);

// The one way to write a length: "P2Y" for 24 months and for 730 days, "P14D" for two weeks, "PT36H". In the largest of
// years, months, days, hours and minutes that it is a whole number of, years and months to within a hundredth.
std::string iso_of_days(double days);

}  // namespace clausula
