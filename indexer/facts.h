// Typed facts: who gets the data, how long, what age, which ground, with the words that say so.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/clause.h"
#include "indexer/clause_view.h"
#include "indexer/topics.h"

namespace clausula {

enum class FactKind : unsigned char {
  recipient,
  recipient_category,
  retention,
  minimum_age,
  right,
  legal_basis,
  transfer,
  authority,
  controller,
  deadline,
  effective_date
};
inline constexpr int fact_kind_count = 11;

// "recipient-category": the name used in files.
std::string_view name_of(FactKind kind);
std::optional<FactKind> fact_kind_of(std::string_view name);

// The key under which a kind's `value` stands in a policy record: "name", "category", "duration", "age", "right",
// "basis", "outside-eea", "name", "name", "duration", "date".
std::string_view value_key(FactKind kind);

// Where a fact is stated. Bytes into Policy::text; lines 1-based, inclusive.
struct Evidence {
  int clause = 0;
  LineRange lines;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Fact {
  FactKind kind{};
  // Canonical value: "Klarna", "payment-providers", "P7Y", "16", "erasure", "contract", "yes", …
  std::string value;
  // Only for recipients and their categories: the policy says that they do *not* get the data.
  bool denied = false;
  // Further keys of the record in their order: category, product, condition, what, country, safeguard, email, ….
  std::vector<std::pair<std::string, std::string>> details;
  Evidence evidence;           // the first statement
  std::vector<Evidence> also;  // further statements of the same fact

  // The value of a detail, or nothing.
  std::optional<std::string_view> detail(std::string_view key) const;
};

class FactPhrases;
class Lexicon;

// Extracts the facts of one policy. Borrows the lexicon; keeps no state between policies.
class FactExtractor {
 public:
  explicit FactExtractor(const Lexicon& lexicon);
  ~FactExtractor();

  // `tags` are the topics of `clauses`, same order. The facts come distinct, in the order of their first statement.
  std::vector<Fact> extract(const Policy& policy, std::span<const ClauseView> clauses,
                            std::span<const std::vector<TopicTag>> tags) const;

 private:
  const Lexicon& lexicon_;
  std::unique_ptr<const FactPhrases> phrases_;
};

}  // namespace clausula
