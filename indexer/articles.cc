#include "indexer/articles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/unicode.h"

namespace clausula {
namespace {

using Role = ArticleFinder::Role;

constexpr std::string_view file = "articles.toml";
constexpr int last_article = 99;         // of the regulation
constexpr char last_letter = 'k';        // of the points of a paragraph; a later letter is mostly a word ("u")
constexpr int longest_range = 20;        // articles; a longer one is a mistake
constexpr std::size_t law_distance = 5;  // words between a citation and the law that it names

constexpr std::array<std::pair<std::string_view, Role>, 9> roles{{{"article", Role::article},
                                                                  {"articles", Role::articles},
                                                                  {"article-after", Role::article_after},
                                                                  {"paragraph", Role::paragraph},
                                                                  {"point", Role::point},
                                                                  {"and", Role::joining},
                                                                  {"through", Role::through},
                                                                  {"regulation", Role::regulation},
                                                                  {"other-law", Role::other_law}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The value of at most three digits; 0 for other text.
int number_of(std::string_view text) {
  if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit)) return 0;
  int value = 0;
  for (const char digit : text) value = value * 10 + (digit - '0');
  return value;
}

bool has(std::string_view text, std::string_view any) { return text.find_first_of(any) != std::string_view::npos; }

bool has_dash(std::string_view text) {
  return text.find('-') != std::string_view::npos || text.find("–") != std::string_view::npos;
}

}  // namespace

// Words and numbers of a text, cut at the dots and hyphens that the tokens keep: "6.1.f" is three.
class CitationReader {
 public:
  CitationReader(const ArticleFinder& finder, std::string_view text, std::span<const Token> tokens,
                 std::vector<Unit>& found)
      : found_(found) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t before = i == 0 ? 0 : tokens[i - 1].end;
      cut(finder, static_cast<std::uint32_t>(i), tokens[i].word->text, text.substr(before, tokens[i].begin - before));
    }
  }

  void run() {
    for (std::size_t at = 0; at < atoms_.size();) {
      std::size_t next = at + 1;
      if (is_article(at)) {
        next = read_behind(at);
      } else if (atoms_[at].number > 0) {
        next = role(at + 1) == Role::article_after && close(at + 1) ? read_before(at) : read_bare(at);
      }
      at = std::max(next, at + 1);
    }
  }

 private:
  struct Atom {
    std::string_view text;
    std::string_view before;  // what stands between it and the atom before
    ArticleFinder::Meaning meaning;
    int number = 0;
    std::uint32_t token = 0;
    bool glued = false;  // a dot or hyphen without blank joins it to the atom before
  };

  void cut(const ArticleFinder& finder, std::uint32_t token, std::string_view word, std::string_view gap) {
    bool glued = false;
    for (std::size_t at = 0; at <= word.size();) {
      const std::size_t end = std::min(word.find_first_of(".-", at), word.size());
      if (end > at) {
        Atom atom;
        atom.text = word.substr(at, end - at);
        atom.before = gap;
        atom.glued = glued;
        atom.number = number_of(atom.text);
        atom.token = token;
        if (const auto known = finder.words_.find(atom.text); known != finder.words_.end()) {
          atom.meaning = known->second;
        }
        atoms_.push_back(atom);
      }
      gap = word.substr(end, 1);
      glued = true;
      at = end + 1;
    }
  }

  Role role(std::size_t at) const { return at < atoms_.size() ? atoms_[at].meaning.role : Role::none; }
  bool is_article(std::size_t at) const { return role(at) == Role::article || role(at) == Role::articles; }
  int number(std::size_t at) const { return at < atoms_.size() ? atoms_[at].number : 0; }

  // Whether no end of a sentence or line stands before the atom. "art. 6" and "6. panta" have a dot that is none.
  bool close(std::size_t at) const { return at < atoms_.size() && !has(atoms_[at].before, ";:?!\n\t|"); }

  // Number of a paragraph at `at`, which moves behind it; 0 for none.
  int paragraph(std::size_t& at) const {
    if (!close(at)) return 0;
    if (role(at) == Role::paragraph && close(at + 1) && number(at + 1) > 0) {  // lid 1
      at += 2;
      return atoms_[at - 1].number;
    }
    const int value = role(at) == Role::ordinal ? atoms_[at].meaning.number : number(at);
    if (value == 0) return 0;
    if (role(at + 1) == Role::paragraph && close(at + 1)) {  // eerste lid, 1. punkta
      at += 2;
      return value;
    }
    // (1), §1, and "6.1" without a blank; anything else is another number.
    const Atom& atom = atoms_[at];
    if (!(has(atom.before, "(") || atom.before.find("§") != std::string_view::npos ||
          (atom.glued && atom.before == ".")))
      return 0;
    ++at;
    return value;
  }

  // The letter of a point at `at`; 0 for none. `marked` says that a word or bracket before it announced one.
  char letter(std::size_t at, bool marked) const {
    if (!close(at) || atoms_[at].text.size() != 1) return 0;
    const char c = atoms_[at].text[0];
    if (c < 'a' || c > last_letter) return 0;
    const bool bracketed = at + 1 < atoms_.size() ? atoms_[at + 1].before.starts_with(')') : false;
    return marked || bracketed || has(atoms_[at].before, "(") || atoms_[at].glued ? c : '\0';
  }

  // The letters of points at `at`, which moves behind them: "sub a, b en f", "a), b) un f) apakšpunkts".
  std::string letters(std::size_t& at, bool has_paragraph) const {
    std::string all;
    bool marked = has_paragraph;
    for (std::size_t next = at;;) {
      while (role(next) == Role::point && close(next)) {
        marked = true;
        ++next;
      }
      // "aanhef en onder f", "a en sub b": a joining word between points or letters.
      if (role(next) == Role::joining && marked && (role(next + 1) == Role::point || letter(next + 1, !all.empty()))) {
        ++next;
        continue;
      }
      const bool continued = all.empty() || has(next < atoms_.size() ? atoms_[next].before : "", ",/)(") ||
                             role(next - 1) == Role::joining || role(next - 1) == Role::point;
      const char c = letter(next, marked);
      if (c == 0 || !continued) break;
      all += c;
      at = ++next;
    }
    while (role(at) == Role::point && !all.empty() && close(at)) ++at;
    return all;
  }

  // Whether the atoms from `at` on continue a list of articles; `at` moves to the next number, `range` says that those
  // between are meant as well. Commas do so only in a `list`: "artikel 6, 30 dagen" is none.
  bool continues(std::size_t& at, bool list, bool& range) const {
    range = false;
    std::size_t next = at;
    bool joined = false;
    for (; next < at + 3 && (role(next) == Role::joining || role(next) == Role::through) && close(next); ++next) {
      joined = true;
      range = range || role(next) == Role::through;
    }
    if (!close(next) || number(next) == 0 || number(next) > last_article) return false;
    if (!joined && has_dash(atoms_[next].before)) joined = range = true;
    if (!joined && !(list && has(atoms_[next].before, ","))) return false;
    at = next;
    return true;
  }

  // "artikel 6 lid 1 sub f": from the word at `first` on.
  std::size_t read_behind(std::size_t first) {
    std::size_t at = first + 1;
    if (!close(at) || number(at) == 0) return at;
    const bool list = role(first) == Role::articles;
    const std::size_t known = found_.size();
    int before = 0;
    bool range = false;
    do {
      const int article = number(at++);
      if (range) add_between(first, before, article, at);
      add_with_points(first, article, at);
      before = article;
    } while (continues(at, list, range));
    if (law_behind(at, true) == Role::other_law) found_.resize(known);
    return at;
  }

  // "13. un 14. panta 1. punkta f) apakšpunkts": the last number before the word is at `last`.
  std::size_t read_before(std::size_t last) {
    std::size_t first = last;
    const std::size_t known = found_.size();
    for (;;) {
      std::size_t earlier = first;
      bool range = false;
      if (earlier >= 2 && number(earlier - 2) > 0 &&
          (role(earlier - 1) == Role::joining || role(earlier - 1) == Role::through)) {
        range = role(earlier - 1) == Role::through;
        earlier -= 2;
      } else if (earlier >= 1 && number(earlier - 1) > 0 && close(earlier) &&
                 (has(atoms_[earlier].before, ",") || has_dash(atoms_[earlier].before))) {
        range = has_dash(atoms_[earlier].before);
        earlier -= 1;
      } else {
        break;
      }
      if (number(earlier) > last_article) break;
      if (range) add_between(earlier, number(earlier), number(first), first);
      add(earlier, number(earlier), 0, {}, earlier + 1);
      first = earlier;
    }
    std::size_t at = last + 2;
    add_with_points(first, number(last), at);
    if (law_behind(at, false) == Role::other_law || law_before(first) == Role::other_law) found_.resize(known);
    return at;
  }

  // "6(1)(f)", "6.1.f" without any word: all three parts have to be there, or it is some other number.
  std::size_t read_bare(std::size_t first) {
    std::size_t at = first + 1;
    if (number(first) > last_article || role(at) == Role::paragraph) return at;
    const int value = paragraph(at);
    if (value == 0) return first + 1;
    const std::size_t letter_at = at;
    if (letter(at, false) == 0 || role(at) == Role::point) return first + 1;
    const std::string all = letters(at, false);
    if (all.empty() || at == letter_at) return first + 1;
    add(first, number(first), value, all, at);
    return at;
  }

  void add_with_points(std::size_t first, int article, std::size_t& at) {
    const int value = paragraph(at);
    const std::string all = letters(at, value != 0);
    add(first, article, value, all, at);
  }

  void add_between(std::size_t first, int low, int high, std::size_t end) {
    if (high - low > longest_range) return;
    for (int article = low + 1; article < high; ++article) add(first, article, 0, {}, end);
  }

  void add(std::size_t first, int article, int paragraph, std::string_view letters, std::size_t end) {
    if (article < 1 || article > last_article) return;
    Unit unit;
    unit.kind = WordKind::article;
    unit.first = atoms_[first].token;
    unit.last = atoms_[end - 1].token;
    unit.value = std::to_string(article);
    if (paragraph > 0) unit.value += '.' + std::to_string(paragraph);
    if (letters.empty()) found_.push_back(unit);
    for (const char c : letters) {
      found_.push_back(unit);
      found_.back().value += std::string(".") + c;
    }
  }

  // The law that is named nearest behind a citation, within its sentence; `none` where there is none.
  Role law_behind(std::size_t at, bool far) const {
    const std::size_t end = std::min(atoms_.size(), at + (far ? law_distance : 1));
    for (; at < end && close(at) && !(at > 0 && atoms_[at].before.find(". ") != std::string_view::npos); ++at) {
      if (role(at) == Role::regulation || role(at) == Role::other_law) return role(at);
      if (is_article(at) || number(at) > 0) break;
    }
    return Role::none;
  }

  // … before it: Latvian puts the law first.
  Role law_before(std::size_t first) const {
    for (std::size_t at = first; at > 0 && first - at < law_distance && close(at); --at) {
      if (role(at - 1) == Role::regulation || role(at - 1) == Role::other_law) return role(at - 1);
    }
    return Role::none;
  }

  std::vector<Atom> atoms_;
  std::vector<Unit>& found_;
};

ArticleFinder::ArticleFinder(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.entries(file)) {
    Meaning meaning;
    if (!entry.value("number").empty()) {
      meaning = {Role::ordinal, number_of(entry.value("number"))};
    } else {
      const auto known = std::find_if(roles.begin(), roles.end(), [&](const auto& r) { return r.first == entry.id; });
      if (known == roles.end()) Lexicon::fail(file, entry, "has no number and is no part of a citation");
      meaning.role = known->second;
    }
    for (const auto& [language, forms] : entry.lists) {
      for (const std::string& form : forms) {
        words_.emplace(normalize(form), meaning);
        words_.emplace(fold(form), meaning);
      }
    }
  }
}

void ArticleFinder::find(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found) const {
  // Most clauses have no number, and no citation is without.
  const bool numbers = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return std::any_of(token.word->text.begin(), token.word->text.end(), is_digit);
  });
  if (numbers) CitationReader(*this, text, tokens, found).run();
}

}  // namespace clausula
