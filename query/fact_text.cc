#include "query/fact_text.h"

#include <cctype>

namespace clausula {
namespace {

std::string_view unit_of(char letter, bool time) {
  switch (letter) {
    case 'Y':
      return "year";
    case 'M':
      return time ? "minute" : "month";
    case 'W':
      return "week";
    case 'D':
      return "day";
    case 'H':
      return "hour";
    case 'S':
      return "second";
    default:
      return {};
  }
}

std::string spaced(std::string_view name) {
  std::string text(name);
  for (char& letter : text) {
    if (letter == '-') letter = ' ';
  }
  return text;
}

std::string transfer_text(std::string_view value) {
  if (value == "yes") return "outside the EEA";
  if (value == "no") return "not outside the EEA";
  return "possibly outside the EEA";
}

bool shows_category(FactKind kind) { return kind == FactKind::recipient || kind == FactKind::recipient_category; }

}  // namespace

std::string duration_text(std::string_view duration) {
  if (duration == "as-long-as-necessary") return "as long as necessary";
  if (duration == "statutory") return "as long as the law requires";
  if (duration == "until-event") return "until an event";
  if (!duration.starts_with('P') || duration.size() < 3) return std::string(duration);
  std::string text;
  std::string number;
  bool time = false;
  for (const char letter : duration.substr(1)) {
    if (std::isdigit(static_cast<unsigned char>(letter)) != 0 || letter == '.') {
      number += letter;
    } else if (letter == 'T' && number.empty()) {
      time = true;
    } else {
      const std::string_view unit = unit_of(letter, time);
      if (unit.empty() || number.empty()) return std::string(duration);
      text.append(text.empty() ? "" : " ").append(number).append(" ").append(unit);
      if (number != "1") text += 's';
      number.clear();
    }
  }
  return number.empty() && !text.empty() ? text : std::string(duration);
}

std::string value_text(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::retention:
    case FactKind::deadline:
      return duration_text(fact.value);
    case FactKind::minimum_age:
      return fact.value + " years";
    case FactKind::recipient:
      return (fact.denied ? "not " : "") + fact.value;
    case FactKind::recipient_category:
      return (fact.denied ? "not " : "") + spaced(fact.value);
    case FactKind::right:
    case FactKind::legal_basis:
      return spaced(fact.value);
    case FactKind::transfer:
      return transfer_text(fact.value);
    case FactKind::controller:
      return fact.value.empty() ? "(no name)" : fact.value;
    default:
      return fact.value;
  }
}

std::string detail_text(const Fact& fact) {
  std::string text;
  for (const auto& [key, value] : fact.details) {
    if (value.empty()) continue;
    const bool plain = key == "what" || key == "trigger" || key == "condition" || key == "country" || key == "email" ||
                       key == "address" || key == "safeguard" || (key == "category" && shows_category(fact.kind));
    text.append(text.empty() ? "" : "; ");
    if (!plain) text.append(key).append(" ");
    text.append(key == "category" ? spaced(value) : value);
  }
  return text;
}

std::string fact_text(const Fact& fact) {
  const std::string details = detail_text(fact);
  return details.empty() ? value_text(fact) : value_text(fact) + " (" + details + ")";
}

}  // namespace clausula
