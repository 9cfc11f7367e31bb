#include "indexer/polarity.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/rule_words.h"
#include "indexer/sentence_marks.h"
#include "indexer/sentence_segments.h"

namespace clausula {
namespace {

class Reader {
 public:
  explicit Reader(const SentenceMarks& marks) : marks_(marks) { reading_.segments = cut_segments(marks); }

  SentenceReading read(const Statement& before) {
    resolve(before);
    reading_.exception = marks_.exception();
    reading_.condition = condition_text();
    return std::move(reading_);
  }

 private:
  // Whether the segment begins a statement that the denial before it does not reach.
  bool fresh(const Segment& segment) const {
    const std::size_t first = segment.first - marks_.begin();
    if (segment.role == SegmentRole::contrast || marks_.has_mark(segment, mark::only | mark::contrast)) return true;
    if (marks_.has_mark(segment, mark::subject) || marks_.has(first, mark::addressee)) return true;
    // "…: Mailwolk bewaart het": somebody else's doing, named behind a colon.
    if (first > 0 && marks_.gap_before(first).find(':') != std::string_view::npos && marks_.capital(first) &&
        first + 1 < marks_.size() && marks_.finite(first + 1) && strong(segment) != 0)
      return true;
    if (marks_.latvian()) {
      for (std::size_t i = first; i < segment.end - marks_.begin(); ++i) {
        if (marks_.finite(i) || marks_.has(i, mark::auxiliary)) return true;
      }
      return false;
    }
    // "… en delen deze met": a finite verb and its object.
    if (!marks_.has(first, mark::conjunction) || first + 2 >= marks_.size() || marks_.actions(first + 1) == 0)
      return false;
    constexpr std::array<std::string_view, 5> objects{"deze", "ze", "die", "dit", "dat"};
    return contains(objects, marks_.word(first + 2).text);
  }

  // A Dutch denial at the very end, or a Latvian negated verb, reaches back over what stands before it.
  void extend_back(std::size_t at) {
    std::vector<Segment>& segments = reading_.segments;
    const Segment& segment = segments[at];
    if (segment.subject || segment.role != SegmentRole::plain) return;
    // "… , verder niemand", "… , verder met niemand" say something of their own.
    const bool further =
        segment.end - segment.first == 2 || marks_.word(segment.first - marks_.begin()).text == "verder";
    const bool nobody = further && marks_.word(segment.end - marks_.begin() - 1).text == "niemand";
    const bool at_end = marks_.has(segment.end - marks_.begin() - 1, mark::negator) && !nobody;
    if (strong(segment) == 0 && (marks_.latvian() || !at_end)) return;
    for (std::size_t i = at; i-- > 0;) {
      Segment& earlier = segments[i];
      if (marks_.gap_before(segments[i + 1].first - marks_.begin()).find(';') != std::string_view::npos) return;
      if (earlier.role != SegmentRole::plain) continue;
      if (earlier.denied || (strong(earlier) != 0 && strong(segment) != 0)) return;
      earlier.denied = true;
    }
  }

  void resolve(const Statement& before) {
    std::vector<Segment>& segments = reading_.segments;
    Statement main = before;
    if (marks_.exception()) main.denied = !before.denied;
    bool stated = false;                // whether the main statement has said its polarity
    Segment* open_exception = nullptr;  // its list goes on: "behalve PostNL, DHL en …"
    for (std::size_t i = 0; i < segments.size(); ++i) {
      Segment& segment = segments[i];
      const bool own = marks_.denies(segment);
      if (i > 0 && ends_sentence(marks_.gap_before(segment.first - marks_.begin()))) {
        main = {};
        stated = false;
        open_exception = nullptr;
      }
      switch (segment.role) {
        case SegmentRole::exception:
          segment.denied = !main.denied && !(i > 0 && marks_.negates_otherwise(segments[i - 1]));
          open_exception = &segment;
          continue;
        case SegmentRole::condition:
          segment.denied = marks_.has_mark(segment, mark::without);
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
        // What brackets deny stays in them: "Bankwerk (de winkel ziet je kaart niet)".
        const bool aside = i > 0 && marks_.gap_before(segment.first - marks_.begin()).ends_with('(');
        if (i > 0 && !aside) extend_back(i);
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
    return segment.first > marks_.begin() &&
           marks_.gap_before(segment.first - marks_.begin()).find_first_of(",;:()") != std::string_view::npos;
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
      const std::size_t first = segments[i].first - marks_.begin();
      if (segments[i].role != SegmentRole::condition || !marks_.has(first, mark::condition)) continue;
      std::size_t last = i;
      while (last + 1 < segments.size() && segments[last + 1].role == SegmentRole::relative) ++last;
      return marks_.words(segments[i].first, segments[last].end - 1);
    }
    if (!marks_.case_words()) return {};
    for (const Segment& segment : segments) {
      if (marks_.case_words()->first < segment.first || marks_.case_words()->first >= segment.end) continue;
      // Latvian puts the word for the case last ("likumā noteiktos gadījumos").
      const bool last = marks_.latvian() && marks_.case_words()->first == marks_.case_words()->last;
      return marks_.words(last ? segment.first : marks_.case_words()->first, marks_.case_words()->last);
    }
    return {};
  }

  const SentenceMarks& marks_;
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
  const SentenceMarks marks(view, sentence, negation, sharing, language == Language::latvian);
  return Reader(marks).read(before);
}

}  // namespace clausula
