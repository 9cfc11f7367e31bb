// Steps through UTF-8, for the unicode*.cc unit alone: ICU's macros, without the warnings that they give.
#pragma once

#include <unicode/utf8.h>

#include <array>
#include <string>
#include <string_view>

namespace clausula {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

// The code point at `i`, which moves past it; negative for bytes that are not UTF-8.
inline UChar32 next_valid(std::string_view text, std::size_t& i) {
  UChar32 c = 0;
  U8_NEXT(text.data(), i, text.size(), c);
  return c;
}

// The same with U+FFFD for bytes that are not UTF-8.
inline UChar32 next_code_point(std::string_view text, std::size_t& i) {
  const UChar32 c = next_valid(text, i);
  return c < 0 ? 0xFFFD : c;
}

inline void append_code_point(std::string& out, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), length);
}

#pragma GCC diagnostic pop

}  // namespace clausula
