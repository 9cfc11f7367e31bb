#include "indexer/recipients_own_firms.h"

#include <algorithm>
#include <array>

#include "indexer/rule_words.h"

namespace clausula {

// Firms that the policy speaks of as the one who acts.
OwnFirms::OwnFirms(const SharingText& text, const Cues& firms, const Exclusions& exclusions)
    : text_(text), firms_(firms), exclusions_(exclusions) {
  for (std::size_t clause = 0; clause < text_.context().clauses.size(); ++clause) {
    if (!has(firms_.of(clause), "legal-form") && !has(firms_.of(clause), "legal-form-first")) continue;
    const NameReader names(text_.view(clause).text, text_.view(clause).tokens, firms_.of(clause));
    for (std::size_t s = 0; s < text_.context().sentences[clause].size(); ++s) {
      const Place place{clause, s};
      const auto cues = firms_.of(clause, s);
      const bool controller = has(cues, "is-controller") || has(cues, "seated") || has(cues, "trading-as");
      for (const Cue& cue : cues) {
        if (!names.is_form(cue.first) || (cue.entry->id != "legal-form" && cue.entry->id != "legal-form-first"))
          continue;
        const auto span = names.with_form(cue.first);
        if (span && (controller || acts_itself(place, *span)))
          own_.push_back(name_key(tidy_name(text_.view(clause).text.substr(span->begin, span->end - span->begin))));
      }
    }
  }
}

// "X verzorgt onze administratie": then X is not the one who says "we".
bool OwnFirms::for_us(Place place, const std::vector<Token>& tokens, std::size_t verb) const {
  constexpr std::array<std::string_view, 5> words{"onze", "ons", "mūsu", "mums", "mūs"};
  for (std::size_t i = verb + 1; i < std::min(verb + 3, text_.sentence(place).end_token); ++i) {
    if (contains(words, tokens[i].word->text)) return true;
  }
  return false;
}

bool OwnFirms::is_own(const std::string& name) const {
  const std::string key = name_key(name);
  return text_.is_own(name) || std::any_of(own_.begin(), own_.end(),
                                           [&](const std::string& own) { return own.find(key) != std::string::npos; });
}

bool OwnFirms::acts_itself(Place place, const NameSpan& span) const {
  const std::vector<Token>& tokens = text_.view(place.clause).tokens;
  for (const Cue& cue : text_.sharing(place)) {
    const std::string& id = cue.entry->id;
    if (id != "share" && id != "sell" && id != "process" && id != "use" && id != "engage") continue;
    const auto words = exclusions_.words(place);
    if (std::any_of(words.begin(), words.end(),
                    [&](const Cue& word) { return word.entry->id == "means" && word.first == cue.first; }))
      continue;
    if (tokens[cue.first].begin < span.end) continue;
    const auto between = std::count_if(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                                       [&](const Token& token) { return token.begin >= span.end; });
    const std::string_view gap = text_.view(place.clause).text.substr(span.end, tokens[cue.first].begin - span.end);
    if (for_us(place, tokens, cue.last)) return false;
    if (between <= 2 && gap.find_first_of(",;:()-|") == std::string_view::npos &&
        gap.find("–") == std::string_view::npos && gap.find("—") == std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace clausula
