#include "query/quantities.h"

#include <algorithm>
#include <cstdlib>

#include "indexer/iso_duration.h"

namespace clausula {
namespace {

// A word or two may stand between a comparison and its number ("langer dan ongeveer vijf jaar").
constexpr std::size_t comparison_gap = 2;

double number_of(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

Comparison comparison_of(const LexiconEntry& entry) {
  const std::string_view op = entry.value("op");
  if (op == "equal") return Comparison::equal;
  if (op == "more") return Comparison::more;
  if (op == "at-least") return Comparison::at_least;
  if (op == "less") return Comparison::less;
  if (op == "at-most") return Comparison::at_most;
  Lexicon::fail("questions.toml", entry, "op has to be one of equal, more, at-least, less, at-most");
}

double days_of_unit(const LexiconEntry& entry) {
  const std::string unit(entry.value("unit"));
  const auto days = days_of(unit.starts_with('T') ? "PT1" + unit.substr(1) : "P1" + unit);
  if (!days) Lexicon::fail("durations.toml", entry, "unit has to be one of Y, M, W, D, TH, TM");
  const std::string_view times = entry.value("times");
  return *days * (times.empty() ? 1.0 : number_of(times));
}

class QuantityReader {
 public:
  QuantityReader(const QuestionText& question, std::span<const Reading> readings, bool about_minors)
      : question_(question), readings_(readings), about_minors_(about_minors) {}

  Quantities read() {
    for (std::size_t word = 0; word < question_.size(); ++word) {
      std::size_t last = word;
      const auto number = number_at(word, last);
      if (!number) continue;
      word = take(word, last, *number);
    }
    if (result_.consumed.empty()) lone_unit();
    return result_;
  }

 private:
  const Reading* at(std::size_t word, MeaningKind kind) const {
    for (const Reading& reading : readings_) {
      if (reading.meaning.kind == kind && reading.first == word) return &reading;
    }
    return nullptr;
  }

  std::optional<double> number_at(std::size_t word, std::size_t& last) const {
    const Word& known = *question_.tokens[0][word].word;
    if (known.kind == WordKind::number && known.text.size() <= 4) return number_of(known.text);
    if (const Reading* reading = at(word, MeaningKind::number)) {
      last = reading->last;
      return number_of(reading->meaning.entry->value("number"));
    }
    return std::nullopt;
  }

  // The comparison that stands before a number, or after its unit.
  const Reading* comparison(std::size_t first, std::size_t last) const {
    for (const Reading& reading : readings_) {
      if (reading.meaning.role() != "compare") continue;
      const bool after = reading.meaning.entry->value("after") == "true";
      if (after ? reading.first == last + 1 : reading.last < first && first - reading.last <= comparison_gap + 1) {
        return &reading;
      }
    }
    return nullptr;
  }

  bool names_people(const Reading& compared) const {
    return std::any_of(readings_.begin(), readings_.end(), [&](const Reading& reading) {
      return reading.meaning.role() == "age" && reading.first == compared.first && reading.last == compared.last;
    });
  }

  bool is_age(std::size_t first, std::size_t last, double number) const {
    if (number < 10 || number > 21) return false;
    if (about_minors_) return true;
    if (const Reading* compared = comparison(first, last);
        compared && compared->meaning.entry->value("age") == "true") {
      return true;
    }
    return std::any_of(readings_.begin(), readings_.end(), [&](const Reading& reading) {
      if (reading.meaning.role() != "age") return false;
      const std::size_t distance = reading.first > last   ? reading.first - last
                                   : first > reading.last ? first - reading.last
                                                          : 0;
      return distance <= comparison_gap + 1;
    });
  }

  void consume(std::size_t first, std::size_t last) {
    for (std::size_t word = first; word <= last; ++word) result_.consumed.push_back(word);
  }

  // Returns the last word of the quantity.
  std::size_t take(std::size_t first, std::size_t last, double number) {
    const Reading* unit = nullptr;
    for (std::size_t next = last + 1; next <= last + 2 && next < question_.size() && !unit; ++next) {
      unit = at(next, MeaningKind::unit);
    }
    const std::size_t end = unit ? unit->last : last;
    const bool years = unit == nullptr || unit->meaning.entry->value("unit") == "Y";
    const bool age = years && is_age(first, end, number);
    if (!age && !unit) return last;
    const Reading* compared = comparison(first, end);
    Comparison op = compared ? comparison_of(*compared->meaning.entry) : Comparison::equal;
    // "younger than 16" names the people whom an age limit of 16 is about.
    if (age && compared && names_people(*compared)) op = Comparison::equal;
    const double value = age ? number : number * days_of_unit(*unit->meaning.entry);
    auto& slot = age ? result_.age : result_.period;
    if (slot) return end;
    slot = compare(op, value);
    consume(first, end);
    if (compared) consume(compared->first, compared->last);
    return end;
  }

  // "longer than a year", "ilgāk par gadu": a unit by itself after a comparison is one of it.
  void lone_unit() {
    for (const Reading& unit : readings_) {
      if (unit.meaning.kind != MeaningKind::unit) continue;
      const Reading* compared = comparison(unit.first, unit.last);
      if (compared == nullptr) continue;
      result_.period = compare(comparison_of(*compared->meaning.entry), days_of_unit(*unit.meaning.entry));
      consume(unit.first, unit.last);
      consume(compared->first, compared->last);
      return;
    }
  }

  const QuestionText& question_;
  std::span<const Reading> readings_;
  bool about_minors_;
  Quantities result_;
};

}  // namespace

Quantities read_quantities(const QuestionText& question, std::span<const Reading> readings, bool about_minors) {
  return QuantityReader(question, readings, about_minors).read();
}

}  // namespace clausula
