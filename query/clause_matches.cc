#include "query/clause_matches.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/schema.h"
#include "query/matching.h"
#include "query/ranking.h"

namespace clausula {
namespace {

using Xapian::Query;

// Gathers matches from several searches, the best of each document first.
class Gatherer {
 public:
  explicit Gatherer(bool collapse) : collapse_(collapse) {}

  // The match that stands for this one: another, where that is the same document or the same word for word.
  ClauseMatch& add(const ClauseMatch& match, const std::string& shape) {
    const auto [known, added] = places_.emplace(match.document, matches_.size());
    if (!added) return matches_[known->second];
    if (collapse_ && !shape.empty()) {
      const auto [same, first] = shapes_.emplace(shape, matches_.size());
      known->second = same->second;
      if (!first) return matches_[same->second];
    }
    matches_.push_back(match);
    return matches_.back();
  }

  std::vector<ClauseMatch>& matches() { return matches_; }

 private:
  bool collapse_;
  std::vector<ClauseMatch> matches_;
  std::unordered_map<Xapian::docid, std::size_t> places_;
  std::unordered_map<std::string, std::size_t> shapes_;
};

}  // namespace

ClauseMatcher::ClauseMatcher(const Xapian::Database& database, const PolicyTable& table, const ClauseQuery& query,
                             const ClauseScope& scope, bool several)
    : database_(database), table_(table), query_(query), scope_(scope), several_(several) {}

Query ClauseMatcher::limited(const Query& query) const {
  const Query filtered_query = filtered(query, scope_.filter);
  return Query(Query::OP_AND_NOT, filtered_query, Query(term(prefix::kind, "policy")));
}

Xapian::MSet ClauseMatcher::run(const Query& query, std::size_t count) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(limited(query));
  if (scope_.collapse) enquire.set_collapse_key(slot::shape);
  // Of clauses that fit as well, the same come first in whichever database they are.
  if (several_) enquire.set_sort_by_relevance_then_value(slot::policy, false);
  return enquire.get_mset(0, static_cast<Xapian::doccount>(count), static_cast<Xapian::doccount>(count + 1));
}

ClauseMatches ClauseMatcher::best(std::size_t count) const {
  Gatherer gathered(scope_.collapse);
  const auto take = [&](const Query& query, std::size_t most) {
    const Xapian::MSet found = run(query, most);
    for (auto it = found.begin(); it != found.end(); ++it) {
      const ClauseMatch match{*it, it.get_weight(), it.get_collapse_count()};
      std::size_t& elsewhere = gathered.add(match, it.get_collapse_key()).elsewhere;
      elsewhere = std::max(elsewhere, match.elsewhere);
    }
    return found.size() < most;
  };
  ClauseMatches result;
  result.complete = query_.all.empty() || take(query_.all, count);
  if (result.complete && !query_.any.empty()) result.complete = take(query_.any, count + gathered.matches().size());
  // What the engine found with less weight than these is not among the best anyway; and what it has of a clause's
  // words, it has counted.
  const std::size_t by_engine = gathered.matches().size();
  for (const auto& [document, weight] : best_of_topics(count, result.complete)) {
    std::string shape;
    if (scope_.collapse) shape = database_.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot::shape);
    ClauseMatch& standing = gathered.add({document, weight, 0}, shape);
    const bool is_of_engine = static_cast<std::size_t>(&standing - gathered.matches().data()) < by_engine;
    if (!is_of_engine && standing.document != document) ++standing.elsewhere;
  }
  result.best = std::move(gathered.matches());
  std::stable_sort(result.best.begin(), result.best.end(), [&](const ClauseMatch& a, const ClauseMatch& b) {
    return a.weight != b.weight ? a.weight > b.weight : comes_before(a.document, b.document);
  });
  if (result.best.size() > count) {
    result.best.resize(count);
    result.complete = false;
  }
  return result;
}

bool ClauseMatcher::comes_before(Xapian::docid a, Xapian::docid b) const {
  if (!several_) return a < b;
  const std::size_t place_of_a = table_.place_of(table_.policy_of(a));
  const std::size_t place_of_b = table_.place_of(table_.policy_of(b));
  return place_of_a != place_of_b ? place_of_a < place_of_b : a < b;
}

// Each with what the engine's query raises it by: first those that state facts of most topics.
std::vector<std::pair<Xapian::docid, double>> ClauseMatcher::best_of_topics(std::size_t count, bool& complete) const {
  std::vector<std::pair<Xapian::docid, double>> best;
  if (query_.tags.empty()) return best;
  DocSet tagged = docs_with_any(database_, query_.tags);
  if (several_) {
    table_.policies_of(tagged);  // at once, instead of one by one
    std::sort(tagged.begin(), tagged.end(), [&](Xapian::docid a, Xapian::docid b) { return comes_before(a, b); });
  }
  // By the number of topics that it states a fact of.
  std::vector<DocSet> stating(query_.tag_facts.size() + 1);
  std::vector<DocSet> facts;
  for (const std::vector<std::string>& terms : query_.tag_facts) facts.push_back(docs_with_any(database_, terms));
  for (const Xapian::docid document : tagged) {
    const auto stated = std::count_if(facts.begin(), facts.end(), [&](const DocSet& documents) {
      return std::binary_search(documents.begin(), documents.end(), document);
    });
    stating[static_cast<std::size_t>(stated)].push_back(document);
  }
  // Same words for same words, more has to be looked at than is wanted.
  const std::size_t most = count * ranking::looked_at;
  for (std::size_t stated = stating.size(); stated-- > 0;) {
    const double weight = ranking::topic_boost + static_cast<double>(stated) * ranking::fact_boost;
    for (const Xapian::docid document : stating[stated]) {
      const Xapian::docid policy = table_.policy_of(document);
      if (policy == document || !std::binary_search(scope_.policies->begin(), scope_.policies->end(), policy)) continue;
      if (best.size() == most) {
        complete = false;
        return best;
      }
      best.emplace_back(document, weight);
    }
  }
  return best;
}

std::size_t ClauseMatcher::upper_bound() const { return engine_count().get_matches_upper_bound() + tagged(); }

std::size_t ClauseMatcher::estimate() const { return engine_count().get_matches_estimated() + tagged(); }

// No search: what the engine knows of the terms.
Xapian::MSet ClauseMatcher::engine_count() const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(limited(query_.any));
  return enquire.get_mset(0, 0);
}

std::size_t ClauseMatcher::tagged() const {
  std::size_t count = 0;
  for (const std::string& topic : query_.tags) count += database_.get_termfreq(topic);
  return count;
}

DocSet ClauseMatcher::policies() const {
  DocSet clauses = docs_matching(database_, query_.any);
  clauses = subtract(unite(clauses, docs_with_any(database_, query_.tags)), table_.all());
  return intersect(table_.policies_of(clauses), *scope_.policies);
}

}  // namespace clausula
