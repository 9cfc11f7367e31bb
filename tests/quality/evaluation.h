// Asks every judged question and measures the answers.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "tests/quality/judgment.h"
#include "tests/quality/measures.h"
#include "tests/quality/systems.h"

namespace clausula {

struct JudgedQuestion {
  std::string language;  // it is asked in: "en", "nl", "lv"
  std::string kind;      // "party", "retention", "typo" …
  std::string text;
  Judgment judgment;
};

// The questions of `folder`/en.tsv, nl.tsv and lv.tsv. Throws std::runtime_error with file and line.
std::vector<JudgedQuestion> read_questions(const std::filesystem::path& folder);

enum class System { clausula, policies, clauses };  // "policies" and "clauses" are plain Xapian over these
inline constexpr std::array<System, 3> systems{System::clausula, System::policies, System::clauses};

// Of ranked policies. `proof` is the share of the first ten whose first clause is a relevant one; policies whose
// relevance is not tied to lines do not count.
struct RankingMeasures {
  Mean ndcg;
  Mean average_precision;
  Mean reciprocal_rank;
  Mean proof;
};

struct Answers {
  Hits says_and_denies;
  Hits as_indexed;  // the same, had the index read the policies without error
  std::map<Answer, Hits> each;
  std::size_t right = 0;  // policies with the right answer of four
  std::size_t all = 0;
};

// nDCG@10 over the policies of one language, and the answers for them.
struct ByPolicyLanguage {
  Mean ndcg;
  Hits says_and_denies;
};

struct Failure {
  std::string question;
  std::string what;
};

struct Figures {
  std::map<std::string, std::map<System, RankingMeasures>> ranking;  // by language of the question, "all"
  std::map<std::string, Answers> answers;                            // the same
  std::map<std::string, std::map<std::string, ByPolicyLanguage>> by_policy_language;  // of the question, of the policy
  ByPolicyLanguage same_language;
  ByPolicyLanguage cross_language;
  std::vector<Failure> failures;
  std::size_t questions = 0;
};

// `corpus` is the annotated sample, `index` one that was built of it.
Figures evaluate(const std::vector<JudgedQuestion>& questions, const std::filesystem::path& corpus,
                 const std::filesystem::path& index);

// Builds the index of `corpus` in `index`, which should not exist.
void build_index(const std::filesystem::path& corpus, const std::filesystem::path& index);

}  // namespace clausula
