#include "query/diff_align.h"

#include <algorithm>
#include <tuple>

namespace clausula {

std::string_view name_of(Change change) {
  switch (change) {
    case Change::same:
      return "same";
    case Change::edited:
      return "edited";
    case Change::moved:
      return "moved";
    case Change::only_a:
      return "only_a";
    case Change::only_b:
      return "only_b";
    case Change::matched:
      return "matched";
  }
  return "same";
}

std::vector<ClauseChange> completed(std::vector<ClauseChange> pairs, std::size_t size_a, std::size_t size_b) {
  // Where each clause of the first policy belongs in the second: after the partner of the last one that kept its place.
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> partner(size_a, none);
  std::vector<bool> has_a(size_a);
  std::vector<bool> has_b(size_b);
  for (const ClauseChange& pair : pairs) {
    has_a[*pair.a] = true;
    has_b[*pair.b] = true;
    if (pair.change != Change::moved && !pair.moved) partner[*pair.a] = *pair.b;
  }
  for (std::size_t b = 0; b < size_b; ++b) {
    if (!has_b[b]) pairs.push_back({Change::only_b, std::nullopt, b});
  }
  // Twice the place in the second policy, so that there is room between two clauses.
  std::vector<std::size_t> place(size_a);
  std::size_t last = 0;
  for (std::size_t a = 0; a < size_a; ++a) {
    if (partner[a] != none) last = 2 * partner[a] + 2;
    place[a] = last;
    if (!has_a[a]) pairs.push_back({Change::only_a, a, std::nullopt});
  }
  const auto key = [&](const ClauseChange& change) {
    return std::tuple(change.b ? 2 * *change.b + 1 : place[*change.a], change.a.value_or(0));
  };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const ClauseChange& x, const ClauseChange& y) { return key(x) < key(y); });
  return pairs;
}

}  // namespace clausula
