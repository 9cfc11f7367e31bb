#include "query/diff.h"

#include <algorithm>
#include <set>
#include <utility>

#include "query/fact_topics.h"
#include "query/show.h"

namespace clausula {
namespace {

// The pairs of which either side is about any of the topics; all where there are none.
std::vector<FactPair> about_any(const std::vector<FactPair>& pairs, std::span<const Topic> topics) {
  std::vector<FactPair> found;
  for (const FactPair& pair : pairs) {
    const auto fits = [&](Topic topic) { return is_about(pair.a, topic) || is_about(pair.b, topic); };
    if (topics.empty() || std::any_of(topics.begin(), topics.end(), fits)) found.push_back(pair);
  }
  return found;
}

FactDiff about_any(const FactDiff& facts, std::span<const Topic> topics) {
  return {facts_about(facts.only_a, topics), facts_about(facts.only_b, topics), about_any(facts.both, topics),
          about_any(facts.differ, topics)};
}

bool has_topics(const StoredClause& clause) {
  return std::any_of(clause.topics.begin(), clause.topics.end(),
                     [](const TopicTag& tag) { return tag.score >= tag_threshold; }) ||
         !clause.facts.empty();
}

// The changes of which either clause fits.
template <class Fits>
std::vector<ClauseChange> chosen(const PolicyDiff& diff, const std::vector<ClauseChange>& changes, Fits&& fits) {
  std::vector<ClauseChange> found;
  for (const ClauseChange& change : changes) {
    if ((change.a && fits(diff.clauses_a[*change.a])) || (change.b && fits(diff.clauses_b[*change.b]))) {
      found.push_back(change);
    }
  }
  return found;
}

bool is_empty(const FactDiff& facts) {
  return facts.only_a.empty() && facts.only_b.empty() && facts.both.empty() && facts.differ.empty();
}

Aligned aligned_clauses(const PolicyDiff& diff, const std::vector<ClauseChange>& changes) {
  std::set<std::pair<int, int>> pairs;
  for (const ClauseChange& change : changes) {
    if (change.a && change.b) pairs.emplace(diff.clauses_a[*change.a].number, diff.clauses_b[*change.b].number);
  }
  return [pairs = std::move(pairs)](int a, int b) { return pairs.contains({a, b}); };
}

std::vector<ClauseChange> align(const PolicyDiff& diff) {
  if (diff.a.language == diff.b.language) return align_within(diff.clauses_a, diff.clauses_b);
  const FactDiff facts = diff_facts(diff.a.facts, diff.b.facts, [](int, int) { return false; });
  return align_across(diff.clauses_a, diff.clauses_b, facts);
}

bool is_difference(const ClauseChange& change) {
  return change.change != Change::same && change.change != Change::matched;
}

}  // namespace

PolicyDiff diff(const Store& store, std::string_view a, std::string_view b, std::span<const Topic> topics) {
  StoredPolicy first = store.policy_or_fail(a);
  StoredPolicy second = store.policy_or_fail(b);
  std::vector<StoredClause> clauses_a = store.clauses(first);
  std::vector<StoredClause> clauses_b = store.clauses(second);
  return diff(std::move(first), std::move(clauses_a), std::move(second), std::move(clauses_b), topics);
}

PolicyDiff diff(StoredPolicy a, std::vector<StoredClause> clauses_a, StoredPolicy b,
                std::vector<StoredClause> clauses_b, std::span<const Topic> topics) {
  PolicyDiff result;
  result.a = std::move(a);
  result.b = std::move(b);
  result.clauses_a = std::move(clauses_a);
  result.clauses_b = std::move(clauses_b);
  // Facts and clauses are paired over the whole policy, so that a topic that moved into other company finds its
  // partner.
  const std::vector<ClauseChange> changes = align(result);
  const FactDiff facts = diff_facts(result.a.facts, result.b.facts, aligned_clauses(result, changes));
  result.facts = about_any(facts, topics);

  for (int i = 0; i < topic_count; ++i) {
    const Topic topic = static_cast<Topic>(i);
    const bool asked = std::find(topics.begin(), topics.end(), topic) != topics.end();
    if (!topics.empty() && !asked) continue;
    const auto fits = [&](const StoredClause& clause) { return is_about(clause, topic); };
    TopicDiff of_topic{topic, about_any(facts, std::span(&topic, 1)), chosen(result, changes, fits)};
    if (asked || !of_topic.clauses.empty() || !is_empty(of_topic.facts)) result.topics.push_back(std::move(of_topic));
  }
  if (!topics.empty()) {
    result.clauses = chosen(result, changes, [&](const StoredClause& clause) {
      return std::any_of(topics.begin(), topics.end(), [&](Topic topic) { return is_about(clause, topic); });
    });
    return result;
  }
  result.clauses = changes;
  for (const ClauseChange& change : changes) {
    const bool tagged =
        (change.a && has_topics(result.clauses_a[*change.a])) || (change.b && has_topics(result.clauses_b[*change.b]));
    if (!tagged) result.untagged.push_back(change);
  }
  return result;
}

bool has_something(const PolicyDiff& diff) { return !diff.clauses.empty() || !is_empty(diff.facts); }

bool has_differences(const PolicyDiff& diff) {
  return !diff.facts.only_a.empty() || !diff.facts.only_b.empty() || !diff.facts.differ.empty() ||
         std::any_of(diff.clauses.begin(), diff.clauses.end(), is_difference);
}

}  // namespace clausula
