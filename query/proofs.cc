#include "query/proofs.h"

#include <algorithm>

#include "corpus/error.h"
#include "indexer/index.h"
#include "indexer/schema.h"
#include "query/doc_set.h"

namespace clausula {
namespace {

// The places in a clause where the fact is stated, as bytes of its text; those of the fact's first evidence first.
std::vector<ByteRange> evidence_in(const StoredClause& clause, const Fact& fact) {
  std::vector<ByteRange> ranges;
  const auto add = [&](const Evidence& evidence) {
    if (evidence.clause != clause.number || evidence.begin < clause.begin || evidence.end > clause.end) return;
    ranges.push_back({evidence.begin - clause.begin, evidence.end - clause.begin});
  };
  add(fact.evidence);
  for (const Evidence& evidence : fact.also) add(evidence);
  return ranges;
}

// "6.1.f" says "6.1" and "6" as well.
bool says(const MarkedWords& marked, const Unit& unit) {
  return std::any_of(marked.units.begin(), marked.units.end(), [&](const std::string& asked) {
    return unit.value == asked || (unit.kind == WordKind::article && unit.value.starts_with(asked + "."));
  });
}

}  // namespace

FoundClause Proofs::of_clause(StoredClause clause, double score, const Fact* fact) const {
  FoundClause found;
  std::vector<Token> tokens;
  Analyzer& analyzer = analyzers_.at(clause.language == Language::latvian ? 2 : 1);
  analyzer.analyze(clause.text, tokens);
  std::vector<ByteRange> evidence;
  if (!marked_.units.empty() && fact == nullptr) {
    std::vector<Unit> units;
    analyzer.units(clause.text, tokens, units);
    for (const Unit& unit : units) {
      if (says(marked_, unit)) evidence.push_back({tokens[unit.first].begin, tokens[unit.last].end});
    }
  }
  if (fact != nullptr) {
    evidence = evidence_in(clause, *fact);
    found.fact = *fact;
  }
  found.snippet = make_snippet(clause.text, tokens, marked_, evidence, columns_);
  found.clause = std::move(clause);
  found.score = score;
  return found;
}

FoundClause Proofs::of_fact(const StoredPolicy& policy, const Fact& fact, double score) const {
  const std::string id = versioned_id(policy.source);
  auto clause = store_.clause(id, fact.evidence.clause);
  if (!clause) {
    throw InputError(store_.name() + ": clause " + std::to_string(fact.evidence.clause) + " of " + id +
                     " is missing; rebuild the index with clausula-index --rebuild");
  }
  return of_clause(std::move(*clause), score, &fact);
}

std::optional<FoundClause> Proofs::of_topics(const StoredPolicy& policy, std::span<const Topic> topics) const {
  const Xapian::Database& database = store_.database();
  const DocSet clauses = docs_with(database, term(prefix::version, versioned_id(policy.source)));
  DocSet tagged;
  for (const Topic topic : topics)
    tagged = unite(tagged, those_with(database, clauses, term(prefix::topic, name_of(topic))));
  std::optional<StoredClause> best;
  double most = 0;
  for (const Xapian::docid document : tagged) {
    const Xapian::Document read = database.get_document(document);
    if (!read.get_value(slot::fingerprint).empty()) continue;  // the policy itself
    StoredClause clause = decode_clause(read.get_data());
    double score = 0;
    for (const TopicTag& tag : clause.topics) {
      if (std::find(topics.begin(), topics.end(), tag.topic) != topics.end()) score = std::max(score, tag.score);
    }
    if (clause.kind == ClauseKind::heading) score /= 10;  // it announces only
    if (best && score <= most) continue;
    most = score;
    best = std::move(clause);
  }
  if (!best) return std::nullopt;
  return of_clause(std::move(*best), most);
}

}  // namespace clausula
