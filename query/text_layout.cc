#include "query/text_layout.h"

#include <algorithm>
#include <numeric>

#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t gap = 2;           // blanks between columns
constexpr std::size_t least_column = 6;  // columns that a table cell has at least

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::red:
      return "\x1b[31m";
    case Style::green:
      return "\x1b[32m";
    case Style::cyan:
      return "\x1b[36m";
  }
  return "";
}

// Calls `use(word, style, glued)` for each word; `glued` where no blank is between it and the word before.
template <class Use>
void each_word(const std::vector<Run>& runs, Use&& use) {
  bool glued = false;
  for (const Run& run : runs) {
    const std::string text = printable(run.text);
    std::size_t begin = 0;
    while (begin < text.size()) {
      if (text[begin] == ' ') {
        glued = false;
        ++begin;
        continue;
      }
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      use(text.substr(begin, end - begin), run.style, glued);
      glued = true;
      begin = end;
    }
  }
}

// Takes columns from the widest until all fit.
std::vector<std::size_t> fit(std::vector<std::size_t> widths, std::size_t available) {
  while (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) > available) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= least_column) break;
    --*widest;
  }
  return widths;
}

}  // namespace

std::string painted(std::string_view text, Style style, const TextOptions& options) {
  std::string clean = printable(text);
  if (!options.color || style == Style::plain || clean.empty()) return clean;
  return std::string(code_of(style)) + clean + "\x1b[0m";
}

std::vector<std::string> wrapped(const std::vector<Run>& runs, std::string_view first, std::string_view rest,
                                 const TextOptions& options) {
  std::vector<std::string> lines;
  std::string line(first);
  std::size_t used = columns(first);
  bool empty = true;
  each_word(runs, [&](const std::string& word, Style style, bool glued) {
    const std::size_t width = columns(word);
    const std::size_t blank = empty || glued ? 0 : 1;
    if (!empty && !glued && used + blank + width > options.width) {
      lines.push_back(std::move(line));
      line = rest;
      used = columns(rest);
    } else if (blank > 0) {
      line += ' ';
      ++used;
    }
    line += painted(word, style, options);
    used += width;
    empty = false;
  });
  lines.push_back(std::move(line));
  return lines;
}

std::string paragraph(const std::vector<Run>& runs, std::string_view first, std::string_view rest,
                      const TextOptions& options) {
  std::string text;
  for (const std::string& line : wrapped(runs, first, rest, options)) text.append(line).append("\n");
  return text;
}

std::string text_table(const std::vector<std::vector<std::string>>& rows, const TextOptions& options) {
  if (rows.empty() || rows.front().empty()) return {};
  const std::size_t count = rows.front().size();
  std::vector<std::size_t> widths(count, 1);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < count; ++i) widths[i] = std::max(widths[i], columns(printable(row[i])));
  }
  const std::size_t gaps = gap * (count - 1);
  widths = fit(std::move(widths), options.width > gaps ? options.width - gaps : 1);

  std::string text;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const Style style = r == 0 ? Style::bold : Style::plain;
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < count; ++i) {
      cells.push_back(wrapped({{rows[r][i]}}, "", "", {widths[i], false}));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t h = 0; h < height; ++h) {
      std::string line;
      for (std::size_t i = 0; i < count; ++i) {
        const std::string cell = h < cells[i].size() ? cells[i][h] : "";
        line += painted(cell, style, options);
        const std::size_t width = columns(cell);
        if (i + 1 < count) line.append((width < widths[i] ? widths[i] - width : 0) + gap, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      text.append(line).append("\n");
    }
  }
  return text;
}

}  // namespace clausula
