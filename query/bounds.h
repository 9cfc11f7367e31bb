// What a field or a question asks of a number, a period or a date: equal to it, more, less, or between two.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clausula {

enum class Comparison { equal, more, at_least, less, at_most };

// Both ends are inclusive unless `strict_low` or `strict_high`; an end that is missing is open.
struct Bounds {
  std::optional<double> low;
  std::optional<double> high;
  bool strict_low = false;
  bool strict_high = false;

  // Periods of "a year" and "twelve months" differ by less than `tolerance`.
  bool holds(double value, double tolerance = 0) const;
  bool operator==(const Bounds&) const = default;
};

Bounds compare(Comparison comparison, double value);

// Days of "P7Y", and, as people type it, of "7y", "18m", "30d". Nothing for other text.
std::optional<double> days_of_typed(std::string_view text);

// ">P2Y", "<=16", "P1Y..P5Y", "..5", "16": `number` reads each end. Nothing where an end cannot be read.
std::optional<Bounds> parse_bounds(std::string_view text, std::optional<double> (*number)(std::string_view));

// A whole number without anything else.
std::optional<double> plain_number(std::string_view text);

// "more than P2Y", "P1Y to P5Y", "P7Y": for what was understood; `render` writes a number.
std::string describe(const Bounds& bounds, std::string (*render)(double));

}  // namespace clausula
