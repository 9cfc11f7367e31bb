// Supervisory authorities that a policy names: by their names, by short ones where a complaint is spoken of, and by a
// host name where nothing else names them.
#include <algorithm>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

bool of_complaints(const FactContext& context, std::span<const Cue> cues, std::size_t clause) {
  return has(cues, "complaint") || has(cues, "supervisor") || is_about(context, clause, Topic::complaint);
}

}  // namespace

void extract_authority(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "authorities.toml");
  for_each_sentence(context, [&](std::size_t clause, std::size_t sentence) {
    const ClauseView& view = context.clauses[clause];
    const auto said = cues.of(clause, sentence);
    bool named = false;
    for (const Cue& cue : said) {
      const std::string_view name = cue.entry->value("name");
      if (name.empty()) continue;
      const bool brief = !cue.entry->value("short").empty();
      if (brief && (!in_capitals(view, cue.first) || !of_complaints(context, cues.of(clause), clause))) continue;
      named = true;
      add_fact(facts, make_fact(FactKind::authority, name, context.evidence_of_tokens(clause, cue.first, cue.last)));
    }
    if (named || !has(said, "supervisor")) return;
    const SentenceView& span = context.sentences[clause][sentence];
    for (std::size_t i = span.first_token; i < span.end_token; ++i) {
      if (view.tokens[i].word->kind != WordKind::url) continue;
      const Token& token = view.tokens[i];
      add_fact(facts, make_fact(FactKind::authority, view.text.substr(token.begin, token.end - token.begin),
                                context.evidence_of_tokens(clause, i, i)));
    }
  });
}

}  // namespace clausula
