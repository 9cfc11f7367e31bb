#include "corpus/heading_path.h"

#include <algorithm>

namespace clausula {
namespace {

bool is_main_number(const Piece& piece) {
  return piece.role == Role::heading && piece.marking.kind == Marker::number && piece.marking.depth == 1;
}

}  // namespace

std::string_view heading_text(std::string_view text, const Piece& piece) {
  std::string_view line = view(text, piece);
  if (piece.underlined) line = trim(line.substr(0, line.find('\n')));
  if (piece.marking.kind == Marker::markdown) {
    line.remove_prefix(std::min(piece.marking.length, line.size()));
    while (line.ends_with('#')) line.remove_suffix(1);
    line = trim(line);
  }
  for (const std::string_view sign : {"**", "__", "*"}) {
    if (line.size() > 2 * sign.size() && line.starts_with(sign) && line.ends_with(sign)) {
      line.remove_prefix(sign.size());
      line.remove_suffix(sign.size());
    }
  }
  return trim(line);
}

HeadingPath::HeadingPath(std::string_view text, const std::vector<Piece>& pieces)
    : text_(text), pieces_(pieces), next_number_(pieces.size(), 0) {
  std::size_t numbered = 0;
  std::size_t others = 0;
  int starts = 0;
  int next = 0;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    next_number_[i] = next;
    if (is_main_number(pieces[i])) {
      next = pieces[i].marking.value;
      ++numbered;
      starts += next == 1 ? 1 : 0;
    } else if (i > 0 && pieces[i].role == Role::heading && !pieces[i].marked()) {
      ++others;
    }
  }
  numbers_lead_ = numbered >= others;
  in_parts_ = starts > 1;
}

HeadingPath::Level HeadingPath::level_of(const Piece& piece) {
  switch (piece.marking.kind) {
    case Marker::markdown:
      return {Style::markdown, piece.marking.depth, 0};
    case Marker::roman:
    case Marker::article:
      return {Style::roman, 0, 0};
    case Marker::number:
      return {Style::number, piece.marking.depth, piece.marking.value};
    case Marker::letter:
      return {Style::letter, 0, 0};
    case Marker::bullet:
    case Marker::none:
      break;
  }
  if (piece.underlined) return {Style::markdown, 2, 0};
  if (piece.all_caps()) return {Style::caps, 0, 0};
  return {piece.ending == Ending::colon ? Style::label : Style::plain, 0, 0};
}

bool HeadingPath::stands_below(const Level& open, const Level& level) {
  if (open.is_like(level)) return true;
  if (open.style == level.style) return open.depth > level.depth;
  if (open.style == Style::label) return true;
  switch (level.style) {
    case Style::markdown:
      return true;
    case Style::roman:
      return open.style == Style::number || open.style == Style::letter;
    case Style::caps:
      return open.style == Style::plain;
    case Style::number:
      return open.style == Style::letter;
    case Style::letter:
    case Style::plain:
    case Style::label:
      return false;
  }
  return false;
}

std::size_t HeadingPath::kept_above(const Level& level, std::size_t index) const {
  const auto number =
      std::find_if(levels_.begin(), levels_.end(), [](const Level& l) { return l.style == Style::number; });
  const auto number_at = static_cast<std::size_t>(number - levels_.begin());
  std::size_t from = 0;
  std::size_t end = levels_.size();
  if (level.style == Style::plain || level.style == Style::caps || level.style == Style::label) {
    if (number != levels_.end()) {
      // Inside a numbered section where the numbers go on below, after the last of them otherwise.
      if (next_number_[index] == number->value + 1) {
        from = number_at + 1;
      } else {
        end = number_at;
      }
    }
  } else if (level.style == Style::number && level.depth == 1 && number == levels_.end() && numbers_lead_) {
    // What stood before the first number stands beside it, unless it heads a part.
    const bool heads_part = in_parts_ && level.value == 1;
    if (!heads_part) {
      while (from < end && (levels_[from].style == Style::markdown || levels_[from].style == Style::roman)) ++from;
      end = from;
    }
  }
  for (std::size_t i = from; i < end; ++i) {
    if (stands_below(levels_[i], level)) return i;
  }
  return end;
}

void HeadingPath::resize(std::size_t size) {
  levels_.resize(size);
  path_.resize(size);
}

void HeadingPath::enter(std::size_t index) {
  const Level level = level_of(pieces_[index]);
  resize(holds_title_ ? 0 : kept_above(level, index));
  holds_title_ = index == 0 && (level.style == Style::plain || level.style == Style::caps);
  levels_.push_back(level);
  path_.emplace_back(heading_text(text_, pieces_[index]));
}

}  // namespace clausula
