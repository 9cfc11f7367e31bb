#include "indexer/latvian_tables.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "corpus/unicode.h"

namespace clausula {

namespace {

constexpr std::string_view endings_file = "latvian-endings.tsv";
constexpr std::string_view consonants_file = "latvian-consonants.tsv";
constexpr std::string_view verbs_file = "latvian-verbs.tsv";
constexpr std::string_view words_file = "latvian-words.tsv";

// How many keys the tables that are compiled in have, roughly.
constexpr std::size_t usual_known_forms = 20'000;
constexpr std::size_t usual_verb_stems = 4'000;
constexpr std::size_t usual_endings = 1'000;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// A line of a file, cut at its tabs.
struct Row {
  std::string_view file;
  int line = 0;
  std::vector<std::string_view> cells;

  [[noreturn]] void fail(const std::string& what) const { Lexicon::fail(file, line, what); }
  std::string_view at(std::size_t column) const {
    if (column >= cells.size() || cells[column].empty()) fail("lacks column " + std::to_string(column + 1));
    return cells[column];
  }
  std::string_view optional(std::size_t column) const {
    return column < cells.size() ? cells[column] : std::string_view();
  }
};

template <typename Read>
void for_each_row(std::string_view file, std::string_view text, Read read) {
  Row row;
  row.file = file;
  for (const std::string_view line : split(text, '\n')) {
    ++row.line;
    if (line.empty() || line.front() == '#' || line == "\r") continue;
    row.cells = split(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, '\t');
    if (row.cells.front().empty()) row.fail("begins with a tab");
    read(row);
  }
}

std::string_view without_last(std::string_view text, std::size_t count) {
  return text.substr(0, text.size() - std::min(count, text.size()));
}

// Lists of endings, in which "{name}" stands for each ending of a list defined before.
class EndingLists {
 public:
  // A row "@name", then its endings.
  void define(const Row& row) { lists_[std::string(row.at(0).substr(1))] = expand(row, row.at(1)); }

  const std::vector<std::string>& of(const Row& row, std::string_view name) const {
    const auto found = lists_.find(std::string(name));
    if (found == lists_.end()) row.fail("there is no list '" + std::string(name) + "' above");
    return found->second;
  }

  std::vector<std::string> expand(const Row& row, std::string_view endings) const {
    std::vector<std::string> result;
    for (const std::string_view ending : split(endings, ' ')) {
      if (ending.empty()) continue;
      const std::size_t open = ending.find('{');
      if (open == std::string_view::npos) {
        result.emplace_back(ending == "-" ? "" : ending);
        continue;
      }
      for (const std::string& inner : of(row, ending.substr(open + 1, ending.find('}') - open - 1)))
        result.push_back(std::string(ending.substr(0, open)) + inner);
    }
    return result;
  }

 private:
  std::unordered_map<std::string, std::vector<std::string>> lists_;
};

std::optional<LatvianTables::Sort> sort_of(std::string_view name) {
  if (name == "word") return LatvianTables::Sort::any;
  if (name == "verb") return LatvianTables::Sort::verb;
  if (name == "degree") return LatvianTables::Sort::degree;
  return std::nullopt;
}

LatvianTables::Kind kind_of(const Row& row) {
  constexpr std::pair<std::string_view, LatvianTables::Kind> kinds[] = {
      {"infinitive", LatvianTables::infinitive},
      {"action", LatvianTables::action},
      {"present", LatvianTables::present},
      {"a-present", LatvianTables::a_present},
      {"past", LatvianTables::past},
      {"long-future", LatvianTables::long_future},
      {"theme", LatvianTables::theme},
      {"zdams", LatvianTables::zdams},
      {"doer", LatvianTables::doer},
      {"theme-doer", LatvianTables::theme_doer},
  };
  for (const auto& [known, kind] : kinds) {
    if (known == row.at(0)) return kind;
  }
  row.fail("there is no kind '" + std::string(row.at(0)) + "'");
}

// Without the diacritics of Latvian; `fold` would look at more, and slower.
std::string fold_lines(std::string_view text) {
  static const std::unordered_map<std::string, char> letters = [] {
    std::unordered_map<std::string, char> map;
    for (const char* letter : {"ā", "č", "ē", "ģ", "ī", "ķ", "ļ", "ņ", "ō", "ŗ", "š", "ū", "ž"}) {
      map.emplace(letter, fold(letter).front());
    }
    return map;
  }();
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto found =
        static_cast<unsigned char>(text[i]) < 0x80 ? letters.end() : letters.find(std::string(text.substr(i, 2)));
    if (found == letters.end()) {
      result += text[i];
    } else {
      result += found->second;
      ++i;
    }
  }
  return result;
}

LatvianTables::Class class_of(std::string_view declension, std::string_view stem, bool stem_is_given) {
  if (declension.starts_with("adj")) return LatvianTables::Class::adjective;
  return stem_is_given && stem.ends_with('t') ? LatvianTables::Class::verb : LatvianTables::Class::other;
}

}  // namespace

LatvianTables::LatvianTables(const Lexicon& lexicon, bool folded) {
  const auto letters = [folded](std::string_view text) { return folded ? fold_lines(text) : std::string(text); };
  for (std::string* part : {&debitive, &doer_suffix, &theme_of_present_, &a_present_mark_}) *part = letters(*part);
  known_forms.reserve(usual_known_forms);
  verb_stems.reserve(usual_verb_stems);
  stem_verbs.reserve(usual_verb_stems);
  verb_endings.reserve(usual_endings);
  word_endings.reserve(usual_endings);
  read_endings(letters(lexicon.text(endings_file)));
  read_consonants(letters(lexicon.text(consonants_file)));
  read_verbs(letters(lexicon.text(verbs_file)));
  read_words(letters(lexicon.text(words_file)));
}

