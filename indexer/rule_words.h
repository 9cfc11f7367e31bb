// The short lists of words that rules look a word up in.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace clausula {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace clausula
