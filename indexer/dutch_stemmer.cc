#include "indexer/dutch_stemmer.h"

#include <string>
#include <string_view>

#include "indexer/dutch_exceptions.h"
#include "indexer/dutch_letters.h"

namespace clausula {
namespace {

// The rules, on one word.
class Reduction {
 public:
  Reduction(const DutchExceptions& exceptions, std::string& word) : exceptions_(exceptions), w_(word) {}

  void run() {
    std::size_t length = 0;
    const DutchException* e = exceptions_.find(w_, &length);
    if (e == nullptr && (ends("de") || ends("te"))) {  // doordachte, gekochte
      e = exceptions_.find(std::string_view(w_).substr(0, w_.size() - 1), &length);
      if (e != nullptr && !e->keep)
        drop(1);
      else
        e = nullptr;
    }
    if (e != nullptr) {
      const bool participle =
          e->prefixed && !e->strong && std::string_view(w_).substr(0, w_.size() - length).ends_with("ge");
      if (participle && !e->keep) length += 2;  // gekend
      w_.replace(w_.size() - length, length, e->lemma);
      if (e->keep) {
        if (last() == 'd' || last() == 't') drop_ge();
        return spell();
      }
    }
    if (w_.size() < 3) return;
    if (ends("heden") && w_.size() > 6) w_.replace(w_.size() - 5, 5, "heid");
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
    if (exceptions_.keeps(w_)) return spell();
    if (ends("icus") || ends("icum")) w_.replace(w_.size() - 2, 2, "a");
    if (ends("ici")) w_.back() = 'a';
    if (ends("um") && w_.size() > 5) w_.replace(w_.size() - 2, 2, "a");
    strip_ending();
    if (strip_ing()) open_ = true;
    if (!exceptions_.keeps(w_)) strip_dental();
    spell();
  }

  // An ending behind which a word of the list comes to light.
  bool strip_to_kept() {
    for (const std::string_view ending : {"en", "e", "s", "n", "t", "d", "end", "ende", "de", "den", "te", "ten"}) {
      if (!ends(ending) || w_.size() < ending.size() + 2) continue;
      const std::string_view base = std::string_view(w_).substr(0, w_.size() - ending.size());
      if (exceptions_.keeps(base)) {
        drop(ending.size());
        if (ending.front() == 'd' || ending.front() == 't' || last() == 'd' || last() == 't') drop_ge();
        return true;
      }
      // kansen, lessen: the consonant of the word is doubled
      if (base.size() > 3 && base.back() == base[base.size() - 2] && ending.front() == 'e' &&
          exceptions_.keeps(base.substr(0, base.size() - 1))) {
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
    const std::size_t at = exceptions_.participle_ge(word);
    if (at == std::string_view::npos || !exceptions_.keeps(word.substr(at + 2))) return false;
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
      if (ends("eaus") || c == 'y' || c == e_acute) drop(1);
      return;
    }
    if ((syllables(w_) < 2 || exceptions_.is_prefixed_syllable(w_)) &&
        (c == 'n' || c == 't' || (c == 'k' && last(2) != 'n' && last(2) != 'c')))
      return;
    drop(1);
  }

  void strip_ending() {
    static constexpr std::string_view participle[] = {"ende", "end"};
    for (const std::string_view ending : participle) {
      if (ends(ending) && w_.size() >= ending.size() + 2) {
        const std::string_view base = std::string_view(w_).substr(0, w_.size() - ending.size());
        if (!has_vowel(base) || base.back() == 'e' || base.back() == 'o' ||
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
    if (last() == 'n' && last(1) == 'e') {
      count = 2;
    } else if (last() == 'e' || last() == e_diaeresis) {
      count = 1;
    }
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
    std::size_t length = 0;
    if (const DutchException* e = exceptions_.find(w_, &length); e != nullptr && !e->keep) {  // levering(en)
      w_.replace(w_.size() - length, length, e->lemma);
      strip_ending();
      return true;
    }
    const std::string_view base = std::string_view(w_).substr(0, w_.size() - 3);
    if (!base.ends_with("iser") && !exceptions_.is_prefix_and_syllable(base)) return false;
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
    const std::size_t at = exceptions_.participle_ge(w_);
    if (at != std::string_view::npos) w_.erase(at, 2);
  }

  // One spelling for what sounds the same: final v and z, double letters, long vowels in open and closed syllables.
  void spell() {
    if (w_.size() < 2) return;
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

  const DutchExceptions& exceptions_;
  std::string& w_;
  bool open_ = false;  // an ending that begins with a vowel was taken away
};

}  // namespace

DutchStemmer::DutchStemmer(const Lexicon& lexicon) : exceptions_(lexicon.made<DutchExceptions>()) {}

void DutchStemmer::stem_folded(std::string_view word, std::string& stem) const {
  if (word.ends_with("ieen") || word.ends_with("eeen")) word.remove_suffix(2);
  this->stem(word, stem);
}

void DutchStemmer::stem(std::string_view word, std::string& stem) const {
  stem.clear();
  const std::size_t hyphen = word.rfind('-');
  const std::size_t begin = hyphen == std::string_view::npos ? 0 : hyphen + 1;
  thread_local std::string letters;  // keeps its room from word to word
  if (word.size() - begin < 2 || !to_latin1(word.substr(begin), letters) || !has_vowel(letters)) {
    stem = word;
    return;
  }
  Reduction(exceptions_, letters).run();
  stem = word.substr(0, begin);
  append_utf8(letters, stem);
}

}  // namespace clausula
