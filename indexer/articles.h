// Citations of the GDPR in text, in any of the languages: "artikel 6, eerste lid, onder f", "6. panta 1. punkta f)".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/lexicon.h"

namespace clausula {

// Only read once built: fit for several threads.
class ArticleFinder {
 public:
  // Reads articles.toml; borrows nothing. Throws InputError where an entry is wrong.
  explicit ArticleFinder(const Lexicon& lexicon);

  // Appends the articles that `tokens` of `text` cite, one unit for each article, paragraph and point: "13", "6.1",
  // "6.1.f". Those of a list ("15, 16 en 17", "15 t/m 22") are told each by itself. Articles of other laws are none.
  void find(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found) const;

  enum class Role : unsigned char {
    none,
    article,
    articles,
    article_after,
    paragraph,
    point,
    joining,
    through,
    ordinal,
    regulation,
    other_law
  };
  struct Meaning {
    Role role = Role::none;
    int number = 0;  // of an ordinal
  };

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  friend class CitationReader;

  std::unordered_map<std::string, Meaning, Hash, std::equal_to<>> words_;
};

}  // namespace clausula
