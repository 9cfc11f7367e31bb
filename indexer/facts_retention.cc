// Retention: how long data are kept. A period counts where its sentence, or what stands over it, is about keeping or
// deleting, and nothing nearer says that it is one of answering, paying, returning or growing up.
#include <algorithm>

#include "indexer/retention_limits.h"
#include "indexer/retention_place.h"

namespace clausula {
namespace {

class RetentionRule {
 public:
  RetentionRule(const FactContext& context, std::vector<Fact>& facts)
      : context_(context), facts_(facts), text_(context) {}

  void run() {
    for_each_sentence(context_, [this](std::size_t clause, std::size_t sentence) { read(clause, sentence); });
  }

 private:
  void read(std::size_t clause, std::size_t sentence) {
    if (text_.silent(clause, sentence)) return;
    const RetentionPlace place = text_.place_of(clause, sentence);
    const std::vector<DurationSpan> periods = text_.periods(place);
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const std::size_t begin = i == 0 ? text_.first_token(place) : periods[i - 1].last + 1;
      const std::size_t end = i + 1 < periods.size() ? periods[i + 1].first : text_.end_token(place);
      add_period(place, periods[i], begin, end, i > 0);
    }
    if (context_.clause(clause).kind == ClauseKind::heading) return;
    for (const Cue* limit : unnumbered_limits(text_, place, periods)) add_unnumbered(place, *limit);
  }

  void add_period(const RetentionPlace& place, const DurationSpan& span, std::size_t begin, std::size_t end,
                  bool further) {
    Fact fact =
        make_fact(FactKind::retention, span.iso, context_.evidence_of_tokens(place.clause, span.first, span.last));
    // The same length again in one sentence, without other data named: one period with two triggers.
    const bool own = std::any_of(place.data.begin(), place.data.end(), [&](const Cue& cue) {
      return cue.first >= begin && cue.last < span.first && !is_any_data(cue) && !inside_event(place, cue);
    });
    if (further && !own && !facts_.empty() && facts_.back().value == span.iso) {
      facts_.back().also.push_back(fact.evidence);
      return;
    }
    if (const Cue* back = nearest(place.cues, "stated-before", span.first, span.last);
        back != nullptr && distance(*back, span.first, span.last) == 0) {
      if (Fact* known = last_of(span.iso)) {
        known->also.push_back(fact.evidence);
        return;
      }
    }
    fact.details.emplace_back("what", text_.what(place, span.first, span.last, begin, end));
    if (const auto trigger = trigger_of(place, span, end); !trigger.empty())
      fact.details.emplace_back("trigger", trigger);
    // Each item of a list of periods is about data of its own, though no lexicon tells them apart; cookies are told by
    // period.
    const ClauseKind kind = context_.clause(place.clause).kind;
    const Fact* known = last_of(fact.value, *fact.detail("what"));
    if ((kind == ClauseKind::item || kind == ClauseKind::row) && known != nullptr && !place.cookies &&
        known->evidence.clause != fact.evidence.clause && same_section(known->evidence.clause, place.clause)) {
      facts_.push_back(std::move(fact));
      return;
    }
    add_fact(facts_, std::move(fact), "what");
  }

  bool same_section(int clause_number, std::size_t clause) const {
    return context_.clause(static_cast<std::size_t>(clause_number - 1)).headings == context_.clause(clause).headings;
  }

  // The last period of that length, and about that data where `what` names any.
  Fact* last_of(std::string_view duration, std::string_view about = {}) {
    const auto found = std::find_if(facts_.rbegin(), facts_.rend(), [&](const Fact& fact) {
      return fact.kind == FactKind::retention && fact.value == duration &&
             (about.empty() || fact.detail("what") == about);
    });
    return found == facts_.rend() ? nullptr : &*found;
  }

  // What the period begins with: the nearest event or trigger after it, else one before it.
  std::string trigger_of(const RetentionPlace& place, const DurationSpan& span, std::size_t end) const {
    const Cue* best = nullptr;
    for (const Cue& cue : place.cues) {
      if (cue.entry->value("trigger").empty() && (cue.entry->value("event").empty() || cue.list != "after")) continue;
      if (cue.first >= end) continue;
      if (best == nullptr || (best->first < span.first && cue.first > span.last)) best = &cue;
    }
    if (best == nullptr) return {};
    if (const auto trigger = best->entry->value("trigger"); !trigger.empty()) return std::string(trigger);
    return "after " + std::string(best->entry->value("event"));
  }

  void add_unnumbered(const RetentionPlace& place, const Cue& cue) {
    const bool event = !cue.entry->value("event").empty();
    Fact fact = make_fact(FactKind::retention, event ? std::string_view("until-event") : cue.entry->value("duration"),
                          context_.evidence_of_tokens(place.clause, cue.first, cue.last));
    std::string_view about = what_unnumbered(place, cue);
    if (about == all_data && !cue.entry->value("what").empty()) about = cue.entry->value("what");
    fact.details.emplace_back("what", about);
    // The same again in another section is a repetition; in the same section it is said of other data.
    if (!event) {
      const Fact* known = last_of(fact.value, about);
      if (known != nullptr && known->evidence.clause != fact.evidence.clause &&
          same_section(known->evidence.clause, place.clause)) {
        facts_.push_back(std::move(fact));
        return;
      }
    }
    // "As long as the account is open. When it is closed, we delete them." is one period.
    if (Fact* known = event ? last_of(fact.value) : nullptr;
        known != nullptr && known->evidence.clause == fact.evidence.clause &&
        known->detail("trigger") == "until " + std::string(cue.entry->value("event"))) {
      known->also.push_back(fact.evidence);
      return;
    }
    if (!event) return add_fact(facts_, std::move(fact), "what");
    // Events that differ are periods of their own.
    fact.details.emplace_back("trigger", "until " + std::string(cue.entry->value("event")));
    const auto known = std::find_if(facts_.begin(), facts_.end(), [&](const Fact& other) {
      return other.kind == FactKind::retention && other.value == fact.value && other.details == fact.details;
    });
    if (known == facts_.end() || cue.entry->id == "other-event") return facts_.push_back(std::move(fact));
    known->also.push_back(fact.evidence);
  }

  std::string_view what_unnumbered(const RetentionPlace& place, const Cue& cue) const {
    if (cue.entry->value("event").empty() && !place.criterion) {
      // "No longer than necessary" and "as the law requires" are said of all data, unless the sentence names some.
      const LexiconEntry* own = nullptr;
      for (const Cue& data : place.data) {
        if (!is_any_data(data) && !inside_event(place, data) && own == nullptr) own = data.entry;
      }
      return own != nullptr ? own->value("what") : all_data;
    }
    return text_.what(place, cue.first, cue.last, text_.first_token(place), text_.end_token(place));
  }

  const FactContext& context_;
  std::vector<Fact>& facts_;
  RetentionText text_;
};

}  // namespace

void extract_retention(const FactContext& context, std::vector<Fact>& facts) { RetentionRule(context, facts).run(); }

}  // namespace clausula
