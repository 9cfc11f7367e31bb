// The data that a question about periods names ("invoices"): which clauses speak of them, and which periods are theirs.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "indexer/document.h"
#include "query/doc_set.h"
#include "query/question.h"

namespace clausula {

// Of one question.
class AskedData {
 public:
  // Borrows the database and the analyzers.
  AskedData(const Xapian::Database& database, const Question& question, const Lexicon& lexicon,
            QuestionAnalyzers& analyzers);

  // Whether the question names none.
  bool empty() const { return data_.empty(); }
  // Those of the documents that have a word for the data, or state a period of them.
  DocSet clauses(const DocSet& documents) const;
  // Whether the fact's period is one of the data; true where the question names none. `clause` states the fact.
  bool concerns(const Fact& fact, const StoredClause& clause) const;

 private:
  const Xapian::Database& database_;
  QuestionAnalyzers& analyzers_;
  std::vector<std::string> data_;   // as facts name them
  std::vector<std::string> terms_;  // of clauses that speak of them
  // Stems of the concepts that the question names, and of all that facts call by the same name.
  std::unordered_set<std::string> named_;
  std::unordered_set<std::string> related_;
};

}  // namespace clausula
