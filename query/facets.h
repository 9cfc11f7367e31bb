// How the policies that were found are spread over topics, languages, recipients, periods, sectors and years.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/doc_bits.h"
#include "query/policy_table.h"
#include "query/search_result.h"

namespace clausula {

// Keeps what it read of the index for the next question.
class FacetCounter {
 public:
  // Borrows both.
  FacetCounter(const Xapian::Database& database, const PolicyTable& table) : database_(database), table_(table) {}

  // `policies` are documents of policies.
  std::vector<Facet> count(const DocSet& policies);

 private:
  Facet by_terms(const DocBits& chosen, std::string_view name, std::string_view prefix);
  Facet by_retention(const DocSet& policies);

  const Xapian::Database& database_;
  const PolicyTable& table_;
  // Terms and their values, by prefix.
  std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>> terms_;
  // The longest period that a policy states, in days, by document, of those that state any; sorted.
  std::vector<std::pair<Xapian::docid, double>> longest_;
  bool longest_read_ = false;
};

}  // namespace clausula
