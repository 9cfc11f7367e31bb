#include "query/syntax.h"

#include <array>
#include <optional>

#include "corpus/error.h"

namespace clausula {
namespace {

using Kind = Expression::Kind;

enum class Mark { word, phrase, field, open, close, both, either, without };

struct Piece {
  Mark mark = Mark::word;
  std::string field;
  std::string value;
  std::size_t at = 0;
};

[[noreturn]] void fail(std::size_t at, const std::string& what) {
  throw UsageError("query, column " + std::to_string(at + 1) + ": " + what);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Quotation marks of the three languages; an opening one may be closed by any.
constexpr std::array<std::string_view, 6> quotes{"\"", "“", "”", "„", "«", "»"};

// Cuts the query into pieces.
class Cutter {
 public:
  explicit Cutter(std::string_view query) : query_(query) {}

  std::vector<Piece> cut() {
    std::vector<Piece> pieces;
    int depth = 0;
    while (true) {
      while (at_ < query_.size() && is_space(query_[at_])) ++at_;
      if (at_ == query_.size()) break;
      Piece piece;
      piece.at = at_;
      if (query_[at_] == '(') {
        piece.mark = Mark::open;
        ++depth;
        ++at_;
      } else if (query_[at_] == ')' && depth > 0) {
        piece.mark = Mark::close;
        --depth;
        ++at_;
      } else if (const auto text = quoted()) {
        piece.mark = Mark::phrase;
        piece.value = *text;
      } else {
        word(depth, piece);
      }
      pieces.push_back(std::move(piece));
    }
    return pieces;
  }

 private:
  std::size_t quote_at(std::size_t at) const {
    for (const std::string_view quote : quotes) {
      if (query_.substr(at).starts_with(quote)) return quote.size();
    }
    return 0;
  }

  // The text between quotation marks, where one begins here.
  std::optional<std::string> quoted() {
    const std::size_t open = quote_at(at_);
    if (open == 0) return std::nullopt;
    const std::size_t begin = at_ + open;
    for (std::size_t end = begin; end < query_.size(); ++end) {
      const std::size_t close = quote_at(end);
      if (close == 0) continue;
      at_ = end + close;
      return std::string(query_.substr(begin, end - begin));
    }
    fail(at_, "the quotation mark is not closed");
  }

  // Up to white space; a bracket that was opened inside ("6(1)(f)") is part of the word.
  std::string_view bare(int depth) {
    const std::size_t begin = at_;
    int inside = 0;
    for (; at_ < query_.size() && !is_space(query_[at_]); ++at_) {
      if (query_[at_] == '(') ++inside;
      if (query_[at_] == ')' && inside-- == 0 && depth > 0) break;
    }
    return query_.substr(begin, at_ - begin);
  }

  void word(int depth, Piece& piece) {
    std::size_t colon = at_;
    while (colon < query_.size() && (is_letter(query_[colon]) || query_[colon] == '-')) ++colon;
    const bool is_field = colon > at_ && colon + 1 < query_.size() && query_[colon] == ':' &&
                          !is_space(query_[colon + 1]) && !query_.substr(colon + 1).starts_with("//");
    if (is_field) {
      piece.mark = Mark::field;
      piece.field = query_.substr(at_, colon - at_);
      at_ = colon + 1;
      if (const auto text = quoted()) {
        piece.value = *text;
      } else {
        piece.value = bare(depth);
      }
      if (piece.value.empty()) fail(piece.at, "field '" + piece.field + "' has no value");
      return;
    }
    piece.value = bare(depth);
    if (piece.value == "AND") piece.mark = Mark::both;
    if (piece.value == "OR") piece.mark = Mark::either;
    if (piece.value == "NOT") piece.mark = Mark::without;
  }

  std::string_view query_;
  std::size_t at_ = 0;
};

Expression leaf(const Piece& piece) {
  if (piece.mark == Mark::phrase) return {Kind::phrase, {}, piece.value, {}, piece.at};
  if (piece.mark == Mark::field) return {Kind::field, piece.field, piece.value, {}, piece.at};
  if (piece.value.size() > 1 && piece.value.ends_with('*')) {
    return {Kind::wildcard, {}, piece.value.substr(0, piece.value.size() - 1), {}, piece.at};
  }
  return {Kind::words, {}, piece.value, {}, piece.at};
}

// OR binds weaker than AND, which may be left out; NOT binds strongest.
class Reader {
 public:
  explicit Reader(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  Expression read() {
    Expression all = either();
    if (at_ < pieces_.size()) fail(pieces_[at_].at, "this closing parenthesis was not opened");
    return all;
  }

 private:
  bool next_is(Mark mark) const { return at_ < pieces_.size() && pieces_[at_].mark == mark; }

  Expression either() {
    Expression result = both();
    while (next_is(Mark::either)) {
      ++at_;
      Expression right = both();
      if (result.kind != Kind::any) result = {Kind::any, {}, {}, {std::move(result)}, 0};
      result.parts.push_back(std::move(right));
    }
    return result;
  }

  Expression both() {
    Expression result{Kind::all, {}, {}, {}, 0};
    result.parts.push_back(one());
    while (at_ < pieces_.size() && !next_is(Mark::either) && !next_is(Mark::close)) {
      if (next_is(Mark::both)) ++at_;
      result.parts.push_back(one());
    }
    if (result.parts.size() == 1) return std::move(result.parts.front());
    return result;
  }

  Expression one() {
    if (at_ == pieces_.size()) fail(pieces_.back().at, "something has to follow '" + pieces_.back().value + "'");
    const Piece& piece = pieces_[at_++];
    switch (piece.mark) {
      case Mark::without:
        return {Kind::none, {}, {}, {one()}, piece.at};
      case Mark::open: {
        Expression inside = either();
        if (!next_is(Mark::close)) fail(piece.at, "the parenthesis is not closed");
        ++at_;
        return inside;
      }
      case Mark::close:
        fail(piece.at, "nothing stands before this closing parenthesis");
      case Mark::both:
      case Mark::either:
        fail(piece.at, "nothing stands before '" + piece.value + "'");
      default:
        return leaf(piece);
    }
  }

  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

void describe_parts(const Expression& expression, std::string_view between, std::string& text) {
  for (std::size_t i = 0; i < expression.parts.size(); ++i) {
    const Expression& part = expression.parts[i];
    if (i > 0) text.append(1, ' ').append(between).append(1, ' ');
    const bool bracket = part.parts.size() > 1;
    text.append(bracket ? "(" : "").append(describe(part)).append(bracket ? ")" : "");
  }
}

}  // namespace

Syntax parse_syntax(std::string_view query) {
  Syntax syntax;
  std::vector<Piece> pieces = Cutter(query).cut();
  if (pieces.empty()) return syntax;
  for (const Piece& piece : pieces) {
    syntax.operators |= piece.mark != Mark::word && piece.mark != Mark::phrase && piece.mark != Mark::field;
  }
  if (syntax.operators) {
    Expression all = Reader(std::move(pieces)).read();
    if (all.kind == Kind::all) {
      syntax.conditions = std::move(all);
    } else {
      syntax.conditions.parts.push_back(std::move(all));
    }
    return syntax;
  }
  for (const Piece& piece : pieces) {
    Expression part = leaf(piece);
    if (part.kind == Kind::words) {
      syntax.question.append(syntax.question.empty() ? "" : " ").append(part.value);
    } else {
      syntax.conditions.parts.push_back(std::move(part));
    }
  }
  return syntax;
}

std::string describe(const Expression& expression) {
  std::string text;
  if (expression.kind == Kind::all && expression.parts.size() == 1) return describe(expression.parts.front());
  switch (expression.kind) {
    case Kind::words:
      return expression.value;
    case Kind::phrase:
      return "\"" + expression.value + "\"";
    case Kind::wildcard:
      return expression.value + "*";
    case Kind::field: {
      const bool quote = expression.value.find(' ') != std::string::npos;
      return expression.field + ":" + (quote ? "\"" : "") + expression.value + (quote ? "\"" : "");
    }
    case Kind::none:
      text = "NOT ";
      describe_parts(expression, "", text);
      return text;
    case Kind::all:
      describe_parts(expression, "AND", text);
      return text;
    case Kind::any:
      describe_parts(expression, "OR", text);
      return text;
  }
  return text;
}

}  // namespace clausula
