#include "indexer/recipients_roles.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/recipients_arguments.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

constexpr std::size_t longest_way = 4;  // words between a preposition and the name ("met het online programma X")

constexpr std::size_t longest_clause = 6;  // words between a group and "such as X"
constexpr std::size_t longest_announcement = 14;  // words between those who get the data and the colon of their list

constexpr unsigned doing = action::share | action::receive | action::process | action::engage | action::trade;

class RoleReader {
 public:
  RoleReader(const SharingText& text, Place place, const NameReader& names, std::span<const Cue> words,
             std::span<const Fact> facts)
      : text_(text),
        place_(place),
        view_(text.view(place.clause)),
        sentence_(text.sentence(place)),
        names_(names),
        words_(words),
        facts_(facts) {}

  std::vector<RoleName> read() {
    std::vector<RoleName> found;
    RoleName before;  // the name or party that the next may join
    bool open = false;
    std::size_t before_last = 0;
    for (std::size_t i = sentence_.first_token; i < sentence_.end_token; ++i) {
      if (const PartyHit* hit = party_at(i)) {
        open = follow(hit->last, before);
        before_last = i = hit->last;
        continue;
      }
      auto span = name_from(i);
      if (!span) continue;
      const std::size_t last = last_token(i, *span);
      if (span->legal_form && follow(i, before)) {
        open = true;
        before_last = i = last;
        continue;
      }
      RoleName role{*span, before.denied, before.dative || dative_verb(i), before.group};
      if (!(open && joins(before_last, i)) && !read_role(i, last, role)) {
        open = follow(i, before);
        before_last = last;
      } else {
        found.push_back(role);
        before = role;
        before_last = last;
        open = true;
      }
      i = last;
    }
    return found;
  }

 private:
  const std::string& word(std::size_t token) const { return view_.tokens[token].word->text; }

  const PartyHit* party_at(std::size_t token) const {
    for (const PartyHit& hit : text_.parties(place_.clause)) {
      if (hit.first <= token && token <= hit.last) return &hit;
    }
    return nullptr;
  }

  // Sets `before` to the recipient already found at a token. False where there is none.
  bool follow(std::size_t token, RoleName& before) const {
    const std::size_t at = text_.context().clause(place_.clause).begin + view_.tokens[token].begin;
    const auto fact = std::find_if(facts_.begin(), facts_.end(), [&](const Fact& each) {
      return each.evidence.begin <= at && at < each.evidence.end;
    });
    before = {};
    before.denied = fact != facts_.end() && fact->denied;
    before.dative = dative(token);
    return fact != facts_.end();
  }

  bool is(std::size_t token, std::string_view id) const {
    return std::any_of(words_.begin(), words_.end(),
                       [&](const Cue& cue) { return cue.entry->id == id && cue.first <= token && token <= cue.last; });
  }

  // The name that begins at a token. "A en B" are two names unless a legal form or a word of kinship binds them.
  std::optional<NameSpan> name_from(std::size_t token) const {
    const WordKind kind = view_.tokens[token].word->kind;
    if (kind == WordKind::email || kind == WordKind::url || kind == WordKind::number) return {};
    if (const auto quoted = names_.quoted(token)) return quoted;
    if (!names_.capital(token) || is(token, "to") || is(token, "with") || is(token, "by") || is(token, "in")) return {};
    std::size_t at = token;
    while (at < token + 2 && at + 1 < sentence_.end_token && is(at, "small")) ++at;
    auto span = names_.run_from(at);
    if (!span || names_.is_form(token)) return {};
    span->begin = view_.tokens[token].begin;
    if (span->legal_form) return span;
    for (std::size_t i = at + 1; i < sentence_.end_token && view_.tokens[i].end <= span->end; ++i) {
      const bool known = party_at(i) != nullptr;
      const bool split = is(i, "and") && !(i + 1 < sentence_.end_token && is(i + 1, "kin"));
      if (known || split) {
        span->end = view_.tokens[i - 1].end;
        break;
      }
    }
    return span;
  }

