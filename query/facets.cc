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

Facet by_terms(const Xapian::Database& database, const DocSet& policies, std::string_view name,
               std::string_view prefix) {
  Facet facet{std::string(name), {}};
  for (const std::string& term : terms_with(database, prefix, [](std::string_view) { return true; })) {
    const std::size_t count = intersect(policies, docs_with(database, term)).size();
    if (count == 0) continue;
    std::string value = term.substr(prefix.size());
    if (value.starts_with(':')) value.erase(0, 1);
    facet.values.push_back({std::move(value), count});
  }
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.policies > b.policies; });
  if (facet.values.size() > most_values) facet.values.resize(most_values);
  return facet;
}

// The longest period that each policy states.
Facet by_retention(const Xapian::Database& database, const DocSet& policies) {
  std::array<std::size_t, bands.size()> counts{};
  std::size_t none = policies.size();
  auto values = database.valuestream_begin(slot::retention);
  const auto end = database.valuestream_end(slot::retention);
  for (const Xapian::docid policy : policies) {
    values.skip_to(policy);
    if (values == end) break;
    if (values.get_docid() != policy) continue;
    const double days = Xapian::sortable_unserialise(*values);
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

}  // namespace

std::vector<Facet> count_facets(const Xapian::Database& database, const DocSet& policies) {
  std::vector<Facet> facets{by_terms(database, policies, "topic", prefix::topic),
                            by_terms(database, policies, "language", prefix::language),
                            by_terms(database, policies, "recipient", prefix::recipient),
                            by_retention(database, policies),
                            by_terms(database, policies, "sector", prefix::sector),
                            by_terms(database, policies, "year", prefix::year)};
  std::erase_if(facets, [](const Facet& facet) { return facet.values.empty(); });
  return facets;
}

}  // namespace clausula
