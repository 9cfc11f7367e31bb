// Keeps the path of headings while clauses are read in order. Internal to corpus/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/piece.h"

namespace clausula {

class HeadingPath {
 public:
  HeadingPath(std::string_view text, const std::vector<Piece>& pieces);

  // Takes the heading at `index` in: it replaces the headings that are its equals or below it.
  void enter(std::size_t index);

  const std::vector<std::string>& path() const { return path_; }

 private:
  // What a heading looks like; headings that look alike are of one level.
  enum class Style { markdown, roman, caps, number, letter, plain };
  struct Level {
    Style style = Style::plain;
    int depth = 0;
    bool operator==(const Level&) const = default;
  };

  static Level level_of(const Piece& piece);
  void pop_for(const Level& level, const Piece& piece);
  bool opens_part(std::size_t index) const;

  std::string_view text_;
  const std::vector<Piece>& pieces_;
  std::vector<Level> levels_;
  std::vector<std::string> path_;
  bool holds_title_ = false;  // the path is the title of the whole document, which stands over nothing else
};

// A heading's text without the signs of Markdown.
std::string_view heading_text(std::string_view text, const Piece& piece);

}  // namespace clausula
