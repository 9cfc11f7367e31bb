// What is measured: the query library, and two baselines over the same texts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/clause.h"
#include "corpus/reader.h"
#include "query/search.h"

namespace clausula {

struct RankedPolicy {
  std::string id;
  std::optional<Answer> answer;
  std::optional<LineRange> proof;  // of the clause that is shown first
};
using Ranking = std::vector<RankedPolicy>;  // best first

// Asks the query library as `clausula-query search --silent --limit 0` does.
class Clausula {
 public:
  // Borrows the index.
  explicit Clausula(const Store& store) : searcher_(store) {}
  SearchResult ask(const std::string& question);

 private:
  Searcher searcher_;
};
Ranking ranking_of(const SearchResult& result);

// Plain Xapian: TermGenerator, QueryParser and BM25 with the stock Dutch stemmer, defaults everywhere.
class PlainXapian {
 public:
  enum class Unit { policy, clause };  // a policy ranks as its best clause
  PlainXapian(const std::filesystem::path& corpus, Unit unit);
  Ranking ask(const std::string& question) const;

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace clausula
