// Lists without bullets: which lines after a lead-in ("Wij verzamelen:") belong to it.
#include "corpus/piece.h"

namespace clausula {
namespace {

constexpr std::size_t short_line = 60;
constexpr std::size_t long_line = 100;

class Introduction {
 public:
  Introduction(std::string_view text, std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

  // Marks what the lead-in at `lead` introduces.
  void mark(std::size_t lead) {
    std::size_t next = lead + 1;
    if (next >= pieces_.size() || !may_belong(next)) return;
    if (pieces_[next].gap_before && is_heading_of_paragraph(next)) return;
    if (heads_paragraph(lead)) return;
    const Piece first = pieces_[next];
    // Items that stand together end with their block; items that stand alone go on while they look alike.
    const bool in_one_block = !first.gap_before || (next + 1 < pieces_.size() && !pieces_[next + 1].gap_before);
    Ending last_ending = Ending::none;
    for (std::size_t i = next; i < pieces_.size() && may_belong(i) && !ends_leading_in(pieces_[i]); ++i) {
      const bool together = in_one_block && !pieces_[i].gap_before;
      if (i > next && !together && !(in_one_block ? is_twin(next, i) : goes_on(next, i))) break;
      if (i > next && (closes(first, last_ending) || (first.ending != Ending::none && is_heading_of_paragraph(i))))
        break;
      pieces_[i].introduced = true;
      pieces_[i].role = Role::item;
      last_ending = pieces_[i].ending;
    }
  }

 private:
  bool may_belong(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.marked() || piece.role != Role::text || piece.ruler || piece.underlined) return false;
    if (i > 0 && piece.all_caps() && piece.gap_before && piece.letters.upper >= 8) return false;
    return !is_bold(piece);
  }

  bool is_bold(const Piece& piece) const {
    const std::string_view line = view(text_, piece);
    return line.starts_with("**") && line.ends_with("**");
  }

  // A short line, and then a long sentence: a heading with its paragraph, and the lead-in stands without a list.
  bool is_heading_of_paragraph(std::size_t i) const {
    if (i + 1 >= pieces_.size()) return false;
    const Piece& line = pieces_[i];
    const Piece& next = pieces_[i + 1];
    if (line.ending != Ending::none && line.ending != Ending::question) return false;
    if (line.letters.characters >= short_line || !line.letters.starts_upper || next.marked()) return false;
    if (next.gap_before) return next.letters.characters > short_line && next.ending != Ending::none;
    return ends_leading_in(next) || (next.letters.characters > long_line && next.ending == Ending::period);
  }

  // "Bewaartermijnen:" and then a paragraph: a heading that ends in a colon.
  bool heads_paragraph(std::size_t lead) const {
    const Piece& next = pieces_[lead + 1];
    return next.ending == Ending::period && next.letters.characters > short_line && next.letters.starts_upper &&
           pieces_[lead].letters.characters < long_line && !states(normalized_words(body(text_, pieces_[lead])));
  }

  // Lists end with a full stop where their items did not.
  static bool closes(const Piece& first, Ending last) {
    return last == Ending::period && first.ending != Ending::period;
  }

  // Whether a line that stands alone goes on with the list whose first item is at `start`.
  bool goes_on(std::size_t start, std::size_t i) const {
    const Piece& first = pieces_[start];
    const Piece& piece = pieces_[i];
    if (is_twin(start, i)) return true;
    if (i + 1 < pieces_.size() && !pieces_[i + 1].gap_before && pieces_[i + 1].role == Role::text) return false;
    if (first.letters.starts_lower != piece.letters.starts_lower) return false;
    if (piece.ending == Ending::semicolon || piece.ending == Ending::comma) return true;
    if (piece.letters.starts_lower) return true;
    if (first.ending == Ending::semicolon || first.ending == Ending::comma) return piece.ending == Ending::period;
    return piece.ending == Ending::none && first.ending == Ending::none && piece.letters.characters < short_line;
  }

  // "Lai …", "Lai …", or "Drukker: …", "Bezorger: …": items of one list, however far apart.
  bool is_twin(std::size_t start, std::size_t i) const {
    if (pieces_[start].ending != pieces_[i].ending) return false;
    const std::string_view a = view(text_, pieces_[start]);
    const std::string_view b = view(text_, pieces_[i]);
    if (after_label(a) > 0 && after_label(b) > 0) return true;
    const std::string_view word = a.substr(0, a.find(' '));
    return word.size() >= 2 && word.size() < a.size() && b.starts_with(word) && b.substr(word.size(), 1) == " ";
  }

  std::string_view text_;
  std::vector<Piece>& pieces_;
};

}  // namespace

void mark_introduced(std::string_view text, std::vector<Piece>& pieces) {
  Introduction introduction(text, pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (ends_leading_in(pieces[i]) && pieces[i].role != Role::row) introduction.mark(i);
  }
}

}  // namespace clausula
