#include "indexer/controller_candidates.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/controller_names.h"
#include "indexer/fact_rules.h"

namespace clausula {
namespace {

// A firm that is only mentioned counts where it is mentioned first or often; recipients have legal forms too.
bool likely(const ControllerName& candidate) {
  if (candidate.weight == Weight::form) {
    return candidate.count >= ShopNames::often || static_cast<std::size_t>(candidate.evidence.clause) <= first_clauses;
  }
  if (candidate.weight == Weight::subject) {
    return candidate.count >= 2 || static_cast<std::size_t>(candidate.evidence.clause) <= first_clauses;
  }
  return true;
}

}  // namespace

void ControllerNames::add(ControllerName candidate) {
  const std::string key = fold(candidate.name);
  const auto known =
      std::find_if(names_.begin(), names_.end(), [&](const ControllerName& name) { return fold(name.name) == key; });
  if (known == names_.end()) {
    names_.push_back(std::move(candidate));
    return;
  }
  ++known->count;
  known->weight = std::max(known->weight, candidate.weight);
}

const ControllerName* ControllerNames::best() const {
  const ControllerName* best = nullptr;
  for (const ControllerName& candidate : names_) {
    if (!likely(candidate)) continue;
    const bool surer = best == nullptr || (candidate.party == best->party && candidate.weight > best->weight);
    if (surer || (best->party && !candidate.party)) best = &candidate;
  }
  if (best == nullptr || best->legal_form) return best;
  // The shop's name may be the beginning of its firm's.
  const std::string name = squashed(best->name);
  for (const ControllerName& candidate : names_) {
    if (candidate.legal_form && squashed(candidate.name).starts_with(name)) return &candidate;
  }
  return best;
}

const ControllerName* ControllerNames::further_firm(const ControllerName& best) const {
  if (best.legal_form || best.weight < Weight::block) return nullptr;
  const std::string name = squashed(best.name);
  for (const ControllerName& candidate : names_) {
    if (!candidate.legal_form || candidate.weight != Weight::block) continue;
    if (squashed(candidate.name).find(name) == std::string::npos) return &candidate;
  }
  return nullptr;
}

}  // namespace clausula
