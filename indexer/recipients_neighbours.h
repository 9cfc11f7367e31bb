// What a named recipient beside a group makes of it: the same one by another word, a member of a list, a description.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/recipients.h"

namespace clausula {

// Groups are cues of categories.toml. Borrows the text and the facts, which hold the named recipients.
class Neighbours {
 public:
  using Place = SharingText::Place;
  using Bytes = std::pair<std::size_t, std::size_t>;  // of the policy, half-open

  Neighbours(const SharingText& text, std::span<const Fact> named);

  // Whether the group is a name's other word or description, and so states nothing of its own.
  bool gives_way(Place place, const Cue& cue) const;
  // Whether the group shares what the name before it gets: "PostNL en onze boekhouder".
  bool beside(Place place, const Cue& cue) const;
  // Whether the clause names a recipient before the token.
  bool before(Place place, std::size_t token) const;
  // Whether the clause names a recipient.
  bool inside(std::size_t clause) const;
  // The recipient named last before a token, within its sentence.
  std::optional<Bytes> last(Place place, std::size_t token) const;

 private:
  bool is_one(Place place, const Cue& cue) const;
  bool apposed(Place place, const Cue& cue) const;
  bool refers_back(Place place, const Cue& cue) const;
  bool describes(Place place, const Cue& cue) const;
  bool names_cell(std::size_t clause, std::size_t byte) const;
  bool carries(Place place, const Cue& cue) const;
  bool points_back(Place place, const Cue& cue) const;

  const SharingText& text_;
  std::span<const Fact> facts_;
  std::vector<Bytes> named_;
};

}  // namespace clausula
