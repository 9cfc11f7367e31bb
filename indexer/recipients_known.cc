// Recipients that parties.toml lists. A name alone is not enough: the sentence, its list or its heading has to be about
// data that the party gets, or about what such a party does for the shop.
#include <algorithm>
#include <array>
#include <set>

#include "corpus/unicode.h"
#include "indexer/recipients.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

class KnownReader {
 public:
  KnownReader(const SharingText& text, std::vector<Fact>& facts)
      : text_(text), facts_(facts), words_(text.context(), "recipient-words.toml") {}

  void read() {
    const FactContext& context = text_.context();
    for (std::size_t clause = 0; clause < context.clauses.size(); ++clause) {
      if (text_.skipped(clause)) {
        // Another party's whole notice says one thing of the shop: that this party gets the data.
        if (!context.speakers[clause].empty()) add_speaker(clause);
        continue;
      }
      for (std::size_t s = 0; s < context.sentences[clause].size(); ++s) read_sentence({clause, s});
    }
    join_owners();
  }

 private:
  void read_sentence(Place place) {
    const SentenceView& sentence = text_.sentence(place);
    for (const PartyHit& hit : text_.parties(place.clause)) {
      if (hit.first < sentence.first_token || hit.first >= sentence.end_token) continue;
      if (text_.is_own(hit.party->name) || is_label(place, hit) || is_replaced(place, hit)) continue;
      const Segment& segment = text_.reading(place).at(hit.first);
      const bool foreign = text_.foreign(place, segment);
      // "No more data than needed" denies data, not the party.
      const bool row = text_.context().clause(place.clause).kind == ClauseKind::row;
      const bool denied =
          segment.denied && !row && segment.role != SegmentRole::condition && !has(text_.negation(place), "such-data");
      if (denied || nothing(place, hit)) {
        if (!foreign && (!denied || denial(place, hit, segment))) add(place, hit, true);
        continue;
      }
      if (shared(place, hit, segment, foreign)) add(place, hit, false);
    }
  }

