#include "indexer/units.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/durations.h"
#include "indexer/iso_duration.h"

namespace clausula {
namespace {

// "p2y", as the analyzer leaves P2Y.
bool looks_like_iso(std::string_view text) {
  return text.size() > 2 && text[0] == 'p' && (text[1] == 't' || (text[1] >= '0' && text[1] <= '9'));
}

}  // namespace

UnitFinder::UnitFinder(const Lexicon& lexicon, Analyzer& analyzer) : articles_(lexicon), duration_words_(analyzer) {
  const std::string_view list = analyzer.language() == Language::latvian ? "lv" : "nl";
  for (const LexiconEntry& entry : lexicon.entries("durations.toml")) {
    const auto id = static_cast<std::uint32_t>(entries_.size());
    for (const std::string& phrase : entry.list(list)) {
      duration_words_.add(phrase, id);
      // Some policies are written without diacritics.
      if (const std::string folded = fold(phrase); folded != phrase) duration_words_.add(folded, id);
    }
    entries_.push_back(&entry);
  }
}

void UnitFinder::find(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found) {
  found.clear();
  articles_.find(text, tokens, found);
  find_durations_in(text, tokens, found);
}

void UnitFinder::find_durations_in(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found) {
  duration_words_.match(tokens, matches_);
  hits_.clear();
  bool worth = false;
  for (const PhraseMatcher::Match& match : matches_) {
    hits_.push_back({entries_[match.id], {}, match.first, match.last});
    worth = worth || !entries_[match.id]->value("unit").empty();
  }
  if (!worth &&
      std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return looks_like_iso(token.word->text); })) {
    return;
  }
  for (const DurationSpan& span : find_durations(tokens, text, hits_)) {
    if (const auto days = days_of(span.iso)) {
      found.push_back({WordKind::duration, iso_of_days(*days), static_cast<std::uint32_t>(span.first),
                       static_cast<std::uint32_t>(span.last)});
    }
  }
}

}  // namespace clausula
