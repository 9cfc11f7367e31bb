#include "indexer/stated_topics.h"

#include <algorithm>
#include <optional>

namespace clausula {
namespace {

// How often such a clause is about the topic although the tagger thinks otherwise, on policies that no rule was written
// from.
constexpr double stated_score = 0.7;

// Only kinds that tell more than the tagger knows. Rights and recipients do not: they are named in passing, in clauses
// about consent, security or payment.
std::optional<Topic> topic_stated_by(FactKind kind) {
  switch (kind) {
    case FactKind::retention:
      return Topic::retention;
    case FactKind::legal_basis:
      return Topic::legal_basis;
    case FactKind::minimum_age:
      return Topic::minors;
    case FactKind::transfer:
      return Topic::transfers;
    case FactKind::effective_date:
      return Topic::changes;
    default:
      return std::nullopt;
  }
}

void tag(const ClauseView& view, Topic topic, const Evidence& evidence, std::vector<TopicTag>& tags) {
  const auto known = std::find_if(tags.begin(), tags.end(), [&](const TopicTag& tag) { return tag.topic == topic; });
  if (known != tags.end() && known->score >= tag_threshold) return;
  if (known != tags.end()) tags.erase(known);
  const std::size_t begin = evidence.begin - view.clause->begin;
  TopicTag stated{topic, stated_score, {std::string(view.text.substr(begin, evidence.end - evidence.begin))}};
  const auto place =
      std::find_if(tags.begin(), tags.end(), [](const TopicTag& tag) { return tag.score < stated_score; });
  tags.insert(place, std::move(stated));
}

}  // namespace

void add_stated_topics(std::span<const Fact> facts, std::span<const ClauseView> clauses,
                       std::vector<std::vector<TopicTag>>& tags) {
  const auto state = [&](Topic topic, const Evidence& evidence) {
    const auto clause = static_cast<std::size_t>(evidence.clause) - 1;
    if (clauses[clause].clause->kind == ClauseKind::heading) return;
    tag(clauses[clause], topic, evidence, tags[clause]);
  };
  for (const Fact& fact : facts) {
    const auto topic = topic_stated_by(fact.kind);
    if (!topic) continue;
    state(*topic, fact.evidence);
    for (const Evidence& evidence : fact.also) state(*topic, evidence);
  }
}

}  // namespace clausula
