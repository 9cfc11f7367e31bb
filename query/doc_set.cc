#include "query/doc_set.h"

#include <algorithm>
#include <iterator>

#include "query/doc_bits.h"

namespace clausula {
namespace {

// With fewer than one document in so many, sorting them is quicker than a bit for each that there could be.
constexpr std::size_t sparse = 50;
// To go to a document costs about as much as to go on so many times.
constexpr std::size_t worth_skipping = 8;

}  // namespace

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
  return terms.size() > 1 ? sorted_once(std::move(all)) : all;
}

DocSet those_with(const Xapian::Database& database, const DocSet& documents, const std::string& term) {
  DocSet having;
  auto next = documents.begin();
  const auto end = database.postlist_end(term);
  const bool skip = database.get_termfreq(term) / worth_skipping > documents.size();
  for (auto it = database.postlist_begin(term); it != end;) {
    while (next != documents.end() && *next < *it) ++next;
    if (next != documents.end() && *next == *it) having.push_back(*next++);
    if (next == documents.end()) break;
    if (skip) {
      it.skip_to(*next);
    } else {
      ++it;
    }
  }
  return having;
}

DocSet sorted_once(DocSet documents) {
  if (documents.empty()) return documents;
  const Xapian::docid most = *std::max_element(documents.begin(), documents.end());
  if (documents.size() < most / sparse) {
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    return documents;
  }
  DocBits bits(most);
  for (const Xapian::docid document : documents) bits.set(document);
  return bits.documents();
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
