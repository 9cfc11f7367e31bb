#include "query/asked_data.h"

#include <algorithm>
#include <array>

#include "corpus/unicode.h"
#include "indexer/fact_terms.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

bool names(const Question& question, const LexiconEntry& entry) {
  return std::any_of(question.concepts.begin(), question.concepts.end(),
                     [&](const AskedConcept& asked) { return asked.entry == &entry; });
}

// The words for the data that a period is asked of, in Dutch and Latvian, as terms of text and heading: those of the
// concepts that the question names and, where `related`, of the others that facts call by the same name. Phrases of
// several words are left to the facts.
std::vector<std::string> data_terms(const Question& question, const Lexicon& lexicon, QuestionAnalyzers& analyzers,
                                    bool related) {
  const std::vector<std::string> data = question.data();
  const auto is_asked = [&](const std::string& what) {
    return std::find(data.begin(), data.end(), what) != data.end();
  };
  constexpr std::array<std::pair<std::string_view, std::size_t>, 4> lists{
      {{"nl", 1}, {"nl-law", 1}, {"lv", 2}, {"lv-law", 2}}};
  std::vector<std::string> terms;
  std::vector<Token> tokens;
  for (const LexiconEntry& entry : lexicon.entries("concepts.toml")) {
    const std::vector<std::string>& what = entry.list("what");
    if (std::none_of(what.begin(), what.end(), is_asked)) continue;
    if (!related && !names(question, entry)) continue;
    for (const auto& [list, language] : lists) {
      for (const std::string& phrase : entry.list(list)) {
        analyzers.at(language).analyze(phrase, tokens);
        if (tokens.size() != 1) continue;
        const Word& word = *tokens.front().word;
        terms.push_back(term(prefix::stem, word.stem));
        terms.push_back(term(prefix::heading_stem, word.stem));
        // Policies that are written without diacritics.
        if (word.folded != word.stem) terms.push_back(term(prefix::stem, word.folded));
      }
    }
  }
  return terms;
}

// The sentence, or of a table row the first cell, around a byte of the clause.
WordSpan statement_at(const StoredClause& clause, std::size_t place) {
  if (clause.kind == ClauseKind::row) return {0, std::min(clause.text.find_first_of("|\t"), clause.text.size())};
  for (const WordSpan& sentence : sentences(clause.text)) {
    if (place >= sentence.begin && place < sentence.end) return sentence;
  }
  return {};
}

std::size_t place_of(const Fact& fact, const StoredClause& clause) {
  for (const Evidence& evidence : fact.also) {
    if (evidence.clause == clause.number) return evidence.begin - std::min(clause.begin, evidence.begin);
  }
  return fact.evidence.begin - std::min(clause.begin, fact.evidence.begin);
}

// Whether the fact's sentence states a second period, so that its words may belong to that one.
bool states_other_period(const Fact& fact, const StoredClause& clause) {
  const WordSpan statement = statement_at(clause, place_of(fact, clause));
  return std::any_of(clause.facts.begin(), clause.facts.end(), [&](const Fact& other) {
    if (other.kind != FactKind::retention || other.evidence.begin == fact.evidence.begin) return false;
    const std::size_t place = place_of(other, clause);
    return place >= statement.begin && place < statement.end;
  });
}

std::unordered_set<std::string> stems_of(const std::vector<std::string>& terms) {
  std::unordered_set<std::string> stems;
  for (const std::string& term : terms) {
    if (term.starts_with(prefix::stem) && !term.starts_with(prefix::heading_stem)) stems.insert(term.substr(1));
  }
  return stems;
}

// Facts that say no more than that they are about the person's data.
bool is_general(std::string_view what) {
  return what == "other data" || what == "personal data" || what == "customer data";
}

}  // namespace

AskedData::AskedData(const Xapian::Database& database, const Question& question, const Lexicon& lexicon,
                     QuestionAnalyzers& analyzers)
    : database_(database), analyzers_(analyzers), data_(question.data()) {
  if (data_.empty()) return;
  terms_ = data_terms(question, lexicon, analyzers, true);
  related_ = stems_of(terms_);
  named_ = stems_of(data_terms(question, lexicon, analyzers, false));
  for (const std::string& what : data_) terms_.push_back(fact_start("retention-of") + what);
}

DocSet AskedData::clauses(const DocSet& documents) const {
  DocSet about;
  for (const std::string& term : terms_) {
    const DocSet having = those_with(database_, documents, term);
    about.insert(about.end(), having.begin(), having.end());
  }
  return sorted_once(std::move(about));
}

bool AskedData::concerns(const Fact& fact, const StoredClause& clause) const {
  if (data_.empty()) return true;
  const auto what = fact.detail("what");
  for (const std::string& name : data_) {
    if (what && what->find(name) != std::string_view::npos) return true;
  }
  // A fact names one kind of data at most: what else its sentence keeps as long, its words say.
  const bool specific = what && !is_general(*what);
  if (specific && states_other_period(fact, clause)) return false;
  const std::unordered_set<std::string>& wanted = specific ? named_ : related_;
  const WordSpan statement = statement_at(clause, place_of(fact, clause));
  std::vector<Token> tokens;
  analyzers_.at(clause.language == Language::latvian ? 2 : 1).analyze(clause.text, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    if (token.begin < statement.begin || token.begin >= statement.end) return false;
    const std::vector<CompoundPart>& parts = token.word->parts;
    return wanted.contains(token.word->stem) || (!parts.empty() && wanted.contains(parts.front().stem));
  });
}

}  // namespace clausula
