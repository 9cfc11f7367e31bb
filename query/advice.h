// Why a search found nothing, and what to try instead.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/question.h"
#include "query/search_result.h"

namespace clausula {

// One sentence each; at least one.
std::vector<std::string> advise(const SearchResult& result, const Vocabulary& vocabulary, const QuestionReader& reader,
                                const Xapian::Database& database);

}  // namespace clausula
