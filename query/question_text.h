// A question cut into words and analyzed in each of the languages that it may be asked in, or mix.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/lexicon.h"

namespace clausula {

inline constexpr std::array question_languages{Language::english, Language::dutch, Language::latvian};
inline constexpr std::size_t question_language_count = question_languages.size();

// The analyzers that questions need. Not thread-safe, as `Analyzer`.
class QuestionAnalyzers {
 public:
  explicit QuestionAnalyzers(const Lexicon& lexicon);
  Analyzer& at(std::size_t language) { return *analyzers_[language]; }

 private:
  std::array<std::unique_ptr<Analyzer>, question_language_count> analyzers_;
};

// Borrows words from the analyzers that it was made with.
struct QuestionText {
  std::string text;
  // The same words in each language, as they were typed, and without diacritics: people leave them out.
  std::array<std::vector<Token>, question_language_count> tokens;
  std::array<std::vector<Token>, question_language_count> folded;
  // Latvian words that begin with ne-, without it and without diacritics: where the verb behind it was typed without
  // diacritics, its negation is not known from the word. Other words as in `folded`.
  std::vector<Token> affirmed;
  // Articles of the GDPR that it cites.
  std::vector<Unit> articles;

  std::size_t size() const { return tokens[0].size(); }
  std::string_view surface(std::size_t word) const {
    const Token& token = tokens[0][word];
    return std::string_view(text).substr(token.begin, token.end - token.begin);
  }
  // Whether the word says nothing by itself in `language`.
  bool stop(std::size_t word, std::size_t language) const { return tokens[language][word].word->stop; }
};

QuestionText analyze_question(std::string_view text, QuestionAnalyzers& analyzers);

}  // namespace clausula
