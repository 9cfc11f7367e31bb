// From lines to pieces: trimming, markings, and the joining of lines that hard wrapping cut.
#include <algorithm>
#include <array>

#include "corpus/line_words.h"
#include "corpus/piece.h"

namespace clausula {
namespace {

// Wrapped text is narrower than this many columns, and wider than the other; a "paragraph" that is narrower is a list.
constexpr std::size_t widest_wrap = 140;
constexpr std::size_t widest_sure_wrap = 100;  // where one block alone speaks for wrapping
constexpr std::size_t narrowest_wrap = 50;

// Besides "\n", what ends a line without counting as one: form feed, vertical tab, lone CR, and Unicode's separators.
std::size_t separator_at(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '\n':
    case '\r':
    case '\f':
    case '\v':
      return 1;
    case '\xC2':
      return text.substr(i, 2) == "\u0085" ? 2 : 0;
    case '\xE2':
      return text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029" ? 3 : 0;
    default:
      return 0;
  }
}

Ending ending_of(std::string_view text) {
  // Closing quotes, brackets and emphasis do not hide the mark before them.
  static constexpr std::array<std::string_view, 9> closers = {"\"", "'", "”", "’", "“", ")", "*", "_", "»"};
  const std::string_view whole = text;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : closers) {
      if (text.ends_with(closer) && text.size() > closer.size()) {
        text.remove_suffix(closer.size());
        again = true;
      }
    }
  }
  if (text.ends_with("…")) return Ending::period;
  if (text.empty()) return Ending::none;
  const bool bracket_hides = whole.ends_with(")");  // "Jouw rechten (art. 15 e.v.)" is no sentence
  switch (text.back()) {
    case '.':
      return bracket_hides ? Ending::none : Ending::period;
    case ':':
      return Ending::colon;
    case ';':
      return Ending::semicolon;
    case ',':
      return Ending::comma;
    case '?':
      return Ending::question;
    case '!':
      return Ending::exclamation;
    default:
      return Ending::none;
  }
}

bool is_ruler(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~|:+# ") == std::string_view::npos &&
         line.find_first_of("-=_*~") != std::string_view::npos;
}

void describe(std::string_view text, Piece& piece) {
  const std::string_view line = view(text, piece);
  piece.ruler = is_ruler(line);
  if (!piece.ruler) piece.marking = marking_of(line);
  piece.body = piece.begin + piece.marking.length;
  piece.ending = ending_of(line);
  piece.letters = count_letters(body(text, piece));
}

std::vector<Piece> lines_of(std::string_view text) {
  std::vector<Piece> lines;
  int number = 1;
  bool gap = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    std::size_t separator = 0;
    while (end < text.size() && (separator = separator_at(text, end)) == 0) ++end;
    const std::string_view raw = text.substr(begin, end - begin);
    const std::string_view trimmed = trim(raw);
    if (trimmed.empty()) {
      // "\r\n" is one line end, and so no blank line lies between its two signs.
      const bool inside_crlf =
          begin == end && begin > 0 && text[begin - 1] == '\r' && end < text.size() && text[end] == '\n';
      gap = gap || !inside_crlf;
    } else {
      Piece line;
      line.begin = static_cast<std::size_t>(trimmed.data() - text.data());
      line.end = line.begin + trimmed.size();
      line.first_line = line.last_line = number;
      line.gap_before = gap;
      for (std::size_t i = begin; i < line.begin; ++i) {
        line.indent += text[i] == '\t' ? 4 : (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80 ? 0 : 1;
      }
      describe(text, line);
      lines.push_back(line);
      gap = false;
    }
    if (end < text.size() && text[end] == '\n') ++number;
    begin = end + std::max<std::size_t>(separator, 1);
  }
  return lines;
}

std::size_t width_of(const Piece& line) {
  return static_cast<std::size_t>(line.indent) + line.marking.length + line.letters.characters;
}

