// Words: where they begin and end. A scanner rather than ICU's iterator, which cuts e-pasts and IP-adres at the hyphen
// and costs five times as much.
#include <unicode/uchar.h>

#include "corpus/unicode.h"
#include "corpus/unicode_steps.h"

namespace clausula {
namespace {

enum class Class { other, letter, digit, extend, hyphen, apostrophe, dot, comma, at };

Class class_of(UChar32 c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return Class::letter;
    if (c >= '0' && c <= '9') return Class::digit;
    switch (c) {
      case '-':
        return Class::hyphen;
      case '\'':
      case '`':
        return Class::apostrophe;
      case '.':
        return Class::dot;
      case ',':
        return Class::comma;
      case '@':
        return Class::at;
      default:
        return Class::other;
    }
  }
  if (c == 0x2010 || c == 0x2011) return Class::hyphen;
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0xB4) return Class::apostrophe;
  if (u_isalpha(c)) return Class::letter;
  if (u_isdigit(c)) return Class::digit;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return Class::extend;
    default:
      break;
  }
  // Soft hyphen, zero-width characters: inside a word they are part of it.
  if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) return Class::extend;
  return Class::other;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<WordSpan> run() {
    std::vector<WordSpan> spans;
    spans.reserve(text_.size() / 7);
    while (position_ < text_.size()) {
      std::size_t i = position_;
      const UChar32 c = next_code_point(text_, i);
      const Class kind = class_of(c);
      if (kind == Class::letter || kind == Class::digit) {
        const std::size_t begin = position_;
        if (scan_word()) spans.push_back({begin, position_});
      } else {
        position_ = i;
      }
    }
    return spans;
  }

 private:
  // Moves `position_` past the word that begins there; false for a run of underscores.
  bool scan_word() {
    bool anything = false;
    Part part;  // since the last joiner
    for (std::size_t end = position_; position_ < text_.size(); end = position_) {
      std::size_t i = position_;
      const UChar32 c = next_code_point(text_, i);
      const Class kind = class_of(c);
      if (kind == Class::letter || kind == Class::digit) {
        anything = anything || c != '_';
        part.add(kind);
        position_ = i;
      } else if (kind == Class::extend) {
        position_ = i;
      } else if (kind != Class::other && joins(kind, part, i)) {
        position_ = i;
        part = {};
      } else {
        position_ = end;
        break;
      }
    }
    return anything;
  }

  struct Part {
    int length = 0;
    bool letters = false;
    Class last = Class::other;
    void add(Class kind) {
      ++length;
      letters = letters || kind == Class::letter;
      last = kind;
    }
  };

  // Whether a joiner after `before` goes on with what begins at `after`.
  bool joins(Class joiner, const Part& before, std::size_t after) const {
    if (after >= text_.size() || before.length == 0) return false;
    const UChar32 c = next_code_point(text_, after);
    const Class kind = class_of(c);
    if (kind != Class::letter && kind != Class::digit) return false;
    switch (joiner) {
      case Class::hyphen:
      case Class::at:
        return true;
      case Class::apostrophe:
        return before.last == Class::letter && kind == Class::letter;
      case Class::comma:
        return before.last == Class::digit && kind == Class::digit;
      case Class::dot:
        if (kind == Class::digit) return before.last == Class::digit;
        // Host names go on in lower case, "B.V." after one letter; "gegevens.Wij" lacks a space and "2026.gada" is two.
        return before.letters && (u_islower(c) || before.length == 1);
      default:
        return false;
    }
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace

std::vector<WordSpan> words(std::string_view text) { return Scanner(text).run(); }

}  // namespace clausula
