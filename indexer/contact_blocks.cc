#include "indexer/contact_blocks.h"

#include <re2/re2.h>

#include <algorithm>

namespace clausula {
namespace {

constexpr std::size_t line_words = 6;  // words of a line that is nothing but a name

// A Dutch, Latvian or Belgian postcode.
const RE2& postcode() {
  static const RE2 pattern(R"(\b\d{4} ?[A-Z]{2}\b|\bLV[ –-]?\d{4}\b)");
  return pattern;
}

}  // namespace

bool is_contact_block(const FactContext& context, const Cues& cues, std::size_t clause) {
  if (clause >= context.clauses.size()) return false;
  const ClauseView& view = context.clauses[clause];
  const auto said = cues.of(clause);
  if (has(said, "other-office")) return false;
  const bool others = is_about(context, clause, Topic::recipients) || is_about(context, clause, Topic::processors);
  if (others && !is_about(context, clause, Topic::controller)) return false;
  const bool digits = view.text.find_first_of("0123456789") != std::string_view::npos;
  if (digits && (has(said, "registration") || has(said, "vat"))) return true;
  if (view.tokens.size() > block_words) return false;
  return (digits && has(said, "phone")) ||
         std::any_of(view.tokens.begin(), view.tokens.end(),
                     [](const Token& token) { return token.word->kind == WordKind::email; }) ||
         (digits && RE2::PartialMatch(re2::StringPiece(view.text.data(), view.text.size()), postcode()));
}

bool before_contact_block(const FactContext& context, const Cues& cues, std::size_t clause) {
  if (context.clauses[clause].tokens.size() > line_words) return false;
  return is_contact_block(context, cues, clause + 1) ||
         (is_contact_block(context, cues, clause + 2) && context.clauses[clause + 1].tokens.size() <= line_words);
}

}  // namespace clausula
