#include "tests/bench/stems/dutch_paradigms.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "corpus/unicode.h"

namespace clausula::bench {
namespace {

using Words = std::set<std::string>;

struct Suffix {
  std::string strip, add;
  std::regex condition;
};

struct Entry {
  std::string word;
  std::vector<std::string> flags;
  bool has(std::string_view flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }
};

// Flags as the affix file explains them: plurals, adjectives with -e, finite forms of weak verbs.
constexpr std::array<std::string_view, 12> noun_flags = {"Za", "Zb", "Zc", "Zd", "Ze", "Zf",
                                                         "Zg", "Zh", "Zi", "Zj", "Zu", "Zx"};
constexpr std::array<std::string_view, 5> adjective_flags = {"Aa", "Al", "Am", "An", "Ar"};
constexpr std::array<std::string_view, 5> verb_flags = {"V3", "Vp", "Vq", "Va", "Vb"};

// What the participle's ge- stands behind.
constexpr std::array particles = {
    "",    "aan",    "achter", "af",  "bij",   "binnen", "dicht", "door", "goed",  "heen",    "in",    "langs", "los",
    "mee", "na",     "neer",   "om",  "onder", "op",     "over",  "rond", "samen", "tegen",   "terug", "thuis", "toe",
    "uit", "uiteen", "vast",   "vol", "voor",  "voort",  "vrij",  "weer", "weg",   "voorbij", "stop",  "bijeen"};

class Affixes {
 public:
  explicit Affixes(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    for (std::string line; std::getline(file, line);) read(line);
  }

  void apply(const std::string& word, std::string_view flag, std::vector<std::string>& forms) const {
    const auto found = suffixes_.find(std::string(flag));
    if (found == suffixes_.end()) return;
    for (const Suffix& suffix : found->second) {
      if (!word.ends_with(suffix.strip) || !std::regex_search(word, suffix.condition)) continue;
      forms.push_back(word.substr(0, word.size() - suffix.strip.size()) + suffix.add);
    }
  }

  // The verbs' prefixes among an entry's flags; the first is none.
  std::vector<std::string> prefixes(const Entry& entry) const {
    std::vector<std::string> result(1);
    for (const std::string& flag : entry.flags) {
      if (const auto found = prefixes_.find(flag); found != prefixes_.end()) result.push_back(found->second);
    }
    return result;
  }

 private:
  void read(const std::string& line) {
    std::istringstream fields(line);
    std::string kind, flag, strip, add, condition;
    fields >> kind >> flag >> strip >> add >> condition;
    if (condition.empty() || (kind != "SFX" && kind != "PFX")) return;  // the header of a class has four fields
    add = add.substr(0, add.find('/'));
    if (kind == "PFX") {
      if (flag.front() == 'P' && flag != "PN") prefixes_[flag] = add;
      return;
    }
    const bool any = condition == "." || condition.find(':') != std::string::npos || condition.front() == '#';
    suffixes_[flag].push_back(
        {strip == "0" ? "" : strip, add == "0" ? "" : add, std::regex(any ? "" : "(" + condition + ")$")});
  }

