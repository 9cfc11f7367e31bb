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
  static const RE2 registration(R"((\b(?:LV|BE)?[ ]?(?:\d{11}|\d{8}|0?\d{3}[. ]\d{3}[. ]\d{3})\b))");
  static const RE2 vat(R"((\b(?:NL[ .]?\d{4}[. ]?\d{2}[. ]?\d{3}[. ]?B[. ]?\d{2}|LV[ ]?\d{11}|BE[ ]?0?\d{3}[. ]?\d{3}[. ]?\d{3})\b))");
  static const RE2 phone(R"((\+?\(?\d[\d ()/.–-]{6,18}\d))");
  static const std::array<Pattern, 3> patterns = {
      {{"registration", "registration", &registration}, {"vat", "vat", &vat}, {"phone", "phone", &phone}}};
  return patterns;
}

// A line that is nothing but an international number.
const RE2& bare_phone() {
  static const RE2 pattern(R"(^[\s•*-]*(\+\d[\d ()/.–-]{7,18}\d)\s*$)");
  return pattern;
}

// Street and number, then a Dutch (1234 AB), Latvian (LV-1001) or Belgian (9160 Town) postcode, in either order.
const RE2& address_pattern() {
  static const RE2 pattern(
      R"(((?:\pL[\pL.'’ ]{2,40} \d{1,4}[\pL\d /–-]{0,8}, ?(?:\d{4} ?[A-Z]{2}\b,?|\d{4}\b)[ \pL-]{2,30}(?:, ?(?:Nederland|België))?)|(?:[\pL\d][\pL\d.,'’ –/-]{4,70}, ?LV[- –]?\d{4}(?:, ?Latvi(?:ja|a))?)))");
  return pattern;
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
      read_by(i, "phone", bare_phone(), 0);
      const std::size_t after = address_begin(i);
      read_by(i, "address", address_pattern(), after);
    }
    return std::move(details_);
  }

 private:
  // Where an address begins in a clause: after its label, so that the label's words are no part of it.
  std::size_t address_begin(std::size_t clause) const {
    const ClauseView& view = context_.clauses[clause];
    std::size_t begin = 0;
    for (const Cue& cue : cues_.of(clause)) {
      if (cue.entry->id == "address" || cue.entry->id == "seated") begin = view.tokens[cue.last].end;
    }
    const std::size_t word = view.text.find_first_not_of(" :–-\t", begin);
    return word == std::string_view::npos ? begin : word;
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

  void read_emails(std::size_t clause) {
    const ClauseView& view = context_.clauses[clause];
    for (const Token& token : view.tokens) {
      if (token.word->kind != WordKind::email || known_party(token.word->text)) continue;
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
    return std::any_of(details_.begin(), details_.end(), [&](const ContactDetail& detail) { return detail.key == key; });
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
