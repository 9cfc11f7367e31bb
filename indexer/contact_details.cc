#include "indexer/contact_details.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "corpus/unicode.h"
#include "indexer/template_slots.h"

namespace clausula {
namespace {

struct Pattern {
  std::string_view key;
  std::string_view cue;  // concept of controllers.toml that has to stand before it in the clause
  const RE2* expression;
};

const std::array<Pattern, 3>& numbers() {
  // Chamber of commerce (8 digits), Latvian register (11), Belgian enterprise (0123.456.789).
  static const RE2 registration(R"((\b(?:LV[ ]?|BE[ ]?)?(?:\d{11}|\d{8}|0?\d{3}[. ]\d{3}[. ]\d{3})\b))");
  static const RE2 vat(
      R"((\b(?:NL[ .]?\d{4}[. ]?\d{2}[. ]?\d{3}[. ]?B[. ]?\d{2}|LV[ ]?\d{11}|BE[ ]?0?\d{3}[. ]?\d{3}[. ]?\d{3})\b))");
  static const RE2 phone(R"((\+?\(?\d[\d ()/.–-]{6,20}\d))");
  static const std::array<Pattern, 3> patterns = {
      {{"registration", "registration", &registration}, {"vat", "vat", &vat}, {"phone", "phone", &phone}}};
  return patterns;
}

// A line that is nothing but an international number.
const RE2& bare_phone() {
  static const RE2 pattern(R"(^[\s•*-]*(\+\d[\d ()/.–-]{7,18}\d)\s*$)");
  return pattern;
}

// Dutch (1234 AB), Latvian (LV-1001) and Belgian (9160 Town) postcodes.
const RE2& postcode() {
  static const RE2 pattern(R"((\b\d{4} ?[A-Z]{2}\b|\bLV[ –-]?\d{4}\b|\b\d{4} [A-Z][a-z]))");
  return pattern;
}

// What may follow a postcode: the town of a Dutch or Belgian one, the country.
const RE2& after_postcode() {
  static const RE2 pattern(
      R"(^(,? ?[A-Z][^\s,;.:|()]+(?: [A-Z][^\s,;.:|()]+)?)?(, ?(?:Nederland|België|Latvija|Latvia|Latvijas Republika))?)");
  return pattern;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// Begin of the address whose postcode is at `at`: back over the parts between commas to the one with the house number,
// and over a town before that; never before `floor`.
std::size_t address_begin(std::string_view text, std::size_t floor, std::size_t at) {
  const auto part_begin = [&](std::size_t end) {
    const std::size_t stop = text.substr(0, end).find_last_of(",:;|(\n\t");
    std::size_t begin = stop == std::string_view::npos ? 0 : stop + 1;
    begin = std::max(begin, floor);
    return std::min(text.find_first_not_of(' ', begin), end);
  };
  const auto before_comma = [&](std::size_t begin) -> std::size_t {
    const std::size_t word = text.substr(0, begin).find_last_not_of(' ');
    return word != std::string_view::npos && word > floor && text[word] == ',' ? word : std::string_view::npos;
  };
  std::size_t begin = part_begin(at);
  while (!has_digit(text.substr(begin, at - begin))) {
    const std::size_t comma = before_comma(begin);
    if (comma == std::string_view::npos) return begin;
    begin = part_begin(comma);
  }
  // Latvian addresses may begin with the town.
  const std::size_t comma = text[at] == 'L' ? before_comma(begin) : std::string_view::npos;
  if (comma == std::string_view::npos) return begin;
  const std::size_t town = part_begin(comma);
  const std::string_view name = text.substr(town, comma - town);
  return !name.empty() && name.size() < 16 && name.find(' ') == std::string_view::npos && !has_digit(name) ? town
                                                                                                           : begin;
}

class DetailReader {
 public:
  DetailReader(const FactContext& context, const Cues& cues, std::span<const Fact> known)
      : context_(context), cues_(cues), known_(known) {}

  std::vector<ContactDetail> run() {
    for (std::size_t i = 0; i < context_.clauses.size(); ++i) {
      if (!context_.speakers[i].empty() || has(cues_.of(i), "other-office")) continue;
      slots_ = find_slots(context_.clauses[i].text);
      read_emails(i);
      for (const Pattern& pattern : numbers()) read_number(i, pattern);
      if (context_.clauses[i].text.size() < 40 && has_digit(context_.clauses[i].text))
        read_by(i, "phone", bare_phone(), 0);
      read_address(i);
    }
    return std::move(details_);
  }

 private:
  void read_address(std::size_t clause) {
    const std::string_view text = context_.clauses[clause].text;
    if (has_key("address") || !has_digit(text)) return;
    re2::StringPiece code;
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), postcode(), &code)) return;
    const auto at = static_cast<std::size_t>(code.data() - text.data());
    // After its label, so that the label's words are no part of it.
    std::size_t floor = 0;
    bool labelled = false;
    for (const Cue& cue : cues_.of(clause)) {
      const std::size_t end = context_.clauses[clause].tokens[cue.last].end;
      if ((cue.entry->id != "address" && cue.entry->id != "seated") || end > at) continue;
      floor = end;
      labelled = true;
    }
    const std::size_t begin = address_begin(text, text.find_first_not_of(" :–-\t", floor), at);
    const std::size_t street = after_small_words(text, begin, at);
    if (!labelled && begin == at && text.size() > 60) return;  // a number of four digits and a capital
    std::size_t end = at + code.size();
    // Of a Belgian one, the beginning of the town belongs to the match.
    if (code[code.size() - 1] >= 'a' && code[code.size() - 1] <= 'z') end = at + 4;
    re2::StringPiece rest(text.data() + end, text.size() - end);
    re2::StringPiece town, country;
    if (RE2::PartialMatch(rest, after_postcode(), &town, &country)) end += town.size() + country.size();
    add(clause, "address", street, end, false);
  }

