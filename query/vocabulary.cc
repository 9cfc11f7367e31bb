#include "query/vocabulary.h"

#include <algorithm>

#include "indexer/schema.h"
#include "query/doc_set.h"

namespace clausula {

bool IndexVocabulary::has(const std::string& term) const { return database_.term_exists(term); }

std::vector<std::string> IndexVocabulary::recipients() const {
  std::vector<std::string> names;
  for (const std::string_view prefix : {prefix::recipient, prefix::denied}) {
    terms_with(database_, prefix, [&](std::string_view name) {
      names.emplace_back(name);
      return false;
    });
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace clausula
