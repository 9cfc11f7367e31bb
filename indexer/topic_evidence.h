// First-step scores of all clauses of a policy, and what each clause takes from its surroundings. The tagger and the
// trainer share it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "indexer/clause_view.h"
#include "indexer/topic_features.h"
#include "indexer/topic_model.h"

namespace clausula {

// The input of the feature extractor for clause `index`. Everything is borrowed from `clauses`.
TopicFeatures::Input input_of(std::span<const ClauseView> clauses, std::size_t index);

// Scores one input: a model, or one of a fold when training.
using FirstStep = std::function<TopicScores(const TopicFeatures::Input&)>;

std::vector<TopicEvidence> evidence_of(std::span<const ClauseView> clauses, const FirstStep& score);

}  // namespace clausula
