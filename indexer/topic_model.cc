#include "indexer/topic_model.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <string>

#include "corpus/error.h"

namespace clausula {
namespace {

// Reads the weights file line by line.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool next_line() {
    if (text_.empty()) return false;
    const std::size_t end = std::min(text_.find('\n'), text_.size());
    line_ = text_.substr(0, end);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    ++number_;
    return true;
  }

  bool at_end() const { return line_.empty(); }
  std::string_view line() const { return line_; }

  // Up to the next tab.
  std::string_view field() {
    const std::size_t end = std::min(line_.find('\t'), line_.size());
    const std::string_view result = line_.substr(0, end);
    line_.remove_prefix(std::min(end + 1, line_.size()));
    return result;
  }

  Topic topic(std::string_view name) const {
    const auto found = topic_of(name);
    if (!found) fail("unknown topic '" + std::string(name) + "'");
    return *found;
  }

  double number(std::string_view text) const {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) fail("'" + std::string(text) + "' is no number");
    return value;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw InputError("lexicon topic-weights:" + std::to_string(number_) + ": " + what);
  }

 private:
  std::string_view text_;
  std::string_view line_;
  unsigned number_ = 0;
};

}  // namespace

std::array<double, evidence_inputs> evidence_vector(const TopicEvidence& evidence, std::size_t topic) {
  std::array<double, evidence_inputs> inputs{};
  inputs[0] = evidence.own[topic];
  inputs[1] = evidence.sentence[topic];
  inputs[2] = evidence.previous[topic];
  inputs[3] = evidence.next[topic];
  inputs[4] = evidence.lead_in[topic];
  inputs[5] = evidence.heading[topic];
  float best = absent_score;
  for (std::size_t i = 0; i < topic_count; ++i) {
    if (i != topic) best = std::max(best, evidence.own[i]);
  }
  inputs[6] = evidence.own[topic] - best;
  inputs[7] = std::max(evidence.own[topic], evidence.sentence[topic]);
  for (std::size_t i = 0; i < topic_count; ++i) {
    inputs[8 + i] = i == topic ? 0 : std::max(-2.0F, evidence.own[i]);
  }
  for (double& input : inputs) input = std::clamp(input, -6.0, 6.0);
  return inputs;
}

TopicModel::TopicModel(std::string_view text) {
  Reader reader(text);
  std::vector<std::uint64_t> features;
  while (reader.next_line()) {
    if (reader.at_end() || reader.line().starts_with('#')) continue;
    const std::string_view name = reader.field();
    if (name == "@bias") {
      const Topic topic = reader.topic(reader.field());
      bias_[static_cast<std::size_t>(topic)] = static_cast<float>(reader.number(reader.field()));
    } else if (name == "@second") {
      auto& weights = second_[static_cast<std::size_t>(reader.topic(reader.field()))];
      for (double& weight : weights) weight = reader.number(reader.field());
    } else {
      features.push_back(hash_of_feature(name));
      TopicScores& scores = weights_.emplace_back();
      scores.fill(0);
      while (!reader.at_end()) {
        const std::string_view pair = reader.field();
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos) reader.fail("'" + std::string(pair) + "' is not topic:weight");
        scores[static_cast<std::size_t>(reader.topic(pair.substr(0, colon)))] =
            static_cast<float>(reader.number(pair.substr(colon + 1)));
      }
    }
  }
  index_rows(features);
}

void TopicModel::index_rows(const std::vector<std::uint64_t>& features) {
  slots_.resize(std::bit_ceil(2 * features.size() + 1));
  for (std::size_t row = 0; row < features.size(); ++row) {
    std::size_t at = features[row] & (slots_.size() - 1);
    while (slots_[at].used && slots_[at].feature != features[row]) at = (at + 1) & (slots_.size() - 1);
    if (!slots_[at].used) slots_[at] = {features[row], static_cast<std::uint32_t>(row), true};
  }
}

const TopicScores* TopicModel::find(std::uint64_t feature) const {
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at].used; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].feature == feature) return &weights_[slots_[at].row];
  }
  return nullptr;
}

TopicScores TopicModel::score(std::span<const Feature> features) const {
  TopicScores scores = bias_;
  add(features, scores);
  return scores;
}

void TopicModel::add(std::span<const Feature> features, TopicScores& scores) const {
  for (const Feature& feature : features) {
    const TopicScores* weights = find(feature.hash);
    if (weights == nullptr) continue;
    for (std::size_t i = 0; i < topic_count; ++i) scores[i] += feature.value * (*weights)[i];
  }
}

double TopicModel::probability(const TopicEvidence& evidence, std::size_t topic) const {
  const auto inputs = evidence_vector(evidence, topic);
  const auto& weights = second_[topic];
  double odds = weights.back();
  for (std::size_t i = 0; i < inputs.size(); ++i) odds += weights[i] * inputs[i];
  return 1 / (1 + std::exp(-odds));
}

}  // namespace clausula
