#include "corpus/heading_path.h"

#include <algorithm>

namespace clausula {

HeadingPath::HeadingPath(std::string_view text, const std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

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

HeadingPath::Level HeadingPath::level_of(const Piece& piece) {
  switch (piece.marking.kind) {
    case Marker::markdown:
      return {Style::markdown, piece.marking.depth};
    case Marker::roman:
    case Marker::article:
      return {Style::roman, 0};
    case Marker::number:
      return {Style::number, piece.marking.depth};
    case Marker::letter:
      return {Style::letter, 0};
    case Marker::bullet:
    case Marker::none:
      break;
  }
  if (piece.underlined) return {Style::markdown, 2};
  return {piece.all_caps() ? Style::caps : Style::plain, 0};
}

// Whether a plain heading begins a part of its own: the numbers of the headings below it start anew.
bool HeadingPath::opens_part(std::size_t index) const {
  const auto numbered =
      std::find_if(levels_.begin(), levels_.end(), [](const Level& l) { return l.style == Style::number; });
  if (numbered == levels_.end()) return false;
  for (std::size_t i = index + 1; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.role != Role::heading) continue;
    if (piece.marking.kind == Marker::number && piece.marking.depth == numbered->depth) return piece.marking.value == 1;
    if (piece.marking.kind != Marker::none) return false;
  }
  return false;
}

void HeadingPath::pop_for(const Level& level, const Piece& piece) {
  std::size_t keep = levels_.size();
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const Level& open = levels_[i];
    const bool equal = open == level;
    const bool deeper = open.style == level.style && open.depth > level.depth;
    const bool below = (level.style == Style::caps && open.style == Style::plain) ||
                       (level.style == Style::roman && open.style == Style::number) ||
                       (level.style == Style::number && open.style == Style::letter) || level.style == Style::markdown;
    if (equal || deeper || (below && open.style != Style::markdown)) {
      keep = i;
      break;
    }
  }
  static_cast<void>(piece);
  levels_.resize(keep);
  path_.resize(keep);
}

void HeadingPath::enter(std::size_t index) {
  const Piece& piece = pieces_[index];
  const Level level = level_of(piece);
  if (holds_title_) {
    levels_.clear();
    path_.clear();
    holds_title_ = false;
  }
  pop_for(level, piece);
  if (level.style == Style::plain && opens_part(index)) {
    levels_.clear();
    path_.clear();
  }
  holds_title_ = index == 0 && (level.style == Style::plain || level.style == Style::caps);
  levels_.push_back(level);
  path_.emplace_back(heading_text(text_, piece));
}

}  // namespace clausula
