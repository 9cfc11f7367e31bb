#include "indexer/recipients_unnamed.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/unicode.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

class UnnamedReader {
 public:
  UnnamedReader(const SharingText& text, const Neighbours& named, bool leads)
      : text_(text), named_(named), leads_(leads) {}

  std::vector<Fact> read(Place place, const std::vector<GroupCandidate>& candidates, bool said) {
    std::optional<std::size_t> sold;
    if (!said) sold = bare_denial(place, candidates);
    if (!said && !sold) answered(place);
    if (!said && candidates.empty()) by_law(place);
    narrowed(place, candidates, sold);
    return std::move(found_);
  }

 private:
  // "… and pass them on only where needed": said of the third parties that the sentence has denied before.
  void narrowed(Place place, const std::vector<GroupCandidate>& candidates, std::optional<std::size_t> sold) {
    const auto third = std::find_if(candidates.begin(), candidates.end(), [](const GroupCandidate& candidate) {
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
                      [&](const GroupCandidate& c) { return c.counts && inside(c.cue->first); }))
        continue;
      if (std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) { return inside(hit.first); })) continue;
      add(place, "third-parties", false, segment.first, segment.end - 1);
      return;
    }
  }

  // "We never sell your data": a denial that names nobody. The last token of the denied word.
  std::optional<std::size_t> bare_denial(Place place, const std::vector<GroupCandidate>& candidates) {
    if (!candidates.empty() &&
        std::any_of(candidates.begin(), candidates.end(), [](const GroupCandidate& c) { return c.counts; }))
      return {};
    if (has(text_.sharing(place), "right") || !(about_data(text_, place) || about_nothing(place))) return {};
    for (const Segment& segment : text_.reading(place).segments) {
      const bool shares = (segment.own & action::share) != 0 && excepts(place, segment);
      if (!segment.denied || !((segment.own & action::sell) || shares)) continue;
      if (segment.role == SegmentRole::condition || segment.role == SegmentRole::relative) continue;
      if (text_.foreign(place, segment)) continue;
      for (const Cue& cue : text_.sharing(place)) {
        if ((cue.entry->id != "sell" && !(shares && cue.entry->id == "share")) || cue.first < segment.first ||
            cue.first >= segment.end)
          continue;
        add(place, "third-parties", true, cue.first, std::min(cue.last, segment.end - 1));
        return cue.last;
      }
    }
    return {};
  }

  // "Verkopen wij uw gegevens? Nee." The question may be the sentence before or the heading.
  void answered(Place place) {
    const FactContext& context = text_.context();
    const std::size_t first = text_.sentence(place).first_token;
    constexpr std::array<std::string_view, 6> answers{"nee", "neen", "nooit", "nē", "nekad", "ne"};
    if (!contains(answers, text_.view(place.clause).tokens[first].word->text)) return;
    const auto asks = [&](Place before) {
      const SentenceView& sentence = text_.sentence(before);
      const std::string_view question =
          trim(text_.view(before.clause).text.substr(sentence.begin, sentence.end - sentence.begin));
      return question.ends_with('?') && has(text_.sharing(before), "sell") && about_data(text_, before);
    };
    const bool heading = place.sentence == 0 && place.clause > 0 && !context.sentences[place.clause - 1].empty() &&
                         context.clause(place.clause - 1).kind == ClauseKind::heading;
    if (place.sentence > 0 ? asks({place.clause, place.sentence - 1})
                           : heading && asks({place.clause - 1, context.sentences[place.clause - 1].size() - 1}))
      add(place, "third-parties", true, first, first);
  }

  // "Wij geven ze niet door, tenzij …": an exception follows.
  bool excepts(Place place, const Segment& segment) const {
    const auto& segments = text_.reading(place).segments;
    return std::any_of(segments.begin(), segments.end(), [&](const Segment& other) {
      return other.role == SegmentRole::exception && other.first >= segment.end;
    });
  }

  // "Ik verkoop niks": under a heading of who gets the data it is they.
  bool about_nothing(Place place) const {
    const auto negation = text_.negation(place);
    const auto& tokens = text_.view(place.clause).tokens;
    constexpr std::array<std::string_view, 3> nothing{"niets", "niks", "neko"};
    return text_.titled(place.clause) && std::any_of(negation.begin(), negation.end(), [&](const Cue& cue) {
             return contains(nothing, tokens[cue.first].word->text);
           });
  }

  // "We may disclose your data if the law requires it": to the authorities, as nobody else is named.
  void by_law(Place place) {
    const auto law =
        nearest(text_.sharing(place), "by-law", text_.sentence(place).first_token, text_.sentence(place).first_token);
    if (law == nullptr || has(text_.negation(place), "reason") || text_.list(place.clause).sharing ||
        !about_data(text_, place))
      return;
    if (!text_.parties(place.clause).empty() || named_.last(place, text_.sentence(place).end_token - 1)) return;
    for (const Segment& segment : text_.reading(place).segments) {
      if (segment.denied || !(segment.own & action::share) || segment.role == SegmentRole::exception) continue;
      if (segment.role == SegmentRole::condition && (law->first < segment.first || law->last >= segment.end)) continue;
      add(place, "authorities", false, law->first, law->last);
      return;
    }
  }

  void add(Place place, std::string_view value, bool denied, std::size_t first, std::size_t last) {
    found_.push_back(recipient_fact(text_, place, FactKind::recipient_category, value, denied, first, last));
  }

  const SharingText& text_;
  const Neighbours& named_;
  bool leads_;
  std::vector<Fact> found_;
};

}  // namespace

bool about_data(const SharingText& text, Place place) {
  if (has(text.negation(place), "data")) return true;
  constexpr std::array<std::string_view, 8> pointers{"tā", "tās", "tie", "šī", "deze", "die", "ze", "dit"};
  const std::string_view first = text.view(place.clause).tokens[text.sentence(place).first_token].word->text;
  return place.sentence > 0 && contains(pointers, first) &&
         has(text.negation({place.clause, place.sentence - 1}), "data");
}

std::vector<Fact> unnamed_recipients(const SharingText& text, Place place, const Neighbours& named,
                                     const std::vector<GroupCandidate>& candidates, bool said, bool leads) {
  return UnnamedReader(text, named, leads).read(place, candidates, said);
}

}  // namespace clausula
