// What the topic model looks at in a clause: its words, their beginnings, middles and ends, the cues of the lexicon, the
// heading, the lead-in and the clause before.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/clause_view.h"
#include "indexer/lexicon.h"
#include "indexer/phrases.h"

namespace clausula {

// Features come as hashes of their names ("c:bewaa"); the value of each is what its group weighs divided by the root of the
// group's size, so that long and short clauses compare.
struct Feature {
  std::uint64_t hash = 0;
  float value = 0;
};

// FNV-1a of a feature's name.
std::uint64_t hash_of_feature(std::string_view name);

// Only read once built: threads may share one.
class TopicFeatures {
 public:
  // Compiles the cues of topics.toml for the language. Throws InputError where a phrase is wrong.
  TopicFeatures(const Lexicon& lexicon, Language language);
  ~TopicFeatures();

  // What of a clause is looked at.
  struct Input {
    std::span<const Token> text;
    std::span<const Token> heading;   // innermost heading
    std::span<const Token> outer;     // the headings around it
    std::span<const Token> lead_in;   // of an item; header of a table row
    std::span<const Token> previous;  // the clause before, under the same heading
    ClauseKind kind = ClauseKind::paragraph;
    std::size_t place = 0;  // number of clauses before it in the policy
  };
  // Replaces `features`. Where `names` is given, it gets the name of each.
  void extract(const Input& input, std::vector<Feature>& features, std::vector<std::string>* names = nullptr) const;

  // Indexes of the tokens that a cue was found in, and the cue's topic name, for explanation.
  struct Cue {
    std::string_view topic;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Cue> cues(std::span<const Token> tokens) const;

 private:
  std::unique_ptr<Analyzer> analyzer_;  // of the phrases
  PhraseMatcher matcher_;
  std::vector<std::string> cue_names_;   // by phrase id
  std::vector<std::string> cue_topics_;
};

}  // namespace clausula