  // "Te Delft aan de Kade 3": where the words in small letters before the street end; `begin` where no capital follows.
  static std::size_t after_small_words(std::string_view text, std::size_t begin, std::size_t at) {
    std::size_t street = begin;
    while (street < at && text[street] >= 'a' && text[street] <= 'z') {
      const std::size_t blank = text.find(' ', street);
      street = blank == std::string_view::npos ? at : text.find_first_not_of(' ', blank);
    }
    return street < at ? street : begin;
  }

  bool known_party(std::string_view email) const {
    const std::string domain = fold(email.substr(email.find('@') + 1));
    return std::any_of(known_.begin(), known_.end(), [&](const Fact& fact) {
      if (fact.kind != FactKind::recipient || fact.value.size() < 4) return false;
      std::string name = fold(fact.value);
      name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
      return domain.starts_with(name);
    });
  }

  // An address under the heading of the party that it belongs to ("Pay later with …").
  bool under_party(std::size_t clause, std::string_view email) const {
    const auto& headings = context_.clause(clause).headings;
    if (headings.empty()) return false;
    const std::size_t at = email.find('@') + 1;
    const std::string label = fold(email.substr(at, email.find('.', at) - at));
    return label.size() > 3 && headings.size() > 1 && fold(headings.back()).find(label) != std::string::npos;
  }

  void read_emails(std::size_t clause) {
    const ClauseView& view = context_.clauses[clause];
    for (const Token& token : view.tokens) {
      if (token.word->kind != WordKind::email || known_party(token.word->text) || under_party(clause, token.word->text))
        continue;
      add(clause, "email", token.begin, token.end, true);
    }
  }

  void read_number(std::size_t clause, const Pattern& pattern) {
    for (const Cue& cue : cues_.of(clause)) {
      if (cue.entry->id != pattern.cue) continue;
      read_by(clause, pattern.key, *pattern.expression, context_.clauses[clause].tokens[cue.first].begin);
      return;
    }
  }

  void read_by(std::size_t clause, std::string_view key, const RE2& expression, std::size_t from) {
    const std::string_view text = context_.clauses[clause].text;
    if (has_key(key) || from >= text.size()) return;
    re2::StringPiece match;
    if (!RE2::PartialMatch(re2::StringPiece(text.data() + from, text.size() - from), expression, &match)) return;
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    add(clause, key, begin, begin + match.size(), false);
  }

  bool has_key(std::string_view key) const {
    return std::any_of(details_.begin(), details_.end(),
                       [&](const ContactDetail& detail) { return detail.key == key; });
  }

  void add(std::size_t clause, std::string_view key, std::size_t begin, std::size_t end, bool repeats) {
    for (const SlotSpan& slot : slots_) {
      if (begin < slot.end && slot.begin < end) return;
    }
    std::string value(context_.clauses[clause].text.substr(begin, end - begin));
    const bool known = std::any_of(details_.begin(), details_.end(), [&](const ContactDetail& detail) {
      return detail.key == key && (!repeats || detail.value == value);
    });
    if (known) return;
    details_.push_back({std::string(key), std::move(value), context_.evidence(clause, begin, end)});
  }

  const FactContext& context_;
  const Cues& cues_;
  std::span<const Fact> known_;
  std::vector<SlotSpan> slots_;
  std::vector<ContactDetail> details_;
};

}  // namespace

std::vector<ContactDetail> contact_details(const FactContext& context, const Cues& cues, std::span<const Fact> known) {
  return DetailReader(context, cues, known).run();
}

}  // namespace clausula
