// Four-way answers: which policies say what was asked for, which deny it, which half say it, and which are silent.
#pragma once

#include <map>
#include <string>

#include "query/asked_data.h"
#include "query/doc_set.h"
#include "query/policy_table.h"
#include "query/practice_terms.h"
#include "query/question.h"

namespace clausula {

// Policies by answer; every policy of the universe is in exactly one.
struct AnswerSets {
  DocSet says;
  DocSet denies;
  DocSet partly;
  DocSet silent;
  // Clauses to prove an answer by, by the term of their fact, where it hangs on what a clause is about (a period of
  // invoices); the facts of the policy prove it otherwise.
  std::map<std::string, DocSet> proofs;
  bool exact = true;
};

// Borrows everything for the duration of the call. `universe` are the policies that are asked about, `data` those that
// the question names.
AnswerSets find_answers(const Xapian::Database& database, const PolicyTable& table, const Question& question,
                        const PracticeTerms& terms, const DocSet& universe, const AskedData& data);

}  // namespace clausula
