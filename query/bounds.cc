#include "query/bounds.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "indexer/iso_duration.h"

namespace clausula {

bool Bounds::holds(double value, double tolerance) const {
  if (low && (strict_low ? value <= *low + tolerance : value < *low - tolerance)) return false;
  if (high && (strict_high ? value >= *high - tolerance : value > *high + tolerance)) return false;
  return true;
}

Bounds compare(Comparison comparison, double value) {
  switch (comparison) {
    case Comparison::equal:
      return {value, value, false, false};
    case Comparison::more:
      return {value, std::nullopt, true, false};
    case Comparison::at_least:
      return {value, std::nullopt, false, false};
    case Comparison::less:
      return {std::nullopt, value, false, true};
    case Comparison::at_most:
      return {std::nullopt, value, false, false};
  }
  return {};
}

std::optional<double> days_of_typed(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
  if (!upper.starts_with('P')) upper.insert(0, 1, 'P');
  return days_of(upper);
}

std::optional<double> plain_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Bounds> parse_bounds(std::string_view text, std::optional<double> (*number)(std::string_view)) {
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    Bounds bounds;
    const std::string_view low = text.substr(0, dots);
    const std::string_view high = text.substr(dots + 2);
    if (!low.empty()) bounds.low = number(low);
    if (!high.empty()) bounds.high = number(high);
    if ((low.empty() && high.empty()) || (!low.empty() && !bounds.low) || (!high.empty() && !bounds.high)) {
      return std::nullopt;
    }
    return bounds;
  }
  Comparison comparison = Comparison::equal;
  if (text.starts_with(">=")) {
    comparison = Comparison::at_least;
  } else if (text.starts_with("<=")) {
    comparison = Comparison::at_most;
  } else if (text.starts_with('>')) {
    comparison = Comparison::more;
  } else if (text.starts_with('<')) {
    comparison = Comparison::less;
  }
  const auto value = number(text.substr(std::min(text.find_first_not_of("<>="), text.size())));
  if (!value) return std::nullopt;
  return compare(comparison, *value);
}

std::string describe(const Bounds& bounds, std::string (*render)(double)) {
  if (bounds.low && bounds.high) {
    if (*bounds.low == *bounds.high) return render(*bounds.low);
    return render(*bounds.low) + " to " + render(*bounds.high);
  }
  if (bounds.low) return (bounds.strict_low ? "more than " : "at least ") + render(*bounds.low);
  if (bounds.high) return (bounds.strict_high ? "less than " : "at most ") + render(*bounds.high);
  return "any";
}

}  // namespace clausula
