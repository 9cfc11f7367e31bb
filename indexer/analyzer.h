// Turns text into terms. The same analyzer serves indexing and querying.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/language.h"
#include "indexer/lexicon.h"
#include "indexer/stemmer.h"

namespace clausula {

enum class WordKind { word, number, email, url, article, duration };

// What several words say together, in one form for all languages: an article of the GDPR ("6.1.f"), a duration ("P2Y").
struct Unit {
  WordKind kind = WordKind::word;  // article or duration
  std::string value;
  std::uint32_t first = 0;  // index of the first and the last token, inclusive
  std::uint32_t last = 0;
};

// A part of a compound, in bytes of the *normalized* word.
struct CompoundPart {
  std::string stem;
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
};

// What is known of a word form, worked out once and shared by all its occurrences.
struct Word {
  std::string text;                 // normalized form; the exact term
  std::string stem;                 // stem of the form without its negation
  std::string folded;               // stem of the form without diacritics; weaker evidence, equal in all its forms
  std::vector<CompoundPart> parts;  // empty for a word that is no compound
  WordKind kind = WordKind::word;
  std::uint32_t serial = 0;  // tells words of all analyzers apart, also after one is gone; for caches
  bool negated = false;      // carries its own negation: Latvian ne- on a verb (nenododam)
  bool stop = false;         // says nothing by itself; negations are never stop words
  // For PhraseMatcher: which matchers have looked the word up, and in which of them it begins a phrase; a bit each.
  mutable std::uint64_t looked_up = 0;
  mutable std::uint64_t begins = 0;
};

// One occurrence. `begin` and `end` are bytes into the analyzed text; `position` counts words from 1.
struct Token {
  const Word* word = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
};

class CompoundSplitter;
class SplitVerbFinder;
class UnitFinder;
struct SplitVerb;

// Not thread-safe: one object a thread. A `Word` lives as long as the analyzer, or until `forget`.
class Analyzer {
 public:
  // Borrows the lexicon.
  explicit Analyzer(Language language, const Lexicon& lexicon = Lexicon::builtin());
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Replaces `tokens` by those of `text` (UTF-8).
  void analyze(std::string_view text, std::vector<Token>& tokens);

  // Replaces `found` by the particle verbs that stand apart in the text that `tokens` are of ("geven … door"). Dutch
  // only; none elsewhere.
  void split_verbs(std::string_view text, std::span<const Token> tokens, std::vector<SplitVerb>& found) const;

  // Replaces `found` by the articles of law and the durations in the text that `tokens` are of.
  void units(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found);

  // What is known of a single word form.
  const Word& word(std::string_view form);

  // Frees the words seen so far once they are more than `limit`; call between policies.
  void forget(std::size_t limit = 200'000);

  // Rises with each `forget` that freed words; whoever keeps `Word` pointers compares it.
  std::uint64_t generation() const { return generation_; }

  Language language() const { return language_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void describe(std::string_view surface, Word& word);

  Language language_;
  const Lexicon& lexicon_;
  std::unique_ptr<Stemmer> stemmer_;
  std::unique_ptr<CompoundSplitter> compounds_;   // Dutch only
  std::unique_ptr<SplitVerbFinder> split_verbs_;  // Dutch only
  std::unique_ptr<UnitFinder> units_;             // made at the first use: questions mostly have none
  std::unordered_set<std::string, Hash, std::equal_to<>> stop_words_;
  // Keyed by the form as it stands in the text, so that it is normalized once only.
  std::unordered_map<std::string, std::unique_ptr<Word>, Hash, std::equal_to<>> words_;
  std::uint64_t generation_ = 0;
};

// Names the analysis of all languages and what it knows, e.g. "words-2 dutch-1 latvian-2 porter2 lexicon-1f00a5c3";
// stored in the index, compared by readers.
std::string analyzer_id(const Lexicon& lexicon = Lexicon::builtin());

}  // namespace clausula
