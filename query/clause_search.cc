#include "query/clause_search.h"

#include <algorithm>
#include <map>

#include "corpus/policy.h"
#include "indexer/schema.h"
#include "query/clause_matches.h"
#include "query/fact_topics.h"
#include "query/practice_terms.h"
#include "query/ranking.h"

namespace clausula {
namespace {

using Xapian::Query;

struct Candidate {
  StoredClause clause;
  double score = 0;
  bool states_fact = false;
  std::size_t elsewhere = 0;
  std::vector<ScorePart> parts;
};

class ClauseSearch {
 public:
  ClauseSearch(const Store& store, const PolicyTable& table, const ClauseQuery& query, const Conditions& conditions,
               const Proofs& proofs, const ClauseSearchOptions& options, SearchResult& result)
      : store_(store),
        table_(table),
        wanted_(query),
        conditions_(conditions),
        proofs_(proofs),
        options_(options),
        result_(result) {}

  DocSet run() {
    const ClauseScope scope{&conditions_.policies, scope_filter(), options_.collapse};
    const ClauseMatcher matcher(store_.database(), table_, wanted_, scope, store_.several());
    if (options_.explain) {
      for (const Query& query : {wanted_.all, wanted_.any}) {
        if (!query.empty()) result_.explanation.push_back("engine query: " + query.get_description());
      }
    }
    const std::size_t limit = options_.limit == 0 ? table_.all().size() : options_.limit;
    std::size_t wanted = std::max<std::size_t>(ranking::candidates, limit * ranking::clauses_a_policy);
    const std::size_t most = std::max<std::size_t>(wanted, ranking::most_candidates);
    std::vector<Candidate> candidates;
    bool complete = conditions_.policies.empty();
    while (!complete) {
      const ClauseMatches found = matcher.best(wanted);
      complete = found.complete;
      candidates = read(found.best);
      if (complete || policies_in(candidates) >= limit || wanted >= most) break;
      wanted = std::min(wanted * 3, most);
    }
    const double policies_a_match =
        candidates.empty() ? 0 : static_cast<double>(policies_in(candidates)) / static_cast<double>(candidates.size());
    order(candidates);
    gather(std::move(candidates), limit);
    return count(complete, matcher, policies_a_match);
  }

 private:
  // What the engine has to know of the policies that are left.
  Query scope_filter() const {
    std::vector<Query> filters;
    if (!conditions_.source.empty()) filters.push_back(conditions_.source);
    if (!options_.versions && !table_.only_latest()) filters.emplace_back(term(prefix::kind, "latest"));
    if (few_policies()) {
      std::vector<std::string> ids;
      for (const Xapian::docid policy : conditions_.policies)
        ids.push_back(term(prefix::version, table_.id_of(policy)));
      filters.push_back(any_of(ids));
    }
    std::vector<std::string> languages;
    for (const Language language : result_.question.languages)
      languages.push_back(term(prefix::language, code_of(language)));
    if (!languages.empty()) filters.push_back(any_of(languages));
    std::vector<std::string> countries;
    for (const std::string& country : result_.question.countries) countries.push_back(term(prefix::country, country));
    if (!countries.empty()) filters.push_back(any_of(countries));
    return filters.empty() ? Query() : Query(Query::OP_AND, filters.begin(), filters.end());
  }

  bool few_policies() const {
    return conditions_.practices && conditions_.policies.size() <= ranking::most_policy_filters;
  }

