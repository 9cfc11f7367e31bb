#include "indexer/word_scores.h"

#include <atomic>
#include <cmath>
#include <unordered_map>

namespace clausula {

const WordScores::Share& WordScores::share(const Word& word, std::size_t group, const TopicModel& model) {
  Slot& slot = slots_[word.serial % slot_count];
  if (slot.word != word.serial) {
    slot.word = word.serial;
    slot.known.fill(false);
  }
  Share& share = slot.shares[group];
  if (!slot.known[group]) {
    found_.clear();
    TopicFeatures::add_word(word, group, found_);
    share.sum.fill(0);
    model.add(found_, share.sum);
    share.count = static_cast<float>(found_.size());
    slot.known[group] = true;
  }
  return share;
}

void WordScores::add_group(const TopicFeatures::Input& input, std::size_t group, const TopicModel& model,
                           TopicScores& scores) {
  TopicScores sum{};
  float count = 0;
  for (const Token& token : TopicFeatures::tokens_of(input, group)) {
    const Share& added = share(*token.word, group, model);
    for (std::size_t t = 0; t < topic_count; ++t) sum[t] += added.sum[t];
    count += added.count;
  }
  if (count == 0) return;
  const float value = TopicFeatures::word_group(group).weight / std::sqrt(count);
  for (std::size_t t = 0; t < topic_count; ++t) scores[t] += value * sum[t];
}

const TopicScores& WordScores::surroundings(const TopicFeatures::Input& input, const TopicFeatures& features,
                                            const TopicModel& model) {
  const auto same = [](std::span<const Token> a, std::span<const Token> b) {
    return a.data() == b.data() && a.size() == b.size();
  };
  if (same(input.heading, last_.heading) && same(input.outer, last_.outer) && same(input.lead_in, last_.lead_in) &&
      same(input.previous, last_.previous)) {
    return last_scores_;
  }
  last_ = input;
  last_scores_.fill(0);
  for (std::size_t group = 0; group < word_group_count; ++group) {
    if (!TopicFeatures::is_own(group)) add_group(input, group, model, last_scores_);
  }
  found_.clear();
  features.add_surroundings(input, found_);
  model.add(found_, last_scores_);
  return last_scores_;
}

TopicScores WordScores::score(const TopicFeatures::Input& input, const TopicFeatures& features,
                              const TopicModel& model) {
  TopicScores scores = surroundings(input, features, model);
  for (std::size_t t = 0; t < topic_count; ++t) scores[t] += model.bias()[t];
  for (std::size_t group = 0; group < word_group_count; ++group) {
    if (TopicFeatures::is_own(group)) add_group(input, group, model, scores);
  }
  found_.clear();
  features.add_others(input, found_);
  model.add(found_, scores);
  return scores;
}

std::uint32_t next_serial() {
  static std::atomic<std::uint32_t> next = 1;
  return next++;
}

WordScores& word_scores_of(std::uint32_t model_serial) {
  // More than one lexicon has are those of lexicons gone by.
  constexpr std::size_t most_models = 8;
  thread_local std::unordered_map<std::uint32_t, WordScores> all;
  if (all.size() > most_models) all.clear();
  return all[model_serial];
}

}  // namespace clausula
