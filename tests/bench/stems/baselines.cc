#include "tests/bench/stems/baselines.h"

#include <array>
#include <cstddef>
#include <utility>

namespace clausula::bench {
namespace {

bool starts_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

struct Ending {
  std::string_view text;
  bool palatalizes;
};

// Longest first.
constexpr std::array kEndings = {
    Ending{"ajiem", false}, Ending{"ajām", false}, Ending{"ajās", false}, Ending{"ajam", false}, Ending{"ajai", false},
    Ending{"ajos", false},  Ending{"ajā", false},  Ending{"iem", true},   Ending{"ais", false},  Ending{"ām", false},
    Ending{"ēm", false},    Ending{"ās", false},   Ending{"ēs", false},   Ending{"īm", false},   Ending{"am", false},
    Ending{"as", false},    Ending{"ai", false},   Ending{"ei", false},   Ending{"es", false},   Ending{"ie", false},
    Ending{"is", false},    Ending{"us", true},    Ending{"os", true},    Ending{"im", false},   Ending{"ij", false},
    Ending{"ā", false},     Ending{"ē", false},    Ending{"ī", false},    Ending{"a", false},    Ending{"e", false},
    Ending{"i", true},      Ending{"u", true},     Ending{"o", false},    Ending{"s", false},    Ending{"š", false},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kPalatals = {{
    {"kš", "kst"},
    {"ņņ", "nn"},
    {"pj", "p"},
    {"bj", "b"},
    {"mj", "m"},
    {"vj", "v"},
    {"š", "s"},
    {"ž", "z"},
    {"č", "c"},
    {"ļ", "l"},
    {"ņ", "n"},
}};

bool has_vowel(std::string_view text) {
  constexpr std::array<std::string_view, 9> vowels = {"a", "e", "i", "o", "u", "ā", "ē", "ī", "ū"};
  for (const std::string_view vowel : vowels) {
    if (text.find(vowel) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void truncate(std::string_view word, std::size_t letters, std::string& stem) {
  std::size_t end = 0;
  for (; end < word.size(); ++end) {
    if (starts_letter(word[end]) && letters-- == 0) break;
  }
  stem.assign(word.substr(0, end));
}

void latvian_light(std::string_view word, std::string& stem) {
  stem.assign(word);
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.text)) continue;
    const std::string_view rest = word.substr(0, word.size() - ending.text.size());
    if (rest.size() < 3 || !has_vowel(rest)) continue;
    stem.assign(rest);
    if (!ending.palatalizes) return;
    for (const auto& [soft, plain] : kPalatals) {
      if (!rest.ends_with(soft)) continue;
      stem.resize(stem.size() - soft.size());
      stem += plain;
      return;
    }
    return;
  }
}

}  // namespace clausula::bench
