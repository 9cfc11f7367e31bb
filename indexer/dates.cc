#include "indexer/dates.h"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace clausula {
namespace {

constexpr int first_year = 1995;
constexpr int last_year = 2099;

// A whole number of at most four digits, an ordinal's ending ignored ("1st", "6."); -1 where it is none.
int number_of(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end - text.data() > 4) return -1;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return rest.empty() || rest == "e" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? value : -1;
}

bool is_year(int value) { return value >= first_year && value <= last_year; }

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::optional<std::string> iso(int year, int month, int day) {
  if (!is_year(year) || month < 1 || month > 12) return {};
  const std::string text = digits(year, 4) + "-" + digits(month, 2);
  if (day == 0) return text;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (day < 0 || !date.ok()) return {};
  return text + "-" + digits(day, 2);
}

class Finder {
 public:
  Finder(std::span<const Token> tokens, std::string_view text, std::span<const PhraseSet::Hit> hits)
      : tokens_(tokens), text_(text), months_(tokens.size(), 0) {
    for (const PhraseSet::Hit& hit : hits) {
      if (const auto month = hit.entry->value("month"); !month.empty()) months_[hit.first] = number_of(month);
    }
  }

  std::vector<DateSpan> run() const {
    std::vector<DateSpan> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      auto span = months_[i] > 0 ? named(i, found.empty() ? 0 : found.back().last + 1) : figures(i);
      if (!span) continue;
      i = span->last;
      found.push_back(*std::move(span));
    }
    return found;
  }

 private:
  int number(std::size_t i) const { return i < tokens_.size() ? number_of(tokens_[i].word->text) : -1; }

  bool is_word(std::size_t i, std::string_view stem) const {
    return i < tokens_.size() && tokens_[i].word->text.starts_with(stem);
  }

  std::optional<DateSpan> make(int year, int month, int day, std::size_t first, std::size_t last) const {
    auto text = iso(year, month, day);
    if (!text) return {};
    return DateSpan{*std::move(text), first, last};
  }

  // A date around the name of a month at `i`, not reaching before `floor`.
  std::optional<DateSpan> named(std::size_t i, std::size_t floor) const {
    const int month = months_[i];
    // "Versie 3 – maart 2023": a dash parts the number from the month.
    const bool joined = i > 0 && text_.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end).find("–") ==
                                     std::string_view::npos;
    const bool before = i > floor && joined && number(i - 1) >= 1 && number(i - 1) <= 31;
    const int day = before ? number(i - 1) : 0;
    const std::size_t first = before ? i - 1 : i;
    // "2018. gada 6. septembrī": the year stands first.
    if (first >= floor + 2 && is_word(first - 1, "gad") && is_year(number(first - 2))) {
      return make(number(first - 2), month, day, first - 2, i);
    }
    if (is_year(number(i + 1))) {
      return make(number(i + 1), month, day, first, is_word(i + 2, "gad") ? i + 2 : i + 1);
    }
    // "May 25, 2018"
    if (!before && number(i + 1) >= 1 && number(i + 1) <= 31 && is_year(number(i + 2))) {
      return make(number(i + 2), month, number(i + 1), i, i + 2);
    }
    return {};
  }

  // A date in figures: one word ("12.09.2024", "2024-09-12") or three ("01/09/2023").
  std::optional<DateSpan> figures(std::size_t i) const {
    std::string_view text = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    std::size_t last = i;
    if (i + 2 < tokens_.size() && separates(i) && separates(i + 1)) {
      last = i + 2;
      text = text_.substr(tokens_[i].begin, tokens_[last].end - tokens_[i].begin);
    } else if (i + 1 < tokens_.size() && text.size() <= 2 && is_year(number(i + 1)) && separates(i)) {
      last = i + 1;
      text = text_.substr(tokens_[i].begin, tokens_[last].end - tokens_[i].begin);
    }
    std::array<int, 3> parts{};
    std::array<std::size_t, 3> digits{};
    std::size_t part = 0;
    for (const char c : text) {
      if (c >= '0' && c <= '9') {
        if (++digits[part] > 4) return {};
        parts[part] = parts[part] * 10 + (c - '0');
      } else if (c == '.' || c == '-' || c == '/') {
        if (digits[part] == 0 || ++part > 2) return {};
      } else if (c != ' ') {
        return {};
      }
    }
    // "05/2024": month and year.
    if (part == 1 && digits[0] <= 2 && digits[1] == 4) return make(parts[1], parts[0], 0, i, last);
    if (part == 1 && digits[0] == 4 && digits[1] == 2) return make(parts[0], parts[1], 0, i, last);
    if (part != 2) return {};
    // "05.2024." with the dot of an ordinal
    if (digits[2] == 0) {
      if (digits[0] <= 2 && digits[1] == 4) return make(parts[1], parts[0], 0, i, last);
      return {};
    }
    if (digits[0] == 4) return make(parts[0], parts[1], parts[2], i, last);
    if (digits[2] == 2) parts[2] += 2000;
    return make(parts[2], parts[1], parts[0], i, last);
  }

  // Whether a slash or dot, with or without a blank, stands between a token of figures and the next.
  bool separates(std::size_t i) const {
    const std::string_view between = text_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
    return between == "/" || between == ". " || between == " / " || between == " - " || between == "–";
  }

  std::span<const Token> tokens_;
  std::string_view text_;
  std::vector<int> months_;
};

}  // namespace

std::vector<DateSpan> find_dates(std::span<const Token> tokens, std::string_view text,
                                 std::span<const PhraseSet::Hit> hits) {
  return Finder(tokens, text, hits).run();
}

}  // namespace clausula
