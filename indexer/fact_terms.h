// The terms of the index that a fact stands under: written by the indexer, asked for by the query tool.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facts.h"

namespace clausula {

// "XRklarna", "XErecipient:payment"; the fact's own value first.
std::vector<std::string> fact_terms(const Fact& fact);

// What stands before the value in the term of a fact that is no recipient, or of a detail: "XEretention:".
std::string fact_start(std::string_view kind);

}  // namespace clausula
