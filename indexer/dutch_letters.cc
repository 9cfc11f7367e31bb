#include "indexer/dutch_letters.h"

#include <algorithm>

namespace clausula {

bool to_latin1(std::string_view utf8, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(utf8[i]);
    if (c < 0x80) {
      out.push_back(utf8[i]);
    } else if ((c == 0xC2 || c == 0xC3) && i + 1 < utf8.size()) {
      out.push_back(static_cast<char>(((c & 3) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3F)));
    } else {
      return false;
    }
  }
  return true;
}

void append_utf8(std::string_view latin1, std::string& out) {
  for (const char letter : latin1) {
    const unsigned char c = static_cast<unsigned char>(letter);
    if (c < 0x80) {
      out.push_back(letter);
    } else {
      out.push_back(static_cast<char>(0xC0 | (c >> 6)));
      out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
  }
}

bool is_vowel(char c) {
  constexpr std::string_view plain = "aeiouy";
  constexpr std::string_view accented =
      "\xE0\xE1\xE2\xE4\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF2\xF3\xF4\xF6\xF9\xFA\xFB\xFC";
  const bool ascii = static_cast<unsigned char>(c) < 0x80;
  return (ascii ? plain : accented).find(c) != std::string_view::npos;
}

bool is_vowel_at(std::string_view w, std::size_t i) {
  if (w[i] == 'y' && i > 0 && i + 1 < w.size() && is_vowel(w[i - 1]) && is_vowel(w[i + 1])) return false;  // loyaal
  return is_vowel(w[i]) || (w[i] == 'j' && i > 0 && w[i - 1] == 'i');
}

bool has_vowel(std::string_view w) { return std::any_of(w.begin(), w.end(), is_vowel); }

int syllables(std::string_view w) {
  int count = 0;
  bool before = false;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const bool vowel = is_vowel_at(w, i);
    count += vowel && !before;
    before = vowel;
  }
  return count;
}

}  // namespace clausula
