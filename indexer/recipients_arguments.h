// Whether a group stands in a statement as one who gets or handles the data: by its preposition in Dutch, by its case
// in Latvian, by being the subject of getting or the object of engaging in both.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/recipients.h"

namespace clausula {

// A group that says nothing of what it does (`generic` in categories.toml).
bool is_generic(const Cue& cue);

// A preposition behind which no receiver stands ("van", "tegen", "no").
bool is_other_link(std::string_view word);

// Whether such a word stands right before the token.
bool names_no_receiver(const SharingText& text, SharingText::Place place, std::size_t token);

// `segment` is that of the cue, which comes from categories.toml.
bool is_argument(const SharingText& text, SharingText::Place place, const Cue& cue, const Segment& segment);

}  // namespace clausula
