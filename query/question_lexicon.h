// What the lexicon knows of the words of a question: ways of asking, concepts, topics, parties and numbers.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/lexicon.h"
#include "indexer/phrases.h"
#include "query/question_text.h"

namespace clausula {

enum class MeaningKind { pattern, concept_, topic, party, number, unit };

// A meaning of some words: an entry of questions.toml, concepts.toml, topic-names.toml, parties.toml or durations.toml.
struct Meaning {
  MeaningKind kind = MeaningKind::pattern;
  const LexiconEntry* entry = nullptr;  // borrowed from the lexicon

  std::string_view role() const { return kind == MeaningKind::pattern ? entry->value("role") : std::string_view(); }
};

// Words of a question with one meaning. A phrase with a gap ("geven .. door") holds its first and its last word only.
struct Reading {
  Meaning meaning;
  std::size_t first = 0;
  std::size_t last = 0;
  bool gap = false;
  bool negated = false;      // a Latvian verb with ne-
  std::size_t language = 0;  // index into question_languages
  bool inner = false;        // a concept that a longer one has in it

  bool covers(std::size_t word) const { return gap ? word == first || word == last : word >= first && word <= last; }
  std::size_t words() const { return gap ? 2 : last - first + 1; }
};

// Not thread-safe: borrows analyzers, and learns the names of parties as questions need them.
class QuestionLexicon {
 public:
  // Throws InputError where an entry is wrong.
  QuestionLexicon(const Lexicon& lexicon, QuestionAnalyzers& analyzers);

  // The readings of a question, by first word. Of overlapping ones the longest is kept, all of them where they cover
  // the same words. Those of a language that the question does not seem to be in are left out: Latvian "no" is no
  // English "no". Without `fillers` words like "data" mean what they mean elsewhere.
  std::vector<Reading> read(const QuestionText& question, bool fillers) const;

  // Which words of a question some phrase has, in whatever language, or are no more than a link between others.
  std::vector<bool> known_words(const QuestionText& question) const;
  // All words of phrases, folded.
  const std::vector<std::string>& words() const { return words_; }

  // The entry of a party by its folded name, product or table name; null where there is none.
  const LexiconEntry* party(std::string_view folded) const;
  // All names of parties, folded.
  const std::vector<std::string>& party_names() const { return party_names_; }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  void add_file(std::string_view file, MeaningKind kind);
  void add(const Meaning& meaning, std::size_t language, std::string_view phrase);
  void add_party(const LexiconEntry& entry, std::string_view folded) const;
  void collect_parties();
  void learn_parties(const QuestionText& question) const;
  std::vector<Reading> all_readings(const QuestionText& question) const;
  void add_compounds(const QuestionText& question, std::vector<Reading>& readings) const;

  const Lexicon& lexicon_;
  QuestionAnalyzers& analyzers_;
  mutable std::vector<std::pair<Meaning, bool>> phrases_;  // by phrase id: what it means, and whether it has a gap
  // For words without diacritics, and, in Latvian, for words as they are: its stems and negations hang on diacritics.
  std::array<std::unique_ptr<PhraseMatcher>, question_language_count> matchers_;
  std::unique_ptr<PhraseMatcher> exact_latvian_;
  std::unordered_map<std::string, const LexiconEntry*> parties_;
  std::vector<std::string> party_names_;
  // Names that no matcher has yet, by their first letter. Most of the lexicon's words are names, and of most letters no
  // word of a question begins with.
  struct WaitingParty {
    const LexiconEntry* entry = nullptr;
    std::string folded;
  };
  mutable std::map<char, std::vector<WaitingParty>> waiting_;
  std::vector<std::string> words_;
};

}  // namespace clausula
