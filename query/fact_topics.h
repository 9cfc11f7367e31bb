// Which topics a fact belongs to, wherever in the policy it is stated.
#pragma once

#include <span>
#include <vector>

#include "indexer/facts.h"
#include "indexer/topics.h"

namespace clausula {

// At least one: the first is the topic that the fact's kind is about ("recipients" for Klarna), further ones come from
// its value and category ("payment"). A pure function of the fact.
std::vector<Topic> topics_of(const Fact& fact);

bool is_about(const Fact& fact, Topic topic);

// The facts about any of `topics`, in their order; all of them where `topics` is empty.
std::vector<Fact> facts_about(std::span<const Fact> facts, std::span<const Topic> topics);

}  // namespace clausula
