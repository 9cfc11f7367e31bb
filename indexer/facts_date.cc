// The date of the policy's version: one that stands beside "last updated", "in force from" and the like, in a clause
// about changes, or by itself in the first lines or the last one.
#include <algorithm>

#include "indexer/dates.h"
#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::size_t reach = 8;          // words between the date and what it is the date of
constexpr std::size_t place_words = 3;    // words beside a date that stands alone
constexpr std::size_t first_clauses = 4;  // where such a date is looked for, besides the last clause
constexpr std::size_t law_reach = 4;      // and how much farther a law may stand that it is the date of

// The cue that a date belongs to: the last one before it, else the first after it; nullptr where none is near.
const Cue* owner_of(std::span<const Cue> cues, const DateSpan& date) {
  const Cue* before = nullptr;
  const Cue* after = nullptr;
  for (const Cue& cue : cues) {
    if (cue.entry->id != "updated" && cue.entry->id != "published") continue;
    if (distance(cue, date.first, date.last) > reach) continue;
    if (cue.last < date.first) {
      if (before == nullptr || cue.last >= before->last) before = &cue;
    } else if (after == nullptr && cue.first > date.last) {
      after = &cue;
    }
  }
  return before != nullptr ? before : after;
}

bool same_sentence(std::span<const SentenceView> sentences, std::size_t first, std::size_t second) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const SentenceView& sentence) {
    return sentence.first_token <= std::min(first, second) && std::max(first, second) < sentence.end_token;
  });
}

// Whether a date has its line for itself, but for a place: "Delft, 2 juni 2019".
bool stands_alone(const ClauseView& view, const DateSpan& date) {
  const std::size_t begin = view.text.rfind('\n', view.tokens[date.first].begin) + 1;  // 0 where there is none
  const std::size_t end = std::min(view.text.find('\n', view.tokens[date.last].end), view.text.size());
  const auto words = std::count_if(view.tokens.begin(), view.tokens.end(),
                                   [&](const Token& token) { return token.begin >= begin && token.end <= end; });
  return static_cast<std::size_t>(words) <= date.last - date.first + 1 + place_words;
}

// Of a clause about changes, or of a line at either end of the policy: the latest date.
const DateSpan* unannounced(const FactContext& context, std::size_t clause, std::span<const DateSpan> dates,
                            std::span<const Cue> cues) {
  const bool changes = is_about(context, clause, Topic::changes) && !has(cues, "other-text");
  const bool first = clause < first_clauses;
  const bool last = clause + 1 == context.clauses.size();
  const DateSpan* latest = nullptr;
  for (const DateSpan& date : dates) {
    const bool alone = (first || last) && stands_alone(context.clauses[clause], date);
    if ((changes || alone) && (latest == nullptr || date.iso > latest->iso)) latest = &date;
  }
  return latest;
}

}  // namespace

void extract_effective_date(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "dates.toml");
  std::vector<Fact> updated;
  std::vector<Fact> published;
  std::vector<Fact> others;
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    if (!context.speakers[i].empty()) continue;
    const ClauseView& view = context.clauses[i];
    const auto said = cues.of(i);
    const bool announced = has(said, "updated") || has(said, "published");
    const bool place = i < first_clauses || i + 1 == context.clauses.size() || is_about(context, i, Topic::changes);
    if ((!announced && !place) || view.text.find_first_of("0123456789") == std::string_view::npos) continue;
    const auto dates = find_dates(view.tokens, view.text, said);
    if (const DateSpan* date = unannounced(context, i, dates, said)) {
      others.push_back(
          make_fact(FactKind::effective_date, date->iso, context.evidence_of_tokens(i, date->first, date->last)));
    }
    for (std::size_t d = 0; d < dates.size(); ++d) {
      const DateSpan& date = dates[d];
      const Cue* owner = owner_of(said, date);
      if (owner == nullptr) continue;
      if (const Cue* law = nearest(said, "other-text", date.first, date.last);
          law != nullptr && same_sentence(context.sentences[i], law->first, date.first) &&
          distance(*law, date.first, date.last) <= distance(*owner, date.first, date.last) + law_reach) {
        continue;
      }
      const Evidence evidence = context.evidence_of_tokens(i, date.first, date.last);
      add_fact(owner->entry->id == "updated" ? updated : published,
               make_fact(FactKind::effective_date, date.iso, evidence));
    }
  }
  // A table of versions dates the old ones too.
  const auto newest =
      std::max_element(updated.begin(), updated.end(), [](const Fact& a, const Fact& b) { return a.value < b.value; });
  if (newest != updated.end()) {
    const std::string value = newest->value;
    std::erase_if(updated, [&](const Fact& fact) {
      return fact.value != value &&
             context.clause(static_cast<std::size_t>(fact.evidence.clause - 1)).kind == ClauseKind::row;
    });
  }
  // A first publication is the version's date only where no later change is dated; the latest date that nothing
  // announces counts where none is announced.
  if (updated.empty() && published.empty() && !others.empty()) {
    published.push_back(*std::max_element(others.begin(), others.end(),
                                          [](const Fact& a, const Fact& b) { return a.value < b.value; }));
  }
  for (Fact& fact : updated.empty() ? published : updated) facts.push_back(std::move(fact));
}

}  // namespace clausula
