// The tables of the Latvian stemmer, read once from the lexicon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/lexicon.h"

namespace clausula {

// A map from short byte strings that is built once and then only read: open addressing, so that a look-up costs one
// hash and mostly one comparison, and the hash of a longer key continues that of a shorter one. The keys stand one
// behind the other in one string: to build the tables is most of what starting a query costs.
template <typename Value>
class FrozenMap {
 public:
  static constexpr std::uint32_t kSeed = 2166136261U;
  static constexpr std::uint32_t extend(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;  // FNV-1a
  }
  static constexpr std::uint32_t hash_of(std::string_view key) {
    std::uint32_t hash = kSeed;
    for (const char byte : key) hash = extend(hash, byte);
    return hash;
  }

  // Makes room for so many keys, so that building them moves nothing.
  void reserve(std::size_t keys) {
    entries_.reserve(keys);
    std::size_t slots = 64;
    while (slots < keys * 2) slots *= 2;
    if (slots > slots_.size()) rehash(slots);
  }

  // The value of a key, made where there is none.
  Value& operator[](std::string_view key) {
    if ((entries_.size() + 1) * 2 > slots_.size()) rehash(slots_.empty() ? 64 : slots_.size() * 2);
    const std::uint32_t hash = hash_of(key);
    std::uint32_t& slot = slots_[slot_of(key, hash)];
    if (slot == 0) {
      entries_.push_back({hash, static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(key.size()), {}});
      keys_ += key;
      slot = static_cast<std::uint32_t>(entries_.size());
    }
    return entries_[slot - 1].value;
  }

  const Value* find(std::string_view key, std::uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::uint32_t index = slots_[slot_of(key, hash)];
    return index == 0 ? nullptr : &entries_[index - 1].value;
  }
  const Value* find(std::string_view key) const { return find(key, hash_of(key)); }

 private:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // of the key, in keys_
    std::uint32_t size = 0;
    Value value{};
  };

  std::size_t slot_of(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (hash ^ (hash >> 15U)) & mask;
    while (slots_[slot] != 0) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (entry.hash == hash && std::string_view(keys_).substr(entry.begin, entry.size) == key) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void rehash(std::size_t size) {
    slots_.assign(size, 0);
    const std::size_t mask = size - 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::size_t slot = (entries_[i].hash ^ (entries_[i].hash >> 15U)) & mask;
      while (slots_[slot] != 0) slot = (slot + 1) & mask;
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<Entry> entries_;
  std::string keys_;
  std::vector<std::uint32_t> slots_;
};

// Get it by Lexicon::made, so that the files are read once.
class LatvianTables {
 public:
  // Throws InputError, with file and line, where a row cannot be.
  explicit LatvianTables(const Lexicon& lexicon) : LatvianTables(lexicon, false) {}

  // Which endings may follow a stem; a stem and an ending fit if they share a bit. latvian-endings.tsv explains them.
  enum Kind : std::uint16_t {
    infinitive = 1,
    action = 2,
    present = 4,
    a_present = 8,
    past = 16,
    long_future = 32,
    theme = 64,
    zdams = 128,
    doer = 256,
    theme_doer = 512,
  };

  // A verb that has a stem, and the next one that has it.
  struct StemVerb {
    std::uint16_t verb = 0;  // index into `infinitives`
    std::uint16_t kinds = 0;
    std::uint32_t next = 0;  // index into `stem_verbs`; 0 is none
  };

  // What an ending says of a word that is not in the tables.
  enum class Sort : std::uint8_t { any, verb, degree };

  struct Ending {
    Sort sort = Sort::any;
    std::string left;  // what stays in the ending's place
  };

  // A word that is told as a whole.
  enum class Class : std::uint8_t { other, adjective, verb };

  struct KnownForm {
    std::uint32_t stem = 0;  // index into `known_stems`
    Class word_class = Class::other;
    bool negated = false;
  };

  FrozenMap<std::uint32_t> verb_stems;  // index of the first of its verbs in `stem_verbs`
  std::vector<StemVerb> stem_verbs{1};
  FrozenMap<std::uint16_t> verb_endings;
  FrozenMap<Ending> word_endings;
  FrozenMap<std::string> consonants;  // the end of a stem → what it becomes
  FrozenMap<KnownForm> known_forms;
  std::vector<std::string> known_stems;
  std::vector<std::string> own_negations;  // beginnings of words whose ne- is no negation
  std::vector<std::string> infinitives;
  std::vector<std::string> prefixes;  // of verbs
  std::size_t longest_verb_stem = 0;
  std::size_t longest_word_ending = 0;
  std::size_t longest_consonants = 0;

  std::string debitive = "jā";
  std::string doer_suffix = "ēj";

 protected:
  // `folded`: all letters without diacritics.
  LatvianTables(const Lexicon& lexicon, bool folded);

 private:
  void read_verbs(const std::string& text);
  void read_endings(const std::string& text);
  void read_words(const std::string& text);
  void read_consonants(const std::string& text);
  void add_verb(std::string_view infinitive, std::string_view present, std::string_view past);
  void add_stem(std::string_view stem, std::uint16_t verb, unsigned kinds);

  std::string theme_of_present_ = "ē";  // second conjugation: its present has the theme vowel
  std::string a_present_mark_ = "-ā";   // marks a present stem like that of sacīt: saka, sakām
};

// The same for words without diacritics. What differs in diacritics only is one: *kāpt* and *kapt* would be.
class FoldedLatvianTables final : public LatvianTables {
 public:
  explicit FoldedLatvianTables(const Lexicon& lexicon) : LatvianTables(lexicon, true) {}
};

}  // namespace clausula
