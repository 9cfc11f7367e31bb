// Matches the clauses of two policies in two languages: by what they are about, not by their words.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "query/clause_concepts.h"
#include "query/diff_align.h"

namespace clausula {
namespace {

// Least similarity of a match, and least likeness of topics where no fact is shared.
constexpr double least = 0.5;
constexpr double least_topics = 0.5;
// Weights of what is compared. Facts and marks count only where a clause has some.
constexpr double weight_topics = 0.4;
constexpr double weight_marks = 0.35;
constexpr double weight_facts = 0.45;
// Taken off for clauses at opposite ends of their policies, and for a sentence against a list item.
constexpr double weight_place = 0.1;
constexpr double weight_kind = 0.1;
// Matches of each clause that are remembered for the choice.
constexpr std::size_t most_candidates = 10;

struct Features {
  int number = 0;  // of the clause
  ClauseKind kind = ClauseKind::paragraph;
  double place = 0;                          // 0 at the beginning of the policy, 1 at its end
  std::array<double, topic_count> topics{};  // of unit length
  bool has_topics = false;
  std::size_t facts = 0;
  std::set<std::string> marks;  // concepts, and words that the other policy has too: names, addresses, numbers
};

void add_topics(const StoredClause& clause, Features& features) {
  double square = 0;
  for (const TopicTag& tag : clause.topics) {
    features.topics[static_cast<std::size_t>(tag.topic)] = tag.score;
    square += tag.score * tag.score;
    features.has_topics |= tag.score >= tag_threshold;
  }
  if (square <= 0) return;
  for (double& score : features.topics) score /= std::sqrt(square);
}

std::set<std::string> words_of(const StoredClause& clause) {
  std::set<std::string> found;
  for (const WordSpan& span : words(clause.text)) {
    std::string word = normalize(std::string_view(clause.text).substr(span.begin, span.end - span.begin));
    const bool number = word.find_first_of("0123456789") != std::string::npos;
    if (number || word.size() >= 4) found.insert(std::move(word));
  }
  return found;
}

std::vector<Features> features_of(std::span<const StoredClause> clauses, Language language,
                                  const std::set<std::string>& other_words) {
  ConceptReader reader(language);
  std::vector<Features> all(clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    all[i].number = clauses[i].number;
    all[i].kind = clauses[i].kind;
    all[i].place = clauses.size() > 1 ? static_cast<double>(i) / static_cast<double>(clauses.size() - 1) : 0;
    all[i].facts = clauses[i].facts.size();
    add_topics(clauses[i], all[i]);
    for (const std::string& concept_id : reader.concepts_of(clauses[i].text))
      all[i].marks.insert("concept " + concept_id);
    const std::set<std::string> own = words_of(clauses[i]);
    std::set_intersection(own.begin(), own.end(), other_words.begin(), other_words.end(),
                          std::inserter(all[i].marks, all[i].marks.end()));
  }
  return all;
}

std::set<std::string> all_words(std::span<const StoredClause> clauses) {
  std::set<std::string> all;
  for (const StoredClause& clause : clauses) all.merge(words_of(clause));
  return all;
}

// Rare marks tell more.
class MarkWeights {
 public:
  MarkWeights(const std::vector<Features>& a, const std::vector<Features>& b) : clauses_(a.size() + b.size()) {
    for (const auto* side : {&a, &b}) {
      for (const Features& features : *side) {
        for (const std::string& mark : features.marks) ++counts_[mark];
      }
    }
  }

  // Twice what two clauses share, by what each has.
  double shared(const Features& a, const Features& b) const {
    double common = 0;
    for (const std::string& mark : a.marks) {
      if (b.marks.contains(mark)) common += of(mark);
    }
    return 2 * common / (sum(a) + sum(b));
  }

 private:
  double of(const std::string& mark) const {
    return std::log(1 + static_cast<double>(clauses_) / static_cast<double>(counts_.at(mark)));
  }
  double sum(const Features& features) const {
    double total = 0;
    for (const std::string& mark : features.marks) total += of(mark);
    return total;
  }