  std::size_t last_token(std::size_t first, const NameSpan& span) const {
    std::size_t last = first;
    while (last + 1 < sentence_.end_token && view_.tokens[last + 1].begin < span.end) ++last;
    return last;
  }

  // Whether only a comma or a joining word, with a preposition at most, stands between two names.
  bool joins(std::size_t left, std::size_t right) const {
    if (right <= left + 1) {
      const std::string_view gap = text_.gap(place_.clause, left, right);
      return (gap.starts_with(", ") && list_goes_on(right)) || gap == "/" || gap == " / ";
    }
    // "A te Venlo (magazijn) en B (mail)".
    if (is(right - 1, "and") && text_.gap(place_.clause, right - 2, right - 1) == ") " && right < left + 12)
      return true;
    // "X voor de boekhouding en Y voor retouren".
    if (is(right - 1, "and") && word(left + 1) == "voor" && right < left + 7 &&
        last_capital(right) + 1 < sentence_.end_token && word(last_capital(right) + 1) == "voor")
      return text_.gap(place_.clause, left, right).find_first_of(",:;(.") == std::string_view::npos;
    if (right > left + 4) return false;
    bool conjunction = false;
    for (std::size_t i = left + 1; i < right; ++i) {
      if (is(i, "and")) {
        conjunction = true;
      } else if (!is(i, "to") && !is(i, "with") && !is(i, "by") && !is(i, "adverb")) {
        return false;
      }
    }
    const std::string_view gap = text_.gap(place_.clause, left, right);
    return conjunction && gap.find_first_of(":;") == std::string_view::npos;
  }

  // Whether a joining word comes after further names only: then a comma before was one of the same list.
  bool list_goes_on(std::size_t token) const {
    for (std::size_t i = token; i < sentence_.end_token && i < token + 12; ++i) {
      if (is(i, "and")) return true;
      if (!names_.capital(i) && party_at(i) == nullptr) return false;
    }
    return false;
  }

  // Fills in `role`, whose span is set. False where the name has none.
  bool read_role(std::size_t first, std::size_t last, RoleName& role) const {
    const Segment& segment = text_.reading(place_).at(first);
    const auto cues = text_.sharing(place_);
    const bool moved = (segment.own & (action::share | action::receive | action::engage)) != 0;
    const bool elsewhere = has(cues, "mention") || has(cues, "source") || has(cues, "sourced") || has(cues, "method") ||
                           (has(cues, "goods") && !has(cues, "learn"));
    if ((elsewhere && !moved) || gives(last) || kept_by_other(last)) return false;
    if (first == last && !names_.quoted(first) && written_small(first)) return false;
    role.denied = segment.denied && (segment.actions & action::transfer);
    role.dative = false;
    role.group = group_before(first);
    if ((segment.denied && !role.denied) || has(text_.negation(place_), "such-data")) return false;
    if (labelled(first) || enumerated(first, last) || exemplifies(first) || linked(first, segment) || named_kind(first, segment) ||
        done_by(first, segment) || does(first, last, segment))
      return true;
    role.dative = dative_verb(first) && !role.denied;
    return role.dative;
  }

