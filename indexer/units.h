// What several words say together and what compares across languages: articles of law and durations.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/articles.h"
#include "indexer/fact_rules.h"
#include "indexer/lexicon.h"
#include "indexer/phrases.h"

namespace clausula {

// Finds the units of text in one language. Borrows the lexicon, and the analyzer while it is constructed only.
class UnitFinder {
 public:
  UnitFinder(const Lexicon& lexicon, Analyzer& analyzer);

  // Replaces `found` by the units of `tokens`, which are those of `text`; articles first, each kind in order.
  void find(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found);

 private:
  void find_durations_in(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found);

  ArticleFinder articles_;
  PhraseMatcher duration_words_;
  std::vector<const LexiconEntry*> entries_;  // of durations.toml, by id of the matcher
  std::vector<PhraseMatcher::Match> matches_;
  std::vector<PhraseSet::Hit> hits_;
};

}  // namespace clausula
