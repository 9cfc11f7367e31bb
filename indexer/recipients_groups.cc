// Unnamed groups of recipients ("our delivery company", "third parties"), by the place that they have in a statement.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "indexer/recipients_arguments.h"
#include "indexer/recipients_exclusions.h"
#include "indexer/recipients_neighbours.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::size_t longest_announcement = 30;  // bytes between a group and the colon

class GroupReader {
 public:
  GroupReader(const SharingText& text, std::vector<Fact>& facts) : text_(text), facts_(facts), named_(text, facts) {}

  void read() {
    const FactContext& context = text_.context();
    std::vector<bool> list_has_facts(context.clauses.size());
    // Items before their lead-in, so that "third parties:" gives way to its list.
    for (std::size_t clause = context.clauses.size(); clause-- > 0;) {
      if (text_.skipped(clause) || is_header(clause)) continue;
      const std::size_t before = found_.size();
      leads_ = list_has_facts[clause];
      for (std::size_t s = 0; s < context.sentences[clause].size(); ++s) read_sentence({clause, s});
      const auto& lead_in = context.clause(clause).lead_in;
      const bool says = found_.size() > before || named_.inside(clause) || list_has_facts[clause];
      if (lead_in && says) list_has_facts[static_cast<std::size_t>(*lead_in - 1)] = true;
    }
    facts_.insert(facts_.end(), std::make_move_iterator(found_.begin()), std::make_move_iterator(found_.end()));
  }

 private:
  // The header of a table, or what is left of one ("Name | Provider | Purpose").
  bool is_header(std::size_t clause) const {
    const std::string_view text = text_.view(clause).text;
    return text_.header(clause) || (text_.context().clause(clause).kind == ClauseKind::paragraph &&
                                    std::count(text.begin(), text.end(), '|') > 1);
  }

  struct Candidate {
    const Cue* cue;
    bool counts = false;
    bool denied = false;
  };

