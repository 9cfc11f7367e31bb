#include "indexer/sentence_segments.h"

#include <optional>
#include <string_view>

namespace clausula {
namespace {

// Whether a segment begins at word `i`, and in which role.
std::optional<SegmentRole> boundary(const SentenceMarks& marks, std::size_t i) {
  if (marks.has(i, mark::exception)) return SegmentRole::exception;
  // "Als" before a noun means "as".
  const bool as = marks.word(i).text == "als" && i + 1 < marks.size() && !marks.word(i + 1).stop;
  if (marks.has(i, mark::condition) && !as) return SegmentRole::condition;
  if (marks.has(i, mark::without | mark::reason)) return SegmentRole::condition;
  if (i == 0) return SegmentRole::plain;
  const std::string_view gap = marks.gap_before(i);
  if (ends_sentence(gap)) return SegmentRole::plain;
  const bool punctuated = gap.find_first_of(",;:()\n|\t") != std::string_view::npos ||
                          gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
                          gap.find(" - ") != std::string_view::npos;
  if (marks.has(i, mark::relative)) {
    if (punctuated) return SegmentRole::relative;
    // "die" before a word for the data points at it: "wij delen die gegevens".
    const bool demonstrative = i + 1 < marks.size() && marks.has(i + 1, mark::data);
    if (!marks.latvian() && !demonstrative && !marks.has(i - 1, mark::conjunction)) return SegmentRole::relative;
  }
  if (marks.has(i, mark::contrast) && marks.word(i).text != "wel") return SegmentRole::contrast;
  // "Google, Facebook en …": names side by side stand in one statement.
  if (gap == ", " && marks.capital(i) && marks.capital(i - 1) && i > 1) return std::nullopt;
  if (punctuated) return SegmentRole::plain;
  if (marks.has(i, mark::conjunction) && i + 1 < marks.size() &&
      (marks.actions(i + 1) != 0 || marks.has(i + 1, mark::subject | mark::only | mark::auxiliary | mark::negator))) {
    return SegmentRole::plain;
  }
  return std::nullopt;
}

void describe(const SentenceMarks& marks, Segment& segment) {
  for (std::size_t i = segment.first - marks.begin(); i < segment.end - marks.begin(); ++i) {
    segment.own |= marks.actions(i);
    segment.subject = segment.subject || marks.has(i, mark::subject);
    segment.needed = segment.needed || marks.has(i, mark::needed);
    segment.only = segment.only || marks.has(i, mark::only);
  }
  segment.actions = segment.own;
}

}  // namespace

std::vector<Segment> cut_segments(const SentenceMarks& marks) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    auto role = boundary(marks, i);
    // "Behalve wanneer …", "izņemot gadījumus, kad …": the condition is the exception.
    if (role == SegmentRole::condition && !segments.empty() && segments.back().role == SegmentRole::exception &&
        marks.begin() + i - segments.back().first <= 2) {
      role.reset();
    }
    if (role) {
      if (!segments.empty()) segments.back().end = marks.begin() + i;
      Segment segment;
      segment.first = marks.begin() + i;
      segment.role = *role;
      segments.push_back(segment);
    } else if (!marks.latvian() && segments.size() == 1 && segments[0].role == SegmentRole::exception &&
               marks.actions(i) != 0) {
      // "Behalve met PostNL delen wij …": the verb ends an exception at the head of a sentence.
      segments[0].end = marks.begin() + i;
      segments.emplace_back().first = marks.begin() + i;
    }
  }
  segments.back().end = marks.begin() + marks.size();
  for (Segment& segment : segments) describe(marks, segment);
  return segments;
}

}  // namespace clausula
