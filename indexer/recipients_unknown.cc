// Recipients that no table lists, told by a legal form, by what they are called ("our bookkeeper X") or by their place
// in a list of those who get the data.
#include <algorithm>
#include <array>
#include <optional>

#include "corpus/unicode.h"
#include "indexer/names.h"
#include "indexer/recipients.h"
#include "indexer/recipients_arguments.h"
#include "indexer/recipients_exclusions.h"
#include "indexer/recipients_found_names.h"
#include "indexer/recipients_own_firms.h"
#include "indexer/recipients_roles.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

constexpr std::size_t longest_article = 8;  // bytes of an article with its blank, in two languages

class UnknownReader {
 public:
  UnknownReader(const SharingText& text, std::vector<Fact>& facts)
      : text_(text),
        facts_(facts),
        firms_(text.context(), "controllers.toml"),
        exclusions_(text),
        own_(text, firms_, exclusions_),
        found_(text, firms_, exclusions_, own_, facts) {}

  void read() {
    const FactContext& context = text_.context();
    for (std::size_t clause = 0; clause < context.clauses.size(); ++clause) {
      if (text_.skipped(clause)) continue;
      const NameReader names(text_.view(clause).text, text_.view(clause).tokens, firms_.of(clause));
      for (std::size_t s = 0; s < context.sentences[clause].size(); ++s) {
        const Place place{clause, s};
        if (has(text_.sharing(place), "right")) continue;
        read_forms(place, names);
        read_appositions(place, names);
        read_uses(place, names);
        read_agents(place, names);
        if (has_capital(place, names)) read_roles(place, names);
      }
      if (!context.sentences[clause].empty()) read_item({clause, 0}, names);
    }
  }

 private:
  // "… aan Postduif B.V.", "SIA “Ātrais Sūtnis”".
  void read_forms(Place place, const NameReader& names) {
    const auto cues = firms_.of(place.clause, place.sentence);
    if (has(cues, "is-controller") || has(cues, "seated") || has(cues, "trading-as")) return;
    for (const Cue& cue : cues) {
      if (!names.is_form(cue.first)) continue;
      if (cue.entry->id != "legal-form" && cue.entry->id != "legal-form-first") continue;
      const auto span = names.with_form(cue.first);
      if (!span) continue;
      const Segment& segment = text_.reading(place).at(cue.first);
      if (segment.actions == 0 && !text_.list(place.clause).sharing) continue;
      // A contact block, with a number and an address beside the name.
      const bool block = has(cues, "registration") || has(cues, "vat") || has(cues, "phone");
      if (block && (segment.own & ~action::trade) == 0 && !text_.list(place.clause).sharing) continue;
      if (own_.acts_itself(place, *span)) continue;
      found_.add(place, *span, segment.denied && (segment.actions & action::transfer));
    }
  }

  // "onze boekhouder Van der Tuin".
  void read_appositions(Place place, const NameReader& names) {
    for (const Cue& cue : text_.groups(place)) {
      if (cue.list == "service" || cue.entry->value("generic") == "true" || cue.entry->id == "authorities") continue;
      const std::size_t next = cue.last + 1;
      if (next >= text_.sentence(place).end_token) continue;
      const std::string_view gap = text_.gap(place.clause, cue.last, next);
      if (gap.find_first_not_of(" \"„“”'") != std::string_view::npos) continue;
      auto span = name_at(place, names, next);
      if (!span || names.is_form(next)) continue;
      // "De thee komt van Kwekerij Groenveld": where it comes from gets nothing.
      if (is_other_link(text_.word_before(place, cue.first)) &&
          (text_.reading(place).at(cue.first).actions & ~action::trade) == 0 && !text_.list(place.clause).sharing)
        continue;
      // "Incassobureau Van Loon": a capital makes the word a part of the name, at the head of an item where it means a
      // firm.
      const bool head = cue.first == text_.sentence(place).first_token;
      if (cue.first == cue.last && names.capital(cue.first) && (!head || is_firm(place, cue.first)))
        span->begin = text_.view(place.clause).tokens[cue.first].begin;
      const Segment& segment = text_.reading(place).at(cue.first);
      if (segment.actions == 0 && !text_.list(place.clause).sharing) continue;
      found_.add(place, *span, segment.denied && (segment.actions & action::transfer), cue.entry->id);
    }
  }

