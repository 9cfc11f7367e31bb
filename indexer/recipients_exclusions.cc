#include "indexer/recipients_exclusions.h"

#include <algorithm>
#include <array>

#include "corpus/unicode.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

constexpr std::size_t longest_abbreviation = 4;  // letters before the hyphen of "IP-adres"

}  // namespace

Exclusions::Exclusions(const SharingText& text)
    : text_(text), no_parties_(text.context(), "not-parties.toml"), words_(text.context(), "recipient-words.toml") {}

bool is_small(std::string_view word) {
  constexpr std::array<std::string_view, 5> small{"van", "der", "den", "de", "ter"};
  return contains(small, word);
}

bool is_coined(const ClauseView& view, std::size_t token) {
  const Token& word = view.tokens[token];
  const std::string_view shown = view.text.substr(word.begin, word.end - word.begin);
  const LetterCounts letters = count_letters(shown);
  return letters.upper > 1 && letters.lower > 2 && shown.find_first_of("-'") == std::string_view::npos;
}

// A name all of whose words are places, laws, months, techniques or words of policies; an authority or a group.
bool Exclusions::excluded(Place place, std::size_t first, std::size_t last) const {
  const auto words = no_parties_.of(place.clause);
  const auto listed = [&](std::size_t token) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Cue& cue) { return cue.first <= token && token <= cue.last; });
  };
  const std::vector<Token>& tokens = text_.view(place.clause).tokens;
  for (const Cue& cue : text_.groups(place)) {
    if (cue.first == first && cue.last >= last && cue.list != "service" && !is_coined(text_.view(place.clause), first))
      return true;
  }
  std::size_t head = first;
  while (head < last && is_small(tokens[head].word->text)) ++head;
  bool all = listed(head);
  for (std::size_t i = head + 1; i <= last && all; ++i) {
    const std::string& word = tokens[i].word->text;
    const bool lower = text_.view(place.clause).text[tokens[i].begin] == word.front();
    all = lower || listed(i);
  }
  if (all || is_person(place, first, last) || common(place, first, last)) return true;
  for (std::size_t i = first; i <= last; ++i) {
    const WordKind kind = tokens[i].word->kind;
    if (kind == WordKind::email || kind == WordKind::url) return true;
  }
  return false;
}

// Endings that common words and places have, and bare names do not: "Zweedse", "IP-adressen", "Tukumā", "Kultūras
// (ministrija)".
bool Exclusions::common(Place place, std::size_t first, std::size_t last) const {
  const ClauseView& view = text_.view(place.clause);
  const Token& token = view.tokens[last];
  const std::string& word = token.word->text;
  if (quoted(place, first)) return false;
  if (!text_.latvian()) {
    const std::string_view shown = view.text.substr(token.begin, token.end - token.begin);
    const std::size_t hyphen = shown.find('-');
    const bool tied = hyphen != std::string_view::npos && hyphen <= longest_abbreviation &&
                      count_letters(shown.substr(hyphen)).lower >= 4 && count_letters(shown.substr(hyphen)).upper == 0;
    return tied || (first == last && (word.ends_with("se") || word.ends_with("sche")));
  }
  if (word.ends_with("ā") || word.ends_with("ē") || word.ends_with("ī") || word.ends_with("ū")) return true;
  if (first != last || last + 1 >= view.tokens.size() || text_.gap(place.clause, last, last + 1) != " ") return false;
  const char next = view.text[view.tokens[last + 1].begin];
  const bool goes_on = next >= 'a' && next <= 'z';
  return goes_on && (word.ends_with("as") || word.ends_with("es") || word.ends_with("u") || word.ends_with("ais"));
}

// "Inese", "mevrouw De Boer", "Linde Verhoef".
bool Exclusions::is_person(Place place, std::size_t first, std::size_t last) const {
  const auto words = words_.of(place.clause);
  const auto is = [&](std::size_t token, std::string_view id) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Cue& cue) { return cue.entry->id == id && cue.first == token; });
  };
  if (first > 0 && is(first - 1, "person")) return true;
  // "Grāmatvede Inese": what she does, and her name.
  const auto groups = text_.groups(place);
  const bool doing = std::any_of(groups.begin(), groups.end(), [&](const Cue& cue) {
    return cue.first == first && cue.last + 1 == last && cue.list != "service";
  });
  if (doing && is(last, "first-name")) return true;
  // "Grāmatvede Ilona no SIA X": she works for them.
  if (text_.latvian() && first == last && last + 1 < text_.view(place.clause).tokens.size() && !quoted(place, first) &&
      text_.view(place.clause).tokens[last + 1].word->text == "no")
    return true;
  return is(first, "person") || (is(first, "first-name") && last <= first + 1 && !quoted(place, first));
}

bool Exclusions::quoted(Place place, std::size_t first) const {
  return first > 0 && text_.gap(place.clause, first - 1, first).find_first_not_of(" (") != std::string_view::npos;
}

// A single capitalised word at the head of an item may be a common noun: endings that Dutch and Latvian nouns have
// speak against a name, capitals inside the word, digits and a second capitalised word for it.
bool Exclusions::looks_like_name(const ClauseView& view, std::size_t first, std::size_t end) const {
  const Token& token = view.tokens[first];
  const std::string_view shown = view.text.substr(token.begin, token.end - token.begin);
  const LetterCounts letters = count_letters(shown);
  if (letters.upper > 1 && letters.lower > 0) return shown.find('-') == std::string_view::npos;
  if (letters.digits > 0 || shown.find('.') != std::string_view::npos) return true;
  if (first + 1 < view.tokens.size() && view.tokens[first + 1].begin < end) return true;
  if (letters.lower == 0) return false;
  const std::string& word = token.word->text;
  if (!token.word->parts.empty()) return false;
  constexpr std::array<std::string_view, 16> dutch{"en",   "ers", "ing", "heid", "tie", "dienst", "bedrijf", "partij",
                                                   "eurs", "ist", "er",  "or",   "s",   "schap",  "naam",    "adres"};
  constexpr std::array<std::string_view, 8> latvian{"a", "e", "i", "u", "o", "s", "š", "m"};
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  return text_.latvian() ? std::none_of(latvian.begin(), latvian.end(), ends)
                         : std::none_of(dutch.begin(), dutch.end(), ends);
}

}  // namespace clausula
