// The learnt part of the topic tagger: linear models, one a topic, in two steps. The first scores a clause by its
// features; the second weighs that score with those of its sentences, neighbours, lead-in and heading, and calibrates.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/topic_features.h"
#include "indexer/topics.h"

namespace clausula {

using TopicScores = std::array<float, topic_count>;

// What the second step sees of a clause, all scores of the first step (log-odds).
struct TopicEvidence {
  TopicScores own{};
  TopicScores sentence{};  // the highest of its sentences
  TopicScores previous{};  // the clause before under the same heading; `absent` where there is none
  TopicScores next{};
  TopicScores lead_in{};
  TopicScores heading{};  // the heading scored as if it were a clause
};
// Stands for the score of what is not there.
inline constexpr float absent_score = -4.0F;

// The inputs of the second step for one topic: its own six scores, what stands out among them, and the other topics'
// own scores.
inline constexpr std::size_t evidence_inputs = 6 + 2 + topic_count;
std::array<double, evidence_inputs> evidence_vector(const TopicEvidence& evidence, std::size_t topic);

class TopicModel {
 public:
  // Reads topic-weights.CODE.tsv as the trainer writes it. Throws InputError with the line of a mistake.
  explicit TopicModel(std::string_view text);

  // First step: log-odds.
  TopicScores score(std::span<const Feature> features) const;
  // Adds what the features weigh to `scores`, without the bias.
  void add(std::span<const Feature> features, TopicScores& scores) const;
  const TopicScores& bias() const { return bias_; }
  // Second step: probability.
  double probability(const TopicEvidence& evidence, std::size_t topic) const;

 private:
  // Rows by the hash of their feature, in open addressing: most lookups miss, and should touch one cache line only.
  struct Slot {
    std::uint64_t feature = 0;
    std::uint32_t row = 0;
    bool used = false;
  };
  void index_rows(const std::vector<std::uint64_t>& features);
  const TopicScores* find(std::uint64_t feature) const;

  std::vector<Slot> slots_;  // a power of two of them
  std::vector<TopicScores> weights_;
  TopicScores bias_{};
  std::array<std::array<double, evidence_inputs + 1>, topic_count> second_{};  // the last is the bias
};

}  // namespace clausula
