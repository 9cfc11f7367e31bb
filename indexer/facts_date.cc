// The date of the policy's version: one that stands beside "last updated", "in force from" and the like.
#include "indexer/dates.h"
#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::size_t reach = 8;     // words between the date and what it is the date of
constexpr std::size_t law_reach = 4;  // and how much farther a law may stand that it is the date of

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

}  // namespace

void extract_effective_date(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "dates.toml");
  std::vector<Fact> updated;
  std::vector<Fact> published;
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    if (!context.speakers[i].empty()) continue;
    const ClauseView& view = context.clauses[i];
    const auto said = cues.of(i);
    if (!has(said, "updated") && !has(said, "published")) continue;
    const auto dates = find_dates(view.tokens, view.text, said);
    for (std::size_t d = 0; d < dates.size(); ++d) {
      const DateSpan& date = dates[d];
      const Cue* owner = owner_of(said, date);
      if (owner == nullptr) continue;
      if (const Cue* law = nearest(said, "other-text", date.first, date.last);
          law != nullptr && distance(*law, date.first, date.last) <= distance(*owner, date.first, date.last) + law_reach) {
        continue;
      }
      const Evidence evidence = context.evidence_of_tokens(i, date.first, date.last);
      add_fact(owner->entry->id == "updated" ? updated : published,
               make_fact(FactKind::effective_date, date.iso, evidence));
    }
  }
  // A first publication is the version's date only where no later change is dated.
  for (Fact& fact : updated.empty() ? published : updated) facts.push_back(std::move(fact));
}

}  // namespace clausula