  std::size_t clauses_;
  std::map<std::string, std::size_t> counts_;
};

std::set<int> clauses_of(const Fact& fact) {
  std::set<int> numbers{fact.evidence.clause};
  for (const Evidence& evidence : fact.also) numbers.insert(evidence.clause);
  return numbers;
}

// By numbers of a clause of either policy: facts that both state there, and half for those that they state differently.
using SharedFacts = std::map<std::pair<int, int>, double>;

SharedFacts shared_facts(const FactDiff& facts) {
  SharedFacts weights;
  const auto add = [&](const std::vector<FactPair>& pairs, double weight) {
    for (const FactPair& pair : pairs) {
      for (const int a : clauses_of(pair.a)) {
        for (const int b : clauses_of(pair.b)) weights[{a, b}] += weight;
      }
    }
  };
  add(facts.both, 1);
  add(facts.differ, 0.5);
  return weights;
}

double similarity(const Features& a, const Features& b, const SharedFacts& facts, const MarkWeights& marks) {
  double topics = 0;
  for (std::size_t i = 0; i < a.topics.size(); ++i) topics += a.topics[i] * b.topics[i];
  const auto found = facts.find({a.number, b.number});
  const double common = found == facts.end() ? 0 : found->second;
  if (topics < least_topics && common < 1) return 0;
  double sum = weight_topics * topics;
  double weights = weight_topics;
  if (a.facts > 0 && b.facts > 0) {
    sum += weight_facts * std::min(1.0, common / static_cast<double>(std::min(a.facts, b.facts)));
    weights += weight_facts;
  } else if (a.facts > 0 || b.facts > 0) {
    weights += weight_facts / 2;
  }
  if (!a.marks.empty() || !b.marks.empty()) {
    sum += weight_marks * marks.shared(a, b);
    weights += weight_marks;
  }
  return std::max(0.0,
                  sum / weights - weight_place * std::abs(a.place - b.place) - (a.kind == b.kind ? 0 : weight_kind));
}

}  // namespace

std::vector<ClauseChange> align_across(std::span<const StoredClause> a, std::span<const StoredClause> b,
                                       const FactDiff& facts) {
  if (a.empty() || b.empty()) return completed({}, a.size(), b.size());
  const std::vector<Features> features_a = features_of(a, a.front().language, all_words(b));
  const std::vector<Features> features_b = features_of(b, b.front().language, all_words(a));
  const MarkWeights marks(features_a, features_b);
  const SharedFacts shared_by_clause = shared_facts(facts);
  struct Candidate {
    double similarity;
    std::size_t a;
    std::size_t b;
  };
  const auto better = [](const Candidate& x, const Candidate& y) { return x.similarity > y.similarity; };
  const auto is_heading = [](const Features& features) { return features.kind == ClauseKind::heading; };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!features_a[i].has_topics) continue;
    std::vector<Candidate> of_this;
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (!features_b[j].has_topics || is_heading(features_a[i]) != is_heading(features_b[j])) continue;
      const double score = similarity(features_a[i], features_b[j], shared_by_clause, marks);
      if (score >= least) of_this.push_back({score, i, j});
    }
    std::stable_sort(of_this.begin(), of_this.end(), better);
    of_this.resize(std::min(of_this.size(), most_candidates));
    candidates.insert(candidates.end(), of_this.begin(), of_this.end());
  }
  std::stable_sort(candidates.begin(), candidates.end(), better);

  std::vector<bool> taken_a(a.size());
  std::vector<bool> taken_b(b.size());
  std::vector<ClauseChange> pairs;
  for (const Candidate& candidate : candidates) {
    if (taken_a[candidate.a] || taken_b[candidate.b]) continue;
    taken_a[candidate.a] = taken_b[candidate.b] = true;
    pairs.push_back({Change::matched, candidate.a, candidate.b, candidate.similarity});
  }
  return completed(std::move(pairs), a.size(), b.size());
}

}  // namespace clausula
