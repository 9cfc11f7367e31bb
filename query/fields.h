// The fields of the search box: what may be typed before a colon, and the terms of an index that answer it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace clausula {

// Whether a field is about the clause, about who published the policy, or about what the policy as a whole practises
// (recipients, periods, rights …), which another clause may say than the one that is looked for.
enum class FieldScope { clause, source, practice };

struct FieldTerms {
  FieldScope scope = FieldScope::clause;
  std::vector<std::string> terms;  // any of them will do; empty where the index has none that fits
};

// The terms that stand for `field:value` in this index. Throws UsageError for a field or a value that cannot be: an
// unknown topic or language, a bound that is no period.
FieldTerms resolve_field(const Xapian::Database& database, std::string_view field, std::string_view value);

// The topic's term; throws UsageError for an unknown one, with what was probably meant.
std::string topic_term(std::string_view name);

// One line a field, name and what it holds, for the help text.
std::vector<std::pair<std::string, std::string>> field_help();

}  // namespace clausula
