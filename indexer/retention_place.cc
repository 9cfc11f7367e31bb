#include "indexer/retention_place.h"

#include <algorithm>
#include <array>
#include <optional>

namespace clausula {
namespace {

constexpr std::size_t against_reach = 5;  // words between a period and what makes it one of something else
constexpr std::size_t short_line = 25;    // words of a line in a list of cookies
constexpr std::array<std::string_view, 3> column_cues = {"period", "keep", "column"};

std::optional<std::string_view> named(std::span<const Cue> data) {
  std::optional<std::string_view> last;
  for (const Cue& cue : data) {
    if (!is_any_data(cue)) last = cue.entry->value("what");
  }
  return last;
}

}  // namespace

bool about_keeping(std::span<const Cue> cues) { return has(cues, "keep") || has(cues, "period"); }

bool inside_event(const RetentionPlace& place, const Cue& data) {
  return std::any_of(place.cues.begin(), place.cues.end(), [&](const Cue& cue) {
    return (!cue.entry->value("event").empty() || !cue.entry->value("trigger").empty()) && cue.first <= data.first &&
           cue.last >= data.last;
  });
}

bool is_any_data(const Cue& cue) { return !cue.entry->value("generic").empty(); }

RetentionText::RetentionText(const FactContext& context)
    : context_(context),
      cues_(context, "retention.toml"),
      data_(context, "retained-data.toml"),
      lengths_(context, "durations.toml"),
      sections_(context) {}

RetentionPlace RetentionText::place_of(std::size_t clause, std::size_t sentence) const {
  RetentionPlace place{clause, sentence, cues_.of(clause, sentence), data_.of(clause, sentence)};
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

bool RetentionText::silent(std::size_t clause, std::size_t sentence) const {
  return cues_.of(clause, sentence).empty() && lengths_.of(clause, sentence).empty();
}

std::size_t RetentionText::first_token(const RetentionPlace& place) const {
  return context_.sentences[place.clause][place.sentence].first_token;
}

std::size_t RetentionText::end_token(const RetentionPlace& place) const {
  return context_.sentences[place.clause][place.sentence].end_token;
}

std::vector<DurationSpan> RetentionText::periods(const RetentionPlace& place) const {
  const bool heading = context_.clause(place.clause).kind == ClauseKind::heading;
  std::vector<DurationSpan> found;
  for (const DurationSpan& span : durations_of(context_, lengths_, place.clause, place.sentence)) {
    if (is_period(place, span) && (!heading || place.verb)) found.push_back(span);
  }
  return found;
}

bool RetentionText::is_period(const RetentionPlace& place, const DurationSpan& span) const {
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
bool RetentionText::is_against(const RetentionPlace& place, const DurationSpan& span) const {
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

bool RetentionText::in_column(const RetentionPlace& place, std::size_t token) const {
  return std::any_of(column_cues.begin(), column_cues.end(),
                     [&](std::string_view id) { return has_in_column(context_, cues_, place.clause, token, id); });
}

bool RetentionText::heads_column(const RetentionPlace& place) const {
  const auto heads = cues_.of(static_cast<std::size_t>(*context_.clause(place.clause).header - 1));
  return std::any_of(column_cues.begin(), column_cues.end(), [&](std::string_view id) { return has(heads, id); });
}

std::string_view RetentionText::what(const RetentionPlace& place, std::size_t first, std::size_t last,
                                     std::size_t begin, std::size_t end) const {
  const LexiconEntry* before = nullptr;
  const LexiconEntry* after = nullptr;
  for (const Cue& cue : place.data) {
    if (is_any_data(cue) || inside_event(place, cue)) continue;
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
  return all_data;
}

}  // namespace clausula
