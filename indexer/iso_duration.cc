#include "indexer/iso_duration.h"

#include <charconv>

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

}  // namespace clausula
