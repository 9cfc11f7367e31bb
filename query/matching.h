// All documents that match a query, weights aside: what counts and facets need, and the engine's ranking is too slow
// for.
#pragma once

#include <xapian.h>

#include "query/doc_set.h"

namespace clausula {

// Terms, OR, AND, FILTER, AND_NOT, AND_MAYBE and weights are worked out on sets; the engine does the rest.
DocSet docs_matching(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace clausula
