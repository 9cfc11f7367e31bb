// Firms with a legal form that are the shop itself under its registered name.
#pragma once

#include <string>
#include <vector>

#include "indexer/names.h"
#include "indexer/recipients.h"
#include "indexer/recipients_exclusions.h"

namespace clausula {

// Borrows all that it is given; `firms` are the cues of controllers.toml.
class OwnFirms {
 public:
  using Place = SharingText::Place;

  OwnFirms(const SharingText& text, const Cues& firms, const Exclusions& exclusions);

  bool is_own(const std::string& name) const;
  // A firm right before a verb of handling or sharing is its subject: the shop, as a rule.
  bool acts_itself(Place place, const NameSpan& span) const;

 private:
  bool for_us(Place place, const std::vector<Token>& tokens, std::size_t verb) const;

  const SharingText& text_;
  const Cues& firms_;
  const Exclusions& exclusions_;
  std::vector<std::string> own_;  // keys
};

}  // namespace clausula
