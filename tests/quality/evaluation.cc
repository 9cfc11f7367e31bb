#include "tests/quality/evaluation.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "indexer/index_writer.h"

namespace clausula {
namespace {

constexpr std::size_t depth = 10;
constexpr double poor_ranking = 0.9;  // is listed among the failures

std::string rounded(double value) {
  std::ostringstream text;
  text.precision(3);
  text << value;
  return text.str();
}

class Evaluation {
 public:
  Evaluation(const std::filesystem::path& corpus, const std::filesystem::path& index)
      : gold_(read_gold(corpus)),
        store_({index.string()}),
        clausula_(store_),
        policies_(corpus, PlainXapian::Unit::policy),
        clauses_(corpus, PlainXapian::Unit::clause) {
    for (const StoredPolicy& policy : store_.policies()) {
      indexed_.emplace(versioned_id(policy.source), as_indexed(policy, store_.clauses(policy)));
    }
  }

  void ask(const JudgedQuestion& question) {
    ++figures_.questions;
    question_ = &question;
    judged_.clear();
    for (const GoldPolicy& policy : gold_) {
      if (question.judgment.concerns(policy)) judged_.emplace(policy.id, question.judgment.judge(policy));
    }
    try {
      const SearchResult result = clausula_.ask(question.text);
      const Ranking ranking = ranking_of(result);
      if (question.judgment.practice) compare_answers(ranking);
      measure(System::clausula, ranking);
      measure_by_language(ranking);
      look_for_failures(result, ranking);
    } catch (const std::exception& error) {
      figures_.failures.push_back({question.text, std::string("is refused: ") + error.what()});
      measure(System::clausula, {});
      if (question.judgment.practice) compare_answers({});
    }
    measure(System::policies, policies_.ask(question.text));
    measure(System::clauses, clauses_.ask(question.text));
  }

  Figures figures() { return std::move(figures_); }

 private:
  const std::string& language_of(const std::string& policy) const {
    return std::find_if(gold_.begin(), gold_.end(), [&](const GoldPolicy& gold) { return gold.id == policy; })
        ->language;
  }

  // Those of the policies that are asked about, in the order of the ranking; `language` empty: of all.
  std::vector<int> grades_of(const Ranking& ranking, const std::string& language = {}) const {
    std::vector<int> grades;
    for (const RankedPolicy& ranked : ranking) {
      const auto judged = judged_.find(ranked.id);
      // A policy that was not asked about is wrong here as one that says nothing.
      const bool counted = language.empty() || (judged != judged_.end() && language_of(ranked.id) == language);
      if (counted) grades.push_back(judged == judged_.end() ? 0 : judged->second.grade);
    }
    return grades;
  }

  std::vector<int> ideal(const std::string& language = {}) const {
    std::vector<int> grades;
    for (const auto& [id, judged] : judged_) {
      if (judged.grade > 0 && (language.empty() || language_of(id) == language)) grades.push_back(judged.grade);
    }
    return grades;
  }

  // Baselines know no fields: they are not asked about other policies than the question is.
  Ranking limited(System system, const Ranking& ranking) const {
    Ranking left;
    for (const RankedPolicy& ranked : ranking) {
      const bool silent = ranked.answer == Answer::silent && !question_->judgment.lacking;
      if (!silent && (system == System::clausula || judged_.contains(ranked.id))) left.push_back(ranked);
    }
    return left;
  }

  void measure(System system, const Ranking& all) {
    const std::vector<int> wanted = ideal();
    if (wanted.empty()) return;
    const Ranking ranking = limited(system, all);
    const std::vector<int> grades = grades_of(ranking);
    for (const std::string& language : {question_->language, std::string("all")}) {
      RankingMeasures& measures = figures_.ranking[language][system];
      measures.ndcg.add(ndcg(grades, wanted, depth));
      measures.average_precision.add(average_precision(grades, wanted.size()));
      measures.reciprocal_rank.add(reciprocal_rank(grades, wanted));
      if (system != System::policies) measure_proofs(ranking, measures.proof);
    }
  }

  void measure_proofs(const Ranking& ranking, Mean& proof) const {
    for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
      const auto judged = judged_.find(ranking[i].id);
      if (judged == judged_.end() || judged->second.lines.empty()) continue;
      proof.add(is_proof(ranking[i], judged->second) ? 1 : 0);
    }
  }

  static bool is_proof(const RankedPolicy& ranked, const Judged& judged) {
    return ranked.proof && std::any_of(judged.lines.begin(), judged.lines.end(), [&](const auto& line) {
             return line.first >= ranked.proof->first && line.first <= ranked.proof->last;
           });
  }

  void measure_by_language(const Ranking& all) {
    const Ranking ranking = limited(System::clausula, all);
    for (const std::string language : {"nl", "lv"}) {
      const std::vector<int> wanted = ideal(language);
      if (wanted.empty()) continue;
      const double value = ndcg(grades_of(ranking, language), wanted, depth);
      figures_.by_policy_language[question_->language][language].ndcg.add(value);
      if (question_->language == "en") continue;
      (question_->language == language ? figures_.same_language : figures_.cross_language).ndcg.add(value);
    }
  }

  static bool is_definite(Answer answer) { return answer == Answer::says || answer == Answer::denies; }

