// What a name is in its statement: receiver, agent, means, subject of doing something for the shop.
#pragma once

#include <cstddef>

#include "indexer/recipients_role_sentence.h"
#include "indexer/recipients_roles.h"

namespace clausula {

// Fills in `role`, whose span is set, of the name at tokens [first, last]. False where it has none.
bool read_role(const RoleSentence& sentence, std::size_t first, std::size_t last, RoleName& role);

// "nododam Zibsūtam": a Latvian receiver behind the verb.
bool follows_as_dative(const RoleSentence& sentence, std::size_t first);

}  // namespace clausula
