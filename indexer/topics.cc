#include "indexer/topics.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/lexicon.h"
#include "indexer/topic_evidence.h"
#include "indexer/topic_features.h"
#include "indexer/topic_model.h"
#include "indexer/word_scores.h"

namespace clausula {
namespace {

constexpr std::array<std::string_view, topic_count> names{
    "controller", "dpo",     "data",      "purposes",  "legal-basis", "recipients", "processors", "transfers",
    "retention",  "rights",  "consent",   "complaint", "required",    "profiling",  "sources",    "sensitive",
    "minors",     "cookies", "marketing", "payment",   "security",    "changes"};

// Tags below this score are not worth keeping.
constexpr double least_score = 0.1;
// Cues that are named with a tag.
constexpr std::size_t most_cues = 4;

std::string surface(const ClauseView& view, std::size_t first, std::size_t last) {
  return std::string(view.text.substr(view.tokens[first].begin, view.tokens[last].end - view.tokens[first].begin));
}

}  // namespace

std::string_view name_of(Topic topic) { return names[static_cast<std::size_t>(topic)]; }

std::optional<Topic> topic_of(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Topic>(found - names.begin());
}

// What serves one language.
struct TopicTagger::Model {
  struct Part {
    Part(const Lexicon& lexicon, Language language)
        : features(lexicon, language),
          model(lexicon.text("topic-weights." + std::string(code_of(language)) + ".tsv")) {}
    TopicFeatures features;
    TopicModel model;
    std::uint32_t serial = next_serial();  // tells models apart, also after one is gone
  };
  explicit Model(const Lexicon& lexicon) : dutch(lexicon, Language::dutch), latvian(lexicon, Language::latvian) {}
  const Part& of(Language language) const { return language == Language::latvian ? latvian : dutch; }

  Part dutch;
  Part latvian;
};

TopicTagger::TopicTagger(const Lexicon& lexicon) : model_(std::make_shared<const Model>(lexicon)) {}

namespace {

// The words that speak most for a topic: phrases of the lexicon first, then single words by their learnt weight.
std::vector<std::string> cues_of(const ClauseView& view, std::span<const TopicFeatures::Cue> cues,
                                 const TopicModel& model, WordScores& scores, Topic topic) {
  std::vector<std::string> found;
  const auto add = [&](std::string text) {
    if (found.size() < most_cues && std::find(found.begin(), found.end(), text) == found.end()) {
      found.push_back(std::move(text));
    }
  };
  for (const TopicFeatures::Cue& cue : cues) {
    if (cue.topic == name_of(topic)) add(surface(view, cue.first, cue.last));
  }
  std::vector<std::pair<float, std::size_t>> words;
  for (std::size_t i = 0; i < view.tokens.size(); ++i) {
    const float weight = scores.weight(*view.tokens[i].word, static_cast<std::size_t>(topic), model);
    if (weight > 0.5F) words.emplace_back(-weight, i);
  }
  std::sort(words.begin(), words.end());
  for (const auto& [weight, i] : words) add(surface(view, i, i));
  return found;
}

}  // namespace

std::vector<std::vector<TopicTag>> TopicTagger::tag(std::span<const ClauseView> clauses) const {
  std::vector<std::vector<TopicTag>> all(clauses.size());
  if (clauses.empty()) return all;
  const Model::Part& part = model_->of(clauses.front().language);
  WordScores& words = word_scores_of(part.serial);
  words.begin_policy();
  const auto evidence = evidence_of(
      clauses, [&](const TopicFeatures::Input& input) { return words.score(input, part.features, part.model); });
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    std::vector<TopicFeatures::Cue> cues;
    bool looked = false;
    for (std::size_t t = 0; t < topic_count; ++t) {
      const double score = part.model.probability(evidence[i], t);
      if (score < least_score) continue;
      TopicTag tag{static_cast<Topic>(t), score, {}};
      if (score >= tag_threshold) {
        if (!looked) cues = part.features.cues(clauses[i].tokens);
        looked = true;
        tag.cues = cues_of(clauses[i], cues, part.model, words, tag.topic);
      }
      all[i].push_back(std::move(tag));
    }
    std::stable_sort(all[i].begin(), all[i].end(),
                     [](const TopicTag& a, const TopicTag& b) { return a.score > b.score; });
  }
  return all;
}

}  // namespace clausula
