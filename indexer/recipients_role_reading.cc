#include "indexer/recipients_role_reading.h"

#include <algorithm>
#include <array>

#include "indexer/recipients_arguments.h"
#include "indexer/recipients_listed_names.h"

namespace clausula {
namespace {

constexpr std::size_t longest_way = 4;  // words between a preposition and the name ("met het online programma X")
constexpr unsigned doing = action::share | action::receive | action::process | action::engage | action::trade;

class RoleTests {
 public:
  explicit RoleTests(const RoleSentence& sentence) : in_(sentence) {}

  bool read(std::size_t first, std::size_t last, RoleName& role) const {
    const Segment& segment = in_.text.reading(in_.place).at(first);
    const auto cues = in_.text.sharing(in_.place);
    const bool moved = (segment.own & (action::share | action::receive | action::engage)) != 0;
    const bool elsewhere = has(cues, "mention") || has(cues, "source") || has(cues, "sourced") || has(cues, "method") ||
                           (has(cues, "goods") && !has(cues, "learn"));
    if ((elsewhere && !moved) || gives(last) || kept_by_other(last)) return false;
    if (first == last && !in_.names.quoted(first) && written_small(first)) return false;
    role.denied = segment.denied && (segment.actions & action::transfer);
    role.dative = false;
    role.group = group_before(first);
    if ((segment.denied && !role.denied) || has(in_.text.negation(in_.place), "such-data")) return false;
    if (is_listed(in_, first, last) || linked(first, segment) || named_kind(first, segment) ||
        done_by(first, segment) || does(first, last, segment))
      return true;
    role.dative = dative_verb(first) && !role.denied;
    return role.dative;
  }

  // "nododam Zibsūtam": a Latvian receiver behind the verb.
  bool dative_verb(std::size_t first) const {
    if (!in_.dative(in_.last_capital(first)) || first == in_.sentence.first_token || !in_.blank(first - 1))
      return false;
    const auto cues = in_.text.sharing(in_.place);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const Cue& cue) { return cue.last + 1 == first && cue.entry->id == "share"; });
  }

 private:
  // "X nodod mums": the name is the one who gives.
  bool gives(std::size_t last) const {
    if (last + 1 >= in_.sentence.end_token || !in_.blank(last) || !in_.third_person(last + 1)) return false;
    const auto cues = in_.text.sharing(in_.place);
    return std::any_of(cues.begin(), cues.end(),
                       [&](const Cue& cue) { return cue.first == last + 1 && cue.entry->id == "share"; });
  }

  // "Programmu X uztur SIA Y", "sistēmas „X” turētājs Y": the name of a thing, whose keeper is named behind it.
  bool kept_by_other(std::size_t last) const {
    const std::size_t next = last + 1;
    return next + 1 < in_.sentence.end_token && in_.is(next, "keeper") &&
           (in_.names.capital(next + 1) || in_.names.is_form(next + 1) || in_.party_at(next + 1) != nullptr);
  }

  // Whether the policy has the word in small letters too: then its capital is no name's.
  bool written_small(std::size_t token) const {
    const Word& word = *in_.view.tokens[token].word;
    for (const ClauseView& view : in_.text.context().clauses) {
      for (const Token& other : view.tokens) {
        if (other.word->text == word.text && view.text[other.begin] == word.text.front()) return true;
      }
    }
    return false;
  }

  // The group that the words right before the name tell ("de koeriers van X").
  std::string_view group_before(std::size_t first) const {
    for (const Cue& cue : in_.text.groups(in_.place)) {
      if (cue.last < first && cue.last + 3 >= first && !is_generic(cue)) return cue.entry->id;
    }
    return {};
  }

