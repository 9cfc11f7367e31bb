// Slots of a template that its shop left unfilled: "[bedrijfsnaam]", "{{adres}}", "XXXX", "<vul in>".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/fact_rules.h"

namespace clausula {

struct SlotSpan {
  std::size_t begin = 0;  // bytes, half-open
  std::size_t end = 0;
};

// The slots in a text, in order. Footnotes "[1]", "[...]" and disguised addresses "info [at] shop" are none.
std::vector<SlotSpan> find_slots(std::string_view text);

// Where a policy has slots; none of them is a value.
std::vector<Evidence> template_slots(const FactContext& context);

}  // namespace clausula
