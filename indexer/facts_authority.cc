// Supervisory authorities that a policy names: by their names, by short ones where a complaint is spoken of, and by a
// host name where nothing else names them.
#include <algorithm>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

bool of_complaints(const FactContext& context, std::span<const Cue> cues, std::size_t clause) {
  return has(cues, "complaint") || has(cues, "supervisor") || is_about(context, clause, Topic::complaint);
}

// "edpb.europa.eu": no address, no number.
bool is_host(const Token& token, std::string_view text) {
  if (token.word->kind != WordKind::url && token.word->kind != WordKind::word) return false;
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot > 2 && text.size() - dot > 2 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c == '/' || c == '@' || (c >= '0' && c <= '9'); });
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
    const Cue* word = nearest(said, "supervisor", 0, 0);
    for (std::size_t i = word->last + 1; i < context.sentences[clause][sentence].end_token; ++i) {
      const Token& token = view.tokens[i];
      const std::string_view host = view.text.substr(token.begin, token.end - token.begin);
      if (!is_host(token, host)) continue;
      add_fact(facts, make_fact(FactKind::authority, host, context.evidence_of_tokens(clause, i, i)));
    }
  });
}

}  // namespace clausula
