#include "indexer/topic_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "corpus/error.h"

namespace clausula {
namespace {

constexpr std::string_view file_name = "topics.toml";

constexpr std::uint64_t fnv_basis = 14695981039346656037ULL;
constexpr std::uint64_t fnv_prime = 1099511628211ULL;

std::uint64_t extend(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  return hash;
}

// What each group of features weighs beside the others; found by cross-validation on the training set.
constexpr std::array<WordGroup, word_group_count> word_groups{{
    {"w:", 1.0F, WordGroup::Part::form},
    {"s:", 1.0F, WordGroup::Part::stem},
    {"c:", 1.2F, WordGroup::Part::pieces, 3, 5},
    {"h:", 0.7F, WordGroup::Part::stem},
    {"hc:", 0.6F, WordGroup::Part::pieces, 4, 5},
    {"o:", 0.3F, WordGroup::Part::stem},
    {"l:", 0.6F, WordGroup::Part::stem},
    {"lc:", 0.4F, WordGroup::Part::pieces, 4, 5},
    {"p:", 0.4F, WordGroup::Part::stem},
}};
constexpr std::size_t own_groups = 3;  // the first ones are of the clause itself
constexpr float pairs_weight = 0.7F;
constexpr float cues_weight = 1.5F;
constexpr float heading_cues_weight = 1.0F;
constexpr float lead_in_cues_weight = 0.8F;
constexpr float shape_weight = 0.2F;

// Adds features, group by group.
class Collector {
 public:
  Collector(std::vector<Feature>& features, std::vector<std::string>* names)
      : features_(features), names_(names), begin_(features.size()) {}

  void add(std::string_view group, std::string_view a, std::string_view b = {}) {
    std::uint64_t hash = extend(fnv_basis, group);
    hash = extend(hash, a);
    if (!b.empty()) hash = extend(extend(hash, " "), b);
    features_.push_back({hash, 1});
    if (names_) {
      std::string name(group);
      name.append(a);
      if (!b.empty()) name.append(" ").append(b);
      names_->push_back(std::move(name));
    }
  }

  // Ends a group: everything added since the last end shares `weight`.
  void end(float weight) {
    const std::size_t count = features_.size() - begin_;
    const float value = count == 0 ? 0 : weight / std::sqrt(static_cast<float>(count));
    for (std::size_t i = begin_; i < features_.size(); ++i) features_[i].value = value;
    begin_ = features_.size();
  }

