// What the Dutch stemmer knows of single words: dutch-exceptions.txt and dutch-strong-verbs.txt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/lexicon.h"

namespace clausula {

// A form that the rules would get wrong. All texts here are Latin-1.
struct DutchException {
  std::string lemma;  // what to go on with; the form itself where it is to be kept
  bool keep = false;
  bool alone = true;
  bool prefixed = false;   // also after the prefix of a verb
  bool compound = false;   // also as the end of any longer word
  bool strong = false;     // the form of a strong verb: has its ge- with it
  std::int32_t next = -1;  // another exception of the same form
};

// Exceptions by their last letters: a trie over the reversed forms, so that one walk finds all that a word ends in.
class SuffixTable {
 public:
  void add(std::string_view form, DutchException exception);

  // Calls accept(exception, length of the form) for each form that `word` ends in, the longest last;
  // of two with the same form the one added first comes last.
  template <typename Accept>
  void each(std::string_view word, Accept accept) const {
    std::uint32_t node = 0;
    for (std::size_t i = word.size(); i > 0; --i) {
      node = nodes_[node].child;
      while (node != 0 && nodes_[node].letter != word[i - 1]) node = nodes_[node].sibling;
      if (node == 0) return;
      for (std::int32_t value = nodes_[node].value; value >= 0; value = exceptions_[value].next) {
        accept(exceptions_[value], word.size() - i + 1);
      }
    }
  }

 private:
  struct Node {
    char letter = 0;
    std::uint32_t child = 0;
    std::uint32_t sibling = 0;
    std::int32_t value = -1;
  };

  std::uint32_t child(std::uint32_t parent, char letter);

  std::vector<Node> nodes_{1};
  std::vector<DutchException> exceptions_;
};

// Borrows the lexicon; get it by Lexicon::made, so that the files are read once.
class DutchExceptions {
 public:
  // Throws InputError where a line cannot be.
  explicit DutchExceptions(const Lexicon& lexicon);

  // The exception that holds for `word`, the one with the longest form, and how long that is; null where there is none.
  const DutchException* find(std::string_view word, std::size_t* length) const;

  // Whether `word` is on the list of words that are kept.
  bool keeps(std::string_view word) const;

  // afkets, behek(s): a prefix and a single syllable.
  bool is_prefixed_syllable(std::string_view word) const;

  // bewar(ing), instell(ing): a prefix and a stem.
  bool is_prefix_and_syllable(std::string_view word) const;

  // Where the ge- of a participle stands in `word`; npos where it has none.
  std::size_t participle_ge(std::string_view word) const;

 private:
  void read_strong_verbs(std::string_view text);
  void read_exceptions(std::string_view text);
  void add(std::string_view word, std::string_view lemma, bool keep);
  bool is_prefix(std::string_view word) const;
  bool is_verb_prefix(std::string_view word, bool participle) const;
  bool has_own_ge(std::string_view rest, bool alone) const;

  SuffixTable exceptions_;
  std::unordered_set<std::string_view> prefixes_;  // views into the lexicon; all are ASCII
  std::vector<std::string> ge_;
};

}  // namespace clausula
