#include "indexer/dutch_stemmer.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/word_lists.h"

namespace clausula {
namespace {

// Words are worked on as Latin-1, a byte a letter; words with other letters are left as they are.
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

constexpr char e_diaeresis = static_cast<char>(0xEB);

bool is_vowel(char c) {
  switch (static_cast<unsigned char>(c)) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 0xE0:
    case 0xE1:
    case 0xE2:
    case 0xE4:
    case 0xE8:
    case 0xE9:
    case 0xEA:
    case 0xEB:
    case 0xEC:
    case 0xED:
    case 0xEE:
    case 0xEF:
    case 0xF2:
    case 0xF3:
    case 0xF4:
    case 0xF6:
    case 0xF9:
    case 0xFA:
    case 0xFB:
    case 0xFC:
      return true;
    default:
      return false;
  }
}

// ij counts as a vowel.
bool is_vowel_at(std::string_view w, std::size_t i) {
  if (w[i] == 'y' && i > 0 && i + 1 < w.size() && is_vowel(w[i - 1]) && is_vowel(w[i + 1])) return false;  // loyaal
  return is_vowel(w[i]) || (w[i] == 'j' && i > 0 && w[i - 1] == 'i');
}

bool has_vowel(std::string_view w) { return std::any_of(w.begin(), w.end(), is_vowel); }

// Number of groups of vowels.
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

struct Exception {
  std::string lemma;  // what to go on with; the form itself where it is to be kept
  bool keep = false;
  bool alone = true;
  bool prefixed = false;   // also after the prefix of a verb
  bool compound = false;   // also as the end of any longer word
  bool strong = false;     // the form of a strong verb: has its ge- with it
  std::int32_t next = -1;  // another exception of the same form
};

// Exceptions by their last letters: a trie over the reversed forms.
class SuffixTable {
 public:
  void add(std::string_view form, Exception exception) {
    std::uint32_t node = 0;
    for (auto c = form.rbegin(); c != form.rend(); ++c) node = child(node, *c);
    exception.next = nodes_[node].value;
    nodes_[node].value = static_cast<std::int32_t>(exceptions_.size());
    exceptions_.push_back(std::move(exception));
  }

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

  std::uint32_t child(std::uint32_t parent, char letter) {
    for (std::uint32_t node = nodes_[parent].child; node != 0; node = nodes_[node].sibling) {
      if (nodes_[node].letter == letter) return node;
    }
    const std::uint32_t node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({letter, 0, nodes_[parent].child, -1});
    nodes_[parent].child = node;
    return node;
  }

  std::vector<Node> nodes_{1};
  std::vector<Exception> exceptions_;
};

class Tables {
 public:
  static const Tables& get() {
    static const Tables tables;
    return tables;
  }

