// Unnamed groups of recipients ("our delivery company", "third parties"), by the place that they have in a statement.
#include <algorithm>
#include <array>
#include <set>

#include "indexer/recipients_arguments.h"
#include "indexer/recipients_candidates.h"
#include "indexer/recipients_neighbours.h"
#include "indexer/recipients_unnamed.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

constexpr std::size_t longest_announcement = 30;  // bytes between a group and the colon

// A provider whose own word says what it does ("reisdienstverlener", "tūrisma pakalpojumu sniedzējs") is no mere one.
std::string_view value_of(const SharingText& text, Place place, const GroupCandidate& candidate) {
  const std::string_view id = candidate.cue->entry->id;
  if (id != "service-providers" || !text.latvian()) return id;
  const std::vector<Token>& tokens = text.view(place.clause).tokens;
  if (candidate.cue->first == text.sentence(place).first_token || candidate.cue->last == candidate.cue->first)
    return id;
  const std::string& word = tokens[candidate.cue->first - 1].word->text;
  constexpr std::array<std::string_view, 8> plain{"mūsu", "savu", "šādu", "citu", "šo", "attiecīgo", "ārējo", "dažādu"};
  const bool genitive = word.ends_with('u') || word.ends_with('a') || word.ends_with("as") || word.ends_with("es");
  const bool verb = text.gap(place.clause, candidate.cue->first - 1, candidate.cue->first) != " " ||
                    tokens[candidate.cue->first - 1].word->stop || contains(plain, word);
  return genitive && !verb && word.size() > 5 ? std::string_view("other") : id;
}

class GroupReader {
 public:
  GroupReader(const SharingText& text, std::vector<Fact>& facts)
      : text_(text), facts_(facts), groups_(text), named_(text, facts) {}

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

  void read_sentence(Place place) {
    std::vector<GroupCandidate> candidates = groups_.of(place);
    if (!has(text_.sharing(place), "right") && !has(text_.sharing(place), "method")) {
      const GroupCandidate* previous = nullptr;
      for (GroupCandidate& candidate : candidates) {
        judge(place, candidate, previous);
        if (candidate.counts) previous = &candidate;
      }
    }
    const bool specific = std::any_of(candidates.begin(), candidates.end(), [](const GroupCandidate& candidate) {
      return candidate.counts && !candidate.denied && !is_generic(*candidate.cue);
    });
    std::set<std::string_view> said;
    for (const GroupCandidate& candidate : candidates) {
      if (!candidate.counts || (candidate.cue->list == "denied" && !candidate.denied)) continue;
      if (specific && candidate.cue->entry->id == "service-providers" && !candidate.denied &&
          alone(place, candidate, candidates))
        continue;
      if ((is_generic(*candidate.cue) || groups_.engaged(place, *candidate.cue)) && !candidate.denied &&
          (gives_way(place, candidate, specific) || has_examples(place, candidate, candidates)))
        continue;
      add(place, value_of(text_, place, candidate), candidate.denied, candidate.cue->first, candidate.cue->last);
      said.insert(candidate.cue->entry->id);
    }
    for (Fact& fact : unnamed_recipients(text_, place, named_, candidates, !said.empty(), leads_))
      found_.push_back(std::move(fact));
  }

