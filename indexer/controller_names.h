// Which words of a policy can be the name of the shop: host names, repetition and capitals bear it out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fact_cues.h"
#include "indexer/names.h"

namespace clausula {

// Borrows the context and the cues of controllers.toml.
class ShopNames {
 public:
  static constexpr int often = 3;  // mentions by which a firm or a single word is known as the shop's name

  ShopNames(const FactContext& context, const Cues& cues);

  // How often the policy has a name.
  int mentions(std::string_view name) const;
  // Whether a name stands in the host name of one of the policy's addresses, as a whole or by one of its words.
  bool in_domain(std::string_view name) const;
  // Whether a run of capitals is a name rather than any word at the head of a sentence.
  bool is_name(std::size_t clause, const NameSpan& span) const;
  // Where a name ends that goes on in lower case ("ZS Zelta pupas, reģ. nr."): a byte of the clause's text.
  std::size_t end_of(std::size_t clause, const NameSpan& span) const;
  // The name with the word that follows it wherever it stands ("Zelta pupas").
  std::string extended(const std::string& name) const;

 private:
  std::size_t domain_end(std::size_t clause, const NameSpan& span) const;
  std::size_t firm_end(std::size_t clause, const NameSpan& span) const;
  bool is_verb(std::string_view word) const;

  const FactContext& context_;
  const Cues& cues_;
  std::vector<std::string> domains_;
};

// Letters and digits of a name, without diacritics: as it stands in a host name.
std::string squashed(std::string_view name);

}  // namespace clausula