  void compare_answers(const Ranking& ranking) {
    std::map<std::string, Answer> given;
    for (const RankedPolicy& ranked : ranking) {
      Answer answer = ranked.answer.value_or(Answer::silent);
      if (question_->judgment.lacking && ranked.answer) {
        answer = answer == Answer::silent ? Answer::says : Answer::silent;
      }
      given[ranked.id] = answer;
    }
    for (const auto& [id, judged] : judged_) {
      const auto found = given.find(id);
      compare(id, judged.answer, found == given.end() ? Answer::silent : found->second);
      if (found != given.end()) given.erase(found);
    }
    for (const auto& [id, answer] : given) {
      if (answer != Answer::silent) compare(id, Answer::silent, answer);
    }
  }

  void compare(const std::string& policy, Answer expected, Answer given) {
    const bool asked = judged_.contains(policy);
    const Answer indexed = asked ? question_->judgment.judge(indexed_.at(policy)).answer : Answer::silent;
    for (const std::string& language : {question_->language, std::string("all")}) {
      Answers& answers = figures_.answers[language];
      ++answers.all;
      if (expected == given) {
        ++answers.right;
        ++answers.each[given].right;
      } else {
        ++answers.each[given].wrong;
        ++answers.each[expected].missed;
      }
      answers.says_and_denies += definite(expected, given);
      answers.as_indexed += definite(indexed, given);
    }
    const std::string& language = language_of(policy);
    figures_.by_policy_language[question_->language][language].says_and_denies += definite(expected, given);
    if (question_->language != "en") {
      auto& side = question_->language == language ? figures_.same_language : figures_.cross_language;
      side.says_and_denies += definite(expected, given);
    }
    if (expected == given) return;
    figures_.failures.push_back({question_->text, policy + ": " + std::string(name_of(given)) + " instead of " +
                                                      std::string(name_of(expected)) +
                                                      (given == indexed ? " (so says the index)" : "")});
  }

  static Hits definite(Answer expected, Answer given) {
    Hits hits;
    if (expected == given) {
      hits.right = is_definite(given) ? 1 : 0;
    } else {
      hits.wrong = is_definite(given) ? 1 : 0;
      hits.missed = is_definite(expected) ? 1 : 0;
    }
    return hits;
  }

  void look_for_failures(const SearchResult& result, const Ranking& all) {
    const auto fail = [&](std::string what) { figures_.failures.push_back({question_->text, std::move(what)}); };
    if (question_->judgment.practice != result.answers.has_value()) {
      fail(std::string("is understood as ") + describe(result.question));
    }
    const std::vector<int> wanted = ideal();
    const Ranking ranking = limited(System::clausula, all);
    if (wanted.empty()) return;
    const double value = ndcg(grades_of(ranking), wanted, depth);
    if (value < poor_ranking) fail("nDCG@10 " + rounded(value) + ", understood as " + describe(result.question));
    for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
      const auto judged = judged_.find(ranking[i].id);
      if (judged == judged_.end() || judged->second.lines.empty() || is_proof(ranking[i], judged->second)) continue;
      fail(ranking[i].id + ": shows line " + std::to_string(ranking[i].proof ? ranking[i].proof->first : 0) +
           " instead of " + std::to_string(judged->second.lines.begin()->first));
    }
  }

  std::vector<GoldPolicy> gold_;
  Store store_;
  std::map<std::string, GoldPolicy> indexed_;
  Clausula clausula_;
  PlainXapian policies_;
  PlainXapian clauses_;
  const JudgedQuestion* question_ = nullptr;
  std::map<std::string, Judged> judged_;
  Figures figures_;
};

// Rows of cells with tabs between; lines that begin with # are remarks.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file, std::size_t cells) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::vector<std::string>> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.starts_with("#")) continue;
    std::istringstream text(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(text, cell, '\t');) row.push_back(cell);
    if (row.size() != cells) {
      throw std::runtime_error(file.string() + ", line " + std::to_string(number) + ": " + std::to_string(cells) +
                               " cells are needed");
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) text.replace(at, what.size(), with);
}

}  // namespace

std::vector<JudgedQuestion> read_questions(const std::filesystem::path& folder) {
  std::map<std::string, std::string> named;
  for (const auto& cells : read_rows(folder / "criteria.tsv", 2)) named["@" + cells[0]] = cells[1];
  std::vector<JudgedQuestion> questions;
  for (const std::string language : {"en", "nl", "lv"}) {
    for (auto& cells : read_rows(folder / (language + ".tsv"), 3)) {
      for (const auto& [name, criteria] : named) replace(cells[2], name, criteria);
      try {
        questions.push_back({language, cells[0], cells[1], parse_judgment(cells[2])});
      } catch (const std::exception& error) {
        throw std::runtime_error(language + ".tsv: " + cells[1] + ": " + error.what());
      }
    }
  }
  return questions;
}

void build_index(const std::filesystem::path& corpus, const std::filesystem::path& index) {
  update_index(list_corpus(corpus), index, {});
}

Figures evaluate(const std::vector<JudgedQuestion>& questions, const std::filesystem::path& corpus,
                 const std::filesystem::path& index) {
  Evaluation evaluation(corpus, index);
  for (const JudgedQuestion& question : questions) evaluation.ask(question);
  return evaluation.figures();
}

}  // namespace clausula
