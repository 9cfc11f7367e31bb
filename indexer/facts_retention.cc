// Retention: how long data are kept. A period counts where its sentence, or what stands over it, is about keeping or
// deleting, and nothing nearer says that it is one of answering, paying, returning or growing up.
#include <algorithm>
#include <array>
#include <optional>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::string_view generic_what = "personal data";
constexpr std::size_t same_statement = 6;  // words between "the legal term of" and its number
constexpr std::size_t against_reach = 5;   // words between a period and what makes it one of something else
constexpr std::size_t short_line = 25;     // words of a line in a list of cookies
constexpr std::array<std::string_view, 3> column_cues = {"period", "keep", "column"};

class RetentionRule {
 public:
  RetentionRule(const FactContext& context, std::vector<Fact>& facts)
      : context_(context),
        facts_(facts),
        cues_(context, "retention.toml"),
        data_(context, "retained-data.toml"),
        lengths_(context, "durations.toml"),
        sections_(context) {}

  void run() {
    for_each_sentence(context_, [this](std::size_t clause, std::size_t sentence) { read(clause, sentence); });
  }

 private:
  // One sentence and what is known of it.
  struct Place {
    std::size_t clause = 0;
    std::size_t sentence = 0;
    std::span<const Cue> cues;
    std::span<const Cue> data;
    bool verb = false;       // says "keep" or "delete"
    bool process = false;    // says "process" or "use"
    bool heading = false;    // stands under a heading, lead-in or table header about keeping
    bool section = false;    // so, or is tagged as being about it
    bool criterion = false;  // stands under "we keep them as long as:"
    bool cookies = false;    // is about cookies
    bool right = false;      // the sentence or its lead-in grants a right
  };

  bool about_keeping(std::span<const Cue> cues) const { return has(cues, "keep") || has(cues, "period"); }

  Place place_of(std::size_t clause, std::size_t sentence) const {
    Place place{clause, sentence, cues_.of(clause, sentence), data_.of(clause, sentence)};
    const auto over = sections_.over(clause);
    place.verb = about_keeping(place.cues) || has(place.cues, "delete");
    place.process = has(place.cues, "process");
    place.right = has(place.cues, "right");
    place.heading = std::any_of(over.begin(), over.end(), [&](std::size_t i) {
      return about_keeping(cues_.of(i)) || (context_.clause(clause).header && has(cues_.of(i), "column"));
    });
    place.section = place.heading || is_about(context_, clause, Topic::retention);
    for (const std::size_t lead_in : sections_.introducing(clause)) {
      const auto cues = cues_.of(lead_in);
      place.right = place.right || has(cues, "right");
      place.criterion = place.criterion || (has(cues, "while") && (about_keeping(cues) || place.section));
    }
    place.cookies = has(place.data, "cookies") || has_over(data_, over, "cookies");
    place.verb = place.verb || (place.cookies && has(place.cues, "column"));
    return place;
  }