  // "In plaats van X", "X vietā".
  bool is_replaced(Place place, const PartyHit& hit) const {
    const auto cues = text_.negation(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      return cue.entry->id == "instead" && (text_.latvian() ? cue.first == hit.last + 1 : cue.last + 1 == hit.first);
    });
  }

  // An item of a list of recipients that says "(no personal data)".
  bool nothing(Place place, const PartyHit& hit) const {
    if (!text_.list(place.clause).sharing) return false;
    for (const Segment& segment : text_.reading(place).segments) {
      if (segment.first <= hit.last || segment.own != 0 || !segment.denied || segment.end - segment.first > 3) continue;
      if (text_.gap(place.clause, segment.first - 1, segment.first).ends_with('(') && about_data(place, segment))
        return true;
    }
    return false;
  }

  // "Instagram: @shop", "WhatsApp +31 …": how to reach the shop.
  bool is_label(Place place, const PartyHit& hit) const {
    const ClauseView& view = text_.view(place.clause);
    const std::string_view rest = view.text.substr(view.tokens[hit.last].end);
    const std::size_t at = rest.find_first_not_of(" :\t");
    if (at == std::string_view::npos) return false;
    if (rest[at] == '@' || rest[at] == '+') return true;
    if (!rest.starts_with(':') || hit.last + 1 >= view.tokens.size()) return false;
    const WordKind kind = view.tokens[hit.last + 1].word->kind;
    const std::string& next = view.tokens[hit.last + 1].word->text;
    return kind == WordKind::url || kind == WordKind::email || next.find(".com") != std::string::npos;
  }

  // A denial counts where it is the shop that does not share, use or engage.
  bool denial(Place place, const PartyHit& hit, const Segment& segment) const {
    const unsigned actions = segment.actions;
    if (absent(place, hit)) return true;
    // "Not for other services of Google".
    if (text_.word_before(place, hit.first) == "voor" || text_.word_before(place, hit.first, 2) == "voor") return false;
    if ((segment.own & (action::share | action::sell)) != 0) return true;
    if ((actions & (action::share | action::sell)) != 0) return !has(text_.sharing(place), "mention");
    // "Has no access": to the data, not to something else.
    if ((actions & action::receive) != 0) return about_data(place, segment) || learns(place, segment);
    if ((actions & (action::use | action::process | action::engage)) == 0 || has(text_.sharing(place), "mention"))
      return false;
    if (segment.subject) return !comparing(place);
    // "Geen knoppen van Facebook of Instagram": the second of two.
    for (const PartyHit& other : text_.parties(place.clause)) {
      if (other.last + 2 != hit.first || other.first < segment.first) continue;
      if (text_.word_before(place, hit.first) == "of" || text_.word_before(place, hit.first) == "en")
        return denial(place, other, segment);
    }
    constexpr std::array<std::string_view, 8> agents{"door", "met", "via", "van", "aan", "bij", "ar", "caur"};
    return contains(agents, text_.word_before(place, hit.first)) || first_person(place);
  }

  // "Ziet niets", "neredz": said in the segment itself.
  bool learns(Place place, const Segment& segment) const {
    const auto cues = text_.sharing(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      return cue.entry->id == "learn" && cue.first >= segment.first && cue.last < segment.end;
    });
  }

  // "Geen Google Analytics", "ne Facebook pikseļa": a product or what it does, right behind the word of denial.
  bool absent(Place place, const PartyHit& hit) const {
    const auto negation = text_.negation(place);
    // "Facebook pikseļa mums nav": the Latvian verb of being without.
    if (text_.latvian() && hit.first <= text_.reading(place).at(hit.first).first + 1 && lacks(place, hit.last))
      return true;
    const bool denied = std::any_of(negation.begin(), negation.end(), [&](const Cue& cue) {
      return cue.entry->id == "negator" && cue.last + 1 == hit.first;
    });
    if (!denied || text_.word_before(place, hit.first) == "niet") return false;
    if (!hit.product.empty()) return true;
    const auto cues = text_.sharing(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      return cue.entry->id == "activity" && cue.first >= hit.first && cue.first <= hit.last + 1;
    });
  }

  bool lacks(Place place, std::size_t last) const {
    const Segment& segment = text_.reading(place).at(last);
    const auto& tokens = text_.view(place.clause).tokens;
    return segment.own == 0 && tokens[segment.end - 1].word->text == "nav" && segment.end > last + 1;
  }

  bool about_data(Place place, const Segment& segment) const {
    const auto cues = text_.negation(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      // "Facebook, Google en anderen krijgen niets": one of several names before the verb.
      const bool inside =
          text_.latvian() || segment.own == 0 || (cue.first >= segment.first && cue.first < segment.end);
      return (cue.entry->id == "data" || cue.entry->id == "nothing") && inside;
    });
  }

  // "Not for other purposes": the use is denied, not the party.
  bool comparing(Place place) const { return has(text_.negation(place), "not-a-negation"); }

  bool first_person(Place place) const {
    if (!text_.latvian()) return false;
    const auto& tokens = text_.view(place.clause).tokens;
    const auto cues = text_.sharing(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      const std::string& verb = tokens[cue.first].word->text;
      return tokens[cue.first].word->negated && (verb.ends_with("am") || verb.ends_with("ām"));
    });
  }

  bool shared(Place place, const PartyHit& hit, const Segment& segment, bool foreign) const {
    const auto cues = text_.sharing(place);
    const bool acts = std::any_of(cues.begin(), cues.end(), [](const Cue& cue) {
      const std::string& id = cue.entry->id;
      return id == "share" || id == "receive" || id == "learn" || id == "process" || id == "use" || id == "engage" ||
             id == "agreement";
    });
    const bool goes_by = has(cues, "via");
    const bool transfers = (segment.own & (action::share | action::receive | action::engage)) != 0;
    const ListContext& list = text_.list(place.clause);
    const bool listed = list.sharing && hit.first <= text_.sentence(place).first_token + 4;
    // Data from the party ("ielādēts no X", "X deelt met ons") say nothing of data to it.
    if (is_source(text_, place, hit.first, hit.last) || kept_by_other(place, hit) || gives(place, hit, segment) ||
        (foreign && (segment.own & action::share)))
      return false;
    if (has(cues, "mention") && !transfers && !listed && !cookies(place)) return false;
    if (has(cues, "method") && !transfers && !listed) return false;
    if (has(cues, "self-hosted")) return false;
    if (has(cues, "sourced") && !transfers) return false;
    if (has(cues, "goods") && !transfers && !has(cues, "learn")) return false;
    if (has(cues, "own-notice") && !transfers && !listed && (foreign || !uses(cues))) return false;
    if (listed && (hit.party->mention != MentionKind::method || heads(place, hit.first))) return true;
    switch (hit.party->mention) {
      case MentionKind::word:
        return acts || (segment.actions & ~(action::sell | action::via)) != 0 || sets_cookies(place, hit) ||
               (!hit.product.empty() && has(cues, "activity"));
      case MentionKind::weak:
        // "Gebouwd met WooCommerce": the maker of the software gets nothing.
        if (segment.own == action::trade && hit.party->category == "hosting") return false;
        if (sets_cookies(place, hit)) return true;
        if (has(cues, "activity") && cookie_section(place)) return true;
        return (segment.actions & (action::share | action::receive | action::engage | action::process | action::use)) !=
                   0 ||
               has(cues, "agreement") || (!hit.product.empty() && has(cues, "activity"));
      case MentionKind::method:
        return transfers;
      default:
        return acts || goes_by || has(cues, "activity") || (segment.actions & ~action::sell) != 0 || list.sharing ||
               has(cues, "heading");
    }
  }

  // Whether a name stands at the head of an item: "CCV en iDEAL: betaling".
  bool heads(Place place, std::size_t token) const {
    const std::size_t first = text_.sentence(place).first_token;
    if (token == first) return true;
    if (token > first + 3 || text_.word_before(place, token) != (text_.latvian() ? "un" : "en")) return false;
    const auto parties = text_.parties(place.clause);
    return std::any_of(parties.begin(), parties.end(),
                       [&](const PartyHit& hit) { return hit.first == first && hit.last + 2 == token; });
  }

  // "X programmatūras uzturētājam Y": a program, whose keeper gets the data.
  bool kept_by_other(Place place, const PartyHit& hit) const {
    const auto words = words_.of(place.clause, place.sentence);
    const auto parties = text_.parties(place.clause);
    return std::any_of(words.begin(), words.end(), [&](const Cue& cue) {
      if (cue.entry->id != "keeper" || cue.first <= hit.last || cue.first > hit.last + 2) return false;
      return std::any_of(parties.begin(), parties.end(),
                         [&](const PartyHit& other) { return other.first == cue.last + 1; });
    });
  }

  // "… dan deelt X uw gegevens met ons": the party is the subject behind its verb.
  bool gives(Place place, const PartyHit& hit, const Segment& segment) const {
    if (text_.latvian() || segment.subject) return false;
    const auto cues = text_.sharing(place);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      return cue.entry->id == "share" && cue.first + 1 == hit.first &&
             text_.view(place.clause).tokens[cue.first].word->text.ends_with('t') &&
             !text_.view(place.clause).tokens[cue.first].word->text.starts_with("ge");
    });
  }

  static bool uses(std::span<const Cue> cues) { return has(cues, "use") || has(cues, "process"); }

  static bool names_cookies(std::string_view word) {
    return word.find("cookie") != word.npos || word.starts_with("sīk") || word.find("pixel") != word.npos ||
           word.find("pikse") != word.npos;
  }

  // "cookies van Facebook", "Facebook reklāmas sīkdatnes": beside the name.
  bool sets_cookies(Place place, const PartyHit& hit) const {
    const auto& tokens = text_.view(place.clause).tokens;
    const SentenceView& sentence = text_.sentence(place);
    const std::size_t first = std::max(sentence.first_token, hit.first - std::min<std::size_t>(hit.first, 2));
    for (std::size_t i = first; i < std::min(hit.last + 5, sentence.end_token); ++i) {
      if (names_cookies(tokens[i].word->text)) return true;
    }
    return false;
  }

  // Under a heading about cookies.
  bool cookie_section(Place place) const {
    const auto& headings = text_.context().clause(place.clause).headings;
    if (headings.empty()) return false;
    const std::string heading = normalize(headings.back());
    return names_cookies(heading) || heading.find("sikdat") != heading.npos;
  }

  bool cookies(Place place) const {
    const auto& tokens = text_.view(place.clause).tokens;
    const SentenceView& sentence = text_.sentence(place);
    return has(text_.sharing(place), "use") &&
           std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(sentence.first_token),
                       tokens.begin() + static_cast<std::ptrdiff_t>(sentence.end_token),
                       [](const Token& token) { return names_cookies(token.word->text); });
  }

  void add(Place place, const PartyHit& hit, bool denied) {
    Fact fact = recipient_fact(text_, place, FactKind::recipient, hit.party->name, denied, hit.first, hit.last);
    std::vector<std::pair<std::string, std::string>> details{{"category", hit.party->category}};
    if (!hit.product.empty()) details.emplace_back("product", hit.product);
    details.insert(details.end(), fact.details.begin(), fact.details.end());
    fact.details = std::move(details);
    if (!denied) named_.insert(hit.party->id);
    facts_.push_back(std::move(fact));
    parties_.push_back(hit.party);
  }

  void add_speaker(std::size_t clause) {
    const std::string& name = text_.context().speakers[clause];
    const auto hits = text_.parties(clause);
    const auto hit =
        std::find_if(hits.begin(), hits.end(), [&](const PartyHit& each) { return each.party->name == name; });
    if (hit == hits.end() || text_.context().sentences[clause].empty()) return;
    Fact fact = make_fact(FactKind::recipient, name, text_.context().evidence_of_tokens(clause, hit->first, hit->last));
    fact.details.emplace_back("category", hit->party->category);
    named_.insert(hit->party->id);
    facts_.push_back(std::move(fact));
    parties_.push_back(hit->party);
  }

  // Where a policy names a party and its owner, the party counts as the owner's product.
  void join_owners() {
    const PartyTable& table = text_.context().phrases.parties(text_.context().language);
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const Party& party = *parties_[i];
      if (party.owner.empty() || !named_.contains(party.owner) || facts_[i].denied) continue;
      const Party& owner = *table.of(party.owner);
      Fact& fact = facts_[i];
      std::erase_if(fact.details, [](const auto& detail) { return detail.first == "product"; });
      fact.details.front().second = owner.category;
      fact.details.emplace(fact.details.begin() + 1, "product", party.name);
      fact.value = owner.name;
    }
  }

  const SharingText& text_;
  std::vector<Fact>& facts_;
  Cues words_;
  std::vector<const Party*> parties_;  // of facts_
  std::set<std::string, std::less<>> named_;
};

}  // namespace

void read_known_recipients(const SharingText& text, std::vector<Fact>& facts) { KnownReader(text, facts).read(); }

}  // namespace clausula
