// Whether a statement about recipients says yes or no: a sentence cut into segments, each with its polarity.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "indexer/fact_cues.h"

namespace clausula {

// What is done with the data; bits of Segment::actions.
namespace action {
inline constexpr unsigned share = 1;
inline constexpr unsigned sell = 2;
inline constexpr unsigned receive = 4;
inline constexpr unsigned process = 8;
inline constexpr unsigned use = 16;
inline constexpr unsigned engage = 32;
inline constexpr unsigned via = 64;
inline constexpr unsigned trade = 128;  // doing something in plain words, little by itself
inline constexpr unsigned transfer = share | sell | receive;
}  // namespace action

enum class SegmentRole : unsigned char { plain, contrast, exception, condition, relative };

// A stretch of a sentence between punctuation and joining words.
struct Segment {
  std::size_t first = 0;  // tokens of the clause, half-open
  std::size_t end = 0;
  SegmentRole role = SegmentRole::plain;
  bool denied = false;
  unsigned own = 0;      // actions named in the segment itself
  unsigned actions = 0;  // those that govern it: its own, else those of the statement that it continues
  bool subject = false;  // has "we" of its own
  bool needed = false;   // names what an order needs
  bool only = false;     // narrowed down ("only", "solely")
};

// What a list item or a sentence of exceptions takes over from the statement before it.
struct Statement {
  unsigned actions = 0;
  bool denied = false;
};

struct SentenceReading {
  std::vector<Segment> segments;
  Statement statement;     // what the sentence says as a whole: what a list under it takes over
  std::string condition;   // the words of its first condition, or empty
  bool exception = false;  // begins with "this does not apply to"

  // The segment of a token of the sentence.
  const Segment& at(std::size_t token) const;
};

// Reads one sentence. `negation` and `sharing` are its cues of negation.toml and sharing.toml, `before` what the
// sentence before it (or the lead-in of its list) says.
SentenceReading read_sentence(const ClauseView& view, const SentenceView& sentence, std::span<const Cue> negation,
                              std::span<const Cue> sharing, const Statement& before, Language language);

}  // namespace clausula
