// The date of the policy's version: one that stands beside "last updated", "in force from" and the like.
#include <algorithm>

#include "indexer/dates.h"
#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::size_t reach = 8;  // words between the date and what it is the date of

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
      const Cue* update = nearest(said, "updated", date.first, date.last);
      const Cue* publication = nearest(said, "published", date.first, date.last);
      const std::size_t far = static_cast<std::size_t>(-1);
      const std::size_t to_update = update == nullptr ? far : distance(*update, date.first, date.last);
      const std::size_t to_publication = publication == nullptr ? far : distance(*publication, date.first, date.last);
      if (std::min(to_update, to_publication) > reach) continue;
      if (const Cue* law = nearest(said, "other-text", date.first, date.last);
          law != nullptr && distance(*law, date.first, date.last) <= std::min(to_update, to_publication) + 2) {
        continue;
      }
      const Evidence evidence = context.evidence_of_tokens(i, date.first, date.last);
      add_fact(to_update <= to_publication ? updated : published,
               make_fact(FactKind::effective_date, date.iso, evidence));
    }
  }
  // A first publication is the version's date only where no later change is dated.
  for (Fact& fact : updated.empty() ? published : updated) facts.push_back(std::move(fact));
}

}  // namespace clausula
