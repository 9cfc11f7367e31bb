// Deadlines: how fast a request of the person is answered.
#include "indexer/fact_cues.h"

namespace clausula {
namespace {

std::size_t away(std::span<const Cue> cues, std::string_view id, const DurationSpan& span) {
  const Cue* cue = nearest(cues, id, span.first, span.last);
  return cue == nullptr ? static_cast<std::size_t>(-1) : distance(*cue, span.first, span.last);
}

}  // namespace

void extract_deadline(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "deadlines.toml");
  const Cues lengths(context, "durations.toml");
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    if (!context.speakers[i].empty()) continue;
    for (std::size_t s = 0; s < context.sentences[i].size(); ++s) {
      const auto said = cues.of(i, s);
      if (!has(said, "reply") || !has(said, "within")) continue;
      for (const DurationSpan& span : durations_of(context, lengths, i, s)) {
        const std::size_t reply = away(said, "reply", span);
        if (reply > away(said, "not-reply", span) || away(said, "extension", span) <= reply) continue;
        if (away(said, "within", span) > 2) continue;
        add_fact(facts, make_fact(FactKind::deadline, span.iso, context.evidence_of_tokens(i, span.first, span.last)));
      }
    }
  }
}

}  // namespace clausula
