// Names that stand in a list of those who get the data inside a sentence: behind a label, a colon, "such as" or an
// opening bracket.
#pragma once

#include <cstddef>

#include "indexer/recipients_role_sentence.h"

namespace clausula {

// Whether the name at tokens [first, last] does.
bool is_listed(const RoleSentence& sentence, std::size_t first, std::size_t last);

}  // namespace clausula
