#include "indexer/durations.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "indexer/iso_duration.h"

namespace clausula {
namespace {

// What durations.toml says of the phrase that begins at a token.
struct Reading {
  double number = 0;  // 0: no number
  const LexiconEntry* unit = nullptr;
  bool between = false;
  bool range = false;
  bool within = false;
  bool calendar = false;                // "the end of the year"
  const LexiconEntry* whole = nullptr;  // number and unit in one phrase
  std::size_t whole_last = 0;
  std::size_t last = 0;
};

// "24", "1,5", "1.5", "24-48" (the longer end).
double number_of(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen != std::string_view::npos) text = text.substr(hyphen + 1);
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

bool begins_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

std::vector<Reading> read(std::span<const Token> tokens, std::span<const PhraseSet::Hit> hits) {
  std::vector<Reading> readings(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    readings[i].last = i;
    if (begins_with_digit(tokens[i].word->text)) readings[i].number = number_of(tokens[i].word->text);
  }
  for (const PhraseSet::Hit& hit : hits) {
    Reading& reading = readings[hit.first];
    if (hit.entry->id == "calendar") reading.calendar = true;
    const bool unit = !hit.entry->value("unit").empty();
    if (unit && !hit.entry->value("number").empty()) {
      reading.whole = hit.entry;
      reading.whole_last = hit.last;
      continue;
    }
    reading.last = std::max(reading.last, hit.last);
    if (const auto number = hit.entry->value("number"); !number.empty()) {
      reading.number = number_of(number);
    } else if (unit) {
      reading.unit = hit.entry;
    } else {
      reading.between = reading.between || hit.entry->id == "between";
      reading.range = reading.range || hit.entry->id == "range";
      reading.within = reading.within || hit.entry->id == "within";
    }
  }
  return readings;
}

// "P" and the count of units; nothing for lengths that are none (fractions of days, 2018 years).
std::optional<std::string> iso(double number, const LexiconEntry& unit) {
  std::string_view letter = unit.value("unit");
  if (const auto times = unit.value("times"); !times.empty()) number *= number_of(times);
  if (number != std::floor(number)) {
    if (letter == "Y") {
      number *= 12;
      letter = "M";
    } else if (letter == "M" && number == 0.5) {
      number = 15;
      letter = "D";
    }
  }
  if (number <= 0 || number != std::floor(number) || number > 9999 || (letter == "Y" && number > 120)) return {};
  const bool time = letter.front() == 'T';
  return std::string(time ? "PT" : "P") + std::to_string(static_cast<int>(number)) +
         std::string(time ? letter.substr(1) : letter);
}

// Reads the text of one sentence from left to right.
class Finder {
 public:
  Finder(std::span<const Token> tokens, std::string_view text, std::span<const PhraseSet::Hit> hits)
      : tokens_(tokens), text_(text), readings_(read(tokens, hits)) {}

  std::vector<DurationSpan> run() {
    std::vector<DurationSpan> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::optional<DurationSpan> span = readings_[i].number > 0 ? counted(i) : bare(i);
      if (!span) span = whole(i);
      if (!span) continue;
      i = span->last;
      found.push_back(*std::move(span));
    }
    return found;
  }

 private:
  // What stands between two neighbouring tokens.
  std::string_view gap(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return {};
    return text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
  }

  bool closed(std::size_t i) const { return gap(i).find_first_of(".;:?!\n\t|") != std::string_view::npos; }

