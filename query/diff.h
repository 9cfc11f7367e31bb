// How two policies, or two versions of one, differ: per topic the facts first, then the wording.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "query/diff_align.h"
#include "query/diff_facts.h"
#include "query/store.h"

namespace clausula {

struct TopicDiff {
  Topic topic{};
  FactDiff facts;                     // those about the topic; a fact may be about several
  std::vector<ClauseChange> clauses;  // those of which either side is about the topic
};

struct PolicyDiff {
  StoredPolicy a;
  StoredPolicy b;
  std::vector<StoredClause> clauses_a;
  std::vector<StoredClause> clauses_b;
  FactDiff facts;  // about any of the topics, each once
  std::vector<ClauseChange>
      clauses;  // of which either side is about any of the topics, each once; all where none were asked
  std::vector<TopicDiff> topics;       // the asked ones; else those that either policy has something about
  std::vector<ClauseChange> untagged;  // about no topic at all; empty where topics were asked
};

// `topics` empty: all. Throws UsageError for an unknown policy.
PolicyDiff diff(const Store& store, std::string_view a, std::string_view b, std::span<const Topic> topics);

// The same for policies that are at hand.
PolicyDiff diff(StoredPolicy a, std::vector<StoredClause> clauses_a, StoredPolicy b,
                std::vector<StoredClause> clauses_b, std::span<const Topic> topics);

// Whether either policy has a fact or a clause about what was asked.
bool has_something(const PolicyDiff& diff);

// Whether a fact or the words of a clause differ, or a clause stands elsewhere.
bool has_differences(const PolicyDiff& diff);

}  // namespace clausula
