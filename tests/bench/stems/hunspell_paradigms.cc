#include "tests/bench/stems/hunspell_paradigms.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "corpus/unicode.h"

namespace clausula::bench {
namespace {

constexpr char kCircumfix = '|';

// One position of a condition: any of, or none of, some characters.
struct Position {
  std::vector<std::string> characters;
  bool negated = false;
  bool any = false;
};

struct Rule {
  std::string strip;
  std::string add;
  std::string next;  // flags of the form that the rule makes
  std::vector<Position> condition;
};

std::size_t character_length(unsigned char lead) { return lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U; }

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(static_cast<unsigned char>(text[i]));
    result.emplace_back(text.substr(i, length));
    i += length;
  }
  return result;
}

std::vector<Position> parse_condition(std::string_view text) {
  std::vector<Position> result;
  Position open;
  bool inside = false;
  for (std::string& character : characters_of(text)) {
    if (character == "[") {
      inside = true;
      open = {};
    } else if (character == "]") {
      inside = false;
      result.push_back(open);
    } else if (inside && character == "^" && open.characters.empty()) {
      open.negated = true;
    } else if (inside) {
      open.characters.push_back(std::move(character));
    } else {
      result.push_back({.characters = {character}, .negated = false, .any = character == "."});
    }
  }
  return result;
}

bool holds(const std::vector<Position>& condition, const std::vector<std::string>& word) {
  if (condition.size() > word.size()) return false;
  const std::size_t offset = word.size() - condition.size();
  for (std::size_t i = 0; i < condition.size(); ++i) {
    const Position& position = condition[i];
    if (position.any) continue;
    const bool found = std::find(position.characters.begin(), position.characters.end(), word[offset + i]) !=
                       position.characters.end();
    if (found == position.negated) return false;
  }
  return true;
}

std::string none_if_zero(const std::string& text) { return text == "0" ? std::string() : text; }

class Affixes {
 public:
  Affixes(const std::filesystem::path& path, const ParadigmOptions& options) : options_(options) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    for (std::string line; std::getline(file, line);) read(line);
  }

  void expand(const std::string& word, const std::string& flags, std::vector<std::string>& forms, int depth = 0) const {
    const std::vector<std::string> characters = characters_of(word);
    for (const char flag : flags) {
      if (options_.inflecting.find(flag) == std::string::npos) continue;
      for (const Rule& rule : rules_[static_cast<unsigned char>(flag)]) {
        if (!word.ends_with(rule.strip) || !holds(rule.condition, characters)) continue;
        std::string form = word.substr(0, word.size() - rule.strip.size()) + rule.add;
        if (rule.next.find(kCircumfix) != std::string::npos) continue;
        if (depth < 2 && !rule.next.empty()) expand(form, rule.next, forms, depth + 1);
        forms.push_back(std::move(form));
      }
    }
  }

 private:
  void read(const std::string& line) {
    std::istringstream fields(line);
    std::string kind, flag, strip, add, condition, morphology;
    fields >> kind >> flag >> strip >> add >> condition;
    std::getline(fields, morphology);
    if (kind != "SFX" || flag.size() != 1 || condition.empty()) return;  // the header of a class has four fields
    for (const std::string& field : options_.without) {
      if (morphology.find(field) != std::string::npos) return;
    }
    Rule rule;
    rule.strip = none_if_zero(strip);
    const std::size_t slash = add.find('/');
    rule.add = none_if_zero(add.substr(0, slash));
    if (slash != std::string::npos) rule.next = add.substr(slash + 1);
    rule.condition = parse_condition(condition);
    rules_[static_cast<unsigned char>(flag.front())].push_back(std::move(rule));
  }

  const ParadigmOptions& options_;
  std::array<std::vector<Rule>, 256> rules_;
};

PartOfSpeech part_of(const std::string& flags, const ParadigmOptions& options) {
  for (const auto& [part, marks] : options.parts) {
    if (flags.find_first_of(marks) != std::string::npos) return part;
  }
  return PartOfSpeech::other;
}

}  // namespace

ParadigmOptions latvian_paradigms() {
  return {
      // OoQqSs: nouns of the declensions. W y: adjectives. The rest: present (AFGHI9), past (DEI), future (BC),
      // participles
      // (5-8 ^ 0-4 %), verbs that are only reflexive (< >). Left out: Pp Tt Rr diminutives, x feminines, J nouns in
      // -šana, Y X degrees, lower-case verb flags (reflexive forms under the plain verb's entry).
      .inflecting = "OoQqSsWyADEFGHIBC0123456789^%<>",
      .without = {"is:vpv"},
      .parts = {{PartOfSpeech::verb, "<>BC"}, {PartOfSpeech::adjective, "Wy"}, {PartOfSpeech::noun, "OoQqSs"}},
  };
}

std::vector<Paradigm> read_paradigms(const std::filesystem::path& base, const ParadigmOptions& options) {
  const std::filesystem::path affixes_path = base.string() + ".aff", words_path = base.string() + ".dic";
  const Affixes affixes(affixes_path, options);
  std::ifstream file(words_path);
  if (!file) throw std::runtime_error("cannot read " + words_path.string());
  std::vector<Paradigm> result;
  std::string line;
  std::getline(file, line);  // the number of entries
  while (std::getline(file, line)) {
    const std::string entry = line.substr(0, line.find_first_of(" \t"));
    const std::size_t slash = entry.find('/');
    const std::string flags = slash == std::string::npos ? std::string() : entry.substr(slash + 1);
    Paradigm paradigm;
    paradigm.lemma = normalize(entry.substr(0, slash));
    if (paradigm.lemma.empty() || paradigm.lemma.find_first_of("-.0123456789'") != std::string::npos) continue;
    paradigm.part = part_of(flags, options);
    affixes.expand(paradigm.lemma, flags, paradigm.forms);
    paradigm.forms.push_back(paradigm.lemma);
    std::sort(paradigm.forms.begin(), paradigm.forms.end());
    paradigm.forms.erase(std::unique(paradigm.forms.begin(), paradigm.forms.end()), paradigm.forms.end());
    result.push_back(std::move(paradigm));
  }
  return result;
}

}  // namespace clausula::bench
