// Names that are typed on a command line or in a request, as values; what is unknown is answered with what there is.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "corpus/language.h"
#include "indexer/facts.h"
#include "indexer/topics.h"

namespace clausula {

// Each name may hold several, with commas between. In the order they were typed, each once. Throw UsageError for an
// unknown one, with what was probably meant or what there is.
std::vector<Topic> topics_named(std::span<const std::string> names);
std::vector<FactKind> fact_kinds_named(std::span<const std::string> names);
std::vector<Language> languages_named(std::span<const std::string> names);

}  // namespace clausula
