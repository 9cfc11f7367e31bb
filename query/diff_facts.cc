#include "query/diff_facts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/unicode.h"
#include "indexer/iso_duration.h"

namespace clausula {
namespace {

// How well two facts go together; higher goes first. Facts in clauses that stand for each other get `in_place` more.
constexpr double equal_fact = 4;
constexpr double same_subject = 2;
constexpr double near_subject = 1;
constexpr double in_place = 0.5;

struct Match {
  double score = 0;
  bool equal = false;
};

bool same_duration(const Fact& a, const Fact& b) {
  const auto days_a = days_of(a.value);
  const auto days_b = days_of(b.value);
  // A year and twelve months differ by rounding only.
  if (days_a && days_b) return std::abs(*days_a - *days_b) < 0.01 * std::max(*days_a, *days_b);
  return a.value == b.value;
}

enum class Relation { none, related, equal };

Relation relation_of(std::string_view a, std::string_view b, const Lexicon& lexicon) {
  if (a == b) return Relation::equal;
  for (const LexiconEntry& group : lexicon.entries("related-data.toml")) {
    const auto has = [&](std::string_view what) {
      const auto& names = group.list("what");
      return std::find(names.begin(), names.end(), what) != names.end();
    };
    if (has(a) && has(b)) return Relation::related;
  }
  return Relation::none;
}

std::optional<Match> match_retention(const Fact& a, const Fact& b, bool aligned, const Lexicon& lexicon) {
  const Relation relation = relation_of(a.detail("what").value_or(""), b.detail("what").value_or(""), lexicon);
  const bool period = days_of(a.value) && days_of(b.value);
  if (same_duration(a, b)) {
    if (relation == Relation::equal) return Match{equal_fact + 1, true};
    if (relation == Relation::related || (aligned && period)) return Match{equal_fact, true};
    return std::nullopt;
  }
  if (relation == Relation::equal) return Match{same_subject + (period ? 0.2 : 0), false};
  if (period && (aligned || relation == Relation::related)) return Match{near_subject, false};
  return std::nullopt;
}

// Kinds whose value names the subject: another name is another fact.
std::optional<Match> match_named(const Fact& a, const Fact& b) {
  if (fold(a.value) != fold(b.value)) return std::nullopt;
  return Match{a.denied == b.denied ? equal_fact : same_subject, a.denied == b.denied};
}

std::optional<Match> match_controller(const Fact& a, const Fact& b) {
  return Match{equal_fact, fold(a.value) == fold(b.value) && a.details == b.details};
}

std::optional<Match> match(const Fact& a, const Fact& b, bool aligned, const Lexicon& lexicon) {
  if (a.kind != b.kind) return std::nullopt;
  switch (a.kind) {
    case FactKind::recipient:
    case FactKind::recipient_category:
    case FactKind::right:
    case FactKind::legal_basis:
      return match_named(a, b);
    case FactKind::retention:
      return match_retention(a, b, aligned, lexicon);
    case FactKind::controller:
      return match_controller(a, b);
    case FactKind::deadline:
      if (same_duration(a, b)) return Match{equal_fact, true};
      return Match{same_subject, false};
    case FactKind::minimum_age:
    case FactKind::transfer:
    case FactKind::authority:
    case FactKind::effective_date:
      if (fold(a.value) == fold(b.value)) return Match{equal_fact, true};
      return Match{same_subject, false};
  }
  return std::nullopt;
}

struct Candidate {
  Match match;
  std::size_t a;
  std::size_t b;
};

}  // namespace

FactDiff diff_facts(std::span<const Fact> a, std::span<const Fact> b, const Aligned& aligned, const Lexicon& lexicon) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const bool stands_for = aligned(a[i].evidence.clause, b[j].evidence.clause);
      auto found = match(a[i], b[j], stands_for, lexicon);
      if (!found) continue;
      if (stands_for) found->score += in_place;
      candidates.push_back({*found, i, j});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& x, const Candidate& y) { return x.match.score > y.match.score; });
  std::vector<const Candidate*> partner(a.size(), nullptr);
  std::vector<bool> taken(b.size());
  for (const Candidate& candidate : candidates) {
    if (partner[candidate.a] != nullptr || taken[candidate.b]) continue;
    partner[candidate.a] = &candidate;
    taken[candidate.b] = true;
  }
  FactDiff diff;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (partner[i] == nullptr) {
      diff.only_a.push_back(a[i]);
    } else {
      (partner[i]->match.equal ? diff.both : diff.differ).push_back({a[i], b[partner[i]->b]});
    }
  }
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (!taken[j]) diff.only_b.push_back(b[j]);
  }
  return diff;
}

}  // namespace clausula