  std::unordered_map<std::string, std::vector<Suffix>> suffixes_;
  std::unordered_map<std::string, std::string> prefixes_;
};

// Lower-case words of letters and apostrophes that are neither forbidden nor parts of compounds only.
std::vector<Entry> read_entries(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<Entry> entries;
  std::string line;
  std::getline(file, line);  // the number of entries
  while (std::getline(file, line)) {
    line = line.substr(0, line.find_first_of(" \t\r"));
    const std::size_t slash = line.find('/');
    Entry entry{line.substr(0, slash), {}};
    if (slash != std::string::npos) {
      for (std::size_t i = slash + 1; i + 1 < line.size(); i += 2) entry.flags.push_back(line.substr(i, 2));
    }
    const bool plain = std::none_of(entry.word.begin(), entry.word.end(),
                                    [](unsigned char c) { return c < 0x80 && (c < 'a' || c > 'z') && c != '\''; });
    if (plain && !entry.word.empty() && !entry.has("Fw") && !entry.has("Cx")) entries.push_back(std::move(entry));
  }
  return entries;
}

// The stems that an infinitive can have: loop for lopen, bel for bellen, leef for leven.
Words stems_of(const std::string& infinitive) {
  const std::string base = infinitive.substr(0, infinitive.size() - 2);
  Words stems = {base};
  if (base.size() < 2) return stems;
  constexpr std::string_view vowels = "aeiou";
  const char last = base.back(), vowel = base[base.size() - 2];
  const bool after_vowel = base.size() > 2 && vowels.find(base[base.size() - 3]) != std::string_view::npos;
  if (vowels.find(last) == std::string_view::npos && vowel != 'i' && vowels.find(vowel) != std::string_view::npos &&
      !after_vowel) {
    stems.insert(base.substr(0, base.size() - 1) + vowel + last);
  }
  if (last == vowel) stems.insert(base.substr(0, base.size() - 1));
  for (const std::string& stem : Words(stems)) {
    if (stem.ends_with('v')) stems.insert(stem.substr(0, stem.size() - 1) + 'f');
    if (stem.ends_with('z')) stems.insert(stem.substr(0, stem.size() - 1) + 's');
  }
  return stems;
}

class Verbs {
 public:
  void read(const Entry& entry, const Affixes& affixes) {
    for (const std::string& prefix : affixes.prefixes(entry)) {
      const std::string word = prefix + entry.word;
      if (entry.has("Vi") && entry.word.ends_with("en")) infinitives_.insert(word);
      if (entry.has("Ve")) participles_.insert(word);
      std::vector<std::string> forms;
      for (const std::string_view flag : verb_flags) {
        if (entry.has(flag)) affixes.apply(entry.word, flag, forms);
      }
      for (const std::string& form : forms) finite_[word].insert(prefix + form);
    }
  }

  void add_to(std::vector<Paradigm>& paradigms) const {
    for (const std::string& infinitive : infinitives_) {
      Words forms = {infinitive, infinitive + "d", infinitive + "de"};
      for (const std::string& stem : stems_of(infinitive)) {
        const auto finite = finite_.find(stem);
        if (finite == finite_.end() || !finite->second.contains(stem + "t")) continue;
        forms.insert(stem);
        forms.insert(finite->second.begin(), finite->second.end());
        add_participles(stem, forms);
      }
      if (forms.size() > 3) {
        paradigms.push_back({infinitive, PartOfSpeech::verb, {forms.begin(), forms.end()}});
      }
    }
  }

 private:
  void add_participles(const std::string& stem, Words& forms) const {
    const auto add = [&](const std::string& word) {
      for (const char* ending : {"d", "t", ""}) {
        if (word + ending == stem || !participles_.contains(word + ending)) continue;
        forms.insert(word + ending);
        forms.insert(word + ending + "e");
      }
    };
    add(stem);
    for (const std::string particle : particles) {
      if (stem.starts_with(particle)) add(particle + "ge" + stem.substr(particle.size()));
    }
  }

  Words infinitives_;
  std::unordered_set<std::string> participles_;
  std::unordered_map<std::string, Words> finite_;
};

}  // namespace

std::vector<Paradigm> read_dutch_paradigms(const std::filesystem::path& base) {
  const Affixes affixes(base.string() + ".aff");
  std::vector<Paradigm> paradigms;
  Verbs verbs;
  for (const Entry& entry : read_entries(base.string() + ".dic")) {
    verbs.read(entry, affixes);
    std::vector<std::string> forms = {entry.word};
    PartOfSpeech part = PartOfSpeech::adjective;
    for (const std::string_view flag : adjective_flags) {
      if (entry.has(flag)) affixes.apply(entry.word, flag, forms);
    }
    for (const std::string_view flag : noun_flags) {
      if (!entry.has(flag)) continue;
      part = PartOfSpeech::noun;
      affixes.apply(entry.word, flag, forms);
    }
    if (entry.has("Ve") && forms.size() == 1) forms.push_back(entry.word + "e");
    if (forms.size() > 1) paradigms.push_back({entry.word, part, std::move(forms)});
  }
  verbs.add_to(paradigms);
  for (Paradigm& paradigm : paradigms) {
    std::erase_if(paradigm.forms, [](const std::string& form) { return form.ends_with('-'); });
    for (std::string& form : paradigm.forms) form = normalize(form);  // the dictionary writes ĳ
    paradigm.lemma = normalize(paradigm.lemma);
    std::sort(paradigm.forms.begin(), paradigm.forms.end());
    paradigm.forms.erase(std::unique(paradigm.forms.begin(), paradigm.forms.end()), paradigm.forms.end());
  }
  return paradigms;
}

}  // namespace clausula::bench
