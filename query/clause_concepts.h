// What a text speaks of, independent of its language: the concepts of concepts.toml.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "indexer/lexicon.h"
#include "indexer/phrases.h"

namespace clausula {

// Of one language; finds nothing in a language that the lexicon does not have.
class ConceptReader {
 public:
  explicit ConceptReader(Language language, const Lexicon& lexicon = Lexicon::builtin());

  // Ids of the concepts that the text names.
  std::set<std::string> concepts_of(std::string_view text);

 private:
  Analyzer analyzer_;
  PhraseMatcher matcher_;
  std::vector<std::string> ids_;  // by number of the matcher
};

}  // namespace clausula
