// Text in columns for a terminal. Everything from outside goes through `printable` here, so that no policy can send a
// control sequence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

struct TextOptions {
  std::size_t width = 80;  // columns
  bool color = false;      // ANSI colours; without them a difference is shown by signs
};

enum class Style { plain, bold, dim, red, green, cyan };

struct Run {
  std::string text;
  Style style = Style::plain;
};

// The text made printable, in the style's colours where there are any.
std::string painted(std::string_view text, Style style, const TextOptions& options);

// Lines of at most `options.width` columns, broken between words; the first begins with `first`, the others with
// `rest`. A word that is wider than a line has one of its own. No newline at the end of a line.
std::vector<std::string> wrapped(const std::vector<Run>& runs, std::string_view first, std::string_view rest,
                                 const TextOptions& options);

// The same, joined, each line ended by a newline.
std::string paragraph(const std::vector<Run>& runs, std::string_view first, std::string_view rest,
                      const TextOptions& options);

// Rows of cells as aligned columns of at most `options.width` in all, cells wrapped inside their column; the first row
// is the head. Every row has as many cells.
std::string text_table(const std::vector<std::vector<std::string>>& rows, const TextOptions& options);

}  // namespace clausula
