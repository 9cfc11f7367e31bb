#include "indexer/latvian_stemmer.h"

#include <algorithm>
#include <cstddef>

#include "indexer/latvian_tables.h"

namespace clausula {
namespace {

using Sort = LatvianTables::Sort;

constexpr std::string_view kNegation = "ne", kSuperlative = "vis";
constexpr std::size_t kMostPrefixes = 2;   // iepazīt = ie + pa + zīt
constexpr std::size_t kShortestStem = 2;   // letters that a stripped ending leaves
constexpr std::size_t kLongestWord = 100;  // bytes; longer ones are no words and stay as they are

bool starts_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += starts_letter(byte) ? 1U : 0U;
  return count;
}

struct VerbMatch {
  const std::string* infinitive = nullptr;
  std::size_t root = 0;  // bytes of prefixes before it
  std::size_t end = 0;   // where the ending begins
  bool doer = false;     // not the verb but who does it
};

// The verb whose root begins at `begin`, the longest root first.
VerbMatch verb_at(const LatvianTables& tables, std::string_view word, std::size_t begin) {
  VerbMatch match;
  std::uint32_t hash = FrozenMap<int>::kSeed;
  for (std::size_t end = begin; end < word.size() && end - begin < tables.longest_verb_stem;) {
    hash = FrozenMap<int>::extend(hash, word[end++]);
    if (end < word.size() && !starts_letter(word[end])) continue;
    const std::uint32_t* first = tables.verb_stems.find(word.substr(begin, end - begin), hash);
    if (first == nullptr) continue;
    const std::uint16_t* kinds = tables.verb_endings.find(word.substr(end));
    if (kinds == nullptr) continue;
    for (std::uint32_t at = *first; at != 0; at = tables.stem_verbs[at].next) {
      const LatvianTables::StemVerb& stem = tables.stem_verbs[at];
      const unsigned common = stem.kinds & *kinds;
      if (common == 0) continue;
      match = {&tables.infinitives[stem.verb], begin, end,
               (common & ~(LatvianTables::doer | LatvianTables::theme_doer)) == 0};
      break;
    }
  }
  return match;
}

VerbMatch find_verb(const LatvianTables& tables, std::string_view word, std::size_t begin, std::size_t prefixes) {
  if (const VerbMatch match = verb_at(tables, word, begin); match.infinitive) return match;
  if (prefixes == kMostPrefixes) return {};
  for (const std::string& prefix : tables.prefixes) {
    if (!word.substr(begin).starts_with(prefix)) continue;
    if (const VerbMatch match = find_verb(tables, word, begin + prefix.size(), prefixes + 1); match.infinitive)
      return match;
  }
  return {};
}

void harden(const LatvianTables& tables, std::string& stem) {
  for (std::size_t length = std::min(stem.size() - 1, tables.longest_consonants); length > 0; --length) {
    if (const std::string* plain = tables.consonants.find(std::string_view(stem).substr(stem.size() - length))) {
      stem.resize(stem.size() - length);
      stem += *plain;
      return;
    }
  }
}

// The stem of a word that is in no table, by its ending, and what that ending says of it.
Sort strip_ending(const LatvianTables& tables, std::string_view word, std::string& stem) {
  const std::size_t longest = std::min(tables.longest_word_ending, word.size() - 1);
  for (std::size_t length = longest; length > 0; --length) {
    if (!starts_letter(word[word.size() - length])) continue;
    const auto* ending = tables.word_endings.find(word.substr(word.size() - length));
    if (ending == nullptr) continue;
    const std::string_view rest = word.substr(0, word.size() - length);
    if (letters(rest) < kShortestStem) continue;
    stem.assign(rest);
    stem += ending->left;
    harden(tables, stem);
    return ending->sort;
  }
  stem.assign(word);
  if (letters(word) > kShortestStem) harden(tables, stem);
  return Sort::any;
}

// The stem of a verb in the tables, or of its doer.
bool stem_verb(const LatvianTables& tables, std::string_view word, std::string& stem) {
  const VerbMatch match = find_verb(tables, word, 0, 0);
  if (match.infinitive == nullptr) return false;
  if (match.doer) {
    stem.assign(word.substr(0, word.find(tables.doer_suffix, match.end) + tables.doer_suffix.size()));
  } else {
    stem.assign(word.substr(0, match.root));
    stem += *match.infinitive;
  }
  return true;
}

// The stem of what is left of a word without ne- or jā-, if that is a verb.
bool stem_rest(const LatvianTables& tables, std::string_view rest, std::string& stem) {
  if (letters(rest) < kShortestStem) return false;
  if (const auto* known = tables.known_forms.find(rest); known && known->word_class == LatvianTables::Class::verb) {
    stem.assign(tables.known_stems[known->stem]);
    return true;
  }
  return stem_verb(tables, rest, stem) || strip_ending(tables, rest, stem) == Sort::verb;
}

// Whether ne- is a part of the word: by the list of such words, or because an adjective follows (neliels).
bool has_own_negation(const LatvianTables& tables, std::string_view word) {
  const auto* rest = tables.known_forms.find(word.substr(kNegation.size()));
  if (rest != nullptr && rest->word_class == LatvianTables::Class::adjective) return true;
  return std::any_of(tables.own_negations.begin(), tables.own_negations.end(),
                     [&](const std::string& beginning) { return word.starts_with(beginning); });
}

bool stem_by(const LatvianTables& tables, std::string_view word, std::string& stem) {
  stem.clear();
  if (const auto* known = tables.known_forms.find(word)) {
    stem.assign(tables.known_stems[known->stem]);
    return known->negated;
  }
  if (word.size() > kLongestWord || letters(word) <= kShortestStem) {
    stem.assign(word);
    return false;
  }
  if (stem_verb(tables, word, stem)) return false;
  if (word.starts_with(kNegation) && !has_own_negation(tables, word) &&
      stem_rest(tables, word.substr(kNegation.size()), stem)) {
    return true;
  }
  if (word.starts_with(tables.debitive) && stem_rest(tables, word.substr(tables.debitive.size()), stem)) return false;
  if (word.starts_with(kSuperlative) && letters(word) > kSuperlative.size() + kShortestStem &&
      strip_ending(tables, word.substr(kSuperlative.size()), stem) == Sort::degree) {
    return false;
  }
  strip_ending(tables, word, stem);
  return false;
}

}  // namespace

LatvianStemmer::LatvianStemmer(const Lexicon& lexicon)
    : tables_(lexicon.made<LatvianTables>()), folded_(lexicon.made<FoldedLatvianTables>()) {}

void LatvianStemmer::stem(std::string_view word, std::string& stem) const { stem_by(tables_, word, stem); }

void LatvianStemmer::stem_folded(std::string_view word, std::string& stem) const { stem_by(folded_, word, stem); }

bool LatvianStemmer::analyze(std::string_view word, std::string& stem) const { return stem_by(tables_, word, stem); }

LatvianForm LatvianStemmer::analyze(std::string_view word) const {
  LatvianForm form;
  form.negated = analyze(word, form.stem);
  return form;
}

std::string LatvianXapianStem::operator()(const std::string& word) {
  std::string stem;
  stemmer_.stem(word, stem);
  return stem;
}

std::string LatvianXapianStem::get_description() const { return std::string(stemmer_.id()); }

}  // namespace clausula
