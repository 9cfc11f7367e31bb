#include "indexer/fact_terms.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

// Cut where it is longer than fits, as every term.
std::string fact_term(std::string_view kind, std::string_view value) {
  return term(prefix::fact, std::string(kind) + ":" + fold(value));
}

void add_detail(const Fact& fact, std::string_view key, std::string_view kind, std::vector<std::string>& terms) {
  if (const auto detail = fact.detail(key)) terms.push_back(fact_term(kind, *detail));
}

// "Google Analytics, Google Ads"
void add_products(std::string_view products, std::vector<std::string>& terms) {
  constexpr std::string_view separator = ", ";
  while (!products.empty()) {
    const std::size_t end = std::min(products.find(separator), products.size());
    terms.push_back(fact_term("product", products.substr(0, end)));
    products.remove_prefix(std::min(end + separator.size(), products.size()));
  }
}

}  // namespace

std::string fact_start(std::string_view kind) { return term(prefix::fact, std::string(kind) + ":"); }

std::vector<std::string> fact_terms(const Fact& fact) {
  std::vector<std::string> terms;
  switch (fact.kind) {
    case FactKind::recipient:
      terms.push_back(term(fact.denied ? prefix::denied : prefix::recipient, fold(fact.value)));
      add_detail(fact, "category", fact.denied ? "denied" : "recipient", terms);
      if (!fact.denied) add_products(fact.detail("product").value_or(""), terms);
      break;
    case FactKind::recipient_category:
      terms.push_back(term(fact.denied ? prefix::category_denied : prefix::category, fact.value));
      break;
    default:
      terms.push_back(fact_term(name_of(fact.kind), fact.value));
      if (fact.kind == FactKind::retention) add_detail(fact, "what", "retention-of", terms);
  }
  return terms;
}

}  // namespace clausula