  // "Administratiekantoor", "Drukkerij": not a person who does it.
  bool is_firm(Place place, std::size_t token) const {
    constexpr std::array<std::string_view, 6> endings{"kantoor", "bureau", "rij", "bedrijf", "dienst", "studio"};
    const std::string& word = text_.view(place.clause).tokens[token].word->text;
    return !text_.latvian() &&
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // The name at a token; a surname may begin with small words ("Van der Tuin").
  std::optional<NameSpan> name_at(Place place, const NameReader& names, std::size_t token) const {
    const std::vector<Token>& tokens = text_.view(place.clause).tokens;
    std::size_t at = token;
    while (at < token + 3 && at + 1 < text_.sentence(place).end_token && is_small(tokens[at].word->text)) {
      ++at;
    }
    auto span = names.run_from(at);
    if (span && names.capital(token)) span->begin = tokens[token].begin;
    return span;
  }

  // "maken gebruik van Plannify", "izmantojam Plannify": a capital inside the sentence, right behind the verb.
  void read_uses(Place place, const NameReader& names) {
    for (const Cue& cue : text_.sharing(place)) {
      const bool use = cue.entry->id == "use";
      const bool other = cue.entry->id == "share" || cue.entry->id == "engage" || cue.entry->id == "process";
      if (!use && !other) continue;
      // "Zetten we X in": behind the first part of a separable verb, and its subject.
      std::size_t next = (use && cue.last > cue.first + 1 ? cue.first : cue.last) + 1;
      constexpr std::array<std::string_view, 3> subjects{"wij", "we", "ik"};
      if (use && next < text_.sentence(place).end_token &&
          contains(subjects, text_.view(place.clause).tokens[next].word->text))
        ++next;
      if (next >= text_.sentence(place).end_token) continue;
      constexpr std::array<std::string_view, 5> links{"van", "door", "met", "aan", "bij"};
      const std::string& link = text_.view(place.clause).tokens[next].word->text;
      const bool linked = contains(links, link);
      if (linked) ++next;
      if (!use && !linked) continue;
      if (text_.latvian() && !first_person(place, cue)) continue;
      if (next >= text_.sentence(place).end_token) continue;
      // A word in quotation marks is a button or a menu.
      if (!trim(text_.gap(place.clause, next - 1, next)).empty()) continue;
      const auto span = names.run_from(next);
      if (!span || names.is_form(next)) continue;
      const Segment& segment = text_.reading(place).at(next);
      if (!segment.denied) found_.add(place, *span, false);
    }
  }

  // "… worden gedaan door Van Rossum", "aan het Centrum": a capital behind the agent's or the receiver's preposition.
  void read_agents(Place place, const NameReader& names) {
    if (text_.latvian()) return;
    const std::vector<Token>& tokens = text_.view(place.clause).tokens;
    const SentenceView& sentence = text_.sentence(place);
    for (std::size_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
      const std::string& link = tokens[i].word->text;
      if (link != "door" && link != "aan" && link != "met") continue;
      const Segment& segment = text_.reading(place).at(i);
      const unsigned wanted = link == "door" ? action::process | action::share : action::transfer | action::engage;
      if (!(segment.actions & wanted) || segment.denied) continue;
      std::size_t next = i + 1;
      const bool article = tokens[next].word->text == "het" || tokens[next].word->text == "de";
      if (article && next + 1 < sentence.end_token && !names.capital(next)) ++next;
      if (text_.gap(place.clause, i, i + 1) != " " || (next > i + 1 && text_.gap(place.clause, i + 1, next) != " "))
        continue;
      const auto span = name_at(place, names, next);
      if (!span || names.is_form(next) || !names.capital(next)) continue;
      // Behind an article a single capitalised word is a title ("aan de Klant").
      if (next > i + 1 && text_.view(place.clause).text.substr(span->begin, span->end - span->begin).find(' ') ==
                              std::string_view::npos)
        continue;
      found_.add(place, *span, false);
    }
  }

  bool first_person(Place place, const Cue& cue) const {
    const std::string& verb = text_.view(place.clause).tokens[cue.last].word->text;
    return verb.ends_with("am") || verb.ends_with("ām");
  }

  // Whether a sentence has a capital behind its first word: most have none, and need not be looked at.
  bool has_capital(Place place, const NameReader& names) const {
    const SentenceView& sentence = text_.sentence(place);
    for (std::size_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
      if (names.capital(i) && !text_.view(place.clause).tokens[i].word->stop) return true;
    }
    return false;
  }

  void read_roles(Place place, const NameReader& names) {
    for (const RoleName& role : names_in_roles(text_, place, names, exclusions_.words(place), facts_))
      found_.add(place, role.span, role.denied, role.group, role.dative);
  }

  // "- Kwikzend – bezorging" in a list of recipients.
  void read_item(Place place, const NameReader& names) {
    const ListContext& list = text_.list(place.clause);
    const ClauseKind kind = text_.context().clause(place.clause).kind;
    if (!list.sharing || kind == ClauseKind::heading) return;
    const ClauseView& view = text_.view(place.clause);
    std::size_t first = text_.sentence(place).first_token;
    // "4.2.1." is no name.
    const std::string& head = view.tokens[first].word->text;
    if (head.front() >= '0' && head.front() <= '9' && first + 1 < text_.sentence(place).end_token &&
        count_letters(head).lower == 0)
      ++first;
    const auto span = names.run_from(first);
    if (!span) return;
    const std::string_view rest = view.text.substr(span->end);
    const std::string_view tail = trim(rest);
    constexpr std::array<std::string_view, 12> separators{":", "(", "|",  ",",  ";", ".",
                                                          "–", "—", "- ", "\"", "”", "via "};
    constexpr std::array<std::string_view, 3> places{"in ", "te ", "uit "};
    const auto begins = [&](std::string_view each) { return tail.starts_with(each); };
    const bool separated = std::any_of(separators.begin(), separators.end(), begins) ||
                           (span->legal_form && std::any_of(places.begin(), places.end(), begins));
    if (!tail.empty() && !separated) return;
    if (tail.starts_with(":") && is_label(place, *span, names)) return;
    if (!span->legal_form && !exclusions_.looks_like_name(view, first, span->end) && !explained(place, rest)) return;
    if (found_.add(place, *span, list.statement.denied)) add_joined(place, *span, names, list.statement.denied);
  }

  // "Logistiek: PostNL en DPD": a single word before a colon and a name, unless capitals inside the word make it one
  // too.
  bool is_label(Place place, const NameSpan& span, const NameReader& names) const {
    const ClauseView& view = text_.view(place.clause);
    std::size_t next = 0;
    while (next < view.tokens.size() && view.tokens[next].begin < span.end) ++next;
    const bool single = view.text.substr(span.begin, span.end - span.begin).find(' ') == std::string_view::npos;
    return single && next > 0 && next < view.tokens.size() && !is_coined(view, next - 1) && names.capital(next);
  }

  // "Ledenpunt, het programma dat …": what follows says that it is a name.
  bool explained(Place place, std::string_view rest) const {
    if (!rest.starts_with(", ")) return false;
    const ClauseView& view = text_.view(place.clause);
    const auto words = exclusions_.words(place.clause);
    const std::size_t at = view.text.size() - rest.size() + 2;
    return std::any_of(words.begin(), words.end(), [&](const Cue& cue) {
      const std::size_t begin = view.tokens[cue.first].begin;
      return cue.entry->id == "kind" && begin > at && begin < at + longest_article;
    });
  }

  // "Kwikzend en Vrachthuis Duin: bezorging": the second of two names at the head of an item.
  void add_joined(Place place, const NameSpan& both, const NameReader& names, bool denied) {
    if (both.legal_form) return;
    const ClauseView& view = text_.view(place.clause);
    for (const Cue& cue : exclusions_.words(place)) {
      const std::size_t next = cue.last + 1;
      if (cue.entry->id != "and" || next >= text_.sentence(place).end_token) continue;
      if (view.tokens[cue.first].begin < both.begin || view.tokens[next].begin >= both.end) continue;
      if (const auto span = names.run_from(next)) found_.add(place, *span, denied);
      return;
    }
  }

  const SharingText& text_;
  std::vector<Fact>& facts_;
  Cues firms_;
  Exclusions exclusions_;
  OwnFirms own_;
  FoundNames found_;
};

}  // namespace

void read_unknown_recipients(const SharingText& text, std::vector<Fact>& facts) { UnknownReader(text, facts).read(); }

}  // namespace clausula
