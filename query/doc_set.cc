#include "query/doc_set.h"

#include <algorithm>
#include <iterator>

namespace clausula {

DocSet docs_with(const Xapian::Database& database, const std::string& term) {
  DocSet docs;
  docs.reserve(database.get_termfreq(term));
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) docs.push_back(*it);
  return docs;
}

DocSet docs_with_any(const Xapian::Database& database, const std::vector<std::string>& terms) {
  DocSet all;
  for (const std::string& term : terms) {
    const DocSet docs = docs_with(database, term);
    all.insert(all.end(), docs.begin(), docs.end());
  }
  if (terms.size() > 1) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  return all;
}

DocSet unite(const DocSet& a, const DocSet& b) {
  DocSet result;
  result.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

DocSet intersect(const DocSet& a, const DocSet& b) {
  DocSet result;
  result.reserve(std::min(a.size(), b.size()));
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

DocSet subtract(const DocSet& a, const DocSet& b) {
  DocSet result;
  result.reserve(a.size());
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

}  // namespace clausula
