#include "indexer/dutch_exceptions.h"

#include <algorithm>
#include <utility>

#include "indexer/dutch_letters.h"
#include "indexer/word_lists.h"

namespace clausula {
namespace {

constexpr std::size_t longest_prefix = 11;
constexpr std::string_view verbs_file = "dutch-strong-verbs.txt";
constexpr std::string_view exceptions_file = "dutch-exceptions.txt";

}  // namespace

void SuffixTable::add(std::string_view form, DutchException exception) {
  std::uint32_t node = 0;
  for (auto c = form.rbegin(); c != form.rend(); ++c) node = child(node, *c);
  exception.next = nodes_[node].value;
  nodes_[node].value = static_cast<std::int32_t>(exceptions_.size());
  exceptions_.push_back(std::move(exception));
}

std::uint32_t SuffixTable::child(std::uint32_t parent, char letter) {
  for (std::uint32_t node = nodes_[parent].child; node != 0; node = nodes_[node].sibling) {
    if (nodes_[node].letter == letter) return node;
  }
  const std::uint32_t node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({letter, 0, nodes_[parent].child, -1});
  nodes_[parent].child = node;
  return node;
}

DutchExceptions::DutchExceptions(const Lexicon& lexicon) {
  // A form of a strong verb comes before a word that is kept: doorgegeven is doorgeven, persoonsgegeven is not.
  read_strong_verbs(lexicon.text(verbs_file));
  read_exceptions(lexicon.text(exceptions_file));
}

void DutchExceptions::read_strong_verbs(std::string_view text) {
  std::string form;
  for (const WordLine& line : word_lines(text)) {
    if (line.words.size() < 2) Lexicon::fail(verbs_file, line.number, "a verb needs its forms behind it");
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      std::string_view word = line.words[i];
      DutchException e;
      e.alone = word.front() != '-';
      e.prefixed = word.front() != '=';
      e.strong = true;
      if (!e.alone || !e.prefixed) word.remove_prefix(1);
      to_latin1(line.words.front(), e.lemma);
      to_latin1(word, form);
      exceptions_.add(form, std::move(e));
    }
  }
}

void DutchExceptions::read_exceptions(std::string_view text) {
  std::string form;
  for (const WordLine& line : word_lines(text)) {
    if (line.section == "prefixes") {
      prefixes_.insert(line.words.begin(), line.words.end());
    } else if (line.section == "ge") {
      for (const std::string_view word : line.words) {
        to_latin1(word, form);
        ge_.push_back(form);
      }
    } else if (line.section == "keep") {
      for (const std::string_view word : line.words) add(word, {}, true);
    } else {
      if (line.words.size() < 2) Lexicon::fail(exceptions_file, line.number, "a lemma needs its forms behind it");
      for (std::size_t i = 1; i < line.words.size(); ++i) add(line.words[i], line.words.front(), false);
    }
  }
}

void DutchExceptions::add(std::string_view word, std::string_view lemma, bool keep) {
  DutchException e;
  e.keep = keep;
  e.compound = word.front() == '*';
  e.prefixed = word.front() == '+';
  if (e.compound || e.prefixed) word.remove_prefix(1);
  to_latin1(keep ? word : lemma, e.lemma);
  std::string form;
  to_latin1(word, form);
  exceptions_.add(form, std::move(e));
}

const DutchException* DutchExceptions::find(std::string_view word, std::size_t* length) const {
  const DutchException* found = nullptr;
  exceptions_.each(word, [&](const DutchException& e, std::size_t form) {
    const std::string_view rest = word.substr(0, word.size() - form);
    const bool holds = rest.empty() ? e.alone
                                    : (e.compound && rest.size() > 2 && has_vowel(rest)) ||
                                          ((e.prefixed || e.compound) && is_verb_prefix(rest, !e.strong));
    if (!holds) return;
    found = &e;
    *length = form;
  });
  return found;
}

bool DutchExceptions::keeps(std::string_view word) const {
  std::size_t length = 0;
  const DutchException* e = find(word, &length);
  return e != nullptr && e->keep;
}

bool DutchExceptions::is_prefix(std::string_view word) const {
  return word.size() <= longest_prefix && prefixes_.contains(word);
}

// A prefix or particle of verbs, two of them, or, with `participle`, either with ge- behind it.
bool DutchExceptions::is_verb_prefix(std::string_view word, bool participle) const {
  if (participle && word.ends_with("ge")) word.remove_suffix(2);
  if (word.empty() || is_prefix(word)) return true;
  for (std::size_t i = 2; i + 2 <= word.size() && i < 9; ++i) {
    if (is_prefix(word.substr(0, i)) && is_prefix(word.substr(i))) return true;
  }
  return false;
}

bool DutchExceptions::is_prefixed_syllable(std::string_view word) const {
  for (std::size_t i = 2; i + 2 < word.size() && i < longest_prefix; ++i) {
    if (syllables(word.substr(i)) == 1 && is_prefix(word.substr(0, i))) return true;
  }
  return false;
}

bool DutchExceptions::is_prefix_and_syllable(std::string_view word) const {
  for (std::size_t i = 2; i + 1 < word.size() && i < 9; ++i) {
    const std::string_view prefix = word.substr(0, i);
    if (has_vowel(word.substr(i)) && is_prefix(prefix)) return true;
  }
  return false;
}

std::size_t DutchExceptions::participle_ge(std::string_view word) const {
  for (std::size_t at = word.find("ge"); at != std::string_view::npos && at < 10; at = word.find("ge", at + 1)) {
    if (at != 0 && !is_prefix(word.substr(0, at))) continue;
    const std::string_view rest = word.substr(at + 2);
    if (rest.size() < 2 || !has_vowel(rest) || rest.front() == 'e' || rest.front() == 'i') continue;
    if (has_own_ge(rest, at == 0)) continue;
    return at;
  }
  return std::string_view::npos;
}

// Whether ge- and `rest` make a word that has ge- in all its forms.
bool DutchExceptions::has_own_ge(std::string_view rest, bool alone) const {
  return std::any_of(ge_.begin(), ge_.end(), [&](std::string_view own) {
    if (own.back() == '*') return rest.starts_with(own.substr(0, own.size() - 1));
    return alone && rest == own;
  });
}

}  // namespace clausula
