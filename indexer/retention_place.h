// A sentence as the rules of retention see it: what it says of keeping, and which of its durations are periods of that.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/fact_cues.h"

namespace clausula {

inline constexpr std::string_view all_data = "personal data";  // what a period is about where nothing says

// One sentence and what is known of it.
struct RetentionPlace {
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

// Borrows the context.
class RetentionText {
 public:
  explicit RetentionText(const FactContext& context);

  const FactContext& context() const { return context_; }
  RetentionPlace place_of(std::size_t clause, std::size_t sentence) const;
  // Whether a sentence has no word that could be about a period.
  bool silent(std::size_t clause, std::size_t sentence) const;

  std::size_t first_token(const RetentionPlace& place) const;
  std::size_t end_token(const RetentionPlace& place) const;

  // The durations that are periods of keeping.
  std::vector<DurationSpan> periods(const RetentionPlace& place) const;
  // What the tokens [first, last] are said of: the nearest data named before them since `begin`, else after them up to
  // `end`, else in the sentences before, else over the clause.
  std::string_view what(const RetentionPlace& place, std::size_t first, std::size_t last, std::size_t begin,
                        std::size_t end) const;
  // Whether a token stands in a column of periods.
  bool in_column(const RetentionPlace& place, std::size_t token) const;
  // Whether the table has a column of periods.
  bool heads_column(const RetentionPlace& place) const;

 private:
  bool is_period(const RetentionPlace& place, const DurationSpan& span) const;
  bool is_against(const RetentionPlace& place, const DurationSpan& span) const;

  const FactContext& context_;
  Cues cues_;
  Cues data_;
  Cues lengths_;
  Sections sections_;
};

// Whether cues of retention.toml speak of keeping.
bool about_keeping(std::span<const Cue> cues);
// Whether a cue of data is part of an event or trigger ("after the end of the contract").
bool inside_event(const RetentionPlace& place, const Cue& data);
// Whether a cue of retained-data.toml is a word for data of any kind.
bool is_any_data(const Cue& cue);

}  // namespace clausula
