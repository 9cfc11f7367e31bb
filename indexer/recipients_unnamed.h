// What a sentence says of recipients without naming a group: "we never sell your data", "… and only where needed",
// "if the law requires it".
#pragma once

#include <vector>

#include "indexer/recipients_candidates.h"
#include "indexer/recipients_neighbours.h"

namespace clausula {

// The facts of such statements. `said` tells whether the candidates have stated one already, `leads` whether the clause
// leads into a list that names recipients. `named` tells where recipients are named.
std::vector<Fact> unnamed_recipients(const SharingText& text, SharingText::Place place, const Neighbours& named,
                                     const std::vector<GroupCandidate>& candidates, bool said, bool leads);

// Whether a sentence names the data, or points at those of the sentence before ("Tā netiks pārdota").
bool about_data(const SharingText& text, SharingText::Place place);

}  // namespace clausula
