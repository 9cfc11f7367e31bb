// Whole paradigms out of the installed hunspell-nl, for measuring stemmers on every form of every word.
#pragma once

#include <filesystem>
#include <vector>

#include "tests/bench/stems/hunspell_paradigms.h"

namespace clausula::bench {

// The dictionary lists a verb's infinitive, stem and participle as entries of their own. They are put together by
// spelling: infinitives with -d and -de, the stem that is theirs with its present and past, the participle with and
// without -e. Nouns come with their plurals, adjectives with -e. Forms of strong verbs are in no group.
// Throws std::runtime_error where BASE.aff or BASE.dic cannot be read.
std::vector<Paradigm> read_dutch_paradigms(const std::filesystem::path& base);

}  // namespace clausula::bench
