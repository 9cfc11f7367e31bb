// What folding makes of each code point of Latin and of typographic punctuation. Written down from ICU's transliterator
// "Latin-ASCII; Lower" (a test compares), because to build that one anew costs 10 ms in every process.
#pragma once

#include <array>
#include <cstddef>

namespace clausula {

struct FoldRange {
  int first = 0;
  int last = 0;
  std::size_t offset = 0;  // of the first one's form in `folded_forms`
};
inline constexpr std::array<FoldRange, 3> fold_ranges = {
    {{0x80, 0x24F, 0}, {0x1E00, 0x1EFF, 464}, {0x2000, 0x206F, 720}}};

// Empty for what stays as it is.
inline constexpr std::array<const char*, 832> folded_forms = {
    // clang-format off
    // U+0080 to U+024F
    "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
    "", "", "", "", " ", "!", "", "", "", "", "", "", "", "(c)", "", "<<", "", "-", "(r)", "", "", "+/-", "", "", "",
    "", "", "", "", "", "", ">>", " 1/4", " 1/2", " 3/4", "?", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e",
    "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "*", "o", "u", "u", "u", "u", "y", "th", "ss", "a",
    "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
    "/", "o", "u", "u", "u", "u", "y", "th", "y", "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c",
    "c", "d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g",
    "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i", "ij", "ij", "j", "j", "k", "k", "q", "l",
    "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n", "n", "n", "n", "'n", "n", "n", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t",
    "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z",
    "z", "z", "s", "b", "b", "b", "b", "\xC6\x85", "", "\xC9\x94", "c", "c", "d", "d", "d", "d", "", "\xC7\x9D",
    "\xC9\x99", "e", "f", "f", "g", "\xC9\xA3", "hv", "i", "i", "k", "k", "l", "", "\xC9\xAF", "n", "n", "\xC9\xB5",
    "o", "o", "oi", "oi", "p", "p", "\xCA\x80", "\xC6\xA8", "", "\xCA\x83", "", "t", "t", "t", "t", "u", "u",
    "\xCA\x8A", "v", "y", "y", "z", "z", "\xCA\x92", "\xC6\xB9", "", "", "", "\xC6\xBD", "", "", "", "", "", "", "",
    "dz", "dz", "dz", "lj", "lj", "lj", "nj", "nj", "nj", "a", "a", "i", "i", "o", "o", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "", "a", "a", "a", "a", "ae", "ae", "g", "g", "g", "g", "k", "k", "o", "o", "o", "o",
    "\xCA\x92", "\xCA\x92", "j", "dz", "dz", "dz", "g", "g", "\xC6\x95", "\xC6\xBF", "n", "n", "a", "a", "ae", "ae",
    "o", "o", "a", "a", "a", "a", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o", "o", "r", "r", "r", "r", "u",
    "u", "u", "u", "s", "s", "t", "t", "\xC8\x9D", "", "h", "h", "\xC6\x9E", "d", "\xC8\xA3", "", "z", "z", "a", "a",
    "e", "e", "o", "o", "o", "o", "o", "o", "o", "o", "y", "y", "l", "n", "t", "j", "db", "qp", "a", "c", "c", "l",
    "t", "s", "z", "\xC9\x82", "", "b", "u", "\xCA\x8C", "e", "e", "j", "j", "\xC9\x8B", "", "r", "r", "y", "y",
    // U+1E00 to U+1EFF
    "a", "a", "b", "b", "b", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d", "d", "d", "d", "d", "d", "e", "e", "e",
    "e", "e", "e", "e", "e", "e", "e", "f", "f", "g", "g", "h", "h", "h", "h", "h", "h", "h", "h", "h", "h", "i", "i",
    "i", "i", "k", "k", "k", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "m", "m", "m", "m", "m", "m", "n",
    "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "o", "o", "p", "p", "p", "p", "r", "r", "r", "r",
    "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "t", "t", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "v", "v", "v", "v", "w", "w", "w", "w", "w", "w", "w", "w", "w", "w",
    "x", "x", "x", "x", "y", "y", "z", "z", "z", "z", "z", "z", "h", "t", "w", "y", "a", "s", "s", "s", "ss", "", "a",
    "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",
    "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o", "o",
    "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "u", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "y", "y", "y", "y", "y", "y", "ll", "ll",
    "v", "v", "y", "y",
    // U+2000 to U+206F
    " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", " ", "", "", "", "", "", "-", "-", "-", "-", "-", "-", "||", "",
    "'", "'", ",", "'", "\"", "\"", ",,", "\"", "", "", "", "", ".", "..", "...", "", "", "", "", "", "", "", "", "",
    "", "", "'", "\"", "", "", "", "", "", "<", ">", "", "!!", "", "", "", "", "", "", "", "/", "[", "]", "??", "?!",
    "!?", "", "", "", "", "*", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", " ", "", "", "", "",
    "", "", "", "", "", "", "", "", "", "", "", "",
    // clang-format on
};

}  // namespace clausula