  void read(std::size_t clause, std::size_t sentence) {
    if (cues_.of(clause, sentence).empty() && lengths_.of(clause, sentence).empty()) return;
    const Place place = place_of(clause, sentence);
    const bool heading = context_.clause(clause).kind == ClauseKind::heading;
    std::vector<DurationSpan> periods;
    for (const DurationSpan& span : durations_of(context_, lengths_, clause, sentence)) {
      if (is_period(place, span) && (!heading || place.verb)) periods.push_back(span);
    }
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const std::size_t begin = i == 0 ? first_token(place) : periods[i - 1].last + 1;
      const std::size_t end = i + 1 < periods.size() ? periods[i + 1].first : end_token(place);
      add_period(place, periods[i], begin, end, i > 0);
    }
    if (!heading) read_unnumbered(place, periods);
  }

  std::size_t first_token(const Place& place) const {
    return context_.sentences[place.clause][place.sentence].first_token;
  }
  std::size_t end_token(const Place& place) const { return context_.sentences[place.clause][place.sentence].end_token; }

  bool is_period(const Place& place, const DurationSpan& span) const {
    if (place.verb) {
      const Cue* against = nullptr;
      for (const Cue& cue : place.cues) {
        if (cue.entry->id != "not-kept" || inside_event(place, cue)) continue;
        if (against == nullptr || distance(cue, span.first, span.last) < distance(*against, span.first, span.last)) {
          against = &cue;
        }
      }
      if (against == nullptr) return true;
      std::size_t for_it = static_cast<std::size_t>(-1);
      for (const std::string_view id : {"keep", "period", "delete"}) {
        if (const Cue* cue = nearest(place.cues, id, span.first, span.last)) {
          for_it = std::min(for_it, distance(*cue, span.first, span.last) + (id == "delete" ? 1u : 0u));
        }
      }
      return for_it <= distance(*against, span.first, span.last);
    }
    if (is_against(place, span)) return false;
    if (context_.clause(place.clause).header && heads_column(place) && !in_column(place, span.first)) return false;
    if (place.section) return true;
    // A row or short line of a list of cookies: "_ga – 2 jaar".
    const ClauseKind kind = context_.clause(place.clause).kind;
    if (place.cookies && (kind == ClauseKind::row || end_token(place) - first_token(place) <= short_line)) return true;
    return place.process && nearest(place.cues, "not-longer", span.first, span.last) != nullptr &&
           distance(*nearest(place.cues, "not-longer", span.first, span.last), span.first, span.last) <= 2;
  }

  // Whether the words beside a period say that it is one of something else. What a guarantee or a delivery is about may
  // be the very data that are kept: "Garantie: 2 jaar", but not "2 jaar garantie".
  bool is_against(const Place& place, const DurationSpan& span) const {
    const std::string_view text = context_.clauses[place.clause].text;
    const auto& tokens = context_.clauses[place.clause].tokens;
    return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& cue) {
      if (cue.entry->id != "not-kept" || inside_event(place, cue)) return false;
      const std::size_t away = distance(cue, span.first, span.last);
      if (cue.list.empty() ? place.heading && away > against_reach : away > 1) return false;
      const std::size_t begin = std::min(tokens[cue.last].end, tokens[span.last].end);
      const std::size_t end = std::max(tokens[cue.first].begin, tokens[span.first].begin);
      const std::string_view between = text.substr(begin, end - begin);
      return between.find_first_of(":|\t+;(>") == std::string_view::npos && between.find("–") == std::string_view::npos;
    });
  }

  bool in_column(const Place& place, std::size_t token) const {
    return std::any_of(column_cues.begin(), column_cues.end(),
                       [&](std::string_view id) { return has_in_column(context_, cues_, place.clause, token, id); });
  }

  // Whether the table has a column of periods.
  bool heads_column(const Place& place) const {
    const auto heads = cues_.of(static_cast<std::size_t>(*context_.clause(place.clause).header - 1));
    return std::any_of(column_cues.begin(), column_cues.end(), [&](std::string_view id) { return has(heads, id); });
  }

  // Whether a cue of data is part of an event or trigger ("after the end of the contract").
  bool inside_event(const Place& place, const Cue& data) const {
    return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& cue) {
      return (!cue.entry->value("event").empty() || !cue.entry->value("trigger").empty()) && cue.first <= data.first &&
             cue.last >= data.last;
    });
  }

  static bool is_generic(const Cue& cue) { return !cue.entry->value("generic").empty(); }

  // What the tokens [first, last] are said of: the nearest data named before them since `begin`, else after them up to
  // `end`, else in the sentences before, else over the clause.
  std::string_view what(const Place& place, std::size_t first, std::size_t last, std::size_t begin,
                        std::size_t end) const {
    const LexiconEntry* before = nullptr;
    const LexiconEntry* after = nullptr;
    for (const Cue& cue : place.data) {
      if (is_generic(cue) || inside_event(place, cue)) continue;
      if (cue.first >= begin && cue.last < first) before = cue.entry;
      if (cue.first > last && cue.last < end && after == nullptr) after = cue.entry;
    }
    if (before != nullptr) return before->value("what");
    if (after != nullptr) return after->value("what");
    if (place.cookies) return "cookies";
    for (std::size_t sentence = place.sentence; sentence-- > 0;) {
      if (const auto found = named(data_.of(place.clause, sentence))) return *found;
    }
    for (const std::size_t over : sections_.over(place.clause)) {
      if (const auto found = named(data_.of(over))) return *found;
    }
    return generic_what;
  }

  static std::optional<std::string_view> named(std::span<const Cue> data) {
    std::optional<std::string_view> last;
    for (const Cue& cue : data) {
      if (!is_generic(cue)) last = cue.entry->value("what");
    }
    return last;
  }

  void add_period(const Place& place, const DurationSpan& span, std::size_t begin, std::size_t end, bool further) {
    Fact fact =
        make_fact(FactKind::retention, span.iso, context_.evidence_of_tokens(place.clause, span.first, span.last));
    // The same length again in one sentence, without other data named: one period with two triggers.
    const bool own = std::any_of(place.data.begin(), place.data.end(), [&](const Cue& cue) {
      return cue.first >= begin && cue.last < span.first && !is_generic(cue) && !inside_event(place, cue);
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
    fact.details.emplace_back("what", what(place, span.first, span.last, begin, end));
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
  std::string trigger_of(const Place& place, const DurationSpan& span, std::size_t end) const {
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

  // ---- periods without a number ----

  // "Beperkt tot", "pēc tam, kad": a word that limits no time here.
  static bool has_no_limit(const Place& place, const Cue& cue) {
    return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& no) {
      return no.entry->id == "no-limit" && no.first <= cue.first && no.last >= cue.first;
    });
  }

  bool accepted(const Place& place, const Cue& cue, const std::vector<DurationSpan>& periods) const {
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
    if (fixed) return context && (id != "next-day" || has(place.cues, "delete") || place.heading) && !overlaps(cue, periods) &&
             !slotted(place, cue);
    // "This does not apply to data that we have to keep".
    if (id == "statutory" && has(place.cues, "aside")) return false;
    if (id == "statutory")
      return context && (cue.list == "while" ? !beside_period(cue, periods) : cue.list.empty() && !numbered);
    if (id == "indefinite") return cue.list.empty() && (place.verb || place.section);
    if (!cue.list.empty() || !context) return false;
    // "What is no longer needed is erased" under rights is no period.
    return place.section || about_keeping(place.cues) || place.process ||
           !is_about(context_, place.clause, Topic::rights);
  }

  // "Glabāti [gadu skaits] gadus": an unfilled slot of a template.
  bool slotted(const Place& place, const Cue& cue) const {
    const ClauseView& view = context_.clauses[place.clause];
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

  void read_unnumbered(const Place& place, const std::vector<DurationSpan>& periods) {
    bool event = false;
    bool any = false;
    std::vector<std::string_view> said;
    if (!place.heading && !about_keeping(place.cues) &&
        is_only_about(context_, place.clause, {Topic::rights, Topic::processors, Topic::legal_basis, Topic::security},
                      {Topic::retention})) {
      return;
    }
    for (const Cue& cue : place.cues) {
      if (!accepted(place, cue, periods)) continue;
      any = true;
      const bool is_event = !cue.entry->value("event").empty();
      if (is_event ? event : std::find(said.begin(), said.end(), cue.entry->id) != said.end()) continue;
      event = event || is_event;
      said.push_back(cue.entry->id);
      add_unnumbered(place, cue);
    }
    if (!any && !(place.criterion && periods.empty() && read_criterion(place))) read_weak(place, periods);
  }

  // A criterion in a list needs no "as long as" of its own; what it is about comes first, the law last.
  bool read_criterion(const Place& place) {
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
    if (best != nullptr) add_unnumbered(place, *best);
    return best != nullptr;
  }

  // "As long as", "until" and "as soon as" whose event no concept knows: one a sentence, where nothing surer is said.
  void read_weak(const Place& place, const std::vector<DurationSpan>& periods) {
    // A lead-in says no more than what its list says.
    if (place.right || context_.clauses[place.clause].text.ends_with(':')) return;
    for (const Cue& cue : place.cues) {
      if (cue.entry->value("event").empty() && cue.entry->value("duration").empty()) continue;
      if (cue.list == "weak") {
        if (!place.heading && (place.cookies || !(place.section || about_keeping(place.cues)))) continue;
      } else if (cue.list == "weak-after" || (cue.list == "weak-when" && place.section)) {
        if (!has(place.cues, "delete") || (!place.section && is_about(context_, place.clause, Topic::rights))) continue;
      } else {
        continue;
      }
      if (has_no_limit(place, cue)) continue;
      if (!periods.empty() && !beside(place, cue, periods)) continue;
      if (context_.clause(place.clause).header && heads_column(place) && !in_column(place, cue.first)) continue;
      add_unnumbered(place, cue);
      return;
    }
  }

  // Whether an event limits the keeping besides the periods of its sentence: "until you object, but at most two years".
  bool beside(const Place& place, const Cue& cue, const std::vector<DurationSpan>& periods) const {
    const auto& tokens = context_.clauses[place.clause].tokens;
    return std::all_of(periods.begin(), periods.end(), [&](const DurationSpan& span) {
      const std::size_t first = std::min(cue.last, span.last);
      const std::size_t last = std::max(cue.first, span.first);
      const std::string_view between = context_.clauses[place.clause].text.substr(
          tokens[first].end, tokens[last].begin < tokens[first].end ? 0 : tokens[last].begin - tokens[first].end);
      if (between.find_first_of(place.cookies ? ",;" : ";") != std::string_view::npos) return true;
      // "Invoices five years, addresses until you unsubscribe": said of other data.
      const bool other = between.find(',') != std::string_view::npos &&
                         std::any_of(place.data.begin(), place.data.end(), [&](const Cue& data) {
                           return !is_generic(data) && data.first > first && data.last < last;
                         });
      if (other && cue.first > span.last) return true;
      return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& joint) {
        return joint.entry->id == "besides" && joint.first > first && joint.last < last;
      });
    });
  }

  void add_unnumbered(const Place& place, const Cue& cue) {
    const bool event = !cue.entry->value("event").empty();
    Fact fact = make_fact(FactKind::retention, event ? std::string_view("until-event") : cue.entry->value("duration"),
                          context_.evidence_of_tokens(place.clause, cue.first, cue.last));
    std::string_view about = what_unnumbered(place, cue);
    if (about == generic_what && !cue.entry->value("what").empty()) about = cue.entry->value("what");
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

  std::string_view what_unnumbered(const Place& place, const Cue& cue) const {
    if (cue.entry->value("event").empty() && !place.criterion) {
      // "No longer than necessary" and "as the law requires" are said of all data, unless the sentence names some.
      const LexiconEntry* own = nullptr;
      for (const Cue& data : place.data) {
        if (!is_generic(data) && !inside_event(place, data) && own == nullptr) own = data.entry;
      }
      return own != nullptr ? own->value("what") : generic_what;
    }
    return what(place, cue.first, cue.last, first_token(place), end_token(place));
  }

  const FactContext& context_;
  std::vector<Fact>& facts_;
  Cues cues_;
  Cues data_;
  Cues lengths_;
  Sections sections_;
};

}  // namespace

void extract_retention(const FactContext& context, std::vector<Fact>& facts) { RetentionRule(context, facts).run(); }

}  // namespace clausula