void LatvianTables::read_endings(const std::string& text) {
  EndingLists lists;
  for_each_row(endings_file, text, [&](const Row& row) {
    if (row.at(0).front() == '@') return lists.define(row);
    for (const std::string& ending : lists.expand(row, row.at(1))) {
      if (const std::optional<Sort> sort = sort_of(row.at(0))) {
        word_endings[ending] = {.sort = *sort, .left = std::string(row.optional(2))};
        longest_word_ending = std::max(longest_word_ending, ending.size());
      } else if (row.at(0) == "prefix") {
        prefixes.push_back(ending);
      } else {
        verb_endings[ending] |= kind_of(row);
      }
    }
  });
}

void LatvianTables::read_words(const std::string& text) {
  EndingLists lists;
  std::string form;
  for_each_row(words_file, text, [&](const Row& row) {
    if (row.at(0).front() == '@') return lists.define(row);
    const std::vector<std::string_view> words = split(row.at(1), ' ');
    if (row.at(0) == "own") {
      own_negations.insert(own_negations.end(), words.begin(), words.end());
      return;
    }
    static const std::vector<std::string> no_ending{""};
    const bool negated = row.at(0) == "negated";
    const std::vector<std::string>& endings = negated ? no_ending : lists.of(row, row.at(0));
    for (const std::string_view word : words) {
      const std::size_t equals = word.find('=');
      const std::string_view base = word.substr(0, equals);
      const std::string_view stem = equals == std::string_view::npos ? base : word.substr(equals + 1);
      const KnownForm known{.stem = static_cast<std::uint32_t>(known_stems.size()),
                            .word_class = class_of(row.at(0), stem, stem != base),
                            .negated = negated};
      known_stems.emplace_back(stem);
      for (const std::string& ending : endings) known_forms[form.assign(base).append(ending)] = known;
    }
  });
}

void LatvianTables::read_consonants(const std::string& text) {
  for_each_row(consonants_file, text, [&](const Row& row) {
    consonants[row.at(0)] = row.at(1);
    longest_consonants = std::max(longest_consonants, row.at(0).size());
  });
}

void LatvianTables::read_verbs(const std::string& text) {
  for_each_row(verbs_file, text, [&](const Row& row) {
    if (!row.at(0).ends_with('t')) row.fail("'" + std::string(row.at(0)) + "' is no infinitive");
    add_verb(row.at(0), row.optional(1), row.optional(2));
  });
}

void LatvianTables::add_stem(std::string_view stem, std::uint16_t verb, unsigned kinds) {
  if (stem.empty()) return;
  std::uint32_t* last = &verb_stems[stem];
  while (*last != 0) {
    StemVerb& known = stem_verbs[*last];
    if (known.verb == verb) {
      known.kinds = static_cast<std::uint16_t>(known.kinds | kinds);
      return;
    }
    last = &known.next;
  }
  *last = static_cast<std::uint32_t>(stem_verbs.size());
  stem_verbs.push_back({verb, static_cast<std::uint16_t>(kinds), 0});
  longest_verb_stem = std::max(longest_verb_stem, stem.size());
}

void LatvianTables::add_verb(std::string_view word, std::string_view presents, std::string_view pasts) {
  const auto verb = static_cast<std::uint16_t>(infinitives.size());
  infinitives.emplace_back(word);
  const std::string stem(without_last(word, 1));
  if (pasts.empty()) {  // a theme vowel
    add_stem(stem, verb, theme | theme_doer);
    const unsigned kind = stem.ends_with(theme_of_present_) ? present : a_present;
    if (presents.empty()) return;
    for (const std::string_view variant : split(presents, '/')) add_stem(variant, verb, kind);
    return;
  }
  add_stem(stem, verb, infinitive);
  if (stem.back() == 's' || stem.back() == 'z') {
    add_stem(without_last(stem, 1), verb, action);                    // vest, vešana
    add_stem(std::string(without_last(stem, 1)) + 'z', verb, zdams);  // vest, vezdams
  } else {
    add_stem(stem, verb, action);
  }
  const auto add_finite = [&](std::string_view part, unsigned kind) {
    add_stem(part, verb, kind);
    const std::string rest(without_last(part, 1));
    if (part.back() == 'k') add_stem(rest + 'c', verb, kind);   // pirka, pircis
    if (part.back() == 'g') add_stem(rest + "dz", verb, kind);  // auga, audzis
    if (part.ends_with("dz"))
      add_stem(std::string(without_last(part, 2)) + 'g', verb, kind);  // beidza, beiguši
    else if (part.back() == 'c')
      add_stem(rest + 'k', verb, kind);  // vāca, vākuši
  };
  const unsigned future = stem.back() == 's' || stem.back() == 'z' ? unsigned{long_future} : 0U;
  for (const std::string_view variant : split(presents, '/')) {
    if (variant.ends_with(a_present_mark_)) {
      add_finite(without_last(variant, a_present_mark_.size()), a_present);
    } else {
      add_finite(variant, present | future);
    }
  }
  for (const std::string_view variant : split(pasts, '/')) add_finite(variant, past | doer | future);
}

}  // namespace clausula
