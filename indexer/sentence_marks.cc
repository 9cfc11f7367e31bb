#include "indexer/sentence_marks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace clausula {
namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 9> action_names{{{"share", action::share},
                                                                             {"sell", action::sell},
                                                                             {"receive", action::receive},
                                                                             {"process", action::process},
                                                                             {"use", action::use},
                                                                             {"via", action::via},
                                                                             {"learn", action::receive},
                                                                             {"trade", action::trade},
                                                                             {"engage", action::engage}}};

constexpr std::array<std::pair<std::string_view, unsigned>, 15> mark_names{{{"negator", mark::negator},
                                                                            {"exception", mark::exception},
                                                                            {"contrast", mark::contrast},
                                                                            {"only", mark::only},
                                                                            {"condition", mark::condition},
                                                                            {"relative", mark::relative},
                                                                            {"subject", mark::subject},
                                                                            {"and", mark::conjunction},
                                                                            {"auxiliary", mark::auxiliary},
                                                                            {"data", mark::data},
                                                                            {"without", mark::without},
                                                                            {"such-data", mark::such_data},
                                                                            {"needed", mark::needed},
                                                                            {"reason", mark::reason},
                                                                            {"addressee", mark::addressee}}};

template <std::size_t size>
unsigned bit_of(const std::array<std::pair<std::string_view, unsigned>, size>& names, std::string_view id) {
  for (const auto& [name, bit] : names) {
    if (name == id) return bit;
  }
  return 0;
}

// Latvian forms that cannot carry a statement by themselves: participles, infinitives and verbal nouns.
bool latvian_finite(std::string_view form) {
  constexpr std::array<std::string_view, 22> others{"t",   "ti",   "ts",   "ta",    "tas",   "tu",    "to",   "tie",
                                                    "tām", "tiem", "šana", "šanu",  "šanas", "šanai", "šanā", "oša",
                                                    "ošs", "oši",  "ot",   "oties", "tās",   "tus"};
  if (form.ends_with("sūta")) return true;
  return std::none_of(others.begin(), others.end(), [&](std::string_view ending) { return form.ends_with(ending); });
}

}  // namespace

SentenceMarks::SentenceMarks(const ClauseView& view, const SentenceView& sentence, std::span<const Cue> negation,
                             std::span<const Cue> sharing, bool latvian)
    : view_(view),
      begin_(sentence.first_token),
      latvian_(latvian),
      marks_(sentence.end_token - sentence.first_token),
      actions_(marks_.size()) {
  for (const Cue& cue : sharing) {
    const unsigned bit = bit_of(action_names, cue.entry->id);
    actions_[cue.first - begin_] |= bit;
    // A separable verb ("geven … door") acts at both of its parts.
    if (cue.last != cue.first) actions_[cue.last - begin_] |= bit;
  }
  for (const Cue& cue : negation) mark(cue, negation);
  for (const Cue& cue : negation) {
    if (cue.entry->id == "exception-sentence" && cue.first <= begin_ + 1) exception_ = true;
  }
}

void SentenceMarks::mark(const Cue& cue, std::span<const Cue> all) {
  const unsigned bit = bit_of(mark_names, cue.entry->id);
  // "Not only", "nobody other than" and "this does not apply to" take the denial out of the words inside them.
  const bool covered = std::any_of(all.begin(), all.end(), [&](const Cue& other) {
    return (other.entry->id == "not-a-negation" || other.entry->id == "exception-sentence") &&
           other.first <= cue.first && cue.last <= other.last;
  });
  if (covered && (bit == mark::negator || bit == mark::exception || bit == mark::only)) return;
  marks_[cue.first - begin_] |= bit;
  if (cue.entry->id == "case" && !case_) case_ = cue;
}

std::string_view SentenceMarks::gap_before(std::size_t i) const {
  const std::size_t at = view_.tokens[begin_ + i - 1].end;
  return view_.text.substr(at, view_.tokens[begin_ + i].begin - at);
}

bool SentenceMarks::capital(std::size_t i) const {
  const char initial = view_.text[view_.tokens[begin_ + i].begin];
  return initial >= 'A' && initial <= 'Z';
}

bool SentenceMarks::finite(std::size_t i) const {
  return actions_[i] != 0 && !word(i).negated && (!latvian_ || latvian_finite(word(i).text));
}

bool ends_sentence(std::string_view gap) { return gap.find(". ") != std::string_view::npos; }

bool SentenceMarks::has_mark(const Segment& segment, unsigned marks) const {
  return std::any_of(marks_.begin() + static_cast<std::ptrdiff_t>(segment.first - begin_),
                     marks_.begin() + static_cast<std::ptrdiff_t>(segment.end - begin_),
                     [&](unsigned own) { return (own & marks) != 0; });
}

bool SentenceMarks::denies(const Segment& segment) const {
  if (has_mark(segment, mark::negator | mark::without)) return true;
  for (std::size_t i = segment.first - begin_; i < segment.end - begin_; ++i) {
    if (actions_[i] != 0 && word(i).negated) return true;
  }
  return false;
}

bool SentenceMarks::negates_otherwise(const Segment& segment) const {
  for (std::size_t i = segment.first - begin_; i < segment.end - begin_; ++i) {
    if (word(i).negated) return true;
  }
  return false;
}

std::string SentenceMarks::words(std::size_t first, std::size_t last) const {
  const std::size_t begin = view_.tokens[first].begin;
  return std::string(view_.text.substr(begin, view_.tokens[last].end - begin));
}

}  // namespace clausula
