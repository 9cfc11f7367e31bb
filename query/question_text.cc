#include "query/question_text.h"

#include "corpus/unicode.h"

namespace clausula {

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
  return question;
}

}  // namespace clausula
