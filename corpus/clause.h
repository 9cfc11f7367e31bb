// A clause: the smallest piece of a policy that says something by itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/language.h"
#include "corpus/policy.h"

namespace clausula {

enum class ClauseKind { heading, paragraph, item, row };

// "heading", "paragraph", "item", "row": the names of the policy record.
std::string_view name_of(ClauseKind kind);

struct LineRange {
  int first = 0;  // 1-based, inclusive, as `\n` counts them
  int last = 0;
  bool operator==(const LineRange&) const = default;
};

struct Clause {
  int number = 0;  // 1-based place in the policy
  ClauseKind kind = ClauseKind::paragraph;
  // Bytes into Policy::text; `text.substr(begin, end - begin)` is the clause without surrounding white space.
  std::size_t begin = 0;
  std::size_t end = 0;
  LineRange lines;
  // Heading path, outermost first, as published without surrounding white space. A heading's own text is not in it.
  std::vector<std::string> headings;
  // Number of the clause that introduces this item ("We share data with:").
  std::optional<int> lead_in;
  // Number of the clause that is the header of this table row: a heading that stands in no path.
  std::optional<int> header;
  // Where the text of a "Heading: text" or glued heading begins after its own heading, in bytes; `begin` otherwise.
  std::size_t body = 0;
  Language language = Language::other;

  std::string_view text(const Policy& policy) const { return std::string_view(policy.text).substr(begin, end - begin); }
};

// Cuts the policy into clauses, in order, without overlap. Every line that is not blank belongs to exactly one
// clause, save hard-wrapped lines, which one clause covers together. Pure function of `policy.text` and language.
std::vector<Clause> segment(const Policy& policy);

}  // namespace clausula
