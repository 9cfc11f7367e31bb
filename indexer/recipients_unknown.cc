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
#include "indexer/recipients_roles.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

constexpr std::size_t longest_article = 8;  // bytes of an article with its blank, in two languages

class UnknownReader {
 public:
  UnknownReader(const SharingText& text, std::vector<Fact>& facts)
      : text_(text), facts_(facts), firms_(text.context(), "controllers.toml"), exclusions_(text) {}

  void read() {
    const FactContext& context = text_.context();
    find_own();
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
      if (acts_itself(place, *span)) continue;
      add(place, *span, segment.denied && (segment.actions & action::transfer));
    }
  }

  // "X verzorgt onze administratie": then X is not the one who says "we".
  bool for_us(Place place, const std::vector<Token>& tokens, std::size_t verb) const {
    constexpr std::array<std::string_view, 5> words{"onze", "ons", "mūsu", "mums", "mūs"};
    for (std::size_t i = verb + 1; i < std::min(verb + 3, text_.sentence(place).end_token); ++i) {
      if (std::find(words.begin(), words.end(), tokens[i].word->text) != words.end()) return true;
    }
    return false;
  }

  // Firms that the policy speaks of as the one who acts: the shop under its registered name.
  void find_own() {
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

  bool is_own(const std::string& name) const {
    const std::string key = name_key(name);
    return text_.is_own(name) || std::any_of(own_.begin(), own_.end(), [&](const std::string& own) {
             return own.find(key) != std::string::npos;
           });
  }

  // A firm right before a verb of handling or sharing is its subject: the shop, as a rule.
  bool acts_itself(Place place, const NameSpan& span) const {
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
      if (between <= 2 && gap.find_first_of(",;:()-") == std::string_view::npos &&
          gap.find("–") == std::string_view::npos && gap.find("—") == std::string_view::npos)
        return true;
    }
    return false;
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
      // "Incassobureau Van Loon": a capital makes the word a part of the name, at the head of an item where it means a firm.
      const bool head = cue.first == text_.sentence(place).first_token;
      if (cue.first == cue.last && names.capital(cue.first) && (!head || is_firm(place, cue.first)))
        span->begin = text_.view(place.clause).tokens[cue.first].begin;
      const Segment& segment = text_.reading(place).at(cue.first);
      if (segment.actions == 0 && !text_.list(place.clause).sharing) continue;
      add(place, *span, segment.denied && (segment.actions & action::transfer), cue.entry->id);
    }
  }

  // "Administratiekantoor", "Drukkerij": not a person who does it.
  bool is_firm(Place place, std::size_t token) const {
    constexpr std::array<std::string_view, 6> endings{"kantoor", "bureau", "rij", "bedrijf", "dienst", "studio"};
    const std::string& word = text_.view(place.clause).tokens[token].word->text;
    return !text_.latvian() && std::any_of(endings.begin(), endings.end(),
                                           [&](std::string_view ending) { return word.ends_with(ending); });
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
          std::find(subjects.begin(), subjects.end(), text_.view(place.clause).tokens[next].word->text) != subjects.end())
        ++next;
      if (next >= text_.sentence(place).end_token) continue;
      constexpr std::array<std::string_view, 5> links{"van", "door", "met", "aan", "bij"};
      const std::string& link = text_.view(place.clause).tokens[next].word->text;
      const bool linked = std::find(links.begin(), links.end(), link) != links.end();
      if (linked) ++next;
      if (!use && !linked) continue;
      if (text_.latvian() && !first_person(place, cue)) continue;
      if (next >= text_.sentence(place).end_token) continue;
      // A word in quotation marks is a button or a menu.
      if (!trim(text_.gap(place.clause, next - 1, next)).empty()) continue;
      const auto span = names.run_from(next);
      if (!span || names.is_form(next)) continue;
      const Segment& segment = text_.reading(place).at(next);
      if (!segment.denied) add(place, *span, false);
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
      add(place, *span, false);
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
      add(place, role.span, role.denied, role.group, role.dative);
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
    constexpr std::array<std::string_view, 12> separators{":", "(", "|", ",", ";", ".", "–", "—", "- ", "\"", "”", "via "};
    constexpr std::array<std::string_view, 3> places{"in ", "te ", "uit "};
    const auto begins = [&](std::string_view each) { return tail.starts_with(each); };
    const bool separated = std::any_of(separators.begin(), separators.end(), begins) ||
                           (span->legal_form && std::any_of(places.begin(), places.end(), begins));
    if (!tail.empty() && !separated) return;
    if (!span->legal_form && !exclusions_.looks_like_name(view, first, span->end) && !explained(place, rest)) return;
    const std::size_t met = facts_.size();
    add(place, *span, list.statement.denied);
    if (facts_.size() > met) add_joined(place, *span, names, list.statement.denied);
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
      if (const auto span = names.run_from(next)) add(place, *span, denied);
      return;
    }
  }

  void add(Place place, NameSpan span, bool denied, std::string_view group = {}, bool dative = false) {
    const ClauseView& view = text_.view(place.clause);
    take_in_small_words(view, span);
    if (group.empty()) split_at_and(place, span);
    leave_out_kind(place, span);
    std::size_t first = view.tokens.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < view.tokens.size(); ++i) {
      if (view.tokens[i].end <= span.begin || view.tokens[i].begin >= span.end) continue;
      first = std::min(first, i);
      last = i;
    }
    if (first > last) return;
    std::string name = bare_name(place, first, last, span);
    if (dative) name = nominative(std::move(name));
    if (name_key(name).size() < 2 || count_letters(name).upper + count_letters(name).lower == 0 ||
        (is_own(name) && group != "group-companies") || exclusions_.excluded(place, first, last) ||
        is_source(text_, place, first, last))
      return;
    const bool known = std::any_of(text_.parties(place.clause).begin(), text_.parties(place.clause).end(),
                                   [&](const PartyHit& hit) { return hit.first <= last && first <= hit.last; });
    if (known) return;
    const std::size_t begin = text_.context().clause(place.clause).begin + view.tokens[first].begin;
    const std::size_t end = text_.context().clause(place.clause).begin + view.tokens[last].end;
    const auto met = [&](const Fact& fact) { return fact.evidence.begin < end && begin < fact.evidence.end; };
    if (std::any_of(facts_.begin(), facts_.end(), met)) return;
    Fact fact = recipient_fact(text_, place, FactKind::recipient, name, denied, first, last);
    fact.details.emplace(fact.details.begin(), "category", category_of(group));
    facts_.push_back(std::move(fact));
  }

  // "Kwikzend en Vrachthuis Duin" are two, unless a legal form or a word of kinship binds them.
  void split_at_and(Place place, NameSpan& span) const {
    if (span.legal_form) return;
    const ClauseView& view = text_.view(place.clause);
    const auto words = exclusions_.words(place.clause);
    const auto kin = [&](std::size_t token) {
      return std::any_of(words.begin(), words.end(),
                         [&](const Cue& cue) { return cue.entry->id == "kin" && cue.first == token; });
    };
    for (const Cue& cue : words) {
      const Token& token = view.tokens[cue.first];
      if (cue.entry->id != "and" || token.begin <= span.begin || token.end >= span.end || cue.first == 0) continue;
      if (kin(cue.last + 1) || quoted_until(view, span)) continue;
      span.end = view.tokens[cue.first - 1].end;
      return;
    }
  }

  // "Laboratorija Sarma": what it is, with the capital of a sentence's first word, then its name.
  void leave_out_kind(Place place, NameSpan& span) const {
    const ClauseView& view = text_.view(place.clause);
    const std::size_t first = text_.sentence(place).first_token;
    if (!text_.latvian() || span.legal_form || first + 1 >= text_.sentence(place).end_token) return;
    const Token& next = view.tokens[first + 1];
    if (view.tokens[first].begin != span.begin || next.begin >= span.end) return;
    if (view.text.substr(next.begin, 1) == next.word->text.substr(0, 1)) return;  // in lower case
    const auto words = exclusions_.words(place.clause);
    if (std::any_of(words.begin(), words.end(),
                    [&](const Cue& cue) { return cue.entry->id == "kind" && cue.first == first && cue.last == first; }))
      span.begin = next.begin;
  }

  static bool quoted_until(const ClauseView& view, const NameSpan& span) {
    if (span.end >= view.text.size()) return false;
    constexpr std::array<std::string_view, 4> quotes{"\"", "”", "“", "»"};
    return std::any_of(quotes.begin(), quotes.end(),
                       [&](std::string_view quote) { return view.text.substr(span.end).starts_with(quote); });
  }

  // "Van Duin": a surname's first words, capitalised inside a sentence.
  void take_in_small_words(const ClauseView& view, NameSpan& span) const {
    for (std::size_t i = view.tokens.size(); i-- > 1;) {
      const Token& token = view.tokens[i];
      if (token.end + 1 != span.begin || view.text[token.end] != ' ') continue;
      const char initial = view.text[token.begin];
      if (initial < 'A' || initial > 'Z' || !is_small(token.word->text)) continue;
      span.begin = token.begin;
    }
  }

  // The name without its legal form and quotation marks.
  std::string bare_name(Place place, std::size_t first, std::size_t last, const NameSpan& span) const {
    const ClauseView& view = text_.view(place.clause);
    const auto is_form = [&](std::size_t token) {
      const auto cues = firms_.of(place.clause);
      return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
        return cue.first <= token && token <= cue.last && cue.entry->id.starts_with("legal-form");
      });
    };
    while (first < last && is_form(first)) ++first;
    while (last > first && is_form(last)) --last;
    const std::size_t begin = std::max(static_cast<std::size_t>(view.tokens[first].begin), span.begin);
    const std::size_t end = std::min(static_cast<std::size_t>(view.tokens[last].end), span.end);
    return tidy_name(view.text.substr(begin, end - begin));
  }

  // The name of which a Latvian text has the dative. Another form in the same policy would be surer, but is rare.
  static std::string nominative(std::string name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> endings{
        {{"iem", "i"}, {"ām", "as"}, {"ēm", "es"}, {"am", "s"}, {"im", "is"}, {"um", "us"}, {"ai", "a"}, {"ei", "e"}}};
    for (const auto& [dative, nominative] : endings) {
      if (!name.ends_with(dative) || name.size() < dative.size() + 3) continue;
      name.replace(name.size() - dative.size(), dative.size(), nominative);
      return name;
    }
    return name;
  }

  static std::string category_of(std::string_view group) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> categories{
        {{"delivery-companies", "delivery"},
         {"payment-providers", "payment"},
         {"hosting-providers", "hosting"},
         {"debt-collectors", "debt-collection"},
         {"accountants", "accounting"},
         {"marketing-providers", "marketing"},
         {"analytics-providers", "analytics"}}};
    for (const auto& [name, category] : categories) {
      if (name == group) return std::string(category);
    }
    return "other";
  }

  const SharingText& text_;
  std::vector<Fact>& facts_;
  Cues firms_;
  Exclusions exclusions_;
  std::vector<std::string> own_;  // keys of the shop's registered names
};

}  // namespace

void read_unknown_recipients(const SharingText& text, std::vector<Fact>& facts) { UnknownReader(text, facts).read(); }

}  // namespace clausula
