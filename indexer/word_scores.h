// The first step of the topic model, with what each word adds kept: a word's pieces are looked up once, not at each
// occurrence.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/topic_features.h"
#include "indexer/topic_model.h"

namespace clausula {

class WordScores {
 public:
  // Forgets the surroundings seen last; call before each policy, whose tokens may lie where another's lay.
  void begin_policy() {
    last_ = {};
    last_scores_.fill(0);
  }
  // What `model.score` says of the features that `features.extract` finds, save for rounding.
  TopicScores score(const TopicFeatures::Input& input, const TopicFeatures& features, const TopicModel& model);

  // What a word's form and stem weigh for a topic, for explanation.
  float weight(const Word& word, std::size_t topic, const TopicModel& model) {
    return share(word, TopicFeatures::form_group, model).sum[topic] +
           share(word, TopicFeatures::stem_group, model).sum[topic];
  }

 private:
  // What a word adds in one group, before the group's weight, and by how many features.
  struct Share {
    TopicScores sum{};
    float count = 0;
  };
  struct Slot {
    std::uint32_t word = 0;  // serial; 0 is no word's
    std::array<Share, word_group_count> shares;
    std::array<bool, word_group_count> known{};
  };
  const Share& share(const Word& word, std::size_t group, const TopicModel& model);
  void add_group(const TopicFeatures::Input& input, std::size_t group, const TopicModel& model, TopicScores& scores);
  const TopicScores& surroundings(const TopicFeatures::Input& input, const TopicFeatures& features,
                                  const TopicModel& model);

  static constexpr std::size_t slot_count = 8192;
  std::vector<Slot> slots_ = std::vector<Slot>(slot_count);
  std::vector<Feature> found_;
  // What the surroundings that were seen last add: the sentences of a clause share them.
  TopicFeatures::Input last_;
  TopicScores last_scores_{};
};

// A number that no model had before.
std::uint32_t next_serial();

// The scores that this thread keeps for a model.
WordScores& word_scores_of(std::uint32_t model_serial);

}  // namespace clausula
