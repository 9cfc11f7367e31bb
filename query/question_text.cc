#include "query/question_text.h"

#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t latvian = 2;  // its place in question_languages
constexpr std::size_t shortest_negated = 5;

}  // namespace

QuestionAnalyzers::QuestionAnalyzers(const Lexicon& lexicon) {
  for (std::size_t i = 0; i < question_language_count; ++i) {
    analyzers_[i] = std::make_unique<Analyzer>(question_languages[i], lexicon);
  }
}

QuestionText analyze_question(std::string_view text, QuestionAnalyzers& analyzers) {
  QuestionText question;
  question.text = text;
  for (std::size_t i = 0; i < question_language_count; ++i) {
    Analyzer& analyzer = analyzers.at(i);
    analyzer.analyze(question.text, question.tokens[i]);
    question.folded[i] = question.tokens[i];
    for (Token& token : question.folded[i]) token.word = &analyzer.word(fold(token.word->text));
  }
  // Citations are read alike in all languages.
  analyzers.at(latvian).units(question.text, question.tokens[latvian], question.articles);
  std::erase_if(question.articles, [](const Unit& unit) { return unit.kind != WordKind::article; });
  question.affirmed = question.folded[latvian];
  for (Token& token : question.affirmed) {
    const std::string_view word = token.word->text;
    if (word.size() > shortest_negated && word.starts_with("ne"))
      token.word = &analyzers.at(latvian).word(word.substr(2));
  }
  return question;
}

}  // namespace clausula
