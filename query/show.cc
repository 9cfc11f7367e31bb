#include "query/show.h"

#include <algorithm>
#include <set>
#include <string>

#include "corpus/error.h"
#include "query/fact_topics.h"

namespace clausula {
namespace {

bool is_wanted(const StoredClause& clause, const ShowRequest& request) {
  if (request.topics.empty()) return true;
  // A heading stands in the path of the clauses under it.
  if (clause.kind == ClauseKind::heading && !request.clause) return false;
  return std::any_of(request.topics.begin(), request.topics.end(),
                     [&](Topic topic) { return is_about(clause, topic); });
}

}  // namespace

bool is_about(const StoredClause& clause, Topic topic) {
  return std::any_of(clause.topics.begin(), clause.topics.end(),
                     [&](const TopicTag& tag) { return tag.topic == topic && tag.score >= tag_threshold; }) ||
         std::any_of(clause.facts.begin(), clause.facts.end(), [&](const Fact& fact) { return is_about(fact, topic); });
}

PolicyView show(const Store& store, std::string_view name, const ShowRequest& request) {
  PolicyView view;
  view.policy = store.policy_or_fail(name);
  const std::string id = versioned_id(view.policy.source);
  if (request.clause) {
    const auto found = store.clause(id, *request.clause);
    if (!found) {
      throw UsageError("there is no clause " + std::to_string(*request.clause) + " in " + id + "; it has 1 to " +
                       std::to_string(view.policy.clauses));
    }
    view.clauses.push_back(*found);
  } else {
    view.clauses = store.clauses(view.policy);
  }
  std::erase_if(view.clauses, [&](const StoredClause& clause) { return !is_wanted(clause, request); });

  std::set<int> shown;
  for (const StoredClause& clause : view.clauses) shown.insert(clause.number);
  for (const Fact& fact : view.policy.facts) {
    const auto is_shown = [&](const Evidence& evidence) { return shown.contains(evidence.clause); };
    if (is_shown(fact.evidence) || std::any_of(fact.also.begin(), fact.also.end(), is_shown))
      view.facts.push_back(fact);
  }
  return view;
}

}  // namespace clausula
