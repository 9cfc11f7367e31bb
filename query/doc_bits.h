// A set of documents with a bit for each that there could be: for sets of many, and to look one up.
#pragma once

#include <cstdint>
#include <vector>

#include "query/doc_set.h"

namespace clausula {

class DocBits {
 public:
  // Of documents up to `last`; none is in it.
  explicit DocBits(Xapian::docid last) : last_(last), words_(last / bits + 1) {}

  void set(Xapian::docid document) { words_[document / bits] |= std::uint64_t{1} << document % bits; }
  bool test(Xapian::docid document) const { return (words_[document / bits] >> document % bits & 1) != 0; }

  // With another of as many documents: in either, in both, not in the other.
  void unite(const DocBits& other);
  void intersect(const DocBits& other);
  void subtract(const DocBits& other);
  // All from 1 to the last.
  void fill();

  DocSet documents() const;

 private:
  static constexpr Xapian::docid bits = 64;
  Xapian::docid last_;
  std::vector<std::uint64_t> words_;
};

}  // namespace clausula
