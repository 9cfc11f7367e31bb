#include "query/topic_facts.h"

#include <array>
#include <utility>

#include "indexer/facts.h"
#include "indexer/schema.h"
#include "query/doc_set.h"

namespace clausula {
namespace {

// More terms than this cost more than their order is worth.
constexpr std::size_t most_terms = 60;

constexpr std::array facts_of_topics{
    std::pair{Topic::transfers, FactKind::transfer},     std::pair{Topic::retention, FactKind::retention},
    std::pair{Topic::rights, FactKind::right},           std::pair{Topic::legal_basis, FactKind::legal_basis},
    std::pair{Topic::complaint, FactKind::authority},    std::pair{Topic::minors, FactKind::minimum_age},
    std::pair{Topic::changes, FactKind::effective_date},
};

}  // namespace

std::vector<std::string> fact_terms_of(const Xapian::Database& database, Topic topic) {
  std::vector<std::string> terms;
  for (const auto& [about, kind] : facts_of_topics) {
    if (about != topic) continue;
    terms = terms_with(database, term(prefix::fact, std::string(name_of(kind)) + ":"),
                       [](std::string_view) { return true; });
  }
  if (terms.size() > most_terms) terms.clear();
  return terms;
}

}  // namespace clausula
