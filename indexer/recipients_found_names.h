// Makes facts of names that no table lists: what belongs to the name, and whether it is one at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/names.h"
#include "indexer/recipients.h"
#include "indexer/recipients_exclusions.h"
#include "indexer/recipients_own_firms.h"

namespace clausula {

// Borrows all that it is given; `firms` are the cues of controllers.toml.
class FoundNames {
 public:
  using Place = SharingText::Place;

  FoundNames(const SharingText& text, const Cues& firms, const Exclusions& exclusions, const OwnFirms& own,
             std::vector<Fact>& facts)
      : text_(text), firms_(firms), exclusions_(exclusions), own_(own), facts_(facts) {}

  // Adds the name, unless it is known already, the shop's own or none. `group` is the category that the words beside it
  // tell, or empty; `dative` says that a Latvian name stands in the dative. Whether it was added.
  bool add(Place place, NameSpan span, bool denied, std::string_view group = {}, bool dative = false);

 private:
  void take_in_small_words(const ClauseView& view, NameSpan& span) const;
  void split_at_and(Place place, NameSpan& span) const;
  void leave_out_kind(Place place, NameSpan& span) const;
  std::string bare_name(Place place, std::size_t first, std::size_t last, const NameSpan& span) const;

  const SharingText& text_;
  const Cues& firms_;
  const Exclusions& exclusions_;
  const OwnFirms& own_;
  std::vector<Fact>& facts_;
};

}  // namespace clausula
