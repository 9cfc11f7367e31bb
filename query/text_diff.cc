#include "query/text_diff.h"

#include <algorithm>

#include <dtl/dtl.hpp>

namespace clausula {
namespace {

using Words = std::vector<std::uint32_t>;

// From so many words in all on, the middle of two texts counts as changed as a whole: time grows with the square.
constexpr std::size_t most_words = 20'000;

// Kept words that are taken into the changes around them, and how long those have to be.
constexpr std::size_t short_keep = 2;
constexpr std::size_t long_change = 3;

constexpr std::string_view signs[] = {"%", "€", "$", "£"};

// Words in common at both ends; what is between has to be compared.
struct Ends {
  std::size_t front = 0;
  std::size_t back = 0;
};

Ends common_ends(const Words& a, const Words& b) {
  const std::size_t most = std::min(a.size(), b.size());
  Ends ends;
  while (ends.front < most && a[ends.front] == b[ends.front]) ++ends.front;
  while (ends.front + ends.back < most && a[a.size() - 1 - ends.back] == b[b.size() - 1 - ends.back]) ++ends.back;
  return ends;
}

Words middle(const Words& words, const Ends& ends) {
  return {words.begin() + static_cast<std::ptrdiff_t>(ends.front),
          words.end() - static_cast<std::ptrdiff_t>(ends.back)};
}

// One step of the way from the first text to the second: so many words kept, or removed and inserted.
struct Step {
  std::size_t kept = 0;
  std::size_t removed = 0;
  std::size_t inserted = 0;
  bool is_keep() const { return kept > 0; }
};

void append(EditOp op, std::size_t words, std::vector<Step>& steps) {
  if (words == 0) return;
  if (op == EditOp::keep) {
    if (steps.empty() || !steps.back().is_keep()) steps.emplace_back();
    steps.back().kept += words;
    return;
  }
  if (steps.empty() || steps.back().is_keep()) steps.emplace_back();
  (op == EditOp::remove ? steps.back().removed : steps.back().inserted) += words;
}

std::vector<Step> steps_between(const Words& a, const Words& b) {
  const Ends ends = common_ends(a, b);
  const Words middle_a = middle(a, ends);
  const Words middle_b = middle(b, ends);
  std::vector<Step> steps;
  append(EditOp::keep, ends.front, steps);
  if (middle_a.empty() || middle_b.empty() || a.size() + b.size() > most_words) {
    append(EditOp::remove, middle_a.size(), steps);
    append(EditOp::insert, middle_b.size(), steps);
  } else {
    dtl::Diff<std::uint32_t> diff(middle_a, middle_b);
    diff.compose();
    for (const auto& [word, info] : diff.getSes().getSequence()) {
      const EditOp op = info.type == dtl::SES_COMMON   ? EditOp::keep
                        : info.type == dtl::SES_DELETE ? EditOp::remove
                                                       : EditOp::insert;
      append(op, 1, steps);
    }
  }
  append(EditOp::keep, ends.back, steps);
  return steps;
}

std::vector<Step> readable(const std::vector<Step>& steps) {
  std::vector<Step> merged;
  const auto size = [](const Step& step) { return std::max(step.removed, step.inserted); };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool absorb = steps[i].is_keep() && steps[i].kept <= short_keep && !merged.empty() && i + 1 < steps.size() &&
                        size(merged.back()) >= long_change && size(steps[i + 1]) >= long_change;
    if (absorb) {
      merged.back().removed += steps[i].kept + steps[i + 1].removed;
      merged.back().inserted += steps[i].kept + steps[i + 1].inserted;
      ++i;
    } else {
      merged.push_back(steps[i]);
    }
  }
  return merged;
}

// Words [first, first + count), without what follows the last.
std::string_view words_of(const DiffText& text, std::size_t first, std::size_t count) {
  const std::size_t begin = text.spans[first].begin;
  return text.text.substr(begin, text.spans[first + count - 1].end - begin);
}

// What stands between word `index` and the one before; before the first and after the last word as well.
std::string_view gap_before(const DiffText& text, std::size_t index) {
  const std::size_t begin = index == 0 ? 0 : text.spans[index - 1].end;
  const std::size_t end = index < text.spans.size() ? text.spans[index].begin : text.text.size();
  return text.text.substr(begin, end - begin);
}

void append(EditOp op, std::string_view text, std::vector<Edit>& edits) {
  if (text.empty()) return;
  if (!edits.empty() && edits.back().op == op) {
    edits.back().text += text;
  } else {
    edits.push_back({op, std::string(text)});
  }
}

}  // namespace

std::string_view name_of(EditOp op) {
  switch (op) {
    case EditOp::keep:
      return "keep";
    case EditOp::remove:
      return "delete";
    case EditOp::insert:
      return "insert";
  }
  return "keep";
}

std::uint32_t WordIds::of(std::string_view surface) {
  return ids_.emplace(normalize(surface), static_cast<std::uint32_t>(ids_.size())).first->second;
}

DiffText diff_text(std::string_view text, WordIds& ids, std::size_t from) {
  DiffText result{text, {}, {}};
  const auto add = [&](std::size_t begin, std::size_t end) {
    result.spans.push_back({begin, end});
    result.words.push_back(ids.of(text.substr(begin, end - begin)));
  };
  const auto add_signs = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      for (const std::string_view sign : signs) {
        if (text.substr(at, end - at).starts_with(sign)) add(at, at + sign.size());
      }
    }
  };
  std::size_t end = from;
  for (const WordSpan& word : words(text)) {
    if (word.begin < from) continue;
    add_signs(end, word.begin);
    add(word.begin, word.end);
    end = word.end;
  }
  add_signs(end, text.size());
  return result;
}

double word_similarity(const DiffText& a, const DiffText& b) {
  const std::size_t all = a.words.size() + b.words.size();
  if (all == 0) return 1;
  std::size_t kept = 0;
  for (const Step& step : steps_between(a.words, b.words)) kept += step.kept;
  return 2.0 * static_cast<double>(kept) / static_cast<double>(all);
}

std::vector<Edit> word_edits(const DiffText& a, const DiffText& b) {
  std::vector<Edit> edits;
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  // What stands between two words of the second text is kept text, be the words around it kept or not.
  append(EditOp::keep, gap_before(b, 0), edits);
  for (const Step& step : readable(steps_between(a.words, b.words))) {
    if (step.removed > 0) append(EditOp::remove, std::string(words_of(a, at_a, step.removed)) + " ", edits);
    const std::size_t words = step.kept + step.inserted;
    if (words > 0) append(step.is_keep() ? EditOp::keep : EditOp::insert, words_of(b, at_b, words), edits);
    at_a += step.kept + step.removed;
    at_b += words;
    if (words > 0) append(EditOp::keep, gap_before(b, at_b), edits);
  }
  return edits;
}

}  // namespace clausula
