#include "indexer/controller_names.h"

#include <algorithm>
#include <cctype>

#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t name_words = 2;  // words of lower case that a firm's name goes on with

}  // namespace

std::string squashed(std::string_view name) {
  std::string letters = fold(name);
  std::erase_if(letters, [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; });
  return letters;
}

ShopNames::ShopNames(const FactContext& context, const Cues& cues) : context_(context), cues_(cues) {
  for (const ClauseView& view : context_.clauses) {
    for (const Token& token : view.tokens) {
      if (token.word->kind != WordKind::email) continue;
      const std::string_view text = token.word->text;
      const std::string_view host = text.substr(text.find('@') + 1);
      domains_.push_back(squashed(host.substr(0, host.rfind('.'))));
    }
  }
}

int ShopNames::mentions(std::string_view name) const {
  int count = 0;
  const std::string_view text = context_.policy.text;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) ++count;
  return count;
}

bool ShopNames::in_domain(std::string_view name) const {
  const std::string whole = squashed(name);
  return std::any_of(domains_.begin(), domains_.end(), [&](const std::string& domain) {
    if (whole.size() >= 4 && domain.find(whole) != std::string::npos) return true;
    if (domain.size() >= 4 && whole.find(domain) != std::string::npos) return true;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string word = squashed(name.substr(at, end - at));
      if (word.size() >= 5 && domain.find(word) != std::string::npos) return true;
      at = end + 1;
    }
    return false;
  });
}

// A single word with a capital at the head of a sentence may be any word: a name has a second word, or stands
// elsewhere too.
bool ShopNames::is_name(std::size_t clause, const NameSpan& span) const {
  const std::string_view name = context_.clauses[clause].text.substr(span.begin, span.end - span.begin);
  if (span.legal_form || name.find(' ') != std::string_view::npos || in_domain(name)) return true;
  // "ABC+": capitals throughout, and not in a heading of capitals.
  if (context_.clause(clause).kind != ClauseKind::heading && name.size() > 1 &&
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    return true;
  }
  const std::string_view text = context_.policy.text;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at >= 2 && text[at - 1] == ' ' && std::islower(static_cast<unsigned char>(text[at - 2])) != 0) return true;
  }
  return false;
}

std::size_t ShopNames::end_of(std::size_t clause, const NameSpan& span) const {
  return span.legal_form ? firm_end(clause, span) : domain_end(clause, span);
}

// A shop's name goes on with the next word where the host name of an address does ("Medus bode").
std::size_t ShopNames::domain_end(std::size_t clause, const NameSpan& span) const {
  const ClauseView& view = context_.clauses[clause];
  const auto next =
      std::find_if(view.tokens.begin(), view.tokens.end(), [&](const Token& token) { return token.begin >= span.end; });
  if (next == view.tokens.end() || next->begin != span.end + 1 || view.text[span.end] != ' ') return span.end;
  const std::string both = squashed(view.text.substr(span.begin, next->end - span.begin));
  return std::find(domains_.begin(), domains_.end(), both) == domains_.end() ? span.end : next->end;
}

// A firm's name may go on in lower case up to a comma or its number: "ZS Zelta pupas, reģ. nr."
std::size_t ShopNames::firm_end(std::size_t clause, const NameSpan& span) const {
  const ClauseView& view = context_.clauses[clause];
  std::size_t next = 0;
  while (next < view.tokens.size() && view.tokens[next].begin < span.end) ++next;
  if (next == view.tokens.size() || view.tokens[next].begin != span.end + 1 || view.text[span.end] != ' ')
    return span.end;
  for (std::size_t i = next; i < std::min(next + name_words, view.tokens.size()); ++i) {
    const Word& word = *view.tokens[i].word;
    if (word.stop || word.kind != WordKind::word || is_verb(word.text)) return span.end;
    // A Latvian noun: no verb of the third person ends so.
    if (context_.language == Language::latvian &&
        std::string_view("aeisu").find(word.text.back()) == std::string_view::npos)
      return span.end;
    const std::size_t end = view.tokens[i].end;
    if (end < view.text.size() && view.text[end] == ',') return end;
    const auto cues = cues_.of(clause);
    if (std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
          return cue.first == i + 1 && (cue.entry->id == "registration" || cue.entry->id == "seated");
        })) {
      return end;
    }
  }
  return span.end;
}

std::string ShopNames::extended(const std::string& name) const {
  const std::string_view text = context_.policy.text;
  std::string_view next;
  int count = 0;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (end >= text.size() || text[end] != ' ') return name;
    const std::size_t stop = text.find_first_of(" ,.;:()\n\r\"", end + 1);
    const std::string_view word = text.substr(end + 1, stop == std::string_view::npos ? stop : stop - end - 1);
    if (word.empty() || (count > 0 && word != next)) return name;
    next = word;
    ++count;
  }
  if (count < 2 || next.size() < 3 || normalize(next) != next || is_verb(next)) return name;
  return name + " " + std::string(next);
}

// Whether a word is one that says what the shop does.
bool ShopNames::is_verb(std::string_view word) const {
  for (const LexiconEntry& entry : context_.lexicon.entries("controllers.toml")) {
    if (entry.id != "own-subject") continue;
    for (const auto& [language, forms] : entry.lists) {
      if (std::find(forms.begin(), forms.end(), "=" + std::string(word)) != forms.end()) return true;
    }
  }
  return false;
}

}  // namespace clausula
