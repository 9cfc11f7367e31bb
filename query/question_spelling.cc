#include "query/question_spelling.h"

#include <algorithm>

#include "corpus/spelling.h"
#include "corpus/unicode.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

// Among short words every one is near another; two mistakes are believed of a long word only.
constexpr std::size_t shortest = 5;
constexpr std::size_t long_word = 10;

bool known_to_index(const QuestionText& question, std::size_t word, const Vocabulary& vocabulary) {
  for (std::size_t language = 1; language < question_language_count; ++language) {
    const Word& known = *question.tokens[language][word].word;
    for (const auto& [prefix, value] : {std::pair<std::string_view, std::string_view>{"", known.text},
                                        {prefix::stem, known.stem},
                                        {prefix::stem, known.folded},
                                        {prefix::folded, known.folded}}) {
      if (vocabulary.has(term(prefix, value))) return true;
    }
  }
  return false;
}

bool is_name(const QuestionText& question, std::size_t word) {
  const std::string_view surface = question.surface(word);
  return word > 0 && normalize(surface).substr(0, 1) != surface.substr(0, 1);
}

}  // namespace

std::vector<Correction> misspelt_words(const QuestionText& question, const QuestionLexicon& lexicon,
                                       const Vocabulary& vocabulary) {
  std::vector<Correction> corrections;
  const std::vector<bool> known = lexicon.known_words(question);
  for (std::size_t word = 0; word < question.size(); ++word) {
    const std::string typed = fold(question.surface(word));
    if (known[word] || typed.size() < shortest || is_name(question, word)) continue;
    if (question.tokens[0][word].word->kind != WordKind::word) continue;
    if (known_to_index(question, word, vocabulary) || nearest(typed, lexicon.party_names())) continue;
    const auto meant = nearest(typed, lexicon.words());
    if (!meant || *meant == typed) continue;
    const std::size_t most = typed.size() < long_word ? 1 : 2;
    if (edit_distance(typed, *meant, most) <= most)
      corrections.push_back({std::string(question.surface(word)), *meant});
  }
  return corrections;
}

std::string corrected(const QuestionText& question, const std::vector<Correction>& corrections) {
  std::string text;
  std::size_t done = 0;
  for (const Token& token : question.tokens[0]) {
    const std::string_view typed = std::string_view(question.text).substr(token.begin, token.end - token.begin);
    const auto correction = std::find_if(corrections.begin(), corrections.end(),
                                         [&](const Correction& other) { return other.typed == typed; });
    if (correction == corrections.end()) continue;
    text.append(question.text, done, token.begin - done).append(correction->meant);
    done = token.end;
  }
  return text.append(question.text, done);
}

}  // namespace clausula
