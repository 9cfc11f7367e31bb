// Sets of documents as sorted lists: what counts, facets and answers are computed with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace clausula {

// Sorted, without duplicates.
using DocSet = std::vector<Xapian::docid>;

// The documents that have a term.
DocSet docs_with(const Xapian::Database& database, const std::string& term);
// … that have at least one of them.
DocSet docs_with_any(const Xapian::Database& database, const std::vector<std::string>& terms);

// Those of the documents that have a term.
DocSet those_with(const Xapian::Database& database, const DocSet& documents, const std::string& term);

// From documents in any order, with duplicates.
DocSet sorted_once(DocSet documents);
DocSet unite(const DocSet& a, const DocSet& b);
DocSet intersect(const DocSet& a, const DocSet& b);
DocSet subtract(const DocSet& a, const DocSet& b);

// The terms of the index that begin with `prefix` and go on with a value that `accept` takes.
template <class Accept>
std::vector<std::string> terms_with(const Xapian::Database& database, std::string_view prefix, Accept&& accept) {
  std::vector<std::string> terms;
  const std::string begin(prefix);
  for (auto it = database.allterms_begin(begin); it != database.allterms_end(begin); ++it) {
    std::string term = *it;
    std::string_view value = std::string_view(term).substr(prefix.size());
    // A capital belongs to a longer prefix: "XRD…" is none of "XR".
    if (!value.empty() && value[0] >= 'A' && value[0] <= 'Z') continue;
    if (value.starts_with(':') && prefix.size() > 1) value.remove_prefix(1);
    if (accept(value)) terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace clausula
