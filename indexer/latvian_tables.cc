#include "indexer/latvian_tables.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "indexer/embedded.h"

namespace clausula {

extern const EmbeddedFile embedded_lexicon[];
extern const std::size_t embedded_lexicon_count;

namespace {

constexpr std::string_view kAPresent = "-ā";  // marks a present stem like that of sacīt: saka, sakām

std::string_view embedded(std::string_view name) {
  for (std::size_t i = 0; i < embedded_lexicon_count; ++i) {
    const EmbeddedFile& file = embedded_lexicon[i];
    if (file.name == name) return {file.begin, static_cast<std::size_t>(file.end - file.begin)};
  }
  throw std::logic_error("no embedded file " + std::string(name));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

template <typename Row>
void for_each_row(std::string_view text, Row row) {
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty() && line.front() != '#') row(split(line, '\t'));
  }
}

std::string_view without_last(std::string_view text, std::size_t count) { return text.substr(0, text.size() - count); }

// Lists of endings, in which "{name}" stands for each ending of a list defined before.
class EndingLists {
 public:
  void define(std::string_view name, std::string_view endings) { lists_[std::string(name)] = expand(endings); }

  const std::vector<std::string>& of(std::string_view name) const { return lists_.at(std::string(name)); }

  std::vector<std::string> expand(std::string_view endings) const {
    std::vector<std::string> result;
    for (const std::string_view ending : split(endings, ' ')) {
      const std::size_t open = ending.find('{');
      if (open == std::string_view::npos) {
        result.emplace_back(ending == "-" ? "" : ending);
        continue;
      }
      for (const std::string& inner : of(ending.substr(open + 1, ending.find('}') - open - 1)))
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

LatvianTables::Kind kind_of(std::string_view name) {
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
    if (known == name) return kind;
  }
  throw std::logic_error("latvian-endings.tsv: unknown kind " + std::string(name));
}

LatvianTables::Class class_of(std::string_view declension, std::string_view stem, bool stem_is_given) {
  if (declension.starts_with("adj")) return LatvianTables::Class::adjective;
  return stem_is_given && stem.ends_with('t') ? LatvianTables::Class::verb : LatvianTables::Class::other;
}

}  // namespace

const LatvianTables& LatvianTables::get() {
  static const LatvianTables tables;
  return tables;
}

LatvianTables::LatvianTables() {
  read_endings(embedded("latvian-endings.tsv"));
  read_consonants(embedded("latvian-consonants.tsv"));
  read_verbs(embedded("latvian-verbs.tsv"));
  read_words(embedded("latvian-words.tsv"));
}

void LatvianTables::read_endings(std::string_view text) {
  EndingLists lists;
  for_each_row(text, [&](const std::vector<std::string_view>& row) {
    if (row.front().front() == '@') {
      lists.define(row[0].substr(1), row[1]);
      return;
    }
    for (const std::string& ending : lists.expand(row[1])) {
      if (const std::optional<Sort> sort = sort_of(row.front())) {
        word_endings[ending] = {.sort = *sort, .left = std::string(row.size() > 2 ? row[2] : std::string_view())};
        longest_word_ending = std::max(longest_word_ending, ending.size());
      } else if (row.front() == "prefix") {
        prefixes.push_back(ending);
      } else {
        verb_endings[ending] |= kind_of(row.front());
      }
    }
  });
}

void LatvianTables::read_words(std::string_view text) {
  EndingLists lists;
  for_each_row(text, [&](const std::vector<std::string_view>& row) {
    if (row.front().front() == '@') {
      lists.define(row[0].substr(1), row[1]);
      return;
    }
    if (row.front() == "own") {
      for (const std::string_view beginning : split(row[1], ' ')) own_negations.emplace_back(beginning);
      return;
    }
    const bool negated = row.front() == "negated";
    const std::vector<std::string> endings = negated ? std::vector<std::string>{""} : lists.of(row.front());
    for (const std::string_view word : split(row[1], ' ')) {
      const std::size_t equals = word.find('=');
      const std::string_view base = word.substr(0, equals);
      const std::string_view stem = equals == std::string_view::npos ? base : word.substr(equals + 1);
      for (const std::string& ending : endings) {
        known_forms[std::string(base) + ending] = {
            .stem = std::string(stem), .word_class = class_of(row.front(), stem, stem != base), .negated = negated};
      }
    }
  });
}

void LatvianTables::read_consonants(std::string_view text) {
  for_each_row(text, [&](const std::vector<std::string_view>& row) {
    consonants[row[0]] = row[1];
    longest_consonants = std::max(longest_consonants, row[0].size());
  });
}

void LatvianTables::read_verbs(std::string_view text) {
  for_each_row(text, [&](const std::vector<std::string_view>& row) {
    add_verb(row[0], row.size() > 1 ? row[1] : std::string_view(), row.size() > 2 ? row[2] : std::string_view());
  });
}

void LatvianTables::add_stem(std::string_view stem, std::uint16_t verb, unsigned kinds) {
  for (VerbStem& known : verb_stems[stem]) {
    if (known.verb == verb) {
      known.kinds = static_cast<std::uint16_t>(known.kinds | kinds);
      return;
    }
  }
  verb_stems[stem].push_back({verb, static_cast<std::uint16_t>(kinds)});
  longest_verb_stem = std::max(longest_verb_stem, stem.size());
}

void LatvianTables::add_verb(std::string_view word, std::string_view presents, std::string_view pasts) {
  const auto verb = static_cast<std::uint16_t>(infinitives.size());
  infinitives.emplace_back(word);
  const std::string stem(without_last(word, 1));
  if (pasts.empty()) {  // a theme vowel
    add_stem(stem, verb, theme | theme_doer);
    const unsigned kind = stem.ends_with("ē") ? present : a_present;
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
    if (variant.ends_with(kAPresent)) {
      add_finite(without_last(variant, kAPresent.size()), a_present);
    } else {
      add_finite(variant, present | future);
    }
  }
  for (const std::string_view variant : split(pasts, '/')) add_finite(variant, past | doer | future);
}

}  // namespace clausula
