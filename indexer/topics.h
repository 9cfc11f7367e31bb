// Topics: what each clause says something about, with a score and the cues that gave it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/clause_view.h"

namespace clausula {

// The topics of a privacy policy, in the order of GDPR Article 13; names and references in lexicon/topics.tsv.
enum class Topic : unsigned char {
  controller,
  dpo,
  data,
  purposes,
  legal_basis,
  recipients,
  processors,
  transfers,
  retention,
  rights,
  consent,
  complaint,
  required,
  profiling,
  sources,
  sensitive,
  minors,
  cookies,
  marketing,
  payment,
  security,
  changes
};
inline constexpr int topic_count = 22;

// "legal-basis": the name used in files, fields and terms.
std::string_view name_of(Topic topic);
std::optional<Topic> topic_of(std::string_view name);

struct TopicTag {
  Topic topic{};
  double score = 0;               // probability that the clause is about the topic, 0 to 1
  std::vector<std::string> cues;  // words of the text, heading or lead-in that gave it, strongest first
};

// From this score on a clause counts as being about the topic.
inline constexpr double tag_threshold = 0.5;

class Lexicon;

// Only read once built: threads may share one.
class TopicTagger {
 public:
  // Compiles the lexicon's topic files. Throws InputError where one is wrong.
  explicit TopicTagger(const Lexicon& lexicon);

  // Tags for each clause of one policy, in the clauses' order; headings get those of what they announce.
  std::vector<std::vector<TopicTag>> tag(std::span<const ClauseView> clauses) const;

 private:
  struct Model;
  std::shared_ptr<const Model> model_;
};

}  // namespace clausula
