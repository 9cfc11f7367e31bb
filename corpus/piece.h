// Pieces: what the segmenter works on. A piece is one line, or several that hard wrapping cut. Internal to corpus/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/unicode.h"

namespace clausula {

enum class Marker { none, bullet, number, letter, roman, article, markdown };

// What stands before the text of a piece: "2.1.", "a)", "•", "Artikel 3", "##".
struct Marking {
  Marker kind = Marker::none;
  std::size_t length = 0;  // bytes, white space after it included
  int depth = 0;           // parts of a number, signs of a Markdown heading
  int value = 0;           // last part of a number, place of a letter or Roman numeral
};

Marking marking_of(std::string_view line);

enum class Ending { none, period, colon, semicolon, comma, question, exclamation };

enum class Role { text, heading, item, row };

struct Piece {
  std::size_t begin = 0;  // without surrounding white space
  std::size_t end = 0;
  std::size_t body = 0;  // after the marking
  int first_line = 0;
  int last_line = 0;
  int indent = 0;           // columns
  bool gap_before = false;  // a blank line stands before it
  bool ruler = false;       // nothing but dashes, equals signs and the like
  bool underlined = false;  // a heading with its underline
  bool introduced = false;  // has no marking, but belongs to the list that a lead-in opens
  Marking marking;
  Ending ending = Ending::none;
  LetterCounts letters;  // of the body
  Role role = Role::text;
  int cells = 1;              // columns of a table row
  bool table_header = false;  // the row is the titles of its table's columns

  bool all_caps() const { return letters.lower == 0 && letters.upper >= 4; }
  bool marked() const { return marking.kind != Marker::none; }
  bool numbered() const {
    return marking.kind == Marker::number || marking.kind == Marker::letter || marking.kind == Marker::roman;
  }
};

// The pieces of the text in order: every line that is not blank lies in one.
std::vector<Piece> pieces_of(std::string_view text);

inline std::string_view view(std::string_view text, const Piece& piece) {
  return text.substr(piece.begin, piece.end - piece.begin);
}
inline std::string_view body(std::string_view text, const Piece& piece) {
  return text.substr(piece.body, piece.end - piece.body);
}

// The normalized words of a short text.
std::vector<std::string> normalized_words(std::string_view text);

bool announces(std::string_view text);               // holds a word that announces a list
bool states(const std::vector<std::string>& words);  // holds words of a sentence and asks no question
bool ends_leading_in(const Piece& piece);            // ends in a colon
// "E-mail: info@winkel.example": where the text after the label begins; 0 where there is none.
std::size_t after_label(std::string_view text);

// The passes of the segmenter, in the order in which they run; each sets `role` and what belongs to it.
void mark_rows(std::string_view text, std::vector<Piece>& pieces);
void mark_introduced(std::string_view text, std::vector<Piece>& pieces);
void mark_headings(std::string_view text, std::vector<Piece>& pieces);

}  // namespace clausula