// Decides for each line whether it goes on from the one before it.
class Unwrapper {
 public:
  Unwrapper(std::string_view text, const std::vector<Piece>& lines) : text_(text), lines_(lines) {
    measure_blocks();
    weigh_evidence();
  }

  bool continues(std::size_t i) const {
    if (!may_continue(i)) return false;
    const Piece& before = lines_[i - 1];
    if (hangs_below_marking(i)) return true;
    if (wrapped_) {
      // People wrap unevenly, and all the more certain where the line breaks inside a sentence.
      const std::size_t percent = !cut_inside_sentence(i) ? 88 : after_lead_in_[i] ? 100 : 70;
      return width_of(before) >= narrowest_wrap - 10 && fills(i, std::max(block_width_[i], width_) * percent / 100);
    }
    return cut_inside_sentence(i) && wrapped_block_[i] && !after_lead_in_[i];
  }

 private:
  void measure_blocks() {
    block_width_.resize(lines_.size());
    after_lead_in_.resize(lines_.size());
    marked_before_.resize(lines_.size());
    wrapped_block_.resize(lines_.size());
    for (std::size_t first = 0, last = 0; first < lines_.size(); first = last) {
      std::size_t widest = 0;
      for (last = first; last < lines_.size() && (last == first || !lines_[last].gap_before); ++last) {
        widest = std::max(widest, width_of(lines_[last]));
      }
      measure_block(first, last, widest);
    }
  }

  void measure_block(std::size_t first, std::size_t last, std::size_t widest) {
    bool introduced = first > 0 && lines_[first - 1].ending == Ending::colon;
    std::size_t marked = last;  // none yet
    bool filled = last - first >= 3 && widest <= widest_sure_wrap && widest >= narrowest_wrap + 10;
    for (std::size_t i = first; i < last; ++i) {
      block_width_[i] = widest;
      after_lead_in_[i] = introduced;
      introduced = introduced || lines_[i].ending == Ending::colon;
      marked_before_[i] = marked < last ? marked : i;
      if (lines_[i].marked()) marked = i;
      filled = filled && (i == first || fills(i, widest * 88 / 100));
    }
    for (std::size_t i = first; i < last; ++i) wrapped_block_[i] = filled;
  }

  // The text as a whole is wrapped where many lines break inside a sentence at the same width, and few do elsewhere.
  void weigh_evidence() {
    std::vector<std::size_t> widths;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (may_continue(i) && cut_inside_sentence(i)) widths.push_back(width_of(lines_[i - 1]));
    }
    if (widths.size() < 3) return;
    std::sort(widths.begin(), widths.end());
    width_ = widths[widths.size() * 9 / 10];
    std::size_t filled = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      filled += may_continue(i) && cut_inside_sentence(i) && fills(i, width_) ? 1 : 0;
    }
    wrapped_ = width_ >= narrowest_wrap && filled * 3 >= widths.size() * 2;
  }

  bool may_continue(std::size_t i) const {
    if (i == 0) return false;
    const Piece& before = lines_[i - 1];
    const Piece& line = lines_[i];
    const auto has_cells = [&](const Piece& p) {
      return view(text_, p).find_first_of("|\t") != std::string_view::npos;
    };
    if (line.all_caps() && !before.all_caps()) return false;  // a heading
    return !line.gap_before && !line.marked() && !line.ruler && !before.ruler &&
           before.marking.kind != Marker::markdown && width_of(before) <= widest_wrap &&
           width_of(line) <= widest_wrap && !has_cells(before) && !has_cells(line);
  }

  bool cut_inside_sentence(std::size_t i) const {
    const Ending ending = lines_[i - 1].ending;
    return (ending == Ending::none || ending == Ending::comma) && lines_[i].letters.starts_lower &&
           width_of(lines_[i - 1]) >= narrowest_wrap - 10;
  }

  // The first word of the line did not fit on the line before it.
  bool fills(std::size_t i, std::size_t width) const {
    const std::string_view line = view(text_, lines_[i]);
    const std::string_view first = line.substr(0, line.find(' '));
    return width_of(lines_[i - 1]) + 1 + count_letters(first).characters > width;
  }

  // The line is indented as far as the text of the list item before it.
  bool hangs_below_marking(std::size_t i) const {
    const Piece& item = lines_[marked_before_[i]];
    return item.marked() && marked_before_[i] < i && lines_[i].indent > item.indent + 1 &&
           lines_[i - 1].ending != Ending::colon;
  }

  std::string_view text_;
  const std::vector<Piece>& lines_;
  std::vector<std::size_t> block_width_;
  std::vector<bool> after_lead_in_;
  std::vector<bool> wrapped_block_;         // all lines of the block but the last are full
  std::vector<std::size_t> marked_before_;  // the nearest line with a marking above in the block, else the line itself
  std::size_t width_ = 0;
  bool wrapped_ = false;
};

