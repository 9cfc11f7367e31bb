#include "indexer/polarity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

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

// What stands at a token; a bit a kind.
enum Mark : unsigned {
  negator = 1U << 0,
  exception = 1U << 1,
  contrast = 1U << 2,
  only = 1U << 3,
  condition = 1U << 4,
  relative = 1U << 5,
  subject = 1U << 6,
  conjunction = 1U << 7,
  auxiliary = 1U << 8,
  data = 1U << 9,
  without = 1U << 10,
  such_data = 1U << 11,
  needed = 1U << 12,
  reason = 1U << 13,
  addressee = 1U << 14,
};

constexpr std::array<std::pair<std::string_view, unsigned>, 15> mark_names{{{"negator", negator},
                                                                            {"exception", exception},
                                                                            {"contrast", contrast},
                                                                            {"only", only},
                                                                            {"condition", condition},
                                                                            {"relative", relative},
                                                                            {"subject", subject},
                                                                            {"and", conjunction},
                                                                            {"auxiliary", auxiliary},
                                                                            {"data", data},
                                                                            {"without", without},
                                                                            {"such-data", such_data},
                                                                            {"needed", needed},
                                                                            {"reason", reason},
                                                                            {"addressee", addressee}}};

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

class Reader {
 public:
  Reader(const ClauseView& view, const SentenceView& sentence, std::span<const Cue> negation,
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

  SentenceReading read(const Statement& before) {
    cut();
    for (Segment& segment : reading_.segments) describe(segment);
    resolve(before);
    reading_.exception = exception_;
    reading_.condition = condition_text();
    return std::move(reading_);
  }

 private:
  void mark(const Cue& cue, std::span<const Cue> all) {
    const unsigned bit = bit_of(mark_names, cue.entry->id);
    // "Not only", "nobody other than" and "this does not apply to" take the denial out of the words inside them.
    const bool covered = std::any_of(all.begin(), all.end(), [&](const Cue& other) {
      return (other.entry->id == "not-a-negation" || other.entry->id == "exception-sentence") &&
             other.first <= cue.first && cue.last <= other.last;
    });
    if (covered && (bit == negator || bit == exception || bit == only)) return;
    marks_[cue.first - begin_] |= bit;
    if (cue.entry->id == "case" && !case_) case_ = cue;
  }

  const Word& word(std::size_t i) const { return *view_.tokens[begin_ + i].word; }

  std::string_view gap_before(std::size_t i) const {
    const std::size_t at = view_.tokens[begin_ + i - 1].end;
    return view_.text.substr(at, view_.tokens[begin_ + i].begin - at);
  }

  bool capital(std::size_t i) const {
    const char initial = view_.text[view_.tokens[begin_ + i].begin];
    return initial >= 'A' && initial <= 'Z';
  }

  bool finite(std::size_t i) const {
    return actions_[i] != 0 && !word(i).negated && (!latvian_ || latvian_finite(word(i).text));
  }

  bool begins_with_comma(std::size_t i) const { return gap_before(i).find_first_of(",;:()") != std::string_view::npos; }

  // A full stop before a word in lower case ("… . mijn.host heeft"), which the cut into sentences has left together.
  static bool ends_sentence(std::string_view gap) { return gap.find(". ") != std::string_view::npos; }

  // Whether a segment begins at word `i`, and in which role.
  std::optional<SegmentRole> boundary(std::size_t i) const {
    if (marks_[i] & exception) return SegmentRole::exception;
    // "Als" before a noun means "as".
    const bool as = word(i).text == "als" && i + 1 < marks_.size() && !word(i + 1).stop;
    if ((marks_[i] & condition) && !as) return SegmentRole::condition;
    if (marks_[i] & (without | reason)) return SegmentRole::condition;
    if (i == 0) return SegmentRole::plain;
    const std::string_view gap = gap_before(i);
    if (ends_sentence(gap)) return SegmentRole::plain;
    const bool punctuated = gap.find_first_of(",;:()\n") != std::string_view::npos ||
                            gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
                            gap.find(" - ") != std::string_view::npos;
    if (marks_[i] & relative) {
      if (punctuated) return SegmentRole::relative;
      // "die" before a word for the data points at it: "wij delen die gegevens".
      const bool demonstrative = i + 1 < marks_.size() && (marks_[i + 1] & data);
      if (!latvian_ && !demonstrative && !(marks_[i - 1] & conjunction)) return SegmentRole::relative;
    }
    if ((marks_[i] & contrast) && word(i).text != "wel") return SegmentRole::contrast;
    // "Google, Facebook en …": names side by side stand in one statement.
    if (gap == ", " && capital(i) && capital(i - 1) && i > 1) return std::nullopt;
    if (punctuated) return SegmentRole::plain;
    if ((marks_[i] & conjunction) && i + 1 < marks_.size() &&
        (actions_[i + 1] != 0 || (marks_[i + 1] & (subject | only | auxiliary | negator)))) {
      return SegmentRole::plain;
    }
    return std::nullopt;
  }

  void cut() {
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      auto role = boundary(i);
      // "Behalve wanneer …", "izņemot gadījumus, kad …": the condition is the exception.
      if (role == SegmentRole::condition && !reading_.segments.empty() &&
          reading_.segments.back().role == SegmentRole::exception && begin_ + i - reading_.segments.back().first <= 2) {
        role.reset();
      }
      if (role) {
        if (!reading_.segments.empty()) reading_.segments.back().end = begin_ + i;
        Segment segment;
        segment.first = begin_ + i;
        segment.role = *role;
        reading_.segments.push_back(segment);
      } else if (!latvian_ && reading_.segments.size() == 1 && reading_.segments[0].role == SegmentRole::exception &&
                 actions_[i] != 0) {
        // "Behalve met PostNL delen wij …": the verb ends an exception at the head of a sentence.
        reading_.segments[0].end = begin_ + i;
        reading_.segments.emplace_back().first = begin_ + i;
      }
    }
    reading_.segments.back().end = begin_ + marks_.size();
  }

