// Which facts two policies share and where they say something else.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "indexer/facts.h"
#include "indexer/lexicon.h"

namespace clausula {

struct FactPair {
  Fact a;
  Fact b;
};

struct FactDiff {
  std::vector<Fact> only_a;
  std::vector<Fact> only_b;
  std::vector<FactPair> both;    // the same value: durations of one length, names without case and accents
  std::vector<FactPair> differ;  // the same matter with another value: invoices 7 and 10 years, Klarna and not Klarna
};

// Whether clause number `a` of the first policy stands for clause number `b` of the second.
using Aligned = std::function<bool(int a, int b)>;

// Each fact once, at most one partner each, the best pairs first; in the order of the first policy. The lexicon says
// which kinds of data are related.
FactDiff diff_facts(std::span<const Fact> a, std::span<const Fact> b, const Aligned& aligned,
                    const Lexicon& lexicon = Lexicon::builtin());

}  // namespace clausula
