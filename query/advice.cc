#include "query/advice.h"

#include <algorithm>

#include "corpus/spelling.h"
#include "corpus/unicode.h"
#include "indexer/schema.h"
#include "query/asked_parties.h"

namespace clausula {
namespace {

// Words of the index that begin as `word` does and are nearly it.
std::optional<std::string> nearest_word(const Xapian::Database& database, const std::string& word) {
  if (word.size() < 4) return std::nullopt;
  std::vector<std::string> candidates;
  const std::string beginning = word.substr(0, 2);
  for (auto it = database.allterms_begin(beginning); it != database.allterms_end(beginning); ++it)
    candidates.push_back(*it);
  return nearest(word, candidates);
}

void advise_words(const Question& question, const Xapian::Database& database, std::vector<std::string>& advice) {
  for (const std::size_t word : question.words) {
    const std::string surface(question.text.surface(word));
    if (database.term_exists(term("", normalize(surface)))) continue;
    std::string line = "no policy has the word '" + surface + "'";
    if (const auto meant = nearest_word(database, normalize(surface))) line += "; did you mean " + *meant + "?";
    advice.push_back(std::move(line));
  }
}

}  // namespace

std::vector<std::string> advise(const SearchResult& result, const Vocabulary& vocabulary, const QuestionReader& reader,
                                const Xapian::Database& database) {
  const Question& question = result.question;
  std::vector<std::string> advice;
  for (const AskedParty& party : question.parties) {
    if (vocabulary.has(term(prefix::recipient, party.value)) || vocabulary.has(term(prefix::denied, party.value)))
      continue;
    std::string line = "no policy names '" + party.name + "'";
    std::vector<std::string> names = vocabulary.recipients();
    if (const auto meant = nearest(party.value, names))
      line += "; did you mean " + party_named(*meant, reader.lexicon()).name + "?";
    advice.push_back(std::move(line));
  }
  advise_words(question, database, advice);
  if (!question.languages.empty() || !question.countries.empty()) {
    advice.emplace_back("only some policies were asked; leave out the language or country to ask all");
  }
  if (!result.conditions.empty())
    advice.push_back("nothing fits all of: " + result.conditions + "; leave out one of them");
  if (question.practice != Practice::none && !question.lacking && result.answers) {
    advice.push_back(std::to_string(result.answers->silent) +
                     " policies are silent about it; --silent lists them and says why");
  }
  if (advice.empty()) advice.emplace_back("try fewer words, or a topic: clausula-query topics lists them");
  return advice;
}

}  // namespace clausula
