// The organisations of lexicon/parties.toml and where a text names them.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/clause_view.h"
#include "indexer/lexicon.h"

namespace clausula {

// How much a name says by itself: "word" is a common word too, "weak" is often named without getting data,
// "method" is a way to pay, "capitals" counts in capitals only, "never" is no recipient (a browser) and only hides the
// names inside it.
enum class MentionKind : unsigned char { plain, word, weak, method, capitals, never };

struct Party {
  std::string id;
  std::string name;
  std::string category;
  std::string owner;  // id of the party that it belongs to, or empty
  MentionKind mention = MentionKind::plain;
};

struct PartyHit {
  const Party* party = nullptr;
  std::string_view product;  // empty where the party itself is named
  std::size_t first = 0;     // tokens of the clause, inclusive
  std::size_t last = 0;
};

// Compiled for one language; then only read, also by several threads. Borrows the lexicon's strings.
class PartyTable {
 public:
  // Throws InputError for an entry without a name, of an unknown `mention` or `owner`.
  PartyTable(const Lexicon& lexicon, Analyzer& analyzer);

  // Every party named in the clause, the longest name at each place, without overlap. Names match in the forms that
  // Latvian gives them, before a hyphen ("Klarna-betaling") and in the genitive ("Klarna's").
  std::vector<PartyHit> find(const ClauseView& view) const;

  const Party* of(std::string_view id) const;

  // Whether a party that needs no capital and no context has this name.
  bool named(std::string_view name) const;

 private:
  struct Name {
    std::vector<std::string> keys;  // of the words after the first
    std::string_view shown;         // as the lexicon writes it
    const Party* party = nullptr;
    bool product = false;
  };
  void add(std::string_view shown, const Party& party, bool product, Analyzer& analyzer);
  // Whether `name` stands at token `first`; `first_key` has been compared. Sets its last token.
  bool stands(const Name& name, const ClauseView& view, std::size_t first, bool exact, std::size_t& last) const;

  bool latvian_ = false;
  std::map<std::string, Party, std::less<>> parties_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_set<std::string> plain_keys_;  // keys of the names that need no capital and no context
  // By key of the first word, longest first.
  std::unordered_map<std::string, std::vector<Name>, Hash, std::equal_to<>> names_;
  // Which first and last bytes a key may have: most words begin no name, and hashing them is what costs.
  std::bitset<std::size_t{256} * 256> ends_;
};

// Compares names of organisations: lower case, no diacritics, letters and digits only.
std::string name_key(std::string_view name);

}  // namespace clausula