  // "X nodod mums": the name is the one who gives.
  bool gives(std::size_t last) const {
    if (last + 1 >= sentence_.end_token || !blank(last) || !third_person(last + 1)) return false;
    const auto cues = text_.sharing(place_);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const Cue& cue) { return cue.first == last + 1 && cue.entry->id == "share"; });
  }

  // "Programmu X uztur SIA Y", "sistēmas „X” turētājs Y": the name of a thing, whose keeper is named behind it.
  bool kept_by_other(std::size_t last) const {
    const std::size_t next = last + 1;
    return next + 1 < sentence_.end_token && is(next, "keeper") &&
           (names_.capital(next + 1) || names_.is_form(next + 1) || party_at(next + 1) != nullptr);
  }

  // Whether the policy has the word in small letters too: then its capital is no name's.
  bool written_small(std::size_t token) const {
    const Word& word = *view_.tokens[token].word;
    for (const ClauseView& view : text_.context().clauses) {
      for (const Token& other : view.tokens) {
        if (other.word->text == word.text && view.text[other.begin] == word.text.front()) return true;
      }
    }
    return false;
  }

  // The group that the words right before the name tell ("de koeriers van X").
  std::string_view group_before(std::size_t first) const {
    for (const Cue& cue : text_.groups(place_)) {
      if (cue.last < first && cue.last + 3 >= first && !is_generic(cue)) return cue.entry->id;
    }
    return {};
  }

  bool blank(std::size_t left) const {
    const std::string_view gap = text_.gap(place_.clause, left, left + 1);
    return gap.size() <= 4 && gap.find_first_of(",;:()/.-\n") == std::string_view::npos;
  }

  // "Hosting: X".
  bool labelled(std::size_t first) const {
    if (first == sentence_.first_token || first > sentence_.first_token + 3) return false;
    if (text_.gap(place_.clause, first - 1, first) != ": ") return false;
    const auto groups = text_.groups(place_);
    return std::any_of(groups.begin(), groups.end(), [&](const Cue& cue) { return cue.last + 1 == first; });
  }

  // "Onze dienstverleners: X (hosting), Y en Z (bezorging)": in a list behind a colon, with what it does in brackets.
  bool enumerated(std::size_t first, std::size_t last) const {
    std::size_t colon = sentence_.first_token;
    while (colon < first && text_.gap(place_.clause, colon, colon + 1) != ": ") ++colon;
    if (colon >= first || !announced(colon)) return false;
    const bool begins = colon + 1 == first || text_.gap(place_.clause, first - 1, first).ends_with(", ") ||
                        (is(first - 1, "and") && first > colon + 2);
    if (!begins || last + 1 >= sentence_.end_token) return false;
    if (text_.gap(place_.clause, last, last + 1).starts_with(" (")) return true;
    return is(last + 1, "and") && last + 2 < sentence_.end_token && names_.capital(last + 2) &&
           text_.gap(place_.clause, last_capital(last + 2), std::min(last_capital(last + 2) + 1, sentence_.end_token - 1))
               .starts_with(" (");
  }

  // Whether the words up to a token speak of those who get the data.
  bool announced(std::size_t colon) const {
    const auto groups = text_.groups(place_);
    const auto cues = text_.sharing(place_);
    const auto near = [&](const Cue& cue) { return cue.last <= colon && colon < cue.last + longest_announcement; };
    return std::any_of(groups.begin(), groups.end(), near) ||
           std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
             const std::string& id = cue.entry->id;
             return near(cue) && (id == "share" || id == "engage" || id == "receive" || id == "receivers");
           });
  }

  // "(X", "zoals X", "als X" behind a group.
  bool exemplifies(std::size_t first) const {
    if (first <= sentence_.first_token) return false;
    const std::string_view gap = text_.gap(place_.clause, first - 1, first);
    const bool bracket = (gap == " (" || gap == " („" || gap == " (\"" || gap == " (“") && !spells_out(first);
    const bool such = is(first - 1, "such-as");
    if (!bracket && !such) return false;
    for (const Cue& cue : text_.groups(place_)) {
      const std::size_t end = such ? first - 1 : first;
      // "Elke partij waarmee wij werken, zoals X": a clause between, but nothing that the example could be one of.
      const bool near = cue.last + 2 >= end || (such && cue.last + longest_clause >= end &&
                                                text_.gap(place_.clause, end - 1, end) == ", " && !names_data(cue.last, end));
      if (cue.last < end && near && (counted(cue) || text_.list(place_.clause).sharing)) return true;
    }
    return false;
  }

  bool names_data(std::size_t first, std::size_t end) const {
    const auto negation = text_.negation(place_);
    return std::any_of(negation.begin(), negation.end(), [&](const Cue& cue) {
      return cue.entry->id == "data" && cue.first > first && cue.last < end;
    });
  }

  // "CDN (Content Delivery Network)": the long form of what stands before.
  bool spells_out(std::size_t first) const {
    std::string initials;
    for (std::size_t i = first; i <= last_capital(first); ++i) {
      const std::string& text = word(i);
      for (std::size_t at = 0; at != std::string::npos; at = text.find('-', at + 1)) {
        initials += text[at == 0 ? 0 : at + 1];
      }
    }
    return initials.size() > 1 && word(first - 1).starts_with(initials);
  }

  bool counted(const Cue& cue) const {
    const Segment& segment = text_.reading(place_).at(cue.first);
    return (segment.actions & ~action::sell) != 0 && segment.role != SegmentRole::condition;
  }

  // Behind a preposition that fits what is done: "aan X", "door X", "via het systeem van X", "ar X palīdzību".
  bool linked(std::size_t first, const Segment& segment) const {
    std::size_t at = first;
    bool kind = false;
    for (std::size_t step = 0; step <= longest_way && at > sentence_.first_token; ++step) {
      --at;
      if (!blank(at) || (!text_.latvian() && text_.gap(place_.clause, at, at + 1).size() > 2)) return false;
      if (is(at, "kind")) {
        kind = true;
      } else if (is(at, "article") || is(at, "owned") || (is(at, "of") && kind_before(at))) {
        kind = kind || is(at, "of");
      } else {
        break;
      }
    }
    const bool article = at + 1 < first && !kind;
    // Behind an article a lone capital is a title ("aan de Klant").
    if (article && last_capital(first) == first) return false;
    const unsigned actions = segment.actions;
    // "Gebruik van het platform van X".
    if (kind && word(at) == "van" && at > sentence_.first_token && word(at - 1) == "gebruik") return true;
    if (is(at, "by")) return (actions & (doing | action::use)) != 0;
    if (is(at, "to")) return (actions & (action::share | action::trade | action::engage)) != 0;
    if (is(at, "in")) return (actions & (doing | action::use)) != 0 && (kind || kind_behind(first));
    if (!is(at, "with")) return false;
    const auto cues = text_.sharing(place_);
    return (actions & (doing | action::use)) != 0 || has(cues, "activity") || has(cues, "learn");
  }

  // "X, een online programma".
  bool kind_behind(std::size_t first) const {
    const std::size_t next = last_capital(first) + 1;
    if (next >= sentence_.end_token || text_.gap(place_.clause, next - 1, next) != ", ") return false;
    for (std::size_t i = next; i < std::min(next + 4, sentence_.end_token); ++i) {
      if (is(i, "kind")) return true;
    }
    return false;
  }

  bool kind_before(std::size_t token) const {
    return token > sentence_.first_token && (is(token - 1, "kind") || is(token - 1, "owned"));
  }

  std::size_t last_capital(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < sentence_.end_token && blank(last) && names_.capital(last + 1)) ++last;
    return last;
  }

  // "het programma X", "programmā X": says of the name what it is.
  bool named_kind(std::size_t first, const Segment& segment) const {
    if (first <= sentence_.first_token || !blank(first - 1)) return false;
    if (is(first - 1, "is")) {
      for (const Cue& cue : text_.groups(place_)) {
        if (cue.last + 2 == first && ours_before(cue.first)) return true;
      }
      return first > sentence_.first_token + 1 && is(first - 2, "kind") && ours_before(first - 2);
    }
    if (!is(first - 1, "kind")) return false;
    return (segment.actions & (doing | action::use)) != 0 || ours_before(first - 1) ||
           has(text_.sharing(place_), "activity");
  }

  // "onze vaste drukker", "mūsu noliktavas partneris".
  bool ours_before(std::size_t token) const {
    for (std::size_t step = 1; step <= 3 && token >= sentence_.first_token + step; ++step) {
      if (is(token - step, "possessive")) return true;
    }
    return false;
  }

  const Cue* verb_at(std::size_t token) const {
    for (const Cue& cue : text_.sharing(place_)) {
      const std::string& id = cue.entry->id;
      if (cue.first == token && (id == "trade" || id == "process" || id == "receive" || id == "learn")) return &cue;
    }
    return nullptr;
  }

  // A form of the third person, not of the shop's own doing nor of the passive.
  bool third_person(std::size_t token) const {
    const std::string& verb = word(token);
    if (text_.latvian())
      return !verb.ends_with("am") && !verb.ends_with("ām") && !verb.ends_with("t") && !verb.ends_with("ta") &&
             !verb.ends_with("ts") && !verb.ends_with("ti") && !verb.ends_with("šana");
    if (verb.starts_with("ge") && (verb.ends_with('d') || verb.ends_with("en"))) return false;
    return verb.ends_with('t') || is(token, "finite");
  }

  // "De boekhouding doet X": the name right behind the verb is its subject.
  bool done_by(std::size_t first, const Segment& segment) const {
    if (first <= sentence_.first_token + 1 || segment.subject || !blank(first - 1)) return false;
    if (verb_at(first - 1) == nullptr || !third_person(first - 1)) return false;
    // With a verb at its head a sentence asks or sets a condition.
    return first - 1 > sentence_.first_token;
  }

  // "X regelt onze verzending": the subject, where the sentence is about the shop's or the customer's things.
  bool does(std::size_t first, std::size_t last, const Segment& segment) const {
    if (segment.subject || last + 1 >= segment.end || !blank(last)) return false;
    if (first != segment.first && !(first > 0 && is(first - 1, "and"))) return false;
    if (verb_at(last + 1) == nullptr || !third_person(last + 1)) return false;
    if (first == sentence_.first_token && !distinct(first, last)) return false;
    const auto mentions = [&](std::size_t token) { return is(token, "ours"); };
    for (std::size_t i = last + 2; i < sentence_.end_token; ++i) {
      if (mentions(i)) return true;
    }
    return false;
  }

  // Whether a capital at the head of a sentence is a name's: a second one follows.
  bool distinct(std::size_t first, std::size_t last) const {
    if (!text_.groups(place_).empty() && text_.groups(place_).front().first == first) return false;
    const Token& token = view_.tokens[first];
    if (token.word->stop || !token.word->parts.empty()) return false;
    return last > first && names_.capital(last);
  }

  bool dative(std::size_t token) const {
    const std::string& form = word(token);
    return text_.latvian() &&
           (form.ends_with("am") || form.ends_with("ai") || form.ends_with("im") || form.ends_with("ei") ||
            form.ends_with("iem") || form.ends_with("ām") || form.ends_with("um"));
  }

  // "nododam Zibsūtam": a Latvian receiver behind the verb.
  bool dative_verb(std::size_t first) const {
    if (!dative(last_capital(first)) || first == sentence_.first_token || !blank(first - 1)) return false;
    const auto cues = text_.sharing(place_);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const Cue& cue) { return cue.last + 1 == first && cue.entry->id == "share"; });
  }

  const SharingText& text_;
  Place place_;
  const ClauseView& view_;
  const SentenceView& sentence_;
  const NameReader& names_;
  std::span<const Cue> words_;
  std::span<const Fact> facts_;
};

}  // namespace

std::vector<RoleName> names_in_roles(const SharingText& text, SharingText::Place place, const NameReader& names,
                                     std::span<const Cue> words, std::span<const Fact> facts) {
  return RoleReader(text, place, names, words, facts).read();
}

}  // namespace clausula
