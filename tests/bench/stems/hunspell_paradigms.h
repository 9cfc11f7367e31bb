// Whole paradigms out of an installed hunspell dictionary, for measuring stemmers on every form of every word.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace clausula::bench {

enum class PartOfSpeech { noun, adjective, verb, other };

// A group of word forms that a perfect stemmer gives one stem: an entry of the dictionary with its inflected forms.
struct Paradigm {
  std::string lemma;
  PartOfSpeech part = PartOfSpeech::other;
  std::vector<std::string> forms;  // sorted, no duplicates, lower case; holds the lemma
};

struct ParadigmOptions {
  // Suffix flags that inflect; the other flags derive new words (diminutives, feminines, nouns of action) and are left
  // out.
  std::string inflecting;
  // Morphological fields of forms to leave out, e.g. vocatives, which look like bare stems and are hardly ever written.
  std::vector<std::string> without;
  // An entry is of the part of speech of the first of these whose flags it has one of.
  std::vector<std::pair<PartOfSpeech, std::string>> parts;
};

// The flags of hunspell-lv 1.4 as its affix file explains itself by what its rules do.
ParadigmOptions latvian_paradigms();

// Reads BASE.aff and BASE.dic. Knows suffixes with conditions and one level of continuation; prefixes and circumfixes
// (negation, debitive, superlative) are left out: they make no new forms of interest to a stemmer that strips them.
// Throws std::runtime_error where a file cannot be read.
std::vector<Paradigm> read_paradigms(const std::filesystem::path& base, const ParadigmOptions& options);

}  // namespace clausula::bench
