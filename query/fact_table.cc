#include "query/fact_table.h"

#include <algorithm>

#include "corpus/unicode.h"

namespace clausula {
namespace {

template <class Value>
bool allows(const std::vector<Value>& allowed, const Value& value) {
  return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

bool is_named(const Fact& fact, const std::string& folded_name) {
  if (folded_name.empty()) return true;
  if (fold(fact.value).find(folded_name) != std::string::npos) return true;
  const auto product = fact.detail("product");
  return product && fold(*product).find(folded_name) != std::string::npos;
}

std::vector<StoredPolicy> policies_of(const Store& store, const FactQuery& query) {
  if (query.policies.empty()) return store.policies(query.versions);
  std::vector<StoredPolicy> policies;
  for (const std::string& name : query.policies) policies.push_back(store.policy_or_fail(name));
  return policies;
}

std::string quote_of(const Store& store, const std::string& id, const Evidence& evidence) {
  const auto clause = store.clause(id, evidence.clause);
  if (!clause || evidence.begin < clause->begin || evidence.end > clause->end) return {};
  return sentence_around(clause->text, evidence.begin - clause->begin, evidence.end - clause->begin);
}

}  // namespace

std::string sentence_around(const std::string& text, std::size_t begin, std::size_t end) {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (const WordSpan& sentence : sentences(text)) {
    if (sentence.end <= begin || sentence.begin >= std::max(end, begin + 1)) continue;
    first = std::min(first, sentence.begin);
    last = std::max(last, sentence.end);
  }
  if (first >= last) return {};
  return std::string(trim(std::string_view(text).substr(first, last - first)));
}

FactCounts each_fact(const Store& store, const FactQuery& query, const std::function<void(const FactRow&)>& use) {
  FactCounts counts;
  const std::string name = fold(query.name);
  for (const StoredPolicy& policy : policies_of(store, query)) {
    if (!allows(query.languages, policy.language)) continue;
    ++counts.policies;
    const std::string id = versioned_id(policy.source);
    for (const Fact& fact : policy.facts) {
      if (!allows(query.kinds, fact.kind) || !is_named(fact, name)) continue;
      ++counts.facts;
      if (query.limit > 0 && counts.facts > query.limit) continue;
      use({&policy, fact, quote_of(store, id, fact.evidence)});
    }
  }
  return counts;
}

}  // namespace clausula