  void describe(Segment& segment) {
    for (std::size_t i = segment.first - begin_; i < segment.end - begin_; ++i) {
      segment.own |= actions_[i];
      segment.subject = segment.subject || (marks_[i] & subject);
      segment.needed = segment.needed || (marks_[i] & needed);
      segment.only = segment.only || (marks_[i] & only);
    }
    segment.actions = segment.own;
  }

  bool has_mark(const Segment& segment, unsigned marks) const {
    return std::any_of(marks_.begin() + static_cast<std::ptrdiff_t>(segment.first - begin_),
                       marks_.begin() + static_cast<std::ptrdiff_t>(segment.end - begin_),
                       [&](unsigned own) { return (own & marks) != 0; });
  }

  // Whether the segment has a denial of its own.
  bool denies(const Segment& segment) const {
    if (has_mark(segment, negator | without)) return true;
    for (std::size_t i = segment.first - begin_; i < segment.end - begin_; ++i) {
      if (actions_[i] != 0 && word(i).negated) return true;
    }
    return false;
  }

  // Whether the segment denies something that is no sharing ("dati robežas nepamet").
  bool negates_otherwise(const Segment& segment) const {
    for (std::size_t i = segment.first - begin_; i < segment.end - begin_; ++i) {
      if (word(i).negated) return true;
    }
    return false;
  }

  // Whether the segment begins a statement that the denial before it does not reach.
  bool fresh(const Segment& segment) const {
    const std::size_t first = segment.first - begin_;
    if (segment.role == SegmentRole::contrast || has_mark(segment, only | contrast)) return true;
    if (has_mark(segment, subject) || (marks_[first] & addressee)) return true;
    // "…: Mailwolk bewaart het": somebody else's doing, named behind a colon.
    if (first > 0 && gap_before(first).find(':') != std::string_view::npos && capital(first) && first + 1 < marks_.size() &&
        finite(first + 1) && strong(segment) != 0)
      return true;
    if (latvian_) {
      for (std::size_t i = first; i < segment.end - begin_; ++i) {
        if (finite(i) || (marks_[i] & auxiliary)) return true;
      }
      return false;
    }
    // "… en delen deze met": a finite verb and its object.
    if (!(marks_[first] & conjunction) || first + 2 >= marks_.size() || actions_[first + 1] == 0) return false;
    constexpr std::array<std::string_view, 5> objects{"deze", "ze", "die", "dit", "dat"};
    return std::find(objects.begin(), objects.end(), word(first + 2).text) != objects.end();
  }

  // A Dutch denial at the very end, or a Latvian negated verb, reaches back over what stands before it.
  void extend_back(std::size_t at) {
    std::vector<Segment>& segments = reading_.segments;
    const Segment& segment = segments[at];
    if (segment.subject || segment.role != SegmentRole::plain) return;
    // "… , verder niemand" says something of its own.
    const bool nobody = segment.end - segment.first == 2 && word(segment.end - begin_ - 1).text == "niemand";
    const bool at_end = (marks_[segment.end - begin_ - 1] & negator) && !nobody;
    if (strong(segment) == 0 && (latvian_ || !at_end)) return;
    for (std::size_t i = at; i-- > 0;) {
      Segment& earlier = segments[i];
      if (gap_before(segments[i + 1].first - begin_).find(';') != std::string_view::npos) return;
      if (earlier.role != SegmentRole::plain) continue;
      if (earlier.denied || (strong(earlier) != 0 && strong(segment) != 0)) return;
      earlier.denied = true;
    }
  }

