// The facts that whoever asks for a topic is after, as terms of an index.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/topics.h"

namespace clausula {

// None for topics whose facts have as many values as there are names, and where they would be too many to help a
// search.
std::vector<std::string> fact_terms_of(const Xapian::Database& database, Topic topic);

}  // namespace clausula
