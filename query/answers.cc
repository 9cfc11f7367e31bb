#include "query/answers.h"

#include <algorithm>

#include "indexer/fact_terms.h"
#include "indexer/schema.h"
#include "query/ranking.h"

namespace clausula {
namespace {

class AnswerFinder {
 public:
  AnswerFinder(const Xapian::Database& database, const PolicyTable& table, const Question& question,
               const DocSet& universe, const AskedData& data)
      : database_(database), table_(table), question_(question), universe_(universe), data_(data) {}

  AnswerSets find(const PracticeTerms& terms) {
    const bool by_data = question_.practice == Practice::period && !data_.empty();
    if (by_data) find_clauses(terms);
    const auto policies = [&](const std::vector<std::string>& with) {
      return by_data ? by_clauses(with) : intersect(universe_, table_.with_any(with));
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
  // The clauses that state a period and, as far as their words tell, of the data that were asked for.
  void find_clauses(const PracticeTerms& terms) {
    DocSet stating;
    for (const auto* side : {&terms.says, &terms.denies, &terms.partly}) {
      for (const std::string& term : *side) {
        const DocSet& having = answers_.proofs.emplace(term, docs_with(database_, term)).first->second;
        stating.insert(stating.end(), having.begin(), having.end());
      }
    }
    const DocSet about = data_.clauses(subtract(sorted_once(std::move(stating)), table_.all()));
    for (auto& [term, clauses] : answers_.proofs) clauses = intersect(about, clauses);
  }

  // The policies of these clauses, as far as the facts agree; only those that do are left as proofs.
  DocSet by_clauses(const std::vector<std::string>& terms) {
    DocSet clauses;
    for (const std::string& term : terms) {
      const DocSet& stating = answers_.proofs[term];
      clauses.insert(clauses.end(), stating.begin(), stating.end());
    }
    clauses = sorted_once(std::move(clauses));
    if (clauses.size() <= ranking::most_verified) {
      std::erase_if(clauses, [&](Xapian::docid clause) { return !verify(clause, terms); });
      for (const std::string& term : terms) answers_.proofs[term] = intersect(answers_.proofs[term], clauses);
    } else {
      answers_.exact = false;
    }
    return intersect(universe_, table_.policies_of(clauses));
  }

  bool verify(Xapian::docid document, const std::vector<std::string>& terms) {
    const StoredClause clause = decode_clause(database_.get_document(document).get_data());
    return std::any_of(clause.facts.begin(), clause.facts.end(),
                       [&](const Fact& fact) { return is_one_of(fact, terms) && data_.concerns(fact, clause); });
  }

  const Xapian::Database& database_;
  const PolicyTable& table_;
  const Question& question_;
  const DocSet& universe_;
  const AskedData& data_;
  AnswerSets answers_;
};

}  // namespace

AnswerSets find_answers(const Xapian::Database& database, const PolicyTable& table, const Question& question,
                        const PracticeTerms& terms, const DocSet& universe, const AskedData& data) {
  return AnswerFinder(database, table, question, universe, data).find(terms);
}

}  // namespace clausula
