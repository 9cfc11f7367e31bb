#include "indexer/recipients_candidates.h"

#include <algorithm>
#include <array>

#include "indexer/recipients_arguments.h"
#include "indexer/recipients_exclusions.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

// "IT dienstverlener" is no "dienstverlener" as such: the longer phrase counts, the specific one of equals.
void drop_contained(std::vector<GroupCandidate>& candidates) {
  const auto worse = [&](const GroupCandidate& a) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const GroupCandidate& b) {
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
  std::vector<GroupCandidate> kept;
  for (const GroupCandidate& candidate : candidates) {
    if (candidate.cue->entry->id != "none" && !worse(candidate)) kept.push_back(candidate);
  }
  candidates = std::move(kept);
}

}  // namespace

bool names_example(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"zoals", "bijvoorbeeld", "waaronder", "piemēram", "tostarp", "piem"};
  return contains(words, word);
}

std::vector<GroupCandidate> GroupCandidates::of(Place place) const {
  std::vector<GroupCandidate> candidates;
  for (const Cue& cue : text_.groups(place)) {
    if (crosses(place, cue) || own_name(place, cue) || part_of_name(place, cue) || names_one(place, cue) ||
        taken_back(place, cue))
      continue;
    if (text_.outside_receivers(place.clause, cue.first)) continue;
    const bool listed = text_.list(place.clause).engaging && text_.list(place.clause).sharing;
    if (cue.list == "service" && !listed && !exemplified(place, cue)) continue;
    candidates.push_back({&cue});
  }
  drop_contained(candidates);
  return candidates;
}

bool GroupCandidates::engaged(Place place, const Cue& cue) const {
  if (cue.entry->id != "suppliers" || cue.last + 1 >= text_.sentence(place).end_token) return false;
  const auto& segments = text_.reading(place).segments;
  return std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
    return segment.role == SegmentRole::relative && segment.first > cue.last && segment.first <= cue.last + 4 &&
           (segment.own & action::process);
  });
}

bool GroupCandidates::exemplified(Place place, const Cue& cue) const {
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
bool GroupCandidates::in_brackets(Place place, std::size_t left, std::size_t right) const {
  return text_.gap(place.clause, left, left + 1) == " (" &&
         text_.gap(place.clause, left, right).find(')') == std::string_view::npos;
}

// A phrase with a gap holds together inside one stretch of text only.
bool GroupCandidates::crosses(Place place, const Cue& cue) const {
  for (std::size_t i = cue.first; i < cue.last; ++i) {
    if (text_.gap(place.clause, i, i + 1).find_first_of(",;:()") != std::string_view::npos) return true;
  }
  return false;
}

// "Nobody other than Mollie" names no third parties.
bool GroupCandidates::taken_back(Place place, const Cue& cue) const {
  const auto negation = text_.negation(place);
  return std::any_of(negation.begin(), negation.end(), [&](const Cue& other) {
    return other.entry->id == "not-a-negation" && other.first <= cue.first && cue.last <= other.last;
  });
}

// "KeurmerkPlus", or "Kurzemes datu centrs": capitals inside the word, or before it inside a sentence, make it
// somebody's name.
bool GroupCandidates::names_one(Place place, const Cue& cue) const {
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
bool GroupCandidates::part_of_name(Place place, const Cue& cue) const {
  const auto parties = text_.parties(place.clause);
  return std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) {
    return hit.first <= cue.last && cue.first <= hit.last && hit.last - hit.first >= cue.last - cue.first;
  });
}

// A word of the shop's own name ("Groothandel Linde") names no group.
bool GroupCandidates::own_name(Place place, const Cue& cue) const {
  const ClauseView& view = text_.view(place.clause);
  const std::string_view shown =
      view.text.substr(view.tokens[cue.first].begin, view.tokens[cue.last].end - view.tokens[cue.first].begin);
  return shown.front() >= 'A' && shown.front() <= 'Z' && cue.first > text_.sentence(place).first_token &&
         text_.is_own(shown);
}

}  // namespace clausula
