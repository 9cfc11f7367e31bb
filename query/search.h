// Answers what was typed into the search box.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/lexicon.h"
#include "query/search_result.h"
#include "query/store.h"

namespace clausula {

struct SearchRequest {
  std::string query;                // may be empty where `missing` is set
  std::vector<Language> languages;  // only policies in these; empty: all
  std::optional<Topic> missing;     // list the policies that say nothing about it
  std::size_t limit = 10;           // policies; 0 is no limit
  bool silent = false;              // list the policies that are silent on a practice
  bool versions = false;            // older versions as well
  bool collapse = true;             // clauses that are the same word for word once
  bool facets = false;
  bool explain = false;
  std::size_t snippet_columns = 300;
};

// Not thread-safe: one object a thread. Reads the lexicon and the index's list of policies once.
class Searcher {
 public:
  // Borrows both.
  Searcher(const Store& store, const Lexicon& lexicon = Lexicon::builtin());
  ~Searcher();

  // Throws UsageError for a query that cannot be read.
  SearchResult search(const SearchRequest& request);

 private:
  class Run;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace clausula