  void resolve(const Statement& before) {
    std::vector<Segment>& segments = reading_.segments;
    Statement main = before;
    if (exception_) main.denied = !before.denied;
    bool stated = false;                // whether the main statement has said its polarity
    Segment* open_exception = nullptr;  // its list goes on: "behalve PostNL, DHL en …"
    for (std::size_t i = 0; i < segments.size(); ++i) {
      Segment& segment = segments[i];
      const bool own = denies(segment);
      if (i > 0 && ends_sentence(gap_before(segment.first - begin_))) {
        main = {};
        stated = false;
        open_exception = nullptr;
      }
      switch (segment.role) {
        case SegmentRole::exception:
          segment.denied = !main.denied && !(i > 0 && negates_otherwise(segments[i - 1]));
          open_exception = &segment;
          continue;
        case SegmentRole::condition:
          segment.denied = has_mark(segment, without);
          open_exception = nullptr;
          continue;
        case SegmentRole::relative:
          segment.denied = own || (main.denied && !begins_with_comma_at(segment));
          // Without a comma behind it the main statement has gone on inside: "dati, kas … netiek nodoti".
          if (i + 1 < segments.size() && !begins_with_comma_at(segments[i + 1]) && own) main.denied = true;
          continue;
        default:
          break;
      }
      if (open_exception != nullptr && !own && strong(segment) == 0 && !segment.subject &&
          segment.role == SegmentRole::plain && stated) {
        segment.denied = open_exception->denied;
        segment.role = SegmentRole::exception;
        continue;
      }
      open_exception = nullptr;
      if (own) {
        segment.denied = true;
        if (stated || i > 0) extend_back(i);
      } else if (fresh(segment)) {
        segment.denied = false;
      } else {
        segment.denied = main.denied;
      }
      if (strong(segment) != 0) main.actions = segment.own;
      if (own || strong(segment) != 0 || segment.role == SegmentRole::contrast) main.denied = segment.denied;
      stated = true;
    }
    // An exception at the head of the sentence is one to what follows.
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (segments[i].role == SegmentRole::exception && !main_before(i)) segments[i].denied = !main.denied;
    }
    inherit_actions(before);
    reading_.statement = main;
  }

  bool begins_with_comma_at(const Segment& segment) const {
    return segment.first > begin_ && begins_with_comma(segment.first - begin_);
  }

  bool main_before(std::size_t at) const {
    return std::any_of(reading_.segments.begin(), reading_.segments.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Segment& segment) {
                         return segment.role == SegmentRole::plain || segment.role == SegmentRole::contrast;
                       });
  }

  // What a segment does of its own that is more than a plain word of doing.
  static unsigned strong(const Segment& segment) { return segment.own & ~action::trade; }

  void inherit_actions(const Statement& before) {
    std::vector<Segment>& segments = reading_.segments;
    unsigned last = before.actions;
    for (Segment& segment : segments) {
      if (strong(segment) != 0 && segment.role != SegmentRole::condition) last = segment.own;
      if (strong(segment) == 0) segment.actions |= last;
    }
    for (std::size_t i = segments.size(); i-- > 0;) {
      if ((segments[i].actions & ~action::trade) != 0) continue;
      for (std::size_t next = i + 1; next < segments.size(); ++next) {
        if (segments[next].role == SegmentRole::condition || strong(segments[next]) == 0) continue;
        segments[i].actions |= segments[next].own;
        break;
      }
    }
  }

  std::string condition_text() const {
    const std::vector<Segment>& segments = reading_.segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const std::size_t first = segments[i].first - begin_;
      if (segments[i].role != SegmentRole::condition || !(marks_[first] & condition)) continue;
      std::size_t last = i;
      while (last + 1 < segments.size() && segments[last + 1].role == SegmentRole::relative) ++last;
      return words(segments[i].first, segments[last].end - 1);
    }
    if (!case_) return {};
    for (const Segment& segment : segments) {
      if (case_->first < segment.first || case_->first >= segment.end) continue;
      // Latvian puts the word for the case last ("likumā noteiktos gadījumos").
      const bool last = latvian_ && case_->first == case_->last;
      return words(last ? segment.first : case_->first, case_->last);
    }
    return {};
  }

  std::string words(std::size_t first, std::size_t last) const {
    const std::size_t begin = view_.tokens[first].begin;
    return std::string(view_.text.substr(begin, view_.tokens[last].end - begin));
  }

  const ClauseView& view_;
  std::size_t begin_;
  bool latvian_;
  std::vector<unsigned> marks_;
  std::vector<unsigned> actions_;
  std::optional<Cue> case_;
  bool exception_ = false;
  SentenceReading reading_;
};

}  // namespace

const Segment& SentenceReading::at(std::size_t token) const {
  const auto next =
      std::find_if(segments.begin(), segments.end(), [&](const Segment& segment) { return segment.end > token; });
  return next == segments.end() ? segments.back() : *next;
}

SentenceReading read_sentence(const ClauseView& view, const SentenceView& sentence, std::span<const Cue> negation,
                              std::span<const Cue> sharing, const Statement& before, Language language) {
  return Reader(view, sentence, negation, sharing, language == Language::latvian).read(before);
}

}  // namespace clausula
