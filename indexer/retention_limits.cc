#include "indexer/retention_limits.h"

#include <algorithm>
#include <utility>

namespace clausula {
namespace {

constexpr std::size_t same_statement = 6;  // words between "the legal term of" and its number

class LimitReader {
 public:
  explicit LimitReader(const RetentionText& text) : text_(text) {}

  std::vector<const Cue*> read(const RetentionPlace& place, const std::vector<DurationSpan>& periods) {
    bool event = false;
    bool any = false;
    std::vector<std::string_view> said;
    if (!place.heading && !about_keeping(place.cues) &&
        is_only_about(text_.context(), place.clause,
                      {Topic::rights, Topic::processors, Topic::legal_basis, Topic::security}, {Topic::retention})) {
      return {};
    }
    for (const Cue& cue : place.cues) {
      if (!accepted(place, cue, periods)) continue;
      any = true;
      const bool is_event = !cue.entry->value("event").empty();
      if (is_event ? event : std::find(said.begin(), said.end(), cue.entry->id) != said.end()) continue;
      event = event || is_event;
      said.push_back(cue.entry->id);
      found_.push_back(&cue);
    }
    if (!any && !(place.criterion && periods.empty() && read_criterion(place))) read_weak(place, periods);
    return std::move(found_);
  }

 private:
  // "Beperkt tot", "pēc tam, kad": a word that limits no time here.
  static bool has_no_limit(const RetentionPlace& place, const Cue& cue) {
    return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& no) {
      return no.entry->id == "no-limit" && no.first <= cue.first && no.last >= cue.first;
    });
  }

  bool accepted(const RetentionPlace& place, const Cue& cue, const std::vector<DurationSpan>& periods) const {
    const bool numbered = !periods.empty();
    const std::string_view id = cue.entry->id;
    const bool context = place.verb || place.process || place.section;
    if (!cue.entry->value("event").empty()) {
      if (has_no_limit(place, cue)) return false;
      if (cue.list == "after")
        return has(place.cues, "delete") && !numbered && !place.right && !(place.cookies && !place.section);
      if (id == "session-ended")
        return cue.list.empty() && place.cookies && context && (!numbered || beside(place, cue, periods));
      if (!cue.list.empty() || !(about_keeping(place.cues) || place.section || place.process)) return false;
      if (!numbered) return about_keeping(place.cues) || (place.section && !place.right);
      // "Until two years after the account is deleted": the event begins the period.
      const bool begins = std::any_of(periods.begin(), periods.end(), [&](const DurationSpan& span) {
        return cue.first <= span.first && cue.last >= span.last;
      });
      if (begins) return false;
      const Cue* joined = nearest(place.cues, "or", cue.first, cue.last);
      return joined != nullptr && joined->first <= cue.first && distance(*joined, cue.first, cue.last) == 0;
    }
    if (cue.entry->value("duration").empty()) return false;
    const bool fixed = cue.entry->value("duration").starts_with('P');
    if (fixed)
      return context && (id != "next-day" || has(place.cues, "delete") || place.heading) && !overlaps(cue, periods) &&
             !slotted(place, cue);
    // "This does not apply to data that we have to keep".
    if (id == "statutory" && has(place.cues, "aside")) return false;
    if (id == "statutory")
      return context && (cue.list == "while" ? !beside_period(cue, periods) : cue.list.empty() && !numbered);
    if (id == "indefinite") return cue.list.empty() && (place.verb || place.section);
    if (!cue.list.empty() || !context) return false;
    // "What is no longer needed is erased" under rights is no period.
    return place.section || about_keeping(place.cues) || place.process ||
           !is_about(text_.context(), place.clause, Topic::rights);
  }

  // "Glabāti [gadu skaits] gadus": an unfilled slot of a template.
  bool slotted(const RetentionPlace& place, const Cue& cue) const {
    const ClauseView& view = text_.context().clauses[place.clause];
    const std::size_t begin = view.tokens[cue.first].begin;
    return view.text.substr(begin, view.tokens[cue.last].end - begin).find('[') != std::string_view::npos;
  }

