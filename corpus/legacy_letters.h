// What tells the old encodings apart: how often the letters beyond ASCII stand in Dutch and in Latvian text.
#pragma once

#include <array>

namespace clausula {

struct LetterWeight {
  char32_t letter;  // lower case
  int weight;       // 3: very common, 1: seen
};

// Dutch: the diaeresis and the acute of ordinary words, then those of loan words and names.
inline constexpr std::array<LetterWeight, 17> dutch_letters = {{{U'ë', 3},
                                                                {U'é', 3},
                                                                {U'ï', 3},
                                                                {U'ö', 2},
                                                                {U'ü', 2},
                                                                {U'è', 2},
                                                                {U'ê', 1},
                                                                {U'à', 1},
                                                                {U'á', 1},
                                                                {U'ó', 1},
                                                                {U'í', 1},
                                                                {U'ç', 1},
                                                                {U'ä', 1},
                                                                {U'û', 1},
                                                                {U'ô', 1},
                                                                {U'î', 1},
                                                                {U'â', 1}}};

// Latvian: the whole of its alphabet beyond ASCII, with the ŗ and ō of old spelling.
inline constexpr std::array<LetterWeight, 13> latvian_letters = {{{U'ā', 3},
                                                                  {U'ī', 3},
                                                                  {U'ē', 3},
                                                                  {U'š', 3},
                                                                  {U'ū', 2},
                                                                  {U'ņ', 2},
                                                                  {U'ž', 2},
                                                                  {U'ļ', 2},
                                                                  {U'č', 2},
                                                                  {U'ķ', 2},
                                                                  {U'ģ', 2},
                                                                  {U'ŗ', 1},
                                                                  {U'ō', 1}}};

// Signs that any text may hold: no-break space, quotes, dashes, euro, section, copyright, bullet, ellipsis.
inline constexpr std::array<char32_t, 18> common_signs = {U'\u00A0', U'“', U'”', U'„', U'‘', U'’', U'–', U'—', U'€',
                                                          U'§',      U'©', U'®', U'•', U'…', U'™', U'«', U'»', U'°'};

// What a letter or sign of neither kind costs, and a byte that the encoding does not assign.
inline constexpr int foreign_letter_weight = -3;
inline constexpr int unassigned_weight = -10;

}  // namespace clausula
