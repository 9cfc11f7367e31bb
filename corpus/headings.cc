// Which pieces are headings. Judged from the last piece to the first, since a heading is known by what follows it.
#include <algorithm>
#include <optional>

#include "corpus/line_words.h"
#include "corpus/piece.h"

namespace clausula {
namespace {

constexpr std::size_t longest_heading = 120;  // characters
constexpr std::size_t most_words = 16;
constexpr std::size_t content_length = 60;  // a line as long as this is no label, name or address

bool contains(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_contact_detail(std::string_view line, const Piece& piece) {
  return line.find('@') != std::string_view::npos || line.find("://") != std::string_view::npos ||
         line.find("www.") != std::string_view::npos || piece.letters.digits >= 8;
}

class HeadingMarker {
 public:
  HeadingMarker(std::string_view text, std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

  void run() {
    const auto gaps = std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.gap_before; });
    dense_ = static_cast<std::size_t>(gaps) * 20 < pieces_.size();
    find_number_lists();
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      if (is_heading(i)) pieces_[i].role = Role::heading;
    }
    drop_menus();
  }

 private:
  bool is_heading(std::size_t i) {
    const Piece& piece = pieces_[i];
    if (piece.marking.kind == Marker::markdown || piece.underlined) return piece.role != Role::row;
    if (piece.role != Role::text || piece.ruler || piece.marking.kind == Marker::bullet) return false;
    if (piece.letters.characters > longest_heading || piece.letters.upper + piece.letters.lower < 2) {
      return piece.marking.kind == Marker::article && piece.letters.characters == 0;
    }
    if (piece.last_line != piece.first_line && !piece.all_caps()) return false;
    const std::string_view line = body(text_, piece);
    // A title may name the shop so: "Privacy | Winkel Pluim".
    if (i > 0 && line.find_first_of("|\t") != std::string_view::npos) return false;
    if (is_contact_detail(line, piece)) return false;
    if (piece.marked()) return number_heads(i, line);
    return plain_heads(i, line);
  }

  bool number_heads(std::size_t i, std::string_view line) {
    const Piece& piece = pieces_[i];
    if (in_number_list_[i]) return false;
    const std::vector<std::string> found = normalized_words(line);
    // A shop that writes all in lower case heads its sections so too; the numbers tell.
    if (piece.letters.starts_lower && (!goes_on_[i] || !piece.gap_before || found.size() > 5)) return false;
    if (found.size() > most_words) return false;
    switch (piece.ending) {
      case Ending::semicolon:
      case Ending::comma:
      case Ending::exclamation:
        return false;
      case Ending::period:
        if (!piece.all_caps() && (found.size() > 5 || states(found))) return false;
        break;
      case Ending::colon:
        if (states(found)) return false;
        break;
      case Ending::none:
      case Ending::question:
        break;
    }
    if (line.find(". ") != std::string_view::npos && !piece.all_caps()) return false;
    return i + 1 < pieces_.size();
  }

  bool plain_heads(std::size_t i, std::string_view line) {
    const Piece& piece = pieces_[i];
    if (!piece.letters.starts_upper && !is_name_of_site(line) && !is_bold(line)) return false;
    const std::vector<std::string> found = normalized_words(line);
    if (found.empty() || found.size() > most_words) return false;
    switch (piece.ending) {
      case Ending::semicolon:
      case Ending::comma:
      case Ending::exclamation:
        return false;
      case Ending::period:
        if (!piece.all_caps()) return false;
        break;
      case Ending::colon:
        if (states(found)) return false;
        break;
      case Ending::none:
      case Ending::question:
        break;
    }
    const bool strong = piece.all_caps() || is_bold(line);
    if (!strong && (has_inner_sentence_end(line) || after_label(line) > 0)) return false;
    if (!strong && ends_in_house_number(line, found)) return false;
    if (!strong && leads_list_in(i, found)) return false;
    const bool known = contains(plain_headings, normalize(trim(line)));
    if (!strong && runs_on(i)) return false;
    if (!stands_apart(i, strong || known)) return false;
    return content_follows(i, known);
  }

