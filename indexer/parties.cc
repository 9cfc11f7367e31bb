#include "indexer/parties.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::string_view file_name = "parties.toml";
constexpr std::size_t shortest_stem = 4;   // bytes of a Latvian name without its ending; shorter ones stay as they are
constexpr std::size_t shortest_lower = 4;  // a shorter name in lower case is a word like any other

constexpr std::array<std::pair<std::string_view, MentionKind>, 5> mention_names{{{"word", MentionKind::word},
                                                                                 {"weak", MentionKind::weak},
                                                                                 {"method", MentionKind::method},
                                                                                 {"capitals", MentionKind::capitals},
                                                                                 {"never", MentionKind::never}}};

// Endings that Latvian gives to names, own and foreign, the longest first.
constexpr std::array<std::string_view, 22> latvian_endings{"iem", "ām", "ēm", "am", "im", "um", "ai", "ei",
                                                           "as",  "es", "is", "us", "os", "ās", "ēs", "a",
                                                           "e",   "u",  "i",  "ā",  "ē",  "s"};

std::string_view without_ending(std::string_view word) {
  for (const std::string_view ending : latvian_endings) {
    if (word.ends_with(ending) && word.size() >= ending.size() + shortest_stem)
      return word.substr(0, word.size() - ending.size());
  }
  return word;
}

// The key of a name's word. Latvian names are compared without their endings.
std::string_view key_of(std::string_view word, bool latvian) { return latvian ? without_ending(word) : word; }

std::string_view surface(const ClauseView& view, std::size_t token) {
  return view.text.substr(view.tokens[token].begin, view.tokens[token].end - view.tokens[token].begin);
}

std::size_t ends_of(std::string_view key) {
  if (key.empty()) return 0;
  return static_cast<unsigned char>(key.front()) * 256U + static_cast<unsigned char>(key.back());
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether the words of a name may stand so far apart: a blank, a hyphen, "&".
bool joined(const ClauseView& view, std::size_t left) {
  const std::string_view gap =
      view.text.substr(view.tokens[left].end, view.tokens[left + 1].begin - view.tokens[left].end);
  return gap.size() <= 3 && gap.find_first_not_of(" -&+'\xC2\xA0") == std::string_view::npos;
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key = fold(name);
  std::erase_if(key, [](unsigned char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
  return key;
}

PartyTable::PartyTable(const Lexicon& lexicon, Analyzer& analyzer)
    : latvian_(analyzer.language() == Language::latvian) {
  for (const LexiconEntry& entry : lexicon.entries(file_name)) {
    Party party{entry.id, std::string(entry.value("name")), std::string(entry.value("category")),
                std::string(entry.value("owner")), MentionKind::plain};
    if (party.name.empty()) Lexicon::fail(file_name, entry, "needs a name");
    if (const std::string_view mention = entry.value("mention"); !mention.empty()) {
      const auto known = std::find_if(mention_names.begin(), mention_names.end(),
                                      [&](const auto& named) { return named.first == mention; });
      if (known == mention_names.end())
        Lexicon::fail(file_name, entry, "mention has to be word, weak, method, capitals or never");
      party.mention = known->second;
    }
    if (party.mention == MentionKind::plain || party.mention == MentionKind::weak)
      plain_keys_.insert(name_key(party.name));
    const Party& stored = parties_.emplace(entry.id, std::move(party)).first->second;
    for (const std::string& name : entry.list("names")) add(name, stored, false, analyzer);
    for (const std::string& name : entry.list("products")) add(name, stored, true, analyzer);
  }
  for (const LexiconEntry& entry : lexicon.entries(file_name)) {
    const std::string_view owner = entry.value("owner");
    if (!owner.empty() && of(owner) == nullptr) Lexicon::fail(file_name, entry, "owner names no table of the file");
  }
  for (auto& [key, names] : names_) {
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.keys.size() > b.keys.size(); });
  }
}

void PartyTable::add(std::string_view shown, const Party& party, bool product, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(shown, tokens);
  if (tokens.empty()) return;
  Name name{{}, shown, &party, product};
  for (std::size_t i = 1; i < tokens.size(); ++i) name.keys.emplace_back(key_of(tokens[i].word->text, latvian_));
  const std::string_view key = key_of(tokens.front().word->text, latvian_);
  ends_.set(ends_of(key));
  names_[std::string(key)].push_back(std::move(name));
}

const Party* PartyTable::of(std::string_view id) const {
  const auto found = parties_.find(id);
  return found == parties_.end() ? nullptr : &found->second;
}

bool PartyTable::named(std::string_view name) const { return plain_keys_.contains(name_key(name)); }

bool PartyTable::stands(const Name& name, const ClauseView& view, std::size_t first, bool exact,
                        std::size_t& last) const {
  const std::vector<Token>& tokens = view.tokens;
  for (std::size_t i = 0; i < name.keys.size(); ++i) {
    const std::size_t at = first + i + 1;
    if (at >= tokens.size() || !joined(view, at - 1)) return false;
    const std::string_view word = tokens[at].word->text;
    const std::string_view part = word.substr(0, word.find_first_of("-'"));
    if (key_of(word, latvian_) != name.keys[i] &&
        !(i + 1 == name.keys.size() && key_of(part, latvian_) == name.keys[i])) {
      return false;
    }
  }
  last = first + name.keys.size();
  const std::string_view shown = surface(view, first);
  // "Visas" is no form of "Visa".
  if (latvian_ && name.keys.empty() && name.shown.size() <= shortest_stem && shown.size() == name.shown.size() + 1 &&
      is_lower(shown.back()))
    return false;
  if (name.party->mention == MentionKind::capitals && name.keys.empty()) {
    return std::none_of(shown.begin(), shown.begin() + std::min(shown.size(), name.shown.size()), is_lower);
  }
  // A capital tells a name from a word, unless the name itself has none; a rare word needs none where it stands as it
  // is.
  const bool lower = is_lower(shown.front());
  if (!lower || shown.starts_with(name.shown)) return true;
  const bool common = name.party->mention == MentionKind::word;
  return !common && exact && name.shown.size() >= shortest_lower;
}

std::vector<PartyHit> PartyTable::find(const ClauseView& view) const {
  std::vector<PartyHit> hits;
  const std::vector<Token>& tokens = view.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word& word = *tokens[i].word;
    if (word.kind == WordKind::email || word.kind == WordKind::number) continue;
    const std::string_view text = word.text;
    const std::string_view part = text.substr(0, text.find_first_of("-'"));
    std::optional<PartyHit> best;
    const auto look = [&](std::string_view form, bool exact) {
      if (best || form.empty()) return;
      const std::string_view key = key_of(form, latvian_);
      if (!ends_.test(ends_of(key))) return;
      const auto found = names_.find(key);
      if (found == names_.end()) return;
      for (const Name& name : found->second) {
        std::size_t last = i;
        if (stands(name, view, i, exact, last)) {
          best = {name.party, name.product ? name.shown : std::string_view(), i, last};
          return;
        }
      }
    };
    look(text, true);
    if (part.size() < text.size()) look(part, false);
    if (!latvian_ && text.ends_with('s') && is_upper(surface(view, i).front()))
      look(text.substr(0, text.size() - 1), false);
    if (!best) continue;
    i = best->last;
    if (best->party->mention != MentionKind::never) hits.push_back(*best);
  }
  return hits;
}

}  // namespace clausula