  std::vector<Candidate> read(const std::vector<ClauseMatch>& found) const {
    std::vector<Candidate> candidates;
    const double best = found.empty() ? 0 : found.front().weight;
    for (const ClauseMatch& match : found) {
      if (conditions_.practices && !few_policies() && !is_left(match.document)) continue;
      Candidate candidate;
      candidate.clause =
          decode_clause(store_.database().get_document(match.document, Xapian::DOC_ASSUME_VALID).get_data());
      candidate.elsewhere = match.elsewhere;
      // Fields alone weigh nothing: all that fit fit as well.
      score(best > 0 ? match.weight / best : 1, candidate);
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  bool is_left(Xapian::docid clause) const {
    return std::binary_search(conditions_.policies.begin(), conditions_.policies.end(), table_.policy_of(clause));
  }

  void score(double words, Candidate& candidate) const {
    const std::vector<Topic>& topics = wanted_topics();
    double about = 0;
    for (const TopicTag& tag : candidate.clause.topics) {
      if (std::find(topics.begin(), topics.end(), tag.topic) == topics.end()) continue;
      about += tag.score;
    }
    if (!topics.empty()) about /= static_cast<double>(topics.size());
    for (const Fact& fact : candidate.clause.facts) {
      candidate.states_fact |= is_wanted(fact);
    }
    // Something in a topic is asked for by its words; which facts the topic has is no matter then.
    const bool has_facts = wanted_.topics_only || !result_.question.facts.empty();
    const double topic_share = topics.empty() ? 0 : ranking::share_topic;
    const double fact_share = has_facts ? ranking::share_fact : 0;
    const double word_part = words * (1 - topic_share - fact_share);
    const double topic_part = about * topic_share;
    const double fact_part = candidate.states_fact ? fact_share : 0;
    double factor = 1;
    if (candidate.clause.kind == ClauseKind::heading) {
      factor = ranking::heading_clause;
    } else if (candidate.clause.kind == ClauseKind::paragraph &&
               word_count(candidate.clause.text) < ranking::short_clause_words) {
      factor = ranking::short_clause;
    }
    candidate.score = (word_part + topic_part + fact_part) * factor;
    if (!options_.explain) return;
    candidate.parts = {{"words", word_part}, {"topic", topic_part}, {"fact", fact_part}};
    if (factor < 1)
      candidate.parts.push_back({candidate.clause.kind == ClauseKind::heading ? "× heading" : "× short", factor});
  }

  // Those of the question; where it has none, those of the fields.
  const std::vector<Topic>& wanted_topics() const {
    return result_.question.topics.empty() ? conditions_.topics : result_.question.topics;
  }

  // A fact that was asked for by name, or one of the asked topics.
  bool is_wanted(const Fact& fact) const {
    const Question& question = result_.question;
    if (question.facts.empty()) {
      const std::vector<Topic>& topics = wanted_topics();
      return std::any_of(topics.begin(), topics.end(), [&](Topic topic) { return is_about(fact, topic); });
    }
    return std::any_of(question.facts.begin(), question.facts.end(),
                       [&](const std::string& asked) { return is_one_of(fact, {term(prefix::fact, asked)}); });
  }

  static int word_count(std::string_view text) {
    return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
  }

  static std::size_t policies_in(const std::vector<Candidate>& candidates) {
    std::map<std::string_view, int> policies;
    for (const Candidate& candidate : candidates) ++policies[candidate.clause.policy];
    return policies.size();
  }

  void order(std::vector<Candidate>& candidates) const {
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      if (wanted_.topics_only && a.states_fact != b.states_fact) return a.states_fact;
      if (a.score != b.score) return a.score > b.score;
      return a.clause.policy != b.clause.policy ? a.clause.policy < b.clause.policy : a.clause.number < b.clause.number;
    });
  }

  void gather(std::vector<Candidate> candidates, std::size_t limit) {
    std::map<std::string, std::size_t> places;
    for (Candidate& candidate : candidates) {
      const auto place = places.find(candidate.clause.policy);
      // A heading is shown where nothing below it was found.
      if (place != places.end() && candidate.clause.kind == ClauseKind::heading) continue;
      if (place == places.end()) {
        if (result_.policies.size() == limit) continue;
        places.emplace(candidate.clause.policy, result_.policies.size());
        auto policy = store_.policy(candidate.clause.policy);
        if (!policy) continue;
        FoundPolicy found;
        found.policy = std::move(*policy);
        found.score = candidate.score;
        result_.policies.push_back(std::move(found));
        add(std::move(candidate), result_.policies.back());
        continue;
      }
      FoundPolicy& found = result_.policies[place->second];
      const bool good = candidate.score >= ranking::further_clause * found.score;
      if (good && found.clauses.size() < ranking::clauses_a_policy) add(std::move(candidate), found);
    }
  }

  void add(Candidate candidate, FoundPolicy& found) const {
    const Fact* fact = nullptr;
    for (const Fact& stated : candidate.clause.facts) {
      const bool shown = (wanted_.topics_only || !result_.question.facts.empty()) && is_wanted(stated);
      const bool asked = is_one_of(stated, conditions_.proofs);
      if ((shown || asked) && fact == nullptr) fact = &stated;
    }
    FoundClause clause = proofs_.of_clause(candidate.clause, candidate.score, fact);
    clause.elsewhere = candidate.elsewhere;
    clause.parts = std::move(candidate.parts);
    found.clauses.push_back(std::move(clause));
  }

  // `total`, and the policies for facets. All matches were read where `complete`.
  DocSet count(bool complete, const ClauseMatcher& matcher, double policies_a_match) {
    if (!options_.every_policy && complete && result_.policies.size() < options_.limit) {
      result_.total = result_.policies.size();
      return {};
    }
    if (!options_.every_policy && wanted_.topics_only && conditions_.clause.empty()) {
      std::vector<std::string> topics;
      for (const Topic topic : result_.question.topics) topics.push_back(term(prefix::topic, name_of(topic)));
      result_.total = intersect(conditions_.policies, table_.with_any(topics)).size();
      return {};
    }
    if (!options_.every_policy && matcher.upper_bound() > ranking::counted) {
      const double estimate = policies_a_match * static_cast<double>(matcher.estimate());
      const auto most = static_cast<double>(conditions_.policies.size());
      result_.total = std::max(static_cast<std::size_t>(std::min(estimate, most)), result_.policies.size());
      result_.exact = false;
      return {};
    }
    DocSet policies = matcher.policies();
    result_.total = policies.size();
    return policies;
  }

  const Store& store_;
  const PolicyTable& table_;
  const ClauseQuery& wanted_;
  const Conditions& conditions_;
  const Proofs& proofs_;
  const ClauseSearchOptions& options_;
  SearchResult& result_;
};

}  // namespace

DocSet search_clauses(const Store& store, const PolicyTable& table, const ClauseQuery& query,
                      const Conditions& conditions, const Proofs& proofs, const ClauseSearchOptions& options,
                      SearchResult& result) {
  return ClauseSearch(store, table, query, conditions, proofs, options, result).run();
}

}  // namespace clausula
