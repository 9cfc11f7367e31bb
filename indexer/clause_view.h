// A clause as the taggers see it: its place in the policy and its words.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/clause.h"
#include "indexer/analyzer.h"

namespace clausula {

// Everything is borrowed: valid as long as the policy and the analyzer are.
struct ClauseView {
  const Clause* clause = nullptr;
  std::string_view text;                // Policy::text from clause->begin to clause->end
  std::vector<Token> tokens;            // offsets into `text`
  Language language = Language::other;  // that the tokens were analyzed in: the policy's
};

}  // namespace clausula
