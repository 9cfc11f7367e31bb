// Deadlines: how fast a request of the person is answered.
#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::size_t within_reach = 2;  // words between "within" and the duration

std::size_t away(std::span<const Cue> cues, std::string_view id, const DurationSpan& span) {
  const Cue* cue = nearest(cues, id, span.first, span.last);
  return cue == nullptr ? static_cast<std::size_t>(-1) : distance(*cue, span.first, span.last);
}

// Whether what stands over the clause, or the tagger, says that it is about requests: "Within four weeks it is done".
bool about_requests(const FactContext& context, const Cues& cues, const Sections& sections, std::size_t clause) {
  return is_about(context, clause, Topic::rights) || has_over(cues, sections.over(clause), "rights");
}

}  // namespace

void extract_deadline(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "deadlines.toml");
  const Cues lengths(context, "durations.toml");
  const Sections sections(context);
  for_each_sentence(context, [&](std::size_t clause, std::size_t sentence) {
    const auto said = cues.of(clause, sentence);
    if (!has(said, "within")) return;
    const bool other =
        is_only_about(context, clause, {Topic::retention, Topic::controller, Topic::consent, Topic::sources},
                      {Topic::rights, Topic::complaint});
    const bool replies = has(said, "reply");
    if (!replies && !has(said, "within", "")) return;
    if (!replies && (has(said, "not-reply") || !about_requests(context, cues, sections, clause))) return;
    for (const DurationSpan& span : durations_of(context, lengths, clause, sentence)) {
      const std::size_t reply = replies ? away(said, "reply", span) : within_reach;
      if (other && (!replies || reply > within_reach)) continue;
      if (reply > away(said, "not-reply", span) || away(said, "extension", span) <= reply) continue;
      if (away(said, "within", span) > within_reach) continue;
      add_fact(facts,
               make_fact(FactKind::deadline, span.iso, context.evidence_of_tokens(clause, span.first, span.last)));
    }
  });
}

}  // namespace clausula
