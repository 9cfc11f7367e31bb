// Who speaks: shops paste whole notices of their payment or review service into their policies.
#pragma once

#include <string>
#include <vector>

#include "indexer/fact_rules.h"

namespace clausula {

// By clause: the name of the party that speaks there, empty where it is the shop. `context.speakers` is not read.
std::vector<std::string> speakers_of(const FactContext& context);

}  // namespace clausula
