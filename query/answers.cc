#include "query/answers.h"

#include <algorithm>
#include <array>

#include "corpus/unicode.h"
#include "indexer/document.h"
#include "indexer/fact_terms.h"
#include "indexer/schema.h"
#include "query/ranking.h"

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

// Facts that say no more than that they are about the person's data.
bool is_general(std::string_view what) {
  return what == "other data" || what == "personal data" || what == "customer data";
}

}  // namespace

bool concerns_data(const Question& question, const Fact& fact, const StoredClause& clause, const Lexicon& lexicon,
                   QuestionAnalyzers& analyzers) {
  const std::vector<std::string> data = question.data();
  if (data.empty()) return true;
  const auto what = fact.detail("what");
  for (const std::string& name : data) {
    if (what && what->find(name) != std::string_view::npos) return true;
  }
  // A fact names one kind of data at most: what else its sentence keeps as long, its words say.
  const bool specific = what && !is_general(*what);
  if (specific && states_other_period(fact, clause)) return false;
  MarkedWords wanted;
  for (const std::string& stem : data_terms(question, lexicon, analyzers, !specific)) {
    if (stem.starts_with(prefix::stem) && !stem.starts_with(prefix::heading_stem)) wanted.stems.insert(stem.substr(1));
  }
  std::vector<Token> tokens;
  analyzers.at(clause.language == Language::latvian ? 2 : 1).analyze(clause.text, tokens);
  const WordSpan statement = statement_at(clause, place_of(fact, clause));
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    if (token.begin < statement.begin || token.begin >= statement.end) return false;
    const std::vector<CompoundPart>& parts = token.word->parts;
    return wanted.stems.contains(token.word->stem) || (!parts.empty() && wanted.stems.contains(parts.front().stem));
  });
}

namespace {

class AnswerFinder {
 public:
  AnswerFinder(const Xapian::Database& database, const PolicyTable& table, const Question& question,
               const DocSet& universe, const Lexicon& lexicon, QuestionAnalyzers& analyzers)
      : database_(database),
        table_(table),
        question_(question),
        universe_(universe),
        lexicon_(lexicon),
        analyzers_(analyzers) {}

  AnswerSets find(const PracticeTerms& terms) {
    const bool by_data = question_.practice == Practice::period && !question_.data().empty();
    if (by_data) {
      std::vector<std::string> data = data_terms(question_, lexicon_, analyzers_, true);
      for (const std::string& what : question_.data()) data.push_back(fact_start("retention-of") + what);
      about_data_ = subtract(docs_with_any(database_, data), table_.all());
    }
    const auto policies = [&](const std::vector<std::string>& with) {
      return by_data ? by_clauses(with) : intersect(universe_, docs_with_any(database_, with));
    };
    answers_.says = policies(terms.says);
    answers_.denies = policies(terms.denies);
    // One longer period is enough to deny that nothing is kept so long.
    if (question_.throughout) answers_.says = subtract(answers_.says, answers_.denies);
    answers_.denies = subtract(answers_.denies, answers_.says);
    // Another period of other data is no contradiction.
    if (question_.practice == Practice::period && !by_data && !question_.throughout) answers_.denies.clear();
    answers_.partly = subtract(subtract(policies(terms.partly), answers_.says), answers_.denies);
    answers_.silent = subtract(subtract(subtract(universe_, answers_.says), answers_.denies), answers_.partly);
    return std::move(answers_);
  }

 private:
  // The policies with a clause that states one of the periods for the data that were asked for.
  DocSet by_clauses(const std::vector<std::string>& terms) {
    DocSet clauses = intersect(about_data_, docs_with_any(database_, terms));
    if (clauses.size() <= ranking::most_verified) {
      std::erase_if(clauses, [&](Xapian::docid clause) { return !verify(clause, terms); });
    } else {
      answers_.exact = false;
    }
    answers_.proofs = unite(answers_.proofs, clauses);
    return intersect(universe_, table_.policies_of(clauses));
  }

  bool verify(Xapian::docid document, const std::vector<std::string>& terms) {
    const StoredClause clause = decode_clause(database_.get_document(document).get_data());
    return std::any_of(clause.facts.begin(), clause.facts.end(), [&](const Fact& fact) {
      return is_one_of(fact, terms) && concerns_data(question_, fact, clause, lexicon_, analyzers_);
    });
  }

  const Xapian::Database& database_;
  const PolicyTable& table_;
  const Question& question_;
  const DocSet& universe_;
  const Lexicon& lexicon_;
  QuestionAnalyzers& analyzers_;
  DocSet about_data_;
  AnswerSets answers_;
};

}  // namespace

AnswerSets find_answers(const Xapian::Database& database, const PolicyTable& table, const Question& question,
                        const PracticeTerms& terms, const DocSet& universe, const Lexicon& lexicon,
                        QuestionAnalyzers& analyzers) {
  return AnswerFinder(database, table, question, universe, lexicon, analyzers).find(terms);
}

}  // namespace clausula
