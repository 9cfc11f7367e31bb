#include "indexer/iso_duration.h"

#include <charconv>
#include <cmath>

namespace clausula {

std::optional<double> days_of(std::string_view duration) {
  constexpr double year = 365.25;
  if (!duration.starts_with('P') || duration.size() < 3) return std::nullopt;
  double days = 0;
  bool time = false;
  bool any = false;
  const char* at = duration.data() + 1;
  const char* const end = duration.data() + duration.size();
  while (at != end) {
    if (*at == 'T' && !time) {
      time = true;
      ++at;
      continue;
    }
    unsigned number = 0;
    const auto [unit, error] = std::from_chars(at, end, number);
    if (error != std::errc() || unit == end) return std::nullopt;
    switch (*unit) {
      case 'Y':
        days += number * year;
        break;
      case 'M':
        days += time ? number / 1440.0 : number * year / 12;
        break;
      case 'W':
        days += number * 7.0;
        break;
      case 'D':
        days += number;
        break;
      case 'H':
        days += number / 24.0;
        break;
      case 'S':
        days += number / 86400.0;
        break;
      default:
        return std::nullopt;
    }
    any = true;
    at = unit + 1;
  }
  if (!any) return std::nullopt;
  return days;
}

std::string iso_of_days(double days) {
  constexpr double year = 365.25;
  constexpr double minutes_a_day = 24 * 60;
  const auto whole = [](double value) { return std::abs(value - std::round(value)) < 0.01 && value >= 0.99; };
  const auto count = [](double value) { return std::to_string(std::lround(value)); };
  if (whole(days / year)) return "P" + count(days / year) + "Y";
  if (whole(days / year * 12)) return "P" + count(days / year * 12) + "M";
  const auto exact = [](double value) { return std::abs(value - std::round(value)) < 1e-6; };
  if (days >= 1 && exact(days)) return "P" + count(days) + "D";
  if (exact(days * 24)) return "PT" + count(days * 24) + "H";
  return "PT" + count(days * minutes_a_day) + "M";
}

}  // namespace clausula
