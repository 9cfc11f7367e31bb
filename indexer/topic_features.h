// What the topic model looks at in a clause: its words, their beginnings, middles and ends, the cues of the lexicon,
// the heading, the lead-in and the clause before.
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

// Features come as hashes of their names ("c:bewaa"); the value of each is what its group weighs divided by the root of
// the group's size, so that long and short clauses compare.
struct Feature {
  std::uint64_t hash = 0;
  float value = 0;
};

// FNV-1a of a feature's name.
std::uint64_t hash_of_feature(std::string_view name);

// A group of features that come from single words, so that what a word adds can be kept.
struct WordGroup {
  enum class Part { form, stem, pieces };
  std::string_view prefix;
  float weight;
  Part part;
  std::size_t shortest = 0;  // length of pieces, in characters
  std::size_t longest = 0;
};
inline constexpr std::size_t word_group_count = 9;

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

  // The same in two steps: the groups of single words, and everything else.
  static const WordGroup& word_group(std::size_t group);
  static std::span<const Token> tokens_of(const Input& input, std::size_t group);
  // Appends the features of one word in a group, with value 1.
  static void add_word(const Word& word, std::size_t group, std::vector<Feature>& features,
                       std::vector<std::string>* names = nullptr);
  // Of the clause's own words.
  static constexpr std::size_t form_group = 0;
  static constexpr std::size_t stem_group = 1;
  // Whether a group is of the clause itself, not of what stands over or before it.
  static bool is_own(std::size_t group);
  // Appends what is not of a single word. Of the clause itself: pairs, cues, kind, length and place.
  void add_others(const Input& input, std::vector<Feature>& features, std::vector<std::string>* names = nullptr) const;
  // Of its surroundings: the cues of heading and lead-in.
  void add_surroundings(const Input& input, std::vector<Feature>& features,
                        std::vector<std::string>* names = nullptr) const;

  // Indexes of the tokens that a cue was found in, and the cue's topic name, for explanation.
  struct Cue {
    std::string_view topic;
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Cue> cues(std::span<const Token> tokens) const;

 private:
  void add_cues(std::string_view group, std::span<const Token> tokens, float weight, std::vector<Feature>& features,
                std::vector<std::string>* names) const;

  std::unique_ptr<Analyzer> analyzer_;  // of the phrases
  PhraseMatcher matcher_;
  std::vector<std::string> cue_names_;  // by phrase id
  std::vector<std::string> cue_topics_;
};

}  // namespace clausula
