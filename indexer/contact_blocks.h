// Clauses that give contact details which may be the shop's.
#pragma once

#include <cstddef>

#include "indexer/fact_cues.h"

namespace clausula {

inline constexpr std::size_t block_words = 40;  // words of a contact block

// A short clause with details, or one with a number of registration. `cues` are those of controllers.toml.
bool is_contact_block(const FactContext& context, const Cues& cues, std::size_t clause);

// A line of few words with the details in the lines below.
bool before_contact_block(const FactContext& context, const Cues& cues, std::size_t clause);

}  // namespace clausula
