#include "indexer/recipients_found_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/unicode.h"

namespace clausula {
namespace {

bool quoted_until(const ClauseView& view, const NameSpan& span) {
  if (span.end >= view.text.size()) return false;
  constexpr std::array<std::string_view, 4> quotes{"\"", "”", "“", "»"};
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](std::string_view quote) { return view.text.substr(span.end).starts_with(quote); });
}

// The name of which a Latvian text has the dative. Another form in the same policy would be surer, but is rare.
std::string nominative(std::string name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> endings{
      {{"iem", "i"}, {"ām", "as"}, {"ēm", "es"}, {"am", "s"}, {"im", "is"}, {"um", "us"}, {"ai", "a"}, {"ei", "e"}}};
  for (const auto& [dative, nominative] : endings) {
    if (!name.ends_with(dative) || name.size() < dative.size() + 3) continue;
    name.replace(name.size() - dative.size(), dative.size(), nominative);
    return name;
  }
  return name;
}

std::string category_of(std::string_view group) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> categories{
      {{"delivery-companies", "delivery"},
       {"payment-providers", "payment"},
       {"hosting-providers", "hosting"},
       {"debt-collectors", "debt-collection"},
       {"accountants", "accounting"},
       {"marketing-providers", "marketing"},
       {"analytics-providers", "analytics"}}};
  for (const auto& [name, category] : categories) {
    if (name == group) return std::string(category);
  }
  return "other";
}

}  // namespace

bool FoundNames::add(Place place, NameSpan span, bool denied, std::string_view group, bool dative) {
  const ClauseView& view = text_.view(place.clause);
  take_in_small_words(view, span);
  if (group.empty()) split_at_and(place, span);
  leave_out_kind(place, span);
  std::size_t first = view.tokens.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < view.tokens.size(); ++i) {
    if (view.tokens[i].end <= span.begin || view.tokens[i].begin >= span.end) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first > last) return false;
  std::string name = bare_name(place, first, last, span);
  if (dative) name = nominative(std::move(name));
  // "THEE_SESSIE": a cookie.
  if (name_key(name).size() < 2 || name.find('_') != std::string::npos ||
      count_letters(name).upper + count_letters(name).lower == 0 || (own_.is_own(name) && group != "group-companies") ||
      exclusions_.excluded(place, first, last) || is_source(text_, place, first, last))
    return false;
  const bool known = std::any_of(text_.parties(place.clause).begin(), text_.parties(place.clause).end(),
                                 [&](const PartyHit& hit) { return hit.first <= last && first <= hit.last; });
  if (known) return false;
  const std::size_t begin = text_.context().clause(place.clause).begin + view.tokens[first].begin;
  const std::size_t end = text_.context().clause(place.clause).begin + view.tokens[last].end;
  const auto met = [&](const Fact& fact) { return fact.evidence.begin < end && begin < fact.evidence.end; };
  if (std::any_of(facts_.begin(), facts_.end(), met)) return false;
  Fact fact = recipient_fact(text_, place, FactKind::recipient, name, denied, first, last);
  fact.details.emplace(fact.details.begin(), "category", category_of(group));
  facts_.push_back(std::move(fact));
  return true;
}

// "Kwikzend en Vrachthuis Duin" are two, unless a legal form or a word of kinship binds them.
void FoundNames::split_at_and(Place place, NameSpan& span) const {
  if (span.legal_form) return;
  const ClauseView& view = text_.view(place.clause);
  const auto words = exclusions_.words(place.clause);
  const auto kin = [&](std::size_t token) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Cue& cue) { return cue.entry->id == "kin" && cue.first == token; });
  };
  for (const Cue& cue : words) {
    const Token& token = view.tokens[cue.first];
    if (cue.entry->id != "and" || token.begin <= span.begin || token.end >= span.end || cue.first == 0) continue;
    if (kin(cue.last + 1) || quoted_until(view, span)) continue;
    span.end = view.tokens[cue.first - 1].end;
    return;
  }
}

// "Laboratorija Sarma": what it is, with the capital of a sentence's first word, then its name.
void FoundNames::leave_out_kind(Place place, NameSpan& span) const {
  const ClauseView& view = text_.view(place.clause);
  const std::size_t first = text_.sentence(place).first_token;
  if (!text_.latvian() || span.legal_form || first + 1 >= text_.sentence(place).end_token) return;
  const Token& next = view.tokens[first + 1];
  if (view.tokens[first].begin != span.begin || next.begin >= span.end) return;
  if (view.text.substr(next.begin, 1) == next.word->text.substr(0, 1)) return;  // in lower case
  const auto words = exclusions_.words(place.clause);
  if (std::any_of(words.begin(), words.end(),
                  [&](const Cue& cue) { return cue.entry->id == "kind" && cue.first == first && cue.last == first; }))
    span.begin = next.begin;
}

// "Van Duin": a surname's first words, capitalised inside a sentence.
void FoundNames::take_in_small_words(const ClauseView& view, NameSpan& span) const {
  for (std::size_t i = view.tokens.size(); i-- > 1;) {
    const Token& token = view.tokens[i];
    if (token.end + 1 != span.begin || view.text[token.end] != ' ') continue;
    const char initial = view.text[token.begin];
    if (initial < 'A' || initial > 'Z' || !is_small(token.word->text)) continue;
    span.begin = token.begin;
  }
}

// The name without its legal form and quotation marks.
std::string FoundNames::bare_name(Place place, std::size_t first, std::size_t last, const NameSpan& span) const {
  const ClauseView& view = text_.view(place.clause);
  const auto is_form = [&](std::size_t token) {
    const auto cues = firms_.of(place.clause);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      return cue.first <= token && token <= cue.last && cue.entry->id.starts_with("legal-form");
    });
  };
  while (first < last && is_form(first)) ++first;
  while (last > first && is_form(last)) --last;
  const std::size_t begin = std::max(static_cast<std::size_t>(view.tokens[first].begin), span.begin);
  const std::size_t end = std::min(static_cast<std::size_t>(view.tokens[last].end), span.end);
  return tidy_name(view.text.substr(begin, end - begin));
}

}  // namespace clausula