  std::optional<DurationSpan> counted(std::size_t first) const {
    double number = readings_[first].number;
    std::size_t at = readings_[first].last + 1;
    while (at < tokens_.size() && !closed(at - 1)) {
      const Reading& reading = readings_[at];
      const bool parenthesis = gap(at - 1).find('(') != std::string_view::npos;
      const bool dash =
          gap(at - 1).find('-') != std::string_view::npos || gap(at - 1).find("–") != std::string_view::npos;
      if (reading.unit != nullptr) {
        const auto value = iso(number, *reading.unit);
        if (!value) return {};
        return DurationSpan{*value, first, at};
      }
      if (reading.number > 0) {
        // "četrdesmit piecas": tens and ones are two words.
        if (gap(at - 1) == " " && adds(number, reading.number) && !begins_with_digit(tokens_[at].word->text)) {
          number += reading.number;
          at = reading.last + 1;
          continue;
        }
        // "24 (vierentwintig)" says it twice, "3 - 5" is a range; "een half" is begun anew at "half".
        if (!parenthesis && !dash) return {};
        number = std::max(number, reading.number);
        at = reading.last + 1;
      } else if (reading.between) {
        at = reading.last + 1;
      } else if (reading.range && at + 1 < tokens_.size() && readings_[at + 1].number > 0) {
        number = std::max(number, readings_[at + 1].number);
        at = readings_[at + 1].last + 1;
      } else {
        return {};
      }
    }
    return {};
  }

  // Whether a number word of hundreds or tens goes on with one of a smaller order.
  static bool adds(double number, double next) {
    if (next != std::floor(next)) return false;
    if (number == 100) return next < 100;
    return number >= 20 && number < 100 && std::fmod(number, 10) == 0 && next < 10;
  }

  // Number and unit in one phrase: "pēc gada", "zevenjarige". Nothing may stand before it that is its number.
  std::optional<DurationSpan> whole(std::size_t i) const {
    const Reading& reading = readings_[i];
    if (reading.whole == nullptr || reading.calendar) return {};
    if (i > 0 && begins_with_digit(tokens_[i - 1].word->text)) return {};
    const auto value = iso(number_of(reading.whole->value("number")), *reading.whole);
    if (!value) return {};
    return DurationSpan{*value, i, reading.whole_last};
  }

  // A unit that is all that a label says: "Zvani – gadu."
  bool labelled(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view gap_before = gap(i - 1);
    const bool label =
        gap_before.find_first_of(":|\t") != std::string_view::npos || gap_before.find("–") != std::string_view::npos;
    if (!label || begins_with_digit(tokens_[i - 1].word->text)) return false;
    const std::size_t next = text_.find_first_not_of(' ', tokens_[i].end);
    return next == std::string_view::npos || std::string_view(".,;\n|").find(text_[next]) != std::string_view::npos;
  }

  // A unit without a number: "mēneša laikā", "binnen de maand", "halfjaar"; or written as ISO 8601.
  std::optional<DurationSpan> bare(std::size_t i) const {
    const Reading& reading = readings_[i];
    if (reading.unit != nullptr) {
      // The number may be a slot that nobody filled: "[..] dienu laikā".
      const std::size_t stop = text_.substr(0, tokens_[i].begin).find_last_not_of(' ');
      if (stop != std::string_view::npos && std::string_view("]}_.").find(text_[stop]) != std::string_view::npos &&
          (text_[stop] != '.' || (stop > 0 && text_[stop - 1] == '.'))) {
        return {};
      }
      const bool before = i >= 2 && readings_[i - 2].within && readings_[i - 2].last == i - 1;
      const bool after = i + 1 < tokens_.size() && readings_[i + 1].within && readings_[i + 1].last == i + 1 &&
                         !closed(i) && !(i > 0 && closed(i - 1) && begins_with_digit(tokens_[i - 1].word->text));
      if (before || after || labelled(i) || !reading.unit->value("times").empty()) {
        if (const auto value = iso(1, *reading.unit)) return DurationSpan{*value, i, i};
      }
      return {};
    }
    const std::string& text = tokens_[i].word->text;
    if (text.size() < 3 || text[0] != 'p' || !begins_with_digit(std::string_view(text).substr(1))) return {};
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (!days_of(upper)) return {};
    return DurationSpan{upper, i, i};
  }

  std::span<const Token> tokens_;
  std::string_view text_;
  std::vector<Reading> readings_;
};

}  // namespace

std::vector<DurationSpan> find_durations(std::span<const Token> tokens, std::string_view text,
                                         std::span<const PhraseSet::Hit> hits) {
  return Finder(tokens, text, hits).run();
}

}  // namespace clausula
