#include "indexer/stated_topics.h"

#include <algorithm>
#include <array>

namespace clausula {
namespace {

// How often such a clause is about the topic although the tagger thinks otherwise, on policies that no rule was written
// from.
constexpr double stated_score = 0.7;

// Only kinds that tell more than the tagger knows. Rights and recipients do not: they are named in passing, in clauses
// about consent, security or payment.
constexpr std::array<FactKind, 5> stating{FactKind::retention, FactKind::legal_basis, FactKind::minimum_age,
                                          FactKind::transfer, FactKind::effective_date};

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

Topic home_of(FactKind kind) {
  switch (kind) {
    case FactKind::recipient:
    case FactKind::recipient_category:
      return Topic::recipients;
    case FactKind::retention:
      return Topic::retention;
    case FactKind::minimum_age:
      return Topic::minors;
    case FactKind::right:
    case FactKind::deadline:
      return Topic::rights;
    case FactKind::legal_basis:
      return Topic::legal_basis;
    case FactKind::transfer:
      return Topic::transfers;
    case FactKind::authority:
      return Topic::complaint;
    case FactKind::controller:
      return Topic::controller;
    case FactKind::effective_date:
      return Topic::changes;
  }
  return Topic::controller;
}

void add_stated_topics(std::span<const Fact> facts, std::span<const ClauseView> clauses,
                       std::vector<std::vector<TopicTag>>& tags) {
  const auto state = [&](Topic topic, const Evidence& evidence) {
    const auto clause = static_cast<std::size_t>(evidence.clause) - 1;
    if (clauses[clause].clause->kind == ClauseKind::heading) return;
    tag(clauses[clause], topic, evidence, tags[clause]);
  };
  for (const Fact& fact : facts) {
    if (std::find(stating.begin(), stating.end(), fact.kind) == stating.end()) continue;
    const Topic topic = home_of(fact.kind);
    state(topic, fact.evidence);
    for (const Evidence& evidence : fact.also) state(topic, evidence);
  }
}

}  // namespace clausula