  // The exception that holds for `word`, the one with the longest form; null where there is none.
  const Exception* find(std::string_view word, std::size_t* length) const {
    const Exception* found = nullptr;
    exceptions_.each(word, [&](const Exception& e, std::size_t form) {
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

  bool keeps(std::string_view word) const {
    std::size_t length = 0;
    const Exception* e = find(word, &length);
    return e != nullptr && e->keep;
  }

  // A prefix or particle of verbs, two of them, or, with `participle`, either with ge- behind it.
  bool is_verb_prefix(std::string_view word, bool participle) const {
    if (participle && word.ends_with("ge")) word.remove_suffix(2);
    if (word.empty() || prefixes_.contains(std::string(word))) return true;
    for (std::size_t i = 2; i + 2 <= word.size() && i < 9; ++i) {
      if (prefixes_.contains(std::string(word.substr(0, i))) && prefixes_.contains(std::string(word.substr(i))))
        return true;
    }
    return false;
  }

  // verk(end): what remains behind the prefix is no stem.
  bool is_prefix_and_consonants(std::string_view word) const {
    if (word.size() > 1 && word.back() == word[word.size() - 2]) return false;  // bell(end)
    for (std::size_t i = 2; i < word.size() && i < 9; ++i) {
      const std::string_view prefix = word.substr(0, i);
      if (!has_vowel(word.substr(i)) && prefixes_.contains(std::string(prefix))) return true;
    }
    return false;
  }

  // bewar(ing), instell(ing): a prefix and a stem.
  bool is_prefix_and_syllable(std::string_view word) const {
    for (std::size_t i = 2; i + 1 < word.size() && i < 9; ++i) {
      const std::string_view prefix = word.substr(0, i);
      if (has_vowel(word.substr(i)) && prefixes_.contains(std::string(prefix))) return true;
    }
    return false;
  }

  // Where the ge- of a participle stands in `word`; npos where it has none.
  std::size_t participle_ge(std::string_view word) const {
    for (std::size_t at = word.find("ge"); at != std::string_view::npos && at < 10; at = word.find("ge", at + 1)) {
      if (at != 0 && !prefixes_.contains(std::string(word.substr(0, at)))) continue;
      const std::string_view rest = word.substr(at + 2);
      if (rest.size() < 2 || !has_vowel(rest) || rest.front() == 'e' || rest.front() == 'i') continue;
      if (has_own_ge(rest, at == 0)) continue;
      return at;
    }
    return std::string_view::npos;
  }

 private:
  // Whether ge- and `rest` make a word that has ge- in all its forms.
  bool has_own_ge(std::string_view rest, bool alone) const {
    return std::any_of(ge_.begin(), ge_.end(), [&](std::string_view own) {
      if (own.back() == '*') return rest.starts_with(own.substr(0, own.size() - 1));
      return alone && rest == own;
    });
  }

  Tables() {
    std::string form;
    for (const WordLine& line : word_lines(embedded_text("dutch-strong-verbs.txt"))) {
      for (std::size_t i = 1; i < line.words.size(); ++i) {
        std::string_view word = line.words[i];
        Exception e;
        e.alone = word.front() != '-';
        e.prefixed = word.front() != '=';
        e.strong = true;
        if (!e.alone || !e.prefixed) word.remove_prefix(1);
        to_latin1(line.words.front(), e.lemma);
        to_latin1(word, form);
        exceptions_.add(form, std::move(e));
      }
    }
    for (const WordLine& line : word_lines(embedded_text("dutch-exceptions.txt"))) {
      if (line.section == "prefixes" || line.section == "ge") {
        for (const std::string_view word : line.words) {
          to_latin1(word, form);
          if (line.section == "ge")
            ge_.push_back(form);
          else
            prefixes_.insert(form);
        }
      } else if (line.section == "keep") {
        for (const std::string_view word : line.words) add(word, {}, true);
      } else {
        std::string_view lemma = line.words.front();
        if (lemma.front() == '*') lemma.remove_prefix(1);
        for (std::size_t i = 1; i < line.words.size(); ++i) add(line.words[i], lemma, false);
      }
    }
  }

  void add(std::string_view word, std::string_view lemma, bool keep) {
    Exception e;
    e.keep = keep;
    e.compound = word.front() == '*';
    e.prefixed = word.front() == '+';  // the lemma of a line has no mark
    if (e.compound || e.prefixed) word.remove_prefix(1);
    to_latin1(keep ? word : lemma, e.lemma);
    std::string form;
    to_latin1(word, form);
    exceptions_.add(form, std::move(e));
  }

  SuffixTable exceptions_;
  std::unordered_set<std::string> prefixes_;
  std::vector<std::string> ge_;
};

// The rules, on one word.
class Reduction {
 public:
  Reduction(const Tables& tables, std::string& word) : tables_(tables), w_(word) {}

  void run() {
    std::size_t length = 0;
    const Exception* e = tables_.find(w_, &length);
    if (e == nullptr && (ends("de") || ends("te"))) {  // doordachte, gekochte
      e = tables_.find(std::string_view(w_).substr(0, w_.size() - 1), &length);
      if (e != nullptr && !e->keep)
        drop(1);
      else
        e = nullptr;
    }
    if (e != nullptr) {
      w_.replace(w_.size() - length, length, e->lemma);
      if (e->keep) {
        if (last() == 'd' || last() == 't') drop_ge();
        return spell();
      }
    }
    if (w_.size() < 3) return;
    if (ends("heden")) w_.replace(w_.size() - 5, 5, "heid");
    if (ends("heid") && !ends("scheid")) return;
    if (strip_to_kept() || strip_ge_to_kept()) return spell();
    if (strip_diminutive()) return run_plain();
    strip_plural_s();
    run_plain();
  }

 private:
  bool ends(std::string_view ending) const { return w_.ends_with(ending); }
  char last(std::size_t back = 0) const { return back < w_.size() ? w_[w_.size() - 1 - back] : '\0'; }
  bool vowel(std::size_t back = 0) const { return back < w_.size() && is_vowel_at(w_, w_.size() - 1 - back); }
  void drop(std::size_t count) { w_.resize(w_.size() - count); }

  void run_plain() {
    if (tables_.keeps(w_)) return spell();
    if (ends("ium")) w_.replace(w_.size() - 3, 3, "ia");
    if (ends("ici")) w_.replace(w_.size() - 3, 3, "icus");
    strip_ending();
    if (strip_ing()) open_ = true;
    if (!tables_.keeps(w_)) strip_dental();
    spell();
  }

  // An ending behind which a word of the list comes to light.
  bool strip_to_kept() {
    for (const std::string_view ending : {"en", "e", "s", "n", "t", "d", "end", "ende", "de", "den", "te", "ten"}) {
      if (!ends(ending) || w_.size() < ending.size() + 2) continue;
      const std::string_view base = std::string_view(w_).substr(0, w_.size() - ending.size());
      if (tables_.keeps(base)) {
        drop(ending.size());
        if (ending.front() == 'd' || ending.front() == 't') drop_ge();
        return true;
      }
      // kansen, lessen: the consonant of the word is doubled
      if (base.size() > 3 && base.back() == base[base.size() - 2] && ending.front() == 'e' &&
          tables_.keeps(base.substr(0, base.size() - 1))) {
        drop(ending.size() + 1);
        return true;
      }
    }
    return false;
  }

  // geland, gerond: participles of verbs on the list that end in -d or -t themselves.
  bool strip_ge_to_kept() {
    std::string_view word = w_;
    if (word.ends_with('e')) word.remove_suffix(1);
    if (!word.ends_with('d') && !word.ends_with('t')) return false;
    const std::size_t at = tables_.participle_ge(word);
    if (at == std::string_view::npos || !tables_.keeps(word.substr(at + 2))) return false;
    w_.resize(word.size());
    w_.erase(at, 2);
    return true;
  }

  bool strip_diminutive() {
    if (ends("jes")) drop(1);
    if (!ends("je") || w_.size() < 6) return false;
    static constexpr std::string_view doubled[] = {"betje", "getje", "letje", "metje", "netje", "petje", "retje"};
    for (const std::string_view d : doubled) {
      if (ends(d) && w_.size() > 6 && last(5) == d.front() && last(6) != d.front()) {
        drop(d.size());
        return true;
      }
    }
    if (ends("kje") && last(3) == 'n') {  // woninkje
      drop(3);
      w_.push_back('g');
      return true;
    }
    if (ends("pje") && last(3) == 'm') {
      drop(3);
      return true;
    }
    if (ends("tje") && (vowel(3) || last(3) == 'n' || last(3) == 'r' || last(3) == 'l' || last(3) == 'w')) {
      drop(3);
      return true;
    }
    if (is_vowel(last(2))) return false;
    drop(2);
    return true;
  }

  void strip_plural_s() {
    if (ends("'s")) return drop(2);
    if (ends("'")) return drop(1);
    if (last() != 's' || w_.size() < 4) return;
    const char c = last(1);
    if (c == 's') return;
    if (c == 'e') {
      // -es: plural of a noun in -e, but lerares and adres end in it themselves
      if (last(2) == 'i' && syllables(w_) > 1) return drop(1);
      const char r = last(3);
      if (last(2) == 'e' || syllables(w_) < 2) return;
      if (ends("res") && (r == 'a' || r == 'e' || r == 'd' || r == 'g')) return;
      return drop(1);
    }
    if (vowel(1)) {
      if (ends("eaus") || c == 'y' || static_cast<unsigned char>(c) == 0xE9) drop(1);
      return;
    }
    if (syllables(w_) < 2 && (c == 'n' || c == 't' || (c == 'k' && last(2) != 'n' && last(2) != 'c'))) return;
    drop(1);
  }

  void strip_ending() {
    static constexpr std::string_view participle[] = {"ende", "end"};
    for (const std::string_view ending : participle) {
      if (ends(ending) && w_.size() >= ending.size() + 2) {
        const std::string_view base = std::string_view(w_).substr(0, w_.size() - ending.size());
        if (!has_vowel(base) || base.back() == 'e' || base.back() == 'o' || tables_.is_prefix_and_consonants(base) ||
            (base.back() == 'i' && !is_vowel_at(base, base.size() - 2)))
          break;
        drop(ending.size());
        open_ = true;
        return;
      }
    }
    if (w_.size() < 4) return;
    if (last() == 'n' && last(1) == e_diaeresis) {  // knieën, bacteriën
      drop(last(2) == 'i' && !(last(3) == 'i') ? 1 : 2);
      if (last() == e_diaeresis) w_.back() = 'e';
      return;
    }
    std::size_t count = 0;
    if (last() == 'n' && last(1) == 'e')
      count = 2;
    else if (last() == 'e')
      count = 1;
    else if (last() == e_diaeresis)
      count = 1;
    if (count == 0) return;
    const std::string_view base = std::string_view(w_).substr(0, w_.size() - count);
    if (!has_vowel(base)) return;
    const char b = base.back();
    if (b == 'e' || b == 'o' || (b == 'i' && !(base.size() > 1 && is_vowel(base[base.size() - 2])))) return;
    drop(count);
    open_ = true;
  }

  // verwerking is the noun of verwerken, but rekening is none of rekenen: only behind a prefix, and -isering.
  bool strip_ing() {
    if (!ends("ing") || w_.size() < 7) return false;
    const std::string_view base = std::string_view(w_).substr(0, w_.size() - 3);
    if (!base.ends_with("iser") && !tables_.is_prefix_and_syllable(base)) return false;
    drop(3);
    return true;
  }

  // -t and -d of verbs; nouns lose theirs as well, in all forms alike.
  void strip_dental() {
    bool participle = last() == 'd' || last() == 't';
    if (participle && last() == last(1)) {
      drop(1);
      open_ = false;
    }
    if (last() == 't' && last(1) == 'd') drop(1);
    if (w_.size() > 3 && participle && !ends("cht") && !ends("ct")) {
      const bool glide = last(1) == 'i' && (last(2) == 'a' || last(2) == 'o' || (last(2) == 'e' && last(3) == 'o'));
      if ((!vowel(1) || glide) && has_vowel(std::string_view(w_).substr(0, w_.size() - 1))) {
        drop(1);
        open_ = false;
      }
    }
    if (participle) drop_ge();
  }

  void drop_ge() {
    const std::size_t at = tables_.participle_ge(w_);
    if (at != std::string_view::npos) w_.erase(at, 2);
  }

  // One spelling for what sounds the same: final v and z, double letters, long vowels in open and closed syllables.
  void spell() {
    const std::size_t n = w_.size();
    if (n < 3) return;
    const bool doubled = last() == last(1) && !is_vowel(last());
    if (doubled) drop(1);
    if (last() == 'v') w_.back() = 'f';
    if (last() == 'z') w_.back() = 's';
    for (char& c : w_) {
      if (c == e_diaeresis) c = 'e';
    }
    if (vowel() || !vowel(1)) return;
    const char v = last(1);
    if (v != 'a' && v != 'e' && v != 'o' && v != 'u') return;
    const bool first = syllables(w_) == 1;
    if (last(2) == v) {
      if (!first) w_.erase(w_.size() - 2, 1);
    } else if (first && open_ && !doubled && !vowel(2) && last() != 'x' && last() != 'w') {
      w_.insert(w_.size() - 2, 1, v);
    }
  }

  const Tables& tables_;
  std::string& w_;
  bool open_ = false;  // an ending that begins with a vowel was taken away
};

}  // namespace

void DutchStemmer::stem(std::string_view word, std::string& stem) const {
  stem.clear();
  const std::size_t hyphen = word.rfind('-');
  const std::size_t begin = hyphen == std::string_view::npos ? 0 : hyphen + 1;
  std::string letters;
  if (word.size() - begin < 2 || !to_latin1(word.substr(begin), letters) || !has_vowel(letters)) {
    stem = word;
    return;
  }
  Reduction(Tables::get(), letters).run();
  stem = word.substr(0, begin);
  append_utf8(letters, stem);
}

}  // namespace clausula
