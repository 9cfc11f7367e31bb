// The letters of Dutch words as the stemmer works on them: Latin-1, a byte a letter.
#pragma once

#include <string>
#include <string_view>

namespace clausula {

// False, with `out` in no certain state, where `utf8` has a letter outside of Latin-1.
bool to_latin1(std::string_view utf8, std::string& out);
void append_utf8(std::string_view latin1, std::string& out);

inline constexpr char e_acute = static_cast<char>(0xE9);
inline constexpr char e_diaeresis = static_cast<char>(0xEB);

bool is_vowel(char c);
// ij counts as a vowel, and y between vowels as none (loyaal). `i` is an index into `word`.
bool is_vowel_at(std::string_view word, std::size_t i);
bool has_vowel(std::string_view word);
// Number of groups of vowels.
int syllables(std::string_view word);

}  // namespace clausula