  static bool is_bold(std::string_view line) {
    return line.size() > 4 && line.starts_with("**") && (line.ends_with("**") || line.ends_with("**:")) &&
           line.substr(2, line.size() - 5).find("**") == std::string_view::npos;
  }

  // "webwinkel.example" alone: sections about one partner are headed so.
  static bool is_name_of_site(std::string_view line) {
    return line.find(' ') == std::string_view::npos && line.find('.') != std::string_view::npos;
  }

  static bool has_inner_sentence_end(std::string_view line) {
    for (const std::string_view end : {". ", "? ", "! "}) {
      if (line.find(end) != std::string_view::npos) return true;
    }
    return false;
  }

  // "Molenstraat 12", "1011 AB Voorbeeldstad", "LV-1001": what stands in an address.
  bool ends_in_house_number(std::string_view line, const std::vector<std::string>& found) const {
    const char last = line.back();
    if (last >= '0' && last <= '9' && found.size() <= 4) return true;
    return line[0] >= '0' && line[0] <= '9';
  }

  // A line right above a list that says so: "Het gaat om de volgende gegevens".
  bool leads_list_in(std::size_t i, const std::vector<std::string>& found) const {
    if (i + 1 >= pieces_.size() || pieces_[i + 1].marking.kind != Marker::bullet) return false;
    return std::any_of(found.begin(), found.end(), [](const std::string& word) {
      return std::any_of(announcing_stems.begin(), announcing_stems.end(),
                         [&](std::string_view stem) { return word.starts_with(stem); });
    });
  }

  // The next line goes on in the middle of a sentence.
  bool runs_on(std::size_t i) const {
    if (i + 1 >= pieces_.size()) return false;
    const Piece& next = pieces_[i + 1];
    if (next.gap_before || next.marked() || !next.letters.starts_lower || next.role != Role::text) return false;
    const std::string_view line = view(text_, next);
    return !is_name_of_site(line.substr(0, line.find(' ')));
  }

  // Within a block of lines a heading needs the end of a sentence before it and a sentence after it.
  bool stands_apart(std::size_t i, bool strong) const {
    const Piece& piece = pieces_[i];
    if (i == 0 || piece.gap_before || strong) return true;
    const Piece& before = pieces_[i - 1];
    if (before.marked() && before.marking.kind != Marker::bullet && before.letters.characters < content_length &&
        before.ending == Ending::none) {
      return true;  // below a numbered heading
    }
    const bool closed = closes_text(i - 1) || (piece.ending == Ending::question && !ends_leading_in(before)) ||
                        (dense_ && i > 1 && is_short_title(before) && closes_text(i - 2));
    if (i == 1 && before.role == Role::text && before.ending == Ending::none && piece.letters.digits == 0) {
      return true;  // below the title
    }
    if (!closed || i + 1 >= pieces_.size()) return false;
    const Piece& next = pieces_[i + 1];
    if (next.gap_before) return false;
    return next.role == Role::heading || next.letters.characters >= 2 * piece.letters.characters || next.marked() ||
           next.ending == Ending::period;
  }

  // Whether nothing goes on from the piece to the next one.
  bool closes_text(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.role != Role::text || piece.ruler || piece.marking.kind == Marker::markdown) return true;
    if (piece.marking.kind == Marker::bullet || in_number_list_[i]) return !ends_leading_in(piece);
    if (piece.ending == Ending::period || piece.ending == Ending::exclamation || piece.ending == Ending::question)
      return true;
    const std::string_view line = view(text_, piece);
    return after_label(line) > 0 || is_contact_detail(line, piece);
  }

  static bool is_short_title(const Piece& piece) {
    return piece.role == Role::text && !piece.marked() && piece.ending == Ending::none && piece.letters.starts_upper &&
           piece.letters.characters < content_length;
  }

