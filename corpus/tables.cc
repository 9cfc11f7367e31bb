// Rows of tables: lines of cells, parted by "|" or tabs, several one below the other.
#include <algorithm>

#include "corpus/piece.h"

namespace clausula {
namespace {

int count_cells(std::string_view line) {
  const bool framed = line.starts_with('|');
  if (framed) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  const auto count = [&](char sign) { return static_cast<int>(std::count(line.begin(), line.end(), sign)); };
  const int pipes = count('|');
  if (pipes > 0 || framed) return pipes + 1;
  return count('\t') + 1;
}

// Titles of columns: short, without figures, addresses and names in quotes.
bool looks_like_header(std::string_view text, const Piece& row) {
  if (row.underlined) return true;
  return row.letters.digits == 0 && row.ending != Ending::period &&
         row.letters.characters <= 40 * static_cast<std::size_t>(row.cells) &&
         view(text, row).find_first_of("@\"") == std::string_view::npos;
}

}  // namespace

void mark_rows(std::string_view text, std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    const std::string_view line = view(text, piece);
    piece.cells = piece.ruler ? 1 : count_cells(line.substr(0, line.find('\n')));
  }
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    if (pieces[first].cells == 1) {
      first = last;
      continue;
    }
    // Blank lines part the rows of some tables; the number of cells keeps them together.
    const auto goes_on = [&](const Piece& row) {
      return row.cells > 1 && (!row.gap_before || row.cells == pieces[first].cells);
    };
    while (last < pieces.size() && goes_on(pieces[last])) ++last;
    const bool header = looks_like_header(text, pieces[first]);
    const bool framed = view(text, pieces[first]).starts_with('|') || pieces[first].underlined;
    // The titles of three columns are a table whose rows were lost; "Privacy | Winkel Pluim" is none.
    const bool alone = first > 0 && header && pieces[first].cells > 2;
    if (last - first > 1 || framed || alone) {
      for (std::size_t i = first; i < last; ++i) pieces[i].role = Role::row;
      pieces[first].table_header = header;
    }
    first = last;
  }
}

}  // namespace clausula