  static bool overlaps(const Cue& cue, const std::vector<DurationSpan>& periods) {
    return std::any_of(periods.begin(), periods.end(),
                       [&](const DurationSpan& span) { return cue.first <= span.last && span.first <= cue.last; });
  }

  // "As long as the law requires (7 years)": the number says it.
  static bool beside_period(const Cue& cue, const std::vector<DurationSpan>& periods) {
    return std::any_of(periods.begin(), periods.end(), [&](const DurationSpan& span) {
      return distance(cue, span.first, span.last) <= same_statement;
    });
  }

  // A criterion in a list needs no "as long as" of its own; what it is about comes first, the law last.
  bool read_criterion(const RetentionPlace& place) {
    const Cue* best = nullptr;
    const auto rank = [](const Cue& cue) {
      return !cue.entry->value("event").empty() ? 0
             : cue.entry->id == "interests"     ? 1
             : cue.entry->id == "statutory"     ? 2
                                                : 3;
    };
    for (const Cue& cue : place.cues) {
      if (cue.list == "item" && (best == nullptr || rank(cue) < rank(*best))) best = &cue;
    }
    if (best != nullptr) found_.push_back(best);
    return best != nullptr;
  }

  // "As long as", "until" and "as soon as" whose event no concept knows: one a sentence, where nothing surer is said.
  void read_weak(const RetentionPlace& place, const std::vector<DurationSpan>& periods) {
    // A lead-in says no more than what its list says.
    if (place.right || text_.context().clauses[place.clause].text.ends_with(':')) return;
    for (const Cue& cue : place.cues) {
      if (cue.entry->value("event").empty() && cue.entry->value("duration").empty()) continue;
      if (cue.list == "weak") {
        if (!place.heading && (place.cookies || !(place.section || about_keeping(place.cues)))) continue;
      } else if (cue.list == "weak-after" || (cue.list == "weak-when" && place.section)) {
        if (!has(place.cues, "delete") || (!place.section && is_about(text_.context(), place.clause, Topic::rights)))
          continue;
      } else {
        continue;
      }
      if (has_no_limit(place, cue)) continue;
      if (!periods.empty() && !beside(place, cue, periods)) continue;
      if (text_.context().clause(place.clause).header && text_.heads_column(place) &&
          !text_.in_column(place, cue.first))
        continue;
      found_.push_back(&cue);
      return;
    }
  }

  // Whether an event limits the keeping besides the periods of its sentence: "until you object, but at most two years".
  bool beside(const RetentionPlace& place, const Cue& cue, const std::vector<DurationSpan>& periods) const {
    const auto& tokens = text_.context().clauses[place.clause].tokens;
    return std::all_of(periods.begin(), periods.end(), [&](const DurationSpan& span) {
      const std::size_t first = std::min(cue.last, span.last);
      const std::size_t last = std::max(cue.first, span.first);
      const std::string_view between = text_.context().clauses[place.clause].text.substr(
          tokens[first].end, tokens[last].begin < tokens[first].end ? 0 : tokens[last].begin - tokens[first].end);
      if (between.find_first_of(place.cookies ? ",;" : ";") != std::string_view::npos) return true;
      // "Invoices five years, addresses until you unsubscribe": said of other data.
      const bool other = between.find(',') != std::string_view::npos &&
                         std::any_of(place.data.begin(), place.data.end(), [&](const Cue& data) {
                           return !is_any_data(data) && data.first > first && data.last < last;
                         });
      if (other && cue.first > span.last) return true;
      return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& joint) {
        return joint.entry->id == "besides" && joint.first > first && joint.last < last;
      });
    });
  }

  const RetentionText& text_;
  std::vector<const Cue*> found_;
};

}  // namespace

std::vector<const Cue*> unnumbered_limits(const RetentionText& text, const RetentionPlace& place,
                                          const std::vector<DurationSpan>& periods) {
  return LimitReader(text).read(place, periods);
}

}  // namespace clausula
