// How the policies that were found are spread over topics, languages, recipients, periods, sectors and years.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/doc_set.h"
#include "query/search_result.h"

namespace clausula {

// `policies` are documents of policies.
std::vector<Facet> count_facets(const Xapian::Database& database, const DocSet& policies);

}  // namespace clausula
