// Simple stemmers that ours are measured against; used by benchmarks only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clausula::bench {

// The first `letters` letters of the word.
void truncate(std::string_view word, std::size_t letters, std::string& stem);

// A light stemmer after the published idea of K. Kreslins (1996): take the longest ending of a noun or an adjective off
// where a vowel is left, and undo the palatalization that some of these endings bring. Knows no verbs.
void latvian_light(std::string_view word, std::string& stem);

}  // namespace clausula::bench
