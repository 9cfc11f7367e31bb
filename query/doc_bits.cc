#include "query/doc_bits.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace clausula {

void DocBits::unite(const DocBits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

void DocBits::intersect(const DocBits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
}

void DocBits::subtract(const DocBits& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
}

void DocBits::fill() {
  std::fill(words_.begin(), words_.end(), ~std::uint64_t{0});
  words_.front() &= ~std::uint64_t{1};
  words_.back() &= ~std::uint64_t{0} >> (bits - 1 - last_ % bits);
}

DocSet DocBits::documents() const {
  DocSet documents;
  std::size_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
  documents.reserve(count);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
      documents.push_back(static_cast<Xapian::docid>(i) * bits + static_cast<Xapian::docid>(std::countr_zero(word)));
    }
  }
  return documents;
}

}  // namespace clausula
