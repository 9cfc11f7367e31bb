#include "indexer/topic_evidence.h"

#include <algorithm>
#include <optional>

#include "corpus/unicode.h"

namespace clausula {
namespace {

bool is_heading(const ClauseView& view) { return view.clause->kind == ClauseKind::heading; }

// Index of the innermost heading above a clause, found by walking back: the heading clauses carry the tokens.
std::optional<std::size_t> heading_of(std::span<const ClauseView> clauses, std::size_t index) {
  if (clauses[index].clause->headings.empty()) return std::nullopt;
  const std::string& wanted = clauses[index].clause->headings.back();
  for (std::size_t i = index; i-- > 0;) {
    if (is_heading(clauses[i]) && clauses[i].text == wanted) return i;
  }
  return std::nullopt;
}

std::span<const Token> tokens_of_number(std::span<const ClauseView> clauses, const std::optional<int>& number) {
  if (!number) return {};
  return clauses[static_cast<std::size_t>(*number) - 1].tokens;
}

// The clause before (or after) that stands under the same heading.
std::optional<std::size_t> neighbour(std::span<const ClauseView> clauses, std::size_t index, bool after) {
  const std::size_t other = after ? index + 1 : index - 1;
  if (!after && index == 0) return std::nullopt;
  if (other >= clauses.size() || is_heading(clauses[other])) return std::nullopt;
  return other;
}

TopicScores absent() {
  TopicScores scores;
  scores.fill(absent_score);
  return scores;
}

}  // namespace

TopicFeatures::Input input_of(std::span<const ClauseView> clauses, std::size_t index) {
  const ClauseView& view = clauses[index];
  TopicFeatures::Input input;
  input.text = view.tokens;
  input.kind = view.clause->kind;
  input.place = index;
  if (const auto heading = heading_of(clauses, index)) {
    input.heading = clauses[*heading].tokens;
    if (const auto outer = heading_of(clauses, *heading)) input.outer = clauses[*outer].tokens;
  }
  input.lead_in = tokens_of_number(clauses, view.clause->lead_in ? view.clause->lead_in : view.clause->header);
  if (const auto previous = neighbour(clauses, index, false)) input.previous = clauses[*previous].tokens;
  return input;
}

std::vector<TopicEvidence> evidence_of(std::span<const ClauseView> clauses, const FirstStep& score) {
  std::vector<TopicEvidence> evidence(clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    TopicFeatures::Input input = input_of(clauses, i);
    evidence[i].own = score(input);
    evidence[i].sentence = evidence[i].own;
    const std::vector<WordSpan> parts = sentences(clauses[i].text);
    if (parts.size() < 2) continue;
    // Each sentence alone, in the same surroundings: in a long paragraph its words would be lost among the others.
    evidence[i].sentence = absent();
    const std::span<const Token> all = clauses[i].tokens;
    std::size_t first = 0;
    for (const WordSpan& part : parts) {
      std::size_t last = first;
      while (last < all.size() && all[last].begin < part.end) ++last;
      if (last == first) continue;
      input.text = all.subspan(first, last - first);
      const TopicScores scores = score(input);
      for (std::size_t t = 0; t < topic_count; ++t) {
        evidence[i].sentence[t] = std::max(evidence[i].sentence[t], scores[t]);
      }
      first = last;
    }
  }
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const auto take = [&](const std::optional<std::size_t>& from) { return from ? evidence[*from].own : absent(); };
    const Clause& clause = *clauses[i].clause;
    evidence[i].previous = take(neighbour(clauses, i, false));
    evidence[i].next = take(neighbour(clauses, i, true));
    evidence[i].heading = take(heading_of(clauses, i));
    evidence[i].lead_in = absent();
    if (clause.lead_in) evidence[i].lead_in = evidence[static_cast<std::size_t>(*clause.lead_in) - 1].own;
  }
  return evidence;
}

}  // namespace clausula
