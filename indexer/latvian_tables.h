// The tables of the Latvian stemmer, read once from the files that are compiled in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clausula {

// A map from short byte strings that is built once and then only read: open addressing, so that a look-up costs one
// hash and mostly one comparison, and the hash of a longer key continues that of a shorter one.
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

  // The value of a key, made where there is none.
  Value& operator[](std::string_view key) {
    if ((entries_.size() + 1) * 4 > slots_.size()) grow();
    const std::size_t slot = slot_of(key, hash_of(key));
    if (slots_[slot] == 0) {
      entries_.emplace_back(std::string(key), Value());
      slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    }
    return entries_[slots_[slot] - 1].second;
  }

  const Value* find(std::string_view key, std::uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::uint32_t index = slots_[slot_of(key, hash)];
    return index == 0 ? nullptr : &entries_[index - 1].second;
  }
  const Value* find(std::string_view key) const { return find(key, hash_of(key)); }

  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  std::size_t slot_of(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (hash ^ (hash >> 15U)) & mask;
    while (slots_[slot] != 0 && entries_[slots_[slot] - 1].first != key) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, 0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      slots_[slot_of(entries_[i].first, hash_of(entries_[i].first))] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::pair<std::string, Value>> entries_;
  std::vector<std::uint32_t> slots_;
};

class LatvianTables {
 public:
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

  struct VerbStem {
    std::uint16_t verb = 0;  // index into `infinitives`
    std::uint16_t kinds = 0;
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
    std::string stem;
    Class word_class = Class::other;
    bool negated = false;
  };

  static const LatvianTables& get();

  FrozenMap<std::vector<VerbStem>> verb_stems;
  FrozenMap<std::uint16_t> verb_endings;
  FrozenMap<Ending> word_endings;
  FrozenMap<std::string> consonants;  // the end of a stem → what it becomes
  FrozenMap<KnownForm> known_forms;
  std::vector<std::string> own_negations;  // beginnings of words whose ne- is no negation
  std::vector<std::string> infinitives;
  std::vector<std::string> prefixes;  // of verbs
  std::size_t longest_verb_stem = 0;
  std::size_t longest_word_ending = 0;
  std::size_t longest_consonants = 0;

 private:
  LatvianTables();
  void read_verbs(std::string_view text);
  void read_endings(std::string_view text);
  void read_words(std::string_view text);
  void read_consonants(std::string_view text);
  void add_verb(std::string_view infinitive, std::string_view present, std::string_view past);
  void add_stem(std::string_view stem, std::uint16_t verb, unsigned kinds);
};

}  // namespace clausula
