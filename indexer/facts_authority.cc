// Supervisory authorities that a policy names.
#include "indexer/fact_cues.h"

namespace clausula {

void extract_authority(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "authorities.toml");
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    if (!context.speakers[i].empty()) continue;
    for (const Cue& cue : cues.of(i)) {
      const std::string_view name = cue.entry->value("name");
      if (name.empty()) continue;
      add_fact(facts, make_fact(FactKind::authority, name, context.evidence_of_tokens(i, cue.first, cue.last)));
    }
  }
}

}  // namespace clausula
