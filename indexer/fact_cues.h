// Helpers of the rules: the cues of a lexicon file by sentence, and what stands over a clause.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/durations.h"
#include "indexer/fact_rules.h"

namespace clausula {

using Cue = PhraseSet::Hit;

// The phrases of all lexicon files in a policy. A cue never crosses the end of a sentence.
class PolicyCues {
 public:
  PolicyCues(const PhraseSet& phrases, std::span<const ClauseView> clauses,
             std::span<const std::vector<SentenceView>> sentences);

 private:
  friend class Cues;
  struct File {
    std::vector<Cue> cues;
    std::vector<std::size_t> ends;  // into `cues`, by sentence of the policy; from 1
  };
  std::array<File, fact_lexicon_files.size()> files_;
  std::vector<std::size_t> first_sentences_;  // by clause, and the number of all
};

// Those of one lexicon file. Borrows the context; spans live as long as the context's cues.
class Cues {
 public:
  Cues(const FactContext& context, std::string_view file);

  std::span<const Cue> of(std::size_t clause) const;
  std::span<const Cue> of(std::size_t clause, std::size_t sentence) const;

 private:
  std::span<const Cue> between(std::size_t first_sentence, std::size_t end_sentence) const;

  const PolicyCues::File& file_;
  std::span<const std::size_t> first_sentences_;
};

// The cues of a concept; with `list`, of one of its lists only ("" for "nl").
bool has(std::span<const Cue> cues, std::string_view id);
bool has(std::span<const Cue> cues, std::string_view id, std::string_view list);

// Number of tokens between a cue and the tokens [first, last]; 0 where they touch or overlap.
std::size_t distance(const Cue& cue, std::size_t first, std::size_t last);

// The nearest cue of a concept to the tokens [first, last], or nullptr.
const Cue* nearest(std::span<const Cue> cues, std::string_view id, std::size_t first, std::size_t last);

// What stands over a clause, as clauses of their own: the lead-ins of an item or the header of a row, then the headings
// from the innermost out.
class Sections {
 public:
  explicit Sections(const FactContext& context);

  std::span<const std::size_t> over(std::size_t clause) const;
  // Only lead-ins and table headers.
  std::span<const std::size_t> introducing(std::size_t clause) const;

 private:
  struct Place {
    std::vector<std::size_t> clauses;
    std::size_t introducing = 0;  // how many of them are no headings
  };
  std::vector<Place> places_;
};

// Whether any of `clauses` has a cue of the concept.
bool has_over(const Cues& cues, std::span<const std::size_t> clauses, std::string_view id);

// Whether the row that a token stands in has a header whose cell over that token has a cue of the concept. Cells are
// told by "|", tabs and, where neither occurs, semicolons.
bool has_in_column(const FactContext& context, const Cues& cues, std::size_t clause, std::size_t token,
                   std::string_view id);

// Whether the tagger gives the clause that topic: it reads more than the words that the lexicon knows.
bool is_about(const FactContext& context, std::size_t clause, Topic topic);

// Whether the tagger gives it one of `others`, and none of `topics`.
bool is_only_about(const FactContext& context, std::size_t clause, std::initializer_list<Topic> others,
                   std::initializer_list<Topic> topics);

// Whether a word is written without small letters: "AP" is an authority's short name, "ap" is none.
bool in_capitals(const ClauseView& view, std::size_t token);

// Calls `read(clause, sentence)` for every sentence of the shop's own clauses.
template <typename Read>
void for_each_sentence(const FactContext& context, Read read) {
  for (std::size_t clause = 0; clause < context.clauses.size(); ++clause) {
    if (!context.speakers[clause].empty()) continue;
    for (std::size_t sentence = 0; sentence < context.sentences[clause].size(); ++sentence) read(clause, sentence);
  }
}

// The durations of a sentence; tokens are counted from the beginning of the clause.
std::vector<DurationSpan> durations_of(const FactContext& context, const Cues& cues, std::size_t clause,
                                       std::size_t sentence);

// A fact with its first statement.
Fact make_fact(FactKind kind, std::string_view value, const Evidence& evidence);

// Adds `fact`, or its statement to an equal one: same kind, value and, where `key` is named, detail of that key.
void add_fact(std::vector<Fact>& facts, Fact fact, std::string_view key = {});

}  // namespace clausula
