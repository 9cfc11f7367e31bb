// What the rules of each kind of fact share: one function a kind, all of them called by FactExtractor.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/clause_view.h"
#include "indexer/facts.h"
#include "indexer/lexicon.h"
#include "indexer/phrases.h"

namespace clausula {

class PartyTable;
class PolicyCues;

// The lexicon files that rules read by `Cues`; a rule that needs another adds it here.
inline constexpr auto fact_lexicon_files = std::to_array<std::string_view>(
    {"ages.toml", "authorities.toml", "categories.toml", "controllers.toml", "dates.toml", "deadlines.toml",
     "durations.toml", "legal-bases.toml", "negation.toml", "not-parties.toml", "recipient-words.toml",
     "retained-data.toml", "retention.toml", "rights.toml", "sharing.toml", "speakers.toml", "transfers.toml"});

// Place in `fact_lexicon_files`; throws UsageError for a file that is not there.
std::size_t fact_lexicon_file(std::string_view name);

// Those files, compiled for one language: the lists "nl", and "nl-NAME" of every entry. All in one matcher, so that a
// text is walked once.
class PhraseSet {
 public:
  struct Hit {
    const LexiconEntry* entry = nullptr;
    std::string_view list;  // "" for "nl", "NAME" for "nl-NAME"
    std::size_t first = 0;  // index of the first and the last token of the clause, inclusive
    std::size_t last = 0;
    std::size_t file = 0;  // place in `fact_lexicon_files`
  };

  PhraseSet(const Lexicon& lexicon, Analyzer& analyzer);

  // Every phrase at every place, by first token. Replaces `hits`.
  void match(std::span<const Token> tokens, std::vector<Hit>& hits) const;

 private:
  struct Source {
    const LexiconEntry* entry;
    std::string_view list;
    std::size_t file;
  };
  PhraseMatcher matcher_;
  std::vector<Source> sources_;  // by id of the matcher
};

// What rules know of Dutch and Latvian. Compiled once, then only read: fit for several threads.
class FactPhrases {
 public:
  explicit FactPhrases(const Lexicon& lexicon);
  ~FactPhrases();

  // Any language but Latvian reads the Dutch lists.
  const PhraseSet& of(Language language) const;

  // The organisations of parties.toml, their names as the language inflects them.
  const PartyTable& parties(Language language) const;

 private:
  // Dutch and Latvian.
  std::array<std::unique_ptr<Analyzer>, 2> analyzers_;
  std::array<std::unique_ptr<const PhraseSet>, 2> sets_;
  std::array<std::unique_ptr<const PartyTable>, 2> parties_;
};

// A sentence of a clause: its tokens and its bytes in ClauseView::text, both half-open.
struct SentenceView {
  std::size_t first_token = 0;
  std::size_t end_token = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The sentences of each clause.
std::vector<std::vector<SentenceView>> sentences_of(std::span<const ClauseView> clauses);

// One policy, as the rules see it. Everything is borrowed for the duration of the call.
struct FactContext {
  const Policy& policy;
  Language language = Language::other;  // of the policy
  std::span<const ClauseView> clauses;
  std::span<const std::vector<TopicTag>> tags;           // by clause
  std::span<const std::vector<SentenceView>> sentences;  // by clause; never empty for a clause with words
  // By clause: name of the party that speaks there, where another one's whole notice is pasted in; else empty.
  // Such clauses state no facts of the shop's.
  std::span<const std::string> speakers;
  const Lexicon& lexicon;
  const FactPhrases& phrases;
  const PolicyCues& cues;

  const Clause& clause(std::size_t index) const { return *clauses[index].clause; }
  // Topic score of a clause, 0 where the tagger gave none.
  double score(std::size_t index, Topic topic) const;
  // Evidence for bytes [begin, end) of a clause's text.
  Evidence evidence(std::size_t index, std::size_t begin, std::size_t end) const;
  // Evidence for a range of a clause's tokens, both inclusive.
  Evidence evidence_of_tokens(std::size_t index, std::size_t first, std::size_t last) const;
};

// Each appends the facts of its kind, one a statement, in the order of the text; equal ones are merged afterwards.
void extract_recipients(const FactContext& context, std::vector<Fact>& facts);  // and recipient categories
void extract_retention(const FactContext& context, std::vector<Fact>& facts);
void extract_minimum_age(const FactContext& context, std::vector<Fact>& facts);
void extract_right(const FactContext& context, std::vector<Fact>& facts);
void extract_legal_basis(const FactContext& context, std::vector<Fact>& facts);
void extract_transfer(const FactContext& context, std::vector<Fact>& facts);
void extract_authority(const FactContext& context, std::vector<Fact>& facts);
void extract_controller(const FactContext& context, std::vector<Fact>& facts);
void extract_deadline(const FactContext& context, std::vector<Fact>& facts);
void extract_effective_date(const FactContext& context, std::vector<Fact>& facts);

}  // namespace clausula