// A line of = or - right below a short line makes that a heading, and below a row of cells the header of a table.
bool underlines(std::string_view text, const Piece& above, const Piece& line) {
  if (!line.ruler || line.gap_before || above.ruler) return false;
  const std::string_view sign = view(text, line);
  if (sign.find('|') != std::string_view::npos) return view(text, above).find('|') != std::string_view::npos;
  if (sign.find_first_not_of('=') == std::string_view::npos) return above.letters.characters <= 120;
  return sign.find_first_not_of('-') == std::string_view::npos && above.letters.characters <= 100 && !above.marked() &&
         (above.ending == Ending::none || above.ending == Ending::question);
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
  const std::vector<Piece> lines = lines_of(text);
  const Unwrapper unwrapper(text, lines);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Piece& line = lines[i];
    if (unwrapper.continues(i)) {
      Piece& piece = pieces.back();
      piece.end = line.end;
      piece.last_line = line.last_line;
      piece.ending = line.ending;
      piece.letters.characters += 1 + line.letters.characters;
      piece.letters.upper += line.letters.upper;
      piece.letters.lower += line.letters.lower;
      piece.letters.digits += line.letters.digits;
    } else if (!pieces.empty() && pieces.back().last_line == pieces.back().first_line &&
               underlines(text, pieces.back(), line)) {
      pieces.back().end = line.end;
      pieces.back().last_line = line.last_line;
      pieces.back().underlined = true;
    } else {
      pieces.push_back(line);
    }
  }
  return pieces;
}

std::vector<std::string> normalized_words(std::string_view text) {
  std::vector<std::string> result;
  for (const WordSpan& span : words(text)) result.push_back(normalize(text.substr(span.begin, span.end - span.begin)));
  return result;
}

bool announces(std::string_view text) {
  for (const std::string& word : normalized_words(text)) {
    for (const std::string_view stem : announcing_stems) {
      if (word.starts_with(stem)) return true;
    }
  }
  return false;
}

bool states(const std::vector<std::string>& words) {
  const auto holds = [](const auto& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  if (!words.empty() && holds(question_words, words.front())) return false;
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return holds(statement_words, word) || word.starts_with("šād"); });
}

bool ends_leading_in(const Piece& piece) { return piece.ending == Ending::colon; }

std::size_t after_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 80) return 0;
  const std::string_view label = text.substr(0, colon);
  if (label.find_first_of("?!;\n") != std::string_view::npos) return 0;
  // "Drukkerij B.V.: …" is a label, "Wij delen niets. Let op: …" holds a sentence.
  const std::size_t stop = label.find(". ");
  if (stop != std::string_view::npos && !trim(label.substr(stop + 1)).empty()) return 0;
  const bool spaced =
      text.substr(colon + 1, 1) == " " || text.substr(colon + 1, 1) == "\t" || text.substr(colon + 1, 2) == "\u00A0";
  const std::string_view rest = trim(text.substr(colon + 1));
  if (!spaced || rest.empty()) return 0;
  return static_cast<std::size_t>(rest.data() - text.data());
}

}  // namespace clausula