  void read_sentence(Place place) {
    std::vector<Candidate> candidates;
    for (const Cue& cue : text_.groups(place)) {
      if (crosses(place, cue) || own_name(place, cue) || part_of_name(place, cue) || names_one(place, cue) ||
          taken_back(place, cue))
        continue;
      const bool service = cue.list == "service";
      const bool listed = text_.list(place.clause).engaging && text_.list(place.clause).sharing;
      if (service && !listed && !exemplified(place, cue)) continue;
      candidates.push_back({&cue});
    }
    drop_contained(candidates);
    if (!has(text_.sharing(place), "right") && !has(text_.sharing(place), "method")) {
      const Candidate* previous = nullptr;
      for (Candidate& candidate : candidates) {
        judge(place, candidate, previous);
        if (candidate.counts) previous = &candidate;
      }
    }
    const bool specific = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
      return candidate.counts && !candidate.denied && !is_generic(*candidate.cue);
    });
    std::set<std::string_view> said;
    for (const Candidate& candidate : candidates) {
      if (!candidate.counts || (candidate.cue->list == "denied" && !candidate.denied)) continue;
      if (specific && candidate.cue->entry->id == "service-providers" && !candidate.denied &&
          alone(place, candidate, candidates))
        continue;
      if ((is_generic(*candidate.cue) || engaged(place, *candidate.cue)) && !candidate.denied &&
          (gives_way(place, candidate, specific) || has_examples(place, candidate, candidates)))
        continue;
      add(place, value_of(place, candidate), candidate.denied, candidate.cue->first, candidate.cue->last);
      said.insert(candidate.cue->entry->id);
    }
    std::optional<std::size_t> sold;
    if (said.empty()) sold = bare_denial(place, candidates);
    if (said.empty() && candidates.empty()) by_law(place);
    narrowed(place, candidates, sold);
  }

  static bool names_example(std::string_view word) {
    constexpr std::array<std::string_view, 6> words{"zoals",    "bijvoorbeeld", "waaronder",
                                                    "piemēram", "tostarp",      "piem"};
    return any_of(words, word);
  }

  // "Suppliers that work for us": no suppliers of goods, so what they do tells them.
  bool engaged(Place place, const Cue& cue) const {
    if (cue.entry->id != "suppliers" || cue.last + 1 >= text_.sentence(place).end_token) return false;
    const auto& segments = text_.reading(place).segments;
    return std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
      return segment.role == SegmentRole::relative && segment.first > cue.last && segment.first <= cue.last + 4 &&
             (segment.own & action::process);
    });
  }

  // "… providers such as payment handling, hosting and analysis": what they do, behind a group that does not say.
  bool exemplified(Place place, const Cue& cue) const {
    const auto groups = text_.groups(place);
    return std::any_of(groups.begin(), groups.end(), [&](const Cue& group) {
      if (!(is_generic(group) || engaged(place, group)) || group.last >= cue.first) return false;
      const auto& tokens = text_.view(place.clause).tokens;
      if (in_brackets(place, group.last, cue.first)) return true;
      for (std::size_t i = group.last + 1; i < cue.first; ++i) {
        const std::string& word = tokens[i].word->text;
        if (names_example(word) || (word == "kā" && i > 0 && tokens[i - 1].word->text.starts_with("tād"))) return true;
      }
      return false;
    });
  }

  // "Dienstverleners (hosting, betaling)": the brackets open right behind the left token.
  bool in_brackets(Place place, std::size_t left, std::size_t right) const {
    return text_.gap(place.clause, left, left + 1) == " (" &&
           text_.gap(place.clause, left, right).find(')') == std::string_view::npos;
  }

  // A phrase with a gap holds together inside one stretch of text only.
  bool crosses(Place place, const Cue& cue) const {
    for (std::size_t i = cue.first; i < cue.last; ++i) {
      if (text_.gap(place.clause, i, i + 1).find_first_of(",;:()") != std::string_view::npos) return true;
    }
    return false;
  }

  // "Nobody other than Mollie" names no third parties.
  bool taken_back(Place place, const Cue& cue) const {
    const auto negation = text_.negation(place);
    return std::any_of(negation.begin(), negation.end(), [&](const Cue& other) {
      return other.entry->id == "not-a-negation" && other.first <= cue.first && cue.last <= other.last;
    });
  }

  // "KeurmerkPlus", or "Lauksaimniecības datu centrs": capitals inside the word, or before it inside a sentence, make it
  // somebody's name.
  bool names_one(Place place, const Cue& cue) const {
    if (cue.first == cue.last && is_coined(text_.view(place.clause), cue.first)) return true;
    const std::size_t begin = text_.sentence(place).first_token;
    if (!text_.latvian() || cue.first <= begin + 1 || text_.gap(place.clause, cue.first - 1, cue.first) != " ")
      return false;
    const ClauseView& view = text_.view(place.clause);
    const Token& before = view.tokens[cue.first - 1];
    const std::string& word = before.word->text;
    const bool capital = view.text[before.begin] != word.front() && word.size() > 3;
    const bool genitive = word.ends_with("as") || word.ends_with("es") || word.ends_with('u');
    return capital && genitive && text_.parties(place.clause).empty() && !text_.is_own(word);
  }

  // "Marktplaats" is a party, not a market place.
  bool part_of_name(Place place, const Cue& cue) const {
    const auto parties = text_.parties(place.clause);
    return std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) {
      return hit.first <= cue.last && cue.first <= hit.last && hit.last - hit.first >= cue.last - cue.first;
    });
  }

  // A word of the shop's own name ("Groothandel Linde") names no group.
  bool own_name(Place place, const Cue& cue) const {
    const ClauseView& view = text_.view(place.clause);
    const std::string_view shown =
        view.text.substr(view.tokens[cue.first].begin, view.tokens[cue.last].end - view.tokens[cue.first].begin);
    return shown.front() >= 'A' && shown.front() <= 'Z' && cue.first > text_.sentence(place).first_token &&
           text_.is_own(shown);
  }

  // "IT dienstverlener" is no "dienstverlener" as such: the longer phrase counts, the specific one of equals.
  static void drop_contained(std::vector<Candidate>& candidates) {
    const auto worse = [&](const Candidate& a) {
      return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& b) {
        if (a.cue == b.cue) return false;
        const bool overlap = a.cue->first <= b.cue->last && b.cue->first <= a.cue->last;
        if (!overlap) return false;
        const std::size_t a_length = a.cue->last - a.cue->first;
        const std::size_t b_length = b.cue->last - b.cue->first;
        if (b.cue->entry->id == "none") return true;
        if (!is_generic(*a.cue) && !is_generic(*b.cue) && a.cue->entry != b.cue->entry)
          return a_length == 0 && b_length > 0;
        if (a_length != b_length) return a_length < b_length;
        return a.cue->entry == b.cue->entry ? b.cue < a.cue : is_generic(*a.cue) && !is_generic(*b.cue);
      });
    };
    std::vector<Candidate> kept;
    for (const Candidate& candidate : candidates) {
      if (candidate.cue->entry->id != "none" && !worse(candidate)) kept.push_back(candidate);
    }
    candidates = std::move(kept);
  }

  void judge(Place place, Candidate& candidate, const Candidate* previous) {
    const Cue& cue = *candidate.cue;
    const Segment& segment = text_.reading(place).at(cue.first);
    if (segment.role == SegmentRole::condition && !segment.denied) {
      // "Where a court asks for it": it gets what it asks for.
      const Statement& statement = text_.reading(place).statement;
      const bool shared = ((statement.actions | segment.own) & action::share) && !statement.denied;
      candidate.counts = cue.entry->id == "authorities" && shared && !names_no_receiver(text_, place, cue.first);
      return;
    }
    if (goods(place, cue, segment) || pointed_back(place, cue)) return;
    if (text_.foreign(place, text_.reading(place).segments.front()) || text_.foreign(place, segment)) return;
    if (named_.gives_way(place, cue)) return;
    candidate.denied = segment.denied;
    const ListContext& list = text_.list(place.clause);
    const std::size_t begin = text_.sentence(place).first_token;
    if (cue.list == "service" && named_.before(place, cue.first)) return;
    if (list.sharing && cue.first <= begin + 3 && segment.own == 0 && cue.entry->id != "third-parties") {
      candidate.counts = !names_no_receiver(text_, place, cue.first);
      return;
    }
    // "In verband met een fusie, of om aan een dagvaarding te voldoen": an item that says when they get them.
    if (list.sharing && cue.entry->id == "authorities" && !segment.denied &&
        text_.context().clause(place.clause).kind == ClauseKind::item && (segment.own & ~action::process) == 0) {
      candidate.counts = true;
      return;
    }
    if (list.sharing && cue.first <= begin + 2 && !is_generic(cue) && cue.list != "service" && place.sentence == 0) {
      candidate.counts = true;
      candidate.denied = list.statement.denied;
      return;
    }
    if (cue.list == "service") {
      if (exemplified(place, cue)) {
        candidate.counts = previous != nullptr && !segment.denied;
        return;
      }
      if (segment.own != 0) return;
      candidate.counts = previous != nullptr && joined(place, *previous, cue);
      if (!candidate.counts && place.sentence == 0) candidate.counts = cue.first <= begin + 3;
      return;
    }
    if (has(text_.negation(place), "such-data") && segment.denied) return;
    if (previous != nullptr && joined(place, *previous, cue)) {
      candidate.counts =
          !(is_generic(cue) && cue.entry->id == "third-parties" && segment.role == SegmentRole::exception);
      candidate.denied = text_.reading(place).at(cue.first).denied;
      return;
    }
    if (text_.reading(place).exception || (segment.role == SegmentRole::exception && cue.first <= segment.first + 6)) {
      candidate.counts = cue.entry->id != "third-parties";
      return;
    }
    candidate.counts = is_argument(text_, place, cue, segment) || named_.beside(place, cue);
    if (cue.entry->id == "third-parties" && segment.role == SegmentRole::exception) candidate.counts = false;
  }

  // "We sell spare parts to other firms": goods, not data.
  bool goods(Place place, const Cue& cue, const Segment& segment) const {
    return is_generic(cue) && segment.own == action::sell && !segment.denied && !about_data(place);
  }

  // "The partners named above" were told there.
  bool pointed_back(Place place, const Cue& cue) const {
    constexpr std::array<std::string_view, 7> words{"genoemde",   "bovengenoemde", "voornoemde",        "bovenstaande",
                                                    "minētajiem", "minētajām",     "iepriekšminētajiem"};
    return is_generic(cue) && any_of(words, text_.word_before(place, cue.first));
  }

  // ", accountants en …": a further member of a list.
  bool joined(Place place, const Candidate& previous, const Cue& cue) const {
    if (cue.first <= previous.cue->last) return false;
    if (names_example(text_.word_before(place, cue.first))) return true;
    if (cue.first - previous.cue->last > 5) return false;
    for (std::size_t i = previous.cue->last + 1; i < cue.first; ++i) {
      const std::string& word = text_.view(place.clause).tokens[i].word->text;
      if (is_other_link(word)) return false;
    }
    const std::string_view gap = text_.gap(place.clause, previous.cue->last, previous.cue->last + 1);
    const std::string& next = text_.view(place.clause).tokens[previous.cue->last + 1].word->text;
    return gap.find_first_of(",/(") != std::string_view::npos || next == "en" || next == "of" || next == "un" ||
           next == "vai" || next == "en/of" || next == "zoals" || next == "piemēram";
  }

  // "Dienstverleners die ons helpen, zoals IT-leveranciers": the examples say it all.
  bool has_examples(Place place, const Candidate& candidate, const std::vector<Candidate>& candidates) const {
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      return other.counts && !is_generic(*other.cue) && other.cue->first > candidate.cue->last &&
             names_example(text_.word_before(place, other.cue->first));
    });
  }

  // Whether the mere providers of a statement stand in no list with the others ("klantenservice verzorgt een
  // dienstverlener").
  bool alone(Place place, const Candidate& candidate, const std::vector<Candidate>& candidates) const {
    return std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      if (&other == &candidate || !other.counts) return false;
      return other.cue->first > candidate.cue->last ? joined(place, candidate, *other.cue)
                                                    : joined(place, other, *candidate.cue);
    });
  }

  // A group that says nothing of what it does gives way to the list under it or to what stands beside it.
  bool gives_way(Place place, const Candidate& candidate, bool specific) const {
    const ClauseView& view = text_.view(place.clause);
    const std::size_t end = text_.sentence(place).end;
    const std::string_view rest =
        view.text.substr(view.tokens[candidate.cue->last].end, end - view.tokens[candidate.cue->last].end);
    // "To a small circle of third parties, who …:" is a statement of its own, "to third parties:" only announces the
    // list.
    if (leads_ && (candidate.cue->entry->id != "third-parties" || rest.size() < longest_announcement)) return true;
    const bool listing = rest.starts_with(':') || rest.starts_with(" (") || rest.find("zoals") < 8 ||
                         rest.find("piem") < 8 || rest.find("waaronder") < 8 || exemplifies(place, candidate);
    if (!listing) return false;
    return specific || names_in(place, candidate.cue->last);
  }

  bool exemplifies(Place place, const Candidate& candidate) const {
    const auto groups = text_.groups(place);
    return std::any_of(groups.begin(), groups.end(), [&](const Cue& group) {
      return group.list == "service" && group.first > candidate.cue->last && exemplified(place, group);
    });
  }

  bool names_in(Place place, std::size_t after) const {
    const auto parties = text_.parties(place.clause);
    return std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) {
      return hit.first > after && hit.first < text_.sentence(place).end_token;
    });
  }

  // A provider whose own word says what it does ("reisdienstverlener", "tūrisma pakalpojumu sniedzējs") is no mere one.
  std::string_view value_of(Place place, const Candidate& candidate) const {
    const std::string_view id = candidate.cue->entry->id;
    if (id != "service-providers" || !text_.latvian()) return id;
    const std::vector<Token>& tokens = text_.view(place.clause).tokens;
    if (candidate.cue->first == text_.sentence(place).first_token || candidate.cue->last == candidate.cue->first)
      return id;
    const std::string& word = tokens[candidate.cue->first - 1].word->text;
    constexpr std::array<std::string_view, 8> plain{"mūsu", "savu",      "šādu",  "citu",
                                                    "šo",   "attiecīgo", "ārējo", "dažādu"};
    const bool genitive = word.ends_with('u') || word.ends_with('a') || word.ends_with("as") || word.ends_with("es");
    const bool verb = text_.gap(place.clause, candidate.cue->first - 1, candidate.cue->first) != " " ||
                      tokens[candidate.cue->first - 1].word->stop || any_of(plain, word);
    return genitive && !verb && word.size() > 5 ? std::string_view("other") : id;
  }

  // "… and pass them on only where needed": said of the third parties that the sentence has denied before.
  void narrowed(Place place, const std::vector<Candidate>& candidates, std::optional<std::size_t> sold) {
    const auto third = std::find_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
      return candidate.counts && candidate.denied && candidate.cue->entry->id == "third-parties";
    });
    if (third == candidates.end() && (!sold || leads_)) return;
    const std::size_t denied = third == candidates.end() ? *sold : third->cue->last;
    for (const Segment& segment : text_.reading(place).segments) {
      const bool only = segment.only && (segment.own & action::share);
      const bool needed = segment.role == SegmentRole::exception && segment.needed;
      if (segment.first <= denied || segment.denied || !(only || needed)) continue;
      const auto inside = [&](std::size_t token) { return token >= segment.first; };
      const auto parties = text_.parties(place.clause);
      if (std::any_of(candidates.begin(), candidates.end(),
                      [&](const Candidate& c) { return c.counts && inside(c.cue->first); }))
        continue;
      if (std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) { return inside(hit.first); })) continue;
      add(place, "third-parties", false, segment.first, segment.end - 1);
      return;
    }
  }

  // "We never sell your data": a denial that names nobody. The last token of the denied word.
  std::optional<std::size_t> bare_denial(Place place, const std::vector<Candidate>& candidates) {
    if (!candidates.empty() &&
        std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.counts; }))
      return {};
    if (has(text_.sharing(place), "right") || !(about_data(place) || about_nothing(place))) return {};
    for (const Segment& segment : text_.reading(place).segments) {
      if (!segment.denied || !(segment.own & action::sell)) continue;
      if (segment.role == SegmentRole::condition || segment.role == SegmentRole::relative) continue;
      if (text_.foreign(place, segment)) continue;
      for (const Cue& cue : text_.sharing(place)) {
        if (cue.entry->id != "sell" || cue.first < segment.first || cue.first >= segment.end) continue;
        add(place, "third-parties", true, cue.first, std::min(cue.last, segment.end - 1));
        return cue.last;
      }
    }
    return {};
  }

  // "Ik verkoop niks": under a heading of who gets the data it is they.
  bool about_nothing(Place place) const {
    const auto negation = text_.negation(place);
    const auto& tokens = text_.view(place.clause).tokens;
    constexpr std::array<std::string_view, 3> nothing{"niets", "niks", "neko"};
    return text_.titled(place.clause) && std::any_of(negation.begin(), negation.end(), [&](const Cue& cue) {
             return any_of(nothing, tokens[cue.first].word->text);
           });
  }

  // "We may disclose your data if the law requires it": to the authorities, as nobody else is named.
  void by_law(Place place) {
    const auto law =
        nearest(text_.sharing(place), "by-law", text_.sentence(place).first_token, text_.sentence(place).first_token);
    if (law == nullptr || has(text_.negation(place), "reason") || text_.list(place.clause).sharing ||
        !about_data(place))
      return;
    if (!text_.parties(place.clause).empty() || named_.last(place, text_.sentence(place).end_token - 1)) return;
    for (const Segment& segment : text_.reading(place).segments) {
      if (segment.denied || !(segment.own & action::share) || segment.role == SegmentRole::exception) continue;
      if (segment.role == SegmentRole::condition && (law->first < segment.first || law->last >= segment.end)) continue;
      add(place, "authorities", false, law->first, law->last);
      return;
    }
  }

  // Names the data, or points at those of the sentence before ("Tā netiks pārdota").
  bool about_data(Place place) const {
    if (has(text_.negation(place), "data")) return true;
    constexpr std::array<std::string_view, 8> pointers{"tā", "tās", "tie", "šī", "deze", "die", "ze", "dit"};
    const std::string_view first = text_.view(place.clause).tokens[text_.sentence(place).first_token].word->text;
    return place.sentence > 0 && any_of(pointers, first) &&
           has(text_.negation({place.clause, place.sentence - 1}), "data");
  }

  void add(Place place, std::string_view value, bool denied, std::size_t first, std::size_t last) {
    found_.push_back(recipient_fact(text_, place, FactKind::recipient_category, value, denied, first, last));
  }

  const SharingText& text_;
  std::vector<Fact>& facts_;
  std::vector<Fact> found_;
  Neighbours named_;
  bool leads_ = false;  // the clause leads into a list that names recipients
};

}  // namespace

void read_recipient_groups(const SharingText& text, std::vector<Fact>& facts) { GroupReader(text, facts).read(); }

}  // namespace clausula
