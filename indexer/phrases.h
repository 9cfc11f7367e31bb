// Finds the phrases of a lexicon in analyzed text.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"

namespace clausula {

// A phrase is words separated by blanks; each word matches by stem, or, marked, otherwise:
//     bewaren            every form of the stem
//     =derden            this form only
//     bewaar*            every word that begins so
//     *termijn           every word that ends so, compounds included
//     ..                 up to four words in between
// Case and diacritics are those of `normalize`.
// Once filled it is only read, also by several threads.
class PhraseMatcher {
 public:
  struct Match {
    std::uint32_t id = 0;     // as given to `add`
    std::size_t first = 0;    // index of the first and the last token, inclusive
    std::size_t last = 0;
  };

  // Borrows the analyzer, which gives the phrases' stems; text to be matched has to come from one of the same language.
  explicit PhraseMatcher(Analyzer& analyzer);
  ~PhraseMatcher();
  PhraseMatcher(PhraseMatcher&&) noexcept;

  // Throws UsageError for a phrase without a word.
  void add(std::string_view phrase, std::uint32_t id);

  // Every phrase at every place, by first token; where one phrase matches at a place in several lengths, the longest.
  void match(std::span<const Token> tokens, std::vector<Match>& matches) const;

 private:
  struct Node;
  Analyzer* analyzer_;
  std::unique_ptr<Node> root_;
  std::uint32_t serial_;  // tells matchers apart, also after one is gone
};

}  // namespace clausula
