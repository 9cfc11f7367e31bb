// The syntax of the search box: fields, exact phrases, wildcards, AND OR NOT and parentheses between plain words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

struct Expression {
  enum class Kind {
    words,     // plain words, in `value`, as they were typed
    phrase,    // "…": exact forms, next to one another
    wildcard,  // word*: `value` is what stands before the asterisk
    field,     // field:value
    all,       // every one of `parts`
    any,       // at least one of `parts`
    none       // not the only one of `parts`
  };
  Kind kind = Kind::words;
  std::string field;
  std::string value;
  std::vector<Expression> parts;
  std::size_t at = 0;  // byte of the query where it begins
};

struct Syntax {
  // What was typed outside of fields, phrases and operators, words in their order: a question, or words to look for.
  std::string question;
  // Everything else, of kind `all`; without parts where there was nothing else. Where `operators`, the plain words are
  // in it too and `question` is empty.
  Expression conditions{Expression::Kind::all, {}, {}, {}, 0};
  bool operators = false;  // AND, OR, NOT or parentheses were used
};

// Throws UsageError, with the column, for quotation marks or parentheses that are not closed, and for an operator or a
// field without what it applies to. Whether fields and their values exist is not looked at.
Syntax parse_syntax(std::string_view query);

// The expression as one would type it, e.g. `topic:retention AND (lang:nl OR lang:lv) AND NOT "zeven jaar"`.
std::string describe(const Expression& expression);

}  // namespace clausula