  bool content_follows(std::size_t i, bool known) const {
    if (i + 1 >= pieces_.size()) return false;
    const Piece& piece = pieces_[i];
    const Piece& next = pieces_[i + 1];
    if (next.role == Role::heading) {
      if (next.numbered() && !known && !piece.all_caps()) return i == 0 || numbering_starts_at(i + 1);
      return true;
    }
    if (known || i == 0) return true;
    if (next.role != Role::text || next.marked()) return true;
    const std::string_view line = view(text_, next);
    if (next.letters.characters >= content_length || is_contact_detail(line, next) || after_label(line) > 0)
      return true;
    const std::vector<std::string> found = normalized_words(line);
    if (found.size() < 3) return false;
    return states(found) || (next.ending != Ending::none && next.ending != Ending::comma);
  }

  // A line before "4. …" is a button or a remark of section 3; before "1. …" it may head what is numbered.
  bool numbering_starts_at(std::size_t i) const { return pieces_[i].marking.value == 1; }

  bool may_number_heading(const Piece& piece) const {
    return piece.numbered() && piece.role == Role::text && piece.letters.characters <= longest_heading;
  }

  bool is_next_number(const Piece& a, const Piece& b) const {
    return a.marking.kind == b.marking.kind && a.marking.depth == b.marking.depth && a.indent == b.indent &&
           b.marking.value == a.marking.value + 1;
  }

  // Numbered lines directly one below the other are a list, unless the numbers of the headings run through them.
  void find_number_lists() {
    in_number_list_.assign(pieces_.size(), false);
    goes_on_.assign(pieces_.size(), false);
    std::optional<std::size_t> heading;  // the last numbered line that has text of its own below it
    for (std::size_t first = 0; first < pieces_.size();) {
      std::size_t last = first;
      if (pieces_[first].numbered()) {
        while (last + 1 < pieces_.size() && is_next_number(pieces_[last], pieces_[last + 1])) ++last;
      }
      const bool run = last > first;
      const bool led_in = first > 0 && ends_leading_in(pieces_[first - 1]) && !pieces_[first].all_caps();
      const bool goes_on = heading && is_next_number(pieces_[*heading], pieces_[first]);
      goes_on_[first] = goes_on;
      bool list = (run && !goes_on) || led_in;
      if (list && !led_in && last - first == 1 && has_successor(last)) list = false;
      for (std::size_t i = first; i <= last; ++i) in_number_list_[i] = list;
      if (pieces_[first].numbered() && !list && (goes_on || may_number_heading(pieces_[last]))) heading = last;
      first = last + 1;
    }
  }

  // Whether the number after that of `i` stands further below, with something between.
  bool has_successor(std::size_t i) const {
    const std::size_t end = std::min(pieces_.size(), i + 40);
    for (std::size_t next = i + 2; next < end; ++next) {
      if (may_number_heading(pieces_[next]) && is_next_number(pieces_[i], pieces_[next])) return true;
    }
    return false;
  }

  // Four plain headings in a row with nothing between are a menu or a list; the last may head what follows.
  void drop_menus() {
    const auto plain = [&](std::size_t i) {
      return pieces_[i].role == Role::heading && !pieces_[i].marked() && !pieces_[i].underlined &&
             !is_bold(view(text_, pieces_[i]));
    };
    for (std::size_t first = 0; first < pieces_.size();) {
      std::size_t end = first;
      while (end < pieces_.size() && plain(end)) ++end;
      if (end - first >= 4) {
        for (std::size_t i = first == 0 ? 1 : first; i + 1 < end; ++i) pieces_[i].role = Role::text;
      }
      first = std::max(end, first + 1);
    }
  }

  std::string_view text_;
  std::vector<Piece>& pieces_;
  bool dense_ = false;  // the text has hardly a blank line, so that headings stand among the lines
  std::vector<bool> in_number_list_;
  std::vector<bool> goes_on_;  // the number is the one after that of the last numbered heading
};

}  // namespace

void mark_headings(std::string_view text, std::vector<Piece>& pieces) { HeadingMarker(text, pieces).run(); }

}  // namespace clausula
