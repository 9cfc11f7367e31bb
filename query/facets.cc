#include "query/facets.h"

#include <algorithm>
#include <array>

#include "indexer/schema.h"

namespace clausula {
namespace {

// The longest lists are cut: the commonest say what there is.
constexpr std::size_t most_values = 20;

struct Band {
  std::string_view name;
  double below;  // days
};
constexpr double year = 365.25;
constexpr std::array bands{
    Band{"up to 1 year", year + 1},
    Band{"over 1 to 2 years", 2 * year + 1},
    Band{"over 2 to 5 years", 5 * year + 1},
    Band{"over 5 to 7 years", 7 * year + 1},
    Band{"over 7 to 10 years", 10 * year + 1},
    Band{"over 10 years", 1e9},
};

}  // namespace

Facet FacetCounter::by_terms(const DocBits& chosen, std::string_view name, std::string_view prefix) {
  const auto [known, added] = terms_.try_emplace(std::string(prefix));
  if (added) {
    for (std::string& term : terms_with(database_, prefix, [](std::string_view) { return true; })) {
      std::string value = term.substr(prefix.size());
      if (value.starts_with(':')) value.erase(0, 1);
      known->second.emplace_back(std::move(term), std::move(value));
    }
  }
  Facet facet{std::string(name), {}};
  for (const auto& [term, value] : known->second) {
    const DocSet& having = table_.with(term);
    const auto count =
        std::count_if(having.begin(), having.end(), [&](Xapian::docid policy) { return chosen.test(policy); });
    if (count > 0) facet.values.push_back({value, static_cast<std::size_t>(count)});
  }
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.policies > b.policies; });
  if (facet.values.size() > most_values) facet.values.resize(most_values);
  return facet;
}

Facet FacetCounter::by_retention(const DocSet& policies) {
  if (!longest_read_) {
    longest_read_ = true;
    auto values = database_.valuestream_begin(slot::retention);
    const auto end = database_.valuestream_end(slot::retention);
    for (const Xapian::docid policy : table_.all()) {
      values.skip_to(policy);
      if (values == end) break;
      if (values.get_docid() == policy) longest_.emplace_back(policy, Xapian::sortable_unserialise(*values));
    }
  }
  std::array<std::size_t, bands.size()> counts{};
  std::size_t none = policies.size();
  auto next = longest_.begin();
  for (const Xapian::docid policy : policies) {
    while (next != longest_.end() && next->first < policy) ++next;
    if (next == longest_.end()) break;
    if (next->first != policy) continue;
    const double days = next->second;
    const auto band = std::find_if(bands.begin(), bands.end(), [&](const Band& b) { return days < b.below; });
    ++counts[static_cast<std::size_t>(band - bands.begin())];
    --none;
  }
  Facet facet{"retention", {}};
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (counts[i] > 0) facet.values.push_back({std::string(bands[i].name), counts[i]});
  }
  if (none > 0) facet.values.push_back({"no number", none});
  return facet;
}

std::vector<Facet> FacetCounter::count(const DocSet& policies) {
  DocBits chosen(database_.get_lastdocid());
  for (const Xapian::docid policy : policies) chosen.set(policy);
  std::vector<Facet> facets{
      by_terms(chosen, "topic", prefix::topic),         by_terms(chosen, "language", prefix::language),
      by_terms(chosen, "recipient", prefix::recipient), by_retention(policies),
      by_terms(chosen, "sector", prefix::sector),       by_terms(chosen, "year", prefix::year)};
  std::erase_if(facets, [](const Facet& facet) { return facet.values.empty(); });
  return facets;
}

}  // namespace clausula
