// What stands at the words of a sentence that says who gets the data: negators, exceptions, joining words, actions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fact_cues.h"
#include "indexer/polarity.h"

namespace clausula {

namespace mark {
// What stands at a token; a bit a kind.
inline constexpr unsigned negator = 1U << 0;
inline constexpr unsigned exception = 1U << 1;
inline constexpr unsigned contrast = 1U << 2;
inline constexpr unsigned only = 1U << 3;
inline constexpr unsigned condition = 1U << 4;
inline constexpr unsigned relative = 1U << 5;
inline constexpr unsigned subject = 1U << 6;
inline constexpr unsigned conjunction = 1U << 7;
inline constexpr unsigned auxiliary = 1U << 8;
inline constexpr unsigned data = 1U << 9;
inline constexpr unsigned without = 1U << 10;
inline constexpr unsigned such_data = 1U << 11;
inline constexpr unsigned needed = 1U << 12;
inline constexpr unsigned reason = 1U << 13;
inline constexpr unsigned addressee = 1U << 14;
}  // namespace mark

// One sentence, its words counted from 0. Borrows the view.
class SentenceMarks {
 public:
  // `negation` and `sharing` are the sentence's cues of negation.toml and sharing.toml.
  SentenceMarks(const ClauseView& view, const SentenceView& sentence, std::span<const Cue> negation,
                std::span<const Cue> sharing, bool latvian);

  bool latvian() const { return latvian_; }
  std::size_t size() const { return marks_.size(); }
  // The token of the clause that word 0 is.
  std::size_t begin() const { return begin_; }

  bool has(std::size_t i, unsigned marks) const { return (marks_[i] & marks) != 0; }
  unsigned actions(std::size_t i) const { return actions_[i]; }
  const Word& word(std::size_t i) const { return *view_.tokens[begin_ + i].word; }
  // The text between a word and the one before it.
  std::string_view gap_before(std::size_t i) const;
  bool capital(std::size_t i) const;
  // Whether a word is an action that can carry a statement.
  bool finite(std::size_t i) const;

  // Of tokens of the clause, as segments have them.
  bool has_mark(const Segment& segment, unsigned marks) const;
  // Whether the segment has a denial of its own.
  bool denies(const Segment& segment) const;
  // Whether it denies something that is no sharing ("dati robežas nepamet").
  bool negates_otherwise(const Segment& segment) const;
  // The text of the tokens, both inclusive.
  std::string words(std::size_t first, std::size_t last) const;

  // Whether the sentence begins with "this does not apply to".
  bool exception() const { return exception_; }
  // The first words of a condition that begin no clause of their own.
  const std::optional<Cue>& case_words() const { return case_; }

 private:
  void mark(const Cue& cue, std::span<const Cue> all);

  const ClauseView& view_;
  std::size_t begin_;
  bool latvian_;
  std::vector<unsigned> marks_;
  std::vector<unsigned> actions_;
  std::optional<Cue> case_;
  bool exception_ = false;
};

// A full stop before a word in lower case ("… . mijn.host heeft"), which the cut into sentences has left together.
bool ends_sentence(std::string_view gap);

}  // namespace clausula