 private:
  std::vector<Feature>& features_;
  std::vector<std::string>* names_;
  std::size_t begin_;
};

// Beginnings, middles and ends of a word, in characters: they carry over to forms and compounds that were never seen.
void add_pieces(Collector& collector, std::string_view group, std::string_view word, std::size_t shortest,
                std::size_t longest) {
  thread_local std::string padded;
  thread_local std::vector<std::size_t> starts;
  padded.assign("<").append(word).append(">");
  starts.clear();
  for (std::size_t i = 0; i < padded.size(); ++i) {
    if ((static_cast<unsigned char>(padded[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(padded.size());
  const std::size_t characters = starts.size() - 1;
  for (std::size_t length = shortest; length <= longest; ++length) {
    for (std::size_t i = 0; i + length <= characters; ++i) {
      collector.add(group, std::string_view(padded).substr(starts[i], starts[i + length] - starts[i]));
    }
  }
}

std::string_view bucket(std::size_t number, std::size_t step) {
  static constexpr std::string_view names[] = {"0", "1", "2", "3", "4", "5", "6"};
  return names[std::min<std::size_t>(number / step, 6)];
}

}  // namespace

std::uint64_t hash_of_feature(std::string_view name) { return extend(fnv_basis, name); }

TopicFeatures::TopicFeatures(const Lexicon& lexicon, Language language)
    : analyzer_(std::make_unique<Analyzer>(language, lexicon)), matcher_(*analyzer_) {
  for (const LexiconEntry& entry : lexicon.entries(file_name)) {
    for (const std::string& phrase : entry.list(code_of(language))) {
      try {
        matcher_.add(phrase, static_cast<std::uint32_t>(cue_names_.size()));
      } catch (const UsageError& error) {
        Lexicon::fail(file_name, entry, error.what());
      }
    }
    cue_names_.push_back(entry.id);
    cue_topics_.emplace_back(entry.value("topic"));
  }
}

TopicFeatures::~TopicFeatures() = default;

const WordGroup& TopicFeatures::word_group(std::size_t group) { return word_groups[group]; }

bool TopicFeatures::is_own(std::size_t group) { return group < own_groups; }

std::span<const Token> TopicFeatures::tokens_of(const Input& input, std::size_t group) {
  switch (word_groups[group].prefix.front()) {
    case 'h':
      return input.heading;
    case 'o':
      return input.outer;
    case 'l':
      return input.lead_in;
    case 'p':
      return input.previous;
    default:
      return input.text;
  }
}

void TopicFeatures::add_word(const Word& word, std::size_t group, std::vector<Feature>& features,
                             std::vector<std::string>* names) {
  const WordGroup& of = word_groups[group];
  Collector collector(features, names);
  switch (of.part) {
    case WordGroup::Part::form:
      collector.add(of.prefix, word.text);
      break;
    case WordGroup::Part::stem:
      // What is done and what is not done are two things, but only in the clause itself.
      collector.add(of.prefix == "s:" && word.negated ? "s:ne-" : of.prefix, word.stem);
      break;
    case WordGroup::Part::pieces:
      add_pieces(collector, of.prefix, word.text, of.shortest, of.longest);
      break;
  }
}

void TopicFeatures::add_cues(std::string_view group, std::span<const Token> tokens, float weight,
                             std::vector<Feature>& features, std::vector<std::string>* names) const {
  thread_local std::vector<PhraseMatcher::Match> matches;
  thread_local std::vector<bool> seen;
  Collector collector(features, names);
  matcher_.match(tokens, matches);
  seen.assign(cue_names_.size(), false);
  for (const auto& match : matches) {
    if (!seen[match.id]) collector.add(group, cue_names_[match.id]);
    seen[match.id] = true;
  }
  collector.end(weight);
}

void TopicFeatures::add_others(const Input& input, std::vector<Feature>& features,
                               std::vector<std::string>* names) const {
  Collector collector(features, names);
  for (std::size_t i = 1; i < input.text.size(); ++i) {
    collector.add("b:", input.text[i - 1].word->stem, input.text[i].word->stem);
  }
  collector.end(pairs_weight);
  collector.add("k:", name_of(input.kind));
  collector.add("n:", bucket(input.text.size(), 4));
  collector.add("i:", bucket(input.place, 1));
  collector.end(shape_weight);
  add_cues("q:", input.text, cues_weight, features, names);
}

void TopicFeatures::add_surroundings(const Input& input, std::vector<Feature>& features,
                                     std::vector<std::string>* names) const {
  add_cues("hq:", input.heading, heading_cues_weight, features, names);
  add_cues("lq:", input.lead_in, lead_in_cues_weight, features, names);
}

void TopicFeatures::extract(const Input& input, std::vector<Feature>& features, std::vector<std::string>* names) const {
  features.clear();
  if (names) names->clear();
  for (std::size_t group = 0; group < word_group_count; ++group) {
    Collector collector(features, names);
    for (const Token& token : tokens_of(input, group)) add_word(*token.word, group, features, names);
    collector.end(word_groups[group].weight);
  }
  add_others(input, features, names);
  add_surroundings(input, features, names);
}

std::vector<TopicFeatures::Cue> TopicFeatures::cues(std::span<const Token> tokens) const {
  std::vector<PhraseMatcher::Match> matches;
  matcher_.match(tokens, matches);
  std::vector<Cue> cues;
  for (const auto& match : matches) cues.push_back({cue_topics_[match.id], match.first, match.last});
  return cues;
}

}  // namespace clausula