  // Behind a preposition that fits what is done: "aan X", "door X", "via het systeem van X", "ar X palīdzību".
  bool linked(std::size_t first, const Segment& segment) const {
    std::size_t at = first;
    bool kind = false;
    for (std::size_t step = 0; step <= longest_way && at > in_.sentence.first_token; ++step) {
      --at;
      if (!in_.blank(at) || (!in_.text.latvian() && in_.text.gap(in_.place.clause, at, at + 1).size() > 2))
        return false;
      if (in_.is(at, "kind")) {
        kind = true;
      } else if (in_.is(at, "article") || in_.is(at, "owned") || (in_.is(at, "of") && in_.kind_before(at))) {
        kind = kind || in_.is(at, "of");
      } else {
        break;
      }
    }
    const bool article = at + 1 < first && !kind;
    // Behind an article a lone capital is a title ("aan de Klant").
    if (article && in_.last_capital(first) == first) return false;
    const unsigned actions = segment.actions;
    // "Gebruik van het platform van X".
    if (kind && in_.word(at) == "van" && at > in_.sentence.first_token && in_.word(at - 1) == "gebruik") return true;
    // "- de mensen van X: zij bouwden de site", at the head of an item.
    if (kind && at <= in_.sentence.first_token + 1 && in_.text.list(in_.place.clause).sharing) return true;
    if (in_.is(at, "by")) return (actions & (doing | action::use)) != 0;
    if (in_.is(at, "to")) return (actions & (action::share | action::trade | action::engage)) != 0;
    if (in_.is(at, "in")) return (actions & (doing | action::use)) != 0 && (kind || kind_behind(first));
    if (!in_.is(at, "with")) return false;
    const auto cues = in_.text.sharing(in_.place);
    return (actions & (doing | action::use)) != 0 || has(cues, "activity") || has(cues, "learn");
  }

  // "X, een online programma".
  bool kind_behind(std::size_t first) const {
    const std::size_t next = in_.last_capital(first) + 1;
    if (next >= in_.sentence.end_token || in_.text.gap(in_.place.clause, next - 1, next) != ", ") return false;
    for (std::size_t i = next; i < std::min(next + 4, in_.sentence.end_token); ++i) {
      if (in_.is(i, "kind")) return true;
    }
    return false;
  }

  // "het programma X", "programmā X": says of the name what it is.
  bool named_kind(std::size_t first, const Segment& segment) const {
    if (first <= in_.sentence.first_token || !in_.blank(first - 1)) return false;
    if (in_.is(first - 1, "is")) {
      for (const Cue& cue : in_.text.groups(in_.place)) {
        if (cue.last + 2 == first && in_.ours_before(cue.first)) return true;
      }
      return first > in_.sentence.first_token + 1 && in_.is(first - 2, "kind") && in_.ours_before(first - 2);
    }
    if (!in_.is(first - 1, "kind")) return false;
    return (segment.actions & (doing | action::use)) != 0 || in_.ours_before(first - 1) ||
           has(in_.text.sharing(in_.place), "activity");
  }

  // "De boekhouding doet X": the name right behind the verb is its subject.
  bool done_by(std::size_t first, const Segment& segment) const {
    if (first <= in_.sentence.first_token + 1 || segment.subject || !in_.blank(first - 1)) return false;
    if (in_.verb_at(first - 1) == nullptr || !in_.third_person(first - 1)) return false;
    // With a verb at its head a sentence asks or sets a condition.
    return first - 1 > in_.sentence.first_token;
  }

  // "X regelt onze verzending": the subject, where the sentence is about the shop's or the customer's things.
  bool does(std::size_t first, std::size_t last, const Segment& segment) const {
    if (segment.subject || last + 1 >= segment.end || !in_.blank(last)) return false;
    if (first != segment.first && !(first > 0 && in_.is(first - 1, "and"))) return false;
    if (in_.verb_at(last + 1) == nullptr || !in_.third_person(last + 1)) return false;
    if (first == in_.sentence.first_token && !distinct(first, last)) return false;
    const auto mentions = [&](std::size_t token) { return in_.is(token, "ours"); };
    for (std::size_t i = last + 2; i < in_.sentence.end_token; ++i) {
      if (mentions(i)) return true;
    }
    return false;
  }

  // Whether a capital at the head of a sentence is a name's: a second one follows.
  bool distinct(std::size_t first, std::size_t last) const {
    if (!in_.text.groups(in_.place).empty() && in_.text.groups(in_.place).front().first == first) return false;
    const Token& token = in_.view.tokens[first];
    if (token.word->stop || !token.word->parts.empty()) return false;
    return last > first && in_.names.capital(last);
  }

  const RoleSentence& in_;
};

}  // namespace

bool read_role(const RoleSentence& sentence, std::size_t first, std::size_t last, RoleName& role) {
  return RoleTests(sentence).read(first, last, role);
}

bool follows_as_dative(const RoleSentence& sentence, std::size_t first) {
  return RoleTests(sentence).dative_verb(first);
}

}  // namespace clausula
