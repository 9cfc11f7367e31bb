#include "corpus/spelling.h"

#include <algorithm>
#include <vector>

namespace clausula {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above.back(), most + 1);
}

std::size_t allowed_mistakes(std::string_view word) {
  if (word.size() < 4) return 0;
  return word.size() < 8 ? 1 : 2;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  std::size_t best = allowed_mistakes(word) + 1;
  const std::string* found = nullptr;
  bool unique = true;
  for (const std::string& candidate : candidates) {
    if (candidate.size() < 3) continue;
    const std::size_t distance = edit_distance(word, candidate, best);
    if (distance < best) {
      best = distance;
      found = &candidate;
      unique = true;
    } else if (found != nullptr && distance == best && candidate != *found) {
      unique = false;
    }
  }
  if (found == nullptr || !unique) return std::nullopt;
  return *found;
}

}  // namespace clausula
