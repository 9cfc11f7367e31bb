// Names that no table lists and no legal form shows, by what they are in a statement: receiver, agent, means, subject
// of doing something for the shop, member of a list with a known one.
#pragma once

#include <vector>

#include "indexer/names.h"
#include "indexer/recipients.h"

namespace clausula {

struct RoleName {
  NameSpan span;
  bool denied = false;
  bool dative = false;     // a Latvian receiver: the name stands in the dative
  std::string_view group;  // category that the words before the name tell, or empty
};

// The names of one sentence, in the order of the text. `words` are the cues of recipient-words.toml in the sentence,
// `facts` what is known of the policy's recipients so far. Leaves it to the caller to reject the shop's own names.
std::vector<RoleName> names_in_roles(const SharingText& text, SharingText::Place place, const NameReader& names,
                                     std::span<const Cue> words, std::span<const Fact> facts);

}  // namespace clausula
