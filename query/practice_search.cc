#include "query/practice_search.h"

#include <algorithm>

#include "indexer/schema.h"
#include "query/distribution.h"
#include "query/ranking.h"

namespace clausula {
namespace {

class PracticeSearch {
 public:
  PracticeSearch(const Store& store, const PolicyTable& table, const QuestionLexicon& lexicon,
                 QuestionAnalyzers& analyzers, const Proofs& proofs, const PracticeOptions& options,
                 SearchResult& result)
      : store_(store),
        table_(table),
        lexicon_(lexicon),
        proofs_(proofs),
        options_(options),
        result_(result),
        data_(store.database(), result.question, lexicon.lexicon(), analyzers) {}

  DocSet run(const DocSet& universe) {
    const Xapian::Database& database = store_.database();
    const Question& question = result_.question;
    terms_ = practice_terms(database, question, lexicon_);
    const AnswerSets sets = find_answers(database, table_, question, terms_, universe, data_);
    result_.answers = AnswerCounts{sets.says.size(), sets.denies.size(), sets.partly.size(), sets.silent.size()};
    result_.exact = sets.exact;
    if (question.group == Group::numbers) {
      result_.distribution = distribution_of(table_, terms_, sets);
    }
    if (question.lacking) {
      result_.total = sets.silent.size();
      list(sets.silent, Answer::silent, {});
      return sets.silent;
    }
    list(sets.says, Answer::says, terms_.says);
    list(sets.denies, Answer::denies, terms_.denies);
    list(sets.partly, Answer::partly, terms_.partly);
    result_.total = sets.says.size() + sets.denies.size() + sets.partly.size();
    if (options_.silent) {
      result_.total += sets.silent.size();
      list(sets.silent, Answer::silent, {});
    }
    return unite(unite(sets.says, sets.denies), sets.partly);
  }

 private:
  void list(const DocSet& policies, Answer answer, const std::vector<std::string>& terms) {
    const std::size_t begin = result_.policies.size();
    for (const Xapian::docid document : by_id(policies)) {
      if (options_.limit != 0 && result_.policies.size() == options_.limit) break;
      FoundPolicy found;
      found.policy = decode_policy(store_.database().get_document(document).get_data());
      found.answer = answer;
      if (answer == Answer::silent) {
        found.why = why_silent(found.policy);
      } else {
        prove(answer, terms, found);
      }
      result_.policies.push_back(std::move(found));
    }
    std::stable_sort(result_.policies.begin() + static_cast<std::ptrdiff_t>(begin), result_.policies.end(),
                     [](const FoundPolicy& a, const FoundPolicy& b) { return a.score > b.score; });
  }

  // In one database they are already.
  DocSet by_id(DocSet policies) const {
    if (!store_.several()) return policies;
    std::sort(policies.begin(), policies.end(),
              [&](Xapian::docid a, Xapian::docid b) { return table_.id_of(a) < table_.id_of(b); });
    return policies;
  }

  double score_of(Answer answer, const FoundPolicy& found) const {
    switch (answer) {
      case Answer::says:
        return found.condition.empty() ? ranking::says : ranking::says_on_condition;
      case Answer::denies:
        return ranking::denies;
      case Answer::partly:
        return ranking::partly;
      case Answer::silent:
        return 0;
    }
    return 0;
  }

  // Facts that prove the answer: a name before a group, then what is said without a condition, then in the order of the
  // text.
  std::vector<const Fact*> proving(const StoredPolicy& policy, const std::vector<std::string>& terms) const {
    std::vector<const Fact*> facts;
    for (const Fact& fact : policy.facts) {
      if (is_one_of(fact, terms) && is_about_data(policy, fact)) facts.push_back(&fact);
    }
    std::stable_sort(facts.begin(), facts.end(), [](const Fact* a, const Fact* b) {
      const auto rank = [](const Fact* fact) {
        return std::pair(fact->kind == FactKind::recipient_category, fact->detail("condition").has_value());
      };
      return rank(a) < rank(b);
    });
    return facts;
  }

  bool is_about_data(const StoredPolicy& policy, const Fact& fact) const {
    if (result_.question.practice != Practice::period || data_.empty()) return true;
    const auto clause = store_.clause(versioned_id(policy.source), fact.evidence.clause);
    return clause && data_.concerns(fact, *clause);
  }

  void prove(Answer answer, const std::vector<std::string>& terms, FoundPolicy& found) const {
    std::vector<const Fact*> facts = proving(found.policy, terms);
    // What a clause is about only its words know: any of the stated periods is better than none.
    if (facts.empty()) {
      for (const Fact& fact : found.policy.facts) {
        if (is_one_of(fact, terms)) facts.push_back(&fact);
      }
    }
    if (!facts.empty()) found.condition = std::string(facts.front()->detail("condition").value_or(""));
    found.score = score_of(answer, found);
    std::vector<int> shown;
    for (const Fact* fact : facts) {
      if (shown.size() == ranking::clauses_a_policy) break;
      if (std::find(shown.begin(), shown.end(), fact->evidence.clause) != shown.end()) continue;
      shown.push_back(fact->evidence.clause);
      found.clauses.push_back(proofs_.of_fact(found.policy, *fact, found.score));
    }
    if (result_.question.practice == Practice::mention) {
      if (auto clause = proofs_.of_topics(found.policy, result_.question.topics))
        found.clauses.push_back(std::move(*clause));
    }
    const bool two_sided =
        result_.question.practice == Practice::sharing || result_.question.practice == Practice::fact;
    found.contradicts = two_sided && answer == Answer::says &&
                        std::any_of(found.policy.facts.begin(), found.policy.facts.end(),
                                    [&](const Fact& fact) { return is_one_of(fact, terms_.denies); });
  }

  std::string why_silent(const StoredPolicy& policy) const {
    const Question& question = result_.question;
    for (const Topic topic : question.topics) {
      if (std::find(policy.topics.begin(), policy.topics.end(), topic) == policy.topics.end()) {
        return "says nothing about " + std::string(name_of(topic));
      }
    }
    switch (question.practice) {
      case Practice::sharing: {
        const std::vector<std::string> none{term(prefix::category_denied, "third-parties")};
        const bool denies_all = std::any_of(policy.facts.begin(), policy.facts.end(),
                                            [&](const Fact& fact) { return is_one_of(fact, none); });
        return denies_all ? "says that third parties get no data, without this name"
                          : "speaks of recipients, without this one";
      }
      case Practice::period:
      case Practice::deadline:
        return "speaks of it, without such a period";
      case Practice::age:
        return "speaks of minors, without an age";
      default:
        return "speaks of the topic, without this";
    }
  }

  const Store& store_;
  const PolicyTable& table_;
  const QuestionLexicon& lexicon_;
  const Proofs& proofs_;
  const PracticeOptions& options_;
  SearchResult& result_;
  AskedData data_;
  PracticeTerms terms_;
};

}  // namespace

DocSet answer_practice(const Store& store, const PolicyTable& table, const QuestionLexicon& lexicon,
                       QuestionAnalyzers& analyzers, const Proofs& proofs, const DocSet& universe,
                       const PracticeOptions& options, SearchResult& result) {
  return PracticeSearch(store, table, lexicon, analyzers, proofs, options, result).run(universe);
}

}  // namespace clausula
