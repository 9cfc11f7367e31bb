#include "indexer/template_slots.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t longest = 80;

const RE2& slot_pattern() {
  static const RE2 pattern(
      R"((\{\{[^{}\n]+\}\}|\{[a-z][^{}\n]+\}|\[[^\[\]\n]+\]|<[A-Za-z][^<>@/\n]+>|\bX{4,}\b|_{4,}|\.{6,}|…{3,}))");
  return pattern;
}

bool is_slot(std::string_view match) {
  if (match.size() < 4 || match.size() > longest) return false;
  if (match.front() != '[') return true;
  const std::string inside = normalize(match.substr(1, match.size() - 2));
  // "…" or a note in brackets is an omission, a number a footnote.
  static constexpr std::array<std::string_view, 7> others = {"at", "dot", "apenstaartje", "punt", "...", "…", "sic"};
  if (std::find(others.begin(), others.end(), inside) != others.end()) return false;
  return std::any_of(inside.begin(), inside.end(),
                     [](unsigned char c) { return (c >= 'a' && c <= 'z') || c >= 0x80; }) ||
         inside.find("...") != std::string::npos || inside.find("__") != std::string::npos;
}

}  // namespace

std::vector<SlotSpan> find_slots(std::string_view text) {
  std::vector<SlotSpan> slots;
  if (text.find_first_of("[{<X_.") == std::string_view::npos && text.find("…") == std::string_view::npos) return slots;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece match;
  while (RE2::FindAndConsume(&rest, slot_pattern(), &match)) {
    if (!is_slot(std::string_view(match.data(), match.size()))) continue;
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    slots.push_back({begin, begin + match.size()});
  }
  return slots;
}

std::vector<Evidence> template_slots(const FactContext& context) {
  std::vector<Evidence> found;
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    for (const SlotSpan& slot : find_slots(context.clauses[i].text)) {
      found.push_back(context.evidence(i, slot.begin, slot.end));
    }
  }
  return found;
}

}  // namespace clausula
