// Which capitalised words are no organisation though they stand where one could: places, laws, techniques, persons,
// common nouns, groups.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/recipients.h"

namespace clausula {

class Exclusions {
 public:
  using Place = SharingText::Place;

  explicit Exclusions(const SharingText& text);

  // Whether the tokens [first, last] name no organisation.
  bool excluded(Place place, std::size_t first, std::size_t last) const;

  // Whether the word at the head of an item looks like a name rather than a common noun; the name ends at byte `end`.
  bool looks_like_name(const ClauseView& view, std::size_t first, std::size_t end) const;

  // The cues of recipient-words.toml.
  std::span<const Cue> words(std::size_t clause) const { return words_.of(clause); }
  std::span<const Cue> words(Place place) const { return words_.of(place.clause, place.sentence); }

 private:
  bool common(Place place, std::size_t first, std::size_t last) const;
  bool is_person(Place place, std::size_t first, std::size_t last) const;
  bool quoted(Place place, std::size_t first) const;

  const SharingText& text_;
  Cues no_parties_;
  Cues words_;
};

// Whether a word has capitals inside, as no common noun has ("KeurmerkPlus"); hyphenated words are none.
bool is_coined(const ClauseView& view, std::size_t token);

// A word that begins a surname ("van", "de").
bool is_small(std::string_view word);

}  // namespace clausula
