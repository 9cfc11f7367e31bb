// Numbers, letters and bullets before the text of a line.
#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/line_words.h"
#include "corpus/piece.h"

namespace clausula {
namespace {

constexpr std::array<std::string_view, 18> sure_bullets = {"•", "·", "●", "○", "▪", "■",      "◦",      "‣", "➤",
                                                           "►", "✓", "✔", "→", "»", "\uF0B7", "\uF0A7", "➢", "∙"};
// Signs that are bullets only before white space.
constexpr std::array<std::string_view, 6> bullets_before_space = {"-", "–", "—", "*", "+", "o"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t space_at(std::string_view text, std::size_t i) {
  std::size_t n = 0;
  while (i + n < text.size()) {
    if (text[i + n] == ' ' || text[i + n] == '\t') {
      ++n;
    } else if (text.substr(i + n, 2) == "\u00A0") {
      n += 2;
    } else {
      break;
    }
  }
  return n;
}

Marking bullet_of(std::string_view line) {
  for (const std::string_view bullet : sure_bullets) {
    if (line.starts_with(bullet)) return {Marker::bullet, bullet.size() + space_at(line, bullet.size()), 0, line[0]};
  }
  for (const std::string_view bullet : bullets_before_space) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t space = space_at(line, bullet.size());
    // "-naam" is a list item too; "-5" is a number and "**naam**" is emphasis.
    const bool glued = bullet == "-" && line.size() > 1 && count_letters(line.substr(1, 4)).digits == 0 &&
                       line[1] != '-' && count_letters(line.substr(1, 4)).characters > 0 &&
                       std::isalpha(static_cast<unsigned char>(line[1])) != 0;
    if (space > 0 || glued) return {Marker::bullet, bullet.size() + space, 0, line[0]};
  }
  return {};
}

// Whether a number before `rest` is that of a date or of an article of law.
bool is_ordinal_before(std::string_view rest) {
  const std::string next = normalize(rest.substr(0, 24));
  return std::any_of(ordinal_stems.begin(), ordinal_stems.end(), [&](auto stem) { return next.starts_with(stem); });
}

// Takes a dash or colon between a number and its heading along: "3 - Cookies".
std::size_t with_dash(std::string_view line, std::size_t i) {
  for (const std::string_view dash : {"-", "–", "—", ":"}) {
    if (line.substr(i).starts_with(dash)) {
      const std::size_t space = space_at(line, i + dash.size());
      if (space > 0) return i + dash.size() + space;
    }
  }
  return i;
}

Marking number_of(std::string_view line) {
  std::size_t i = 0;
  const bool bracket = !line.empty() && line[0] == '(';
  if (bracket) ++i;
  Marking marking{Marker::number, 0, 0, 0};
  while (i < line.size() && is_digit(line[i]) && line[i] != '0') {
    int value = 0;
    std::size_t digits = 0;
    for (; i < line.size() && is_digit(line[i]) && digits < 3; ++i, ++digits) value = value * 10 + (line[i] - '0');
    if (digits > 2) return {};
    ++marking.depth;
    marking.value = value;
    if (i + 1 < line.size() && line[i] == '.' && is_digit(line[i + 1])) ++i;
  }
  if (marking.depth == 0 || (i < line.size() && is_digit(line[i]))) return {};
  const bool closed = i < line.size() && (line[i] == '.' || line[i] == ')');
  if (bracket && !(closed && line[i] == ')')) return {};
  if (closed) ++i;
  if (closed && i < line.size() && line[i] == ')') ++i;
  const std::size_t space = space_at(line, i);
  const std::string_view rest = line.substr(i + space);
  const LetterCounts letters = count_letters(rest.substr(0, 8));
  if (is_ordinal_before(rest)) return {};
  // "1.Inleiding" lacks its space; "1 Inleiding" its dot, and "14 dagen" is no number of a paragraph.
  if (closed ? space == 0 && !rest.empty() && !letters.starts_upper
             : space == 0 || (marking.depth == 1 && (!letters.starts_upper || marking.value > 40))) {
    const std::size_t dash = with_dash(line, i + space);
    if (closed || dash == i + space || space == 0) return {};
  }
  marking.length = with_dash(line, i + space);
  return marking;
}

int value_of_roman(std::string_view digits) {
  int sum = 0;
  int last = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    const int value = digits[i] == 'I' ? 1 : digits[i] == 'V' ? 5 : digits[i] == 'X' ? 10 : 50;
    sum += value < last ? -value : value;
    last = std::max(last, value);
  }
  return sum;
}

Marking letter_of(std::string_view line) {
  std::size_t i = 0;
  const bool bracket = !line.empty() && line[0] == '(';
  if (bracket) ++i;
  const std::size_t begin = i;
  while (i < line.size() && i - begin < 6 && std::isalpha(static_cast<unsigned char>(line[i])) != 0) ++i;
  const std::string_view letters = line.substr(begin, i - begin);
  if (letters.empty() || i >= line.size() || (line[i] != ')' && (bracket || line[i] != '.'))) return {};
  const std::size_t space = space_at(line, i + 1);
  if (space == 0) return {};
  std::string upper(letters);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) { return std::toupper(c); });
  const bool is_upper = upper == letters;
  const bool is_roman = upper.find_first_not_of("IVXL") == std::string::npos;
  if (is_roman && (is_upper || letters.size() > 1)) {
    return {Marker::roman, i + 1 + space, 1, value_of_roman(upper)};
  }
  if (letters.size() == 1) return {Marker::letter, i + 1 + space, 1, upper[0] - 'A' + 1};
  return {};
}

Marking article_of(std::string_view line) {
  const std::string start = normalize(line.substr(0, 24));
  for (const std::string_view word : article_words) {
    if (!start.starts_with(word)) continue;
    std::size_t i = word.size();  // as many bytes in the line: the words hold no letter whose case differs in length
    i += space_at(line, i);
    std::size_t digits = 0;
    int value = 0;
    for (; i < line.size() && is_digit(line[i]) && digits < 3; ++i, ++digits) value = value * 10 + (line[i] - '0');
    // "Artikel 6(1)(f)" and "artikel 15 van de AVG" speak of the law.
    if (digits == 0) continue;
    if (i < line.size() && (line[i] == '.' || line[i] == ':' || line[i] == ')')) ++i;
    const std::size_t space = space_at(line, i);
    const std::size_t end = with_dash(line, i + space);
    if (end < line.size() && (space == 0 || !count_letters(line.substr(end)).starts_upper)) continue;
    return {Marker::article, end, 1, value};
  }
  return {};
}

Marking markdown_of(std::string_view line) {
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  if (signs == 0 || signs > 6) return {};
  const std::size_t space = space_at(line, signs);
  if (space == 0) return {};
  return {Marker::markdown, signs + space, static_cast<int>(signs), 0};
}

}  // namespace

Marking marking_of(std::string_view line) {
  for (const auto& find : {markdown_of, bullet_of, number_of, letter_of, article_of}) {
    const Marking marking = find(line);
    if (marking.kind != Marker::none && marking.length <= line.size()) return marking;
  }
  return {};
}

}  // namespace clausula