  void judge(Place place, GroupCandidate& candidate, const GroupCandidate* previous) {
    const Cue& cue = *candidate.cue;
    const Segment& segment = text_.reading(place).at(cue.first);
    // "In verband met een fusie, of om aan een dagvaarding te voldoen": an item that says when they get them.
    if (text_.list(place.clause).sharing && cue.entry->id == "authorities" && !segment.denied &&
        text_.context().clause(place.clause).kind == ClauseKind::item && (segment.own & ~action::process) == 0) {
      candidate.counts = true;
      return;
    }
    if (segment.role == SegmentRole::condition && !segment.denied) {
      // "Where a court asks for it": it gets what it asks for.
      const Statement& statement = text_.reading(place).statement;
      const bool shared = ((statement.actions | segment.own) & action::share) && !statement.denied;
      candidate.counts = cue.entry->id == "authorities" && shared && !names_no_receiver(text_, place, cue.first);
      return;
    }
    // "Marktplaatsen: daar krijgen wij je gegevens van".
    if (segment.own == 0 && has(text_.sharing(place), "sourced")) return;
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
    if (list.sharing && cue.first <= begin + 2 && !is_generic(cue) && cue.list != "service" && place.sentence == 0) {
      candidate.counts = true;
      candidate.denied = list.statement.denied;
      return;
    }
    if (cue.list == "service") {
      if (groups_.exemplified(place, cue)) {
        candidate.counts = previous != nullptr && !segment.denied;
        return;
      }
      if (segment.own != 0) return;
      candidate.counts = previous != nullptr && joined(place, *previous, cue);
      if (!candidate.counts && place.sentence == 0) candidate.counts = cue.first <= begin + 3;
      return;
    }
    if (enumerated(place, cue, segment)) {
      candidate.counts = true;
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

  // "(iii) de boekhouder; (iv) verzekeraars": numbered inside a sentence, under a heading of recipients.
  bool enumerated(Place place, const Cue& cue, const Segment& segment) const {
    if (!text_.titled(place.clause) || segment.own != 0 || segment.denied || is_generic(cue)) return false;
    std::size_t first = cue.first;
    if (first > segment.first && text_.view(place.clause).tokens[first - 1].word->stop) --first;
    return first > text_.sentence(place).first_token && text_.gap(place.clause, first - 1, first).ends_with(") ");
  }

  // "We sell spare parts to other firms": goods, not data.
  bool goods(Place place, const Cue& cue, const Segment& segment) const {
    return is_generic(cue) && segment.own == action::sell && !segment.denied && !about_data(text_, place);
  }

  // "The partners named above" were told there.
  bool pointed_back(Place place, const Cue& cue) const {
    constexpr std::array<std::string_view, 7> words{"genoemde",   "bovengenoemde", "voornoemde",        "bovenstaande",
                                                    "minētajiem", "minētajām",     "iepriekšminētajiem"};
    return is_generic(cue) && contains(words, text_.word_before(place, cue.first));
  }

  // ", accountants en …": a further member of a list.
  bool joined(Place place, const GroupCandidate& previous, const Cue& cue) const {
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
  bool has_examples(Place place, const GroupCandidate& candidate, const std::vector<GroupCandidate>& candidates) const {
    return std::any_of(candidates.begin(), candidates.end(), [&](const GroupCandidate& other) {
      return other.counts && !is_generic(*other.cue) && other.cue->first > candidate.cue->last &&
             names_example(text_.word_before(place, other.cue->first));
    });
  }

  // Whether the mere providers of a statement stand in no list with the others ("klantenservice verzorgt een
  // dienstverlener").
  bool alone(Place place, const GroupCandidate& candidate, const std::vector<GroupCandidate>& candidates) const {
    return std::none_of(candidates.begin(), candidates.end(), [&](const GroupCandidate& other) {
      if (&other == &candidate || !other.counts) return false;
      return other.cue->first > candidate.cue->last ? joined(place, candidate, *other.cue)
                                                    : joined(place, other, *candidate.cue);
    });
  }

  // A group that says nothing of what it does gives way to the list under it or to what stands beside it.
  bool gives_way(Place place, const GroupCandidate& candidate, bool specific) const {
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

  bool exemplifies(Place place, const GroupCandidate& candidate) const {
    const auto groups = text_.groups(place);
    return std::any_of(groups.begin(), groups.end(), [&](const Cue& group) {
      return group.list == "service" && group.first > candidate.cue->last && groups_.exemplified(place, group);
    });
  }

  bool names_in(Place place, std::size_t after) const {
    const auto parties = text_.parties(place.clause);
    return std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) {
      return hit.first > after && hit.first < text_.sentence(place).end_token;
    });
  }

  void add(Place place, std::string_view value, bool denied, std::size_t first, std::size_t last) {
    found_.push_back(recipient_fact(text_, place, FactKind::recipient_category, value, denied, first, last));
  }

  const SharingText& text_;
  std::vector<Fact>& facts_;
  std::vector<Fact> found_;
  GroupCandidates groups_;
  Neighbours named_;
  bool leads_ = false;  // the clause leads into a list that names recipients
};

}  // namespace

void read_recipient_groups(const SharingText& text, std::vector<Fact>& facts) { GroupReader(text, facts).read(); }

}  // namespace clausula
