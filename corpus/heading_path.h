// Keeps the path of headings while clauses are read in order. Internal to corpus/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/piece.h"

namespace clausula {

class HeadingPath {
 public:
  // `pieces` have their roles, and outlive the path.
  HeadingPath(std::string_view text, const std::vector<Piece>& pieces);

  // Takes the heading at `index` in: it replaces the headings that are its equals or below it.
  void enter(std::size_t index);

  const std::vector<std::string>& path() const { return path_; }

 private:
  // What a heading looks like; headings that look alike are of one level. A label ends in a colon and stands below all
  // else.
  enum class Style { markdown, roman, caps, number, letter, plain, label };
  struct Level {
    Style style = Style::plain;
    int depth = 0;
    int value = 0;
    bool is_like(const Level& other) const { return style == other.style && depth == other.depth; }
  };

  static Level level_of(const Piece& piece);
  static bool stands_below(const Level& open, const Level& level);
  // Number of open headings that stay open above the heading at `index`.
  std::size_t kept_above(const Level& level, std::size_t index) const;
  void resize(std::size_t size);

  std::string_view text_;
  const std::vector<Piece>& pieces_;
  std::vector<int> next_number_;  // for each piece, the number of the next main numbered heading below it; 0 for none
  bool numbers_lead_ = false;     // most headings are numbered, so that the numbers are the top level
  bool in_parts_ = false;         // the numbers start anew, below the headings of parts
  std::vector<Level> levels_;
  std::vector<std::string> path_;
  bool holds_title_ = false;  // the path is the title of the whole document, which stands over nothing else
};

// A heading's text without the signs of Markdown.
std::string_view heading_text(std::string_view text, const Piece& piece);

}  // namespace clausula
