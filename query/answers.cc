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
  // The policies with a clause that states one of the periods for the data that were asked for.
  DocSet by_clauses(const std::vector<std::string>& terms) {
    DocSet clauses = data_.clauses(subtract(docs_with_any(database_, terms), table_.all()));
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
