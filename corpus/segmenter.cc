// Cuts a policy into clauses: what is a heading, a paragraph, a list item or a row, and under what each stands.
#include <algorithm>

#include "corpus/clause.h"
#include "corpus/heading_path.h"
#include "corpus/line_words.h"
#include "corpus/piece.h"

namespace clausula {
namespace {

constexpr std::size_t detectable = 120;         // bytes from which the language of a block can be told
constexpr std::size_t surely_detectable = 250;  // from which another language than ours is believed
constexpr std::size_t longest_label = 6;        // words
constexpr std::size_t longest_glued_heading = 100;

// Follows lists: which clause introduces the item at hand.
class Lists {
 public:
  explicit Lists(std::string_view text) : text_(text) {}

  // A clause that is no item ends the lists; it may introduce the next one.
  void pass(int number, const Piece& piece) {
    levels_.clear();
    before_ = {number, piece};
    if (piece.role == Role::heading) numbered_ = {};
  }

  // The clause that introduces the piece, if it is an item.
  std::optional<int> lead_of(const Piece& piece) const {
    const auto same = find_like(piece);
    if (same != levels_.end()) return same->lead;
    if (levels_.empty()) return introducing(piece);
    if (nests(piece)) return before_.number;
    // Less indented than its lists: it stands beside what introduced them.
    return piece.indent < levels_.front().piece.indent ? continued(piece) : levels_.back().lead;
  }

  // Takes the item in, which `lead` introduces: it becomes part of its list.
  void enter(int number, const Piece& piece, std::optional<int> lead) {
    const auto same = find_like(piece);
    if (same != levels_.end()) {
      levels_.resize(static_cast<std::size_t>(same - levels_.begin()));
    } else {
      while (!levels_.empty() && piece.indent < levels_.back().piece.indent) levels_.pop_back();
      if (!levels_.empty() && !nests(piece)) levels_.pop_back();
    }
    levels_.push_back({piece, lead});
    if (piece.numbered()) numbered_ = levels_.back();
    before_ = {number, piece};
  }

 private:
  struct Level {
    Piece piece;
    std::optional<int> lead;
    bool is_like(const Piece& other) const {
      return piece.marking.kind == other.marking.kind && piece.indent == other.indent &&
             piece.marking.depth == other.marking.depth &&
             (piece.marking.kind != Marker::bullet || piece.marking.value == other.marking.value);
    }
  };
  struct Before {
    int number = 0;
    Piece piece;
  };

  std::vector<Level>::const_iterator find_like(const Piece& piece) const {
    return std::find_if(levels_.begin(), levels_.end(), [&](const Level& l) { return l.is_like(piece); });
  }

  bool nests(const Piece& piece) const {
    return piece.indent > levels_.back().piece.indent || ends_leading_in(before_.piece);
  }

  // A paragraph or a list between two numbered items does not end their list.
  std::optional<int> continued(const Piece& item) const {
    const bool next = numbered_ && item.numbered() && numbered_->is_like(item) &&
                      item.marking.value == numbered_->piece.marking.value + 1;
    return next ? numbered_->lead : std::nullopt;
  }

  std::optional<int> introducing(const Piece& item) const {
    if (const auto lead = continued(item)) return lead;
    if (before_.number == 0) return std::nullopt;
    const Piece& piece = before_.piece;
    if (piece.role == Role::heading) return ends_leading_in(piece) ? std::optional(before_.number) : std::nullopt;
    if (piece.role == Role::row || piece.ruler || (item.marked() && Level{piece, {}}.is_like(item)))
      return std::nullopt;
    const bool leads = ends_leading_in(piece) || (piece.ending != Ending::period && piece.letters.characters < 400) ||
                       announces(last_part(piece));
    return leads ? std::optional(before_.number) : std::nullopt;
  }

  // Enough of the end of a piece to hold its last sentence.
  std::string_view last_part(const Piece& piece) const {
    const std::string_view whole = view(text_, piece);
    if (whole.size() <= 200) return whole;
    const std::size_t space = whole.find(' ', whole.size() - 200);
    return space == std::string_view::npos ? std::string_view() : whole.substr(space);
  }

  std::string_view text_;
  std::vector<Level> levels_;
  std::optional<Level> numbered_;
  Before before_;
};

// Where the text begins after a heading that a scraper glued to it: "BewaartermijnWij bewaren …"; 0 where nothing is
// glued.
std::size_t after_glued_heading(std::string_view text) {
  const std::size_t end = std::min(text.size(), longest_glued_heading);
  for (std::size_t i = 4; i + 2 < end; ++i) {
    const auto before = static_cast<unsigned char>(text[i - 1]);
    const bool after_word = (before >= 'a' && before <= 'z') || before >= 0x80 || before == '?' || before == ')';
    if (before == '.' || before == ';') return 0;
    const auto letter = static_cast<unsigned char>(text[i]);
    if (!after_word || (letter < 0x80 && (letter < 'A' || letter > 'Z'))) continue;
    for (const std::string_view start : sentence_starts) {
      if (!text.substr(i).starts_with(start) || text.substr(i + start.size(), 1) != " ") continue;
      // A letter that is part of the word before, not a sign such as an opening quote.
      const std::size_t word = text.substr(0, i).find_last_of(' ');
      const std::string_view last_word = text.substr(word == std::string_view::npos ? 0 : word + 1, i);
      const LetterCounts letters =
          count_letters(last_word.substr(0, i - (word == std::string_view::npos ? 0 : word + 1)));
      if (letters.lower >= 3 && text.size() - i >= 20) return i;
    }
  }
  return 0;
}

// Where the text of a clause begins after a heading of its own on the same line.
std::size_t body_of(std::string_view text, const Piece& piece) {
  const std::string_view line = body(text, piece);
  if (line.starts_with("**")) {
    const std::size_t close = line.find("**", 2);
    if (close != std::string_view::npos && close < longest_glued_heading) {
      const std::size_t start = line.find_first_not_of(" :.*-\t", close + 2);
      if (start != std::string_view::npos) return piece.body + start;
    }
  }
  const std::size_t label = after_label(line);
  if (label > 0) {
    const std::vector<std::string> found = normalized_words(line.substr(0, line.find(':')));
    if (!found.empty() && found.size() <= longest_label && !states(found)) return piece.body + label;
  }
  const std::size_t glued = after_glued_heading(line);
  return glued > 0 ? piece.body + glued : piece.begin;
}

Language language_of(const Policy& policy, const Clause& clause) {
  const std::string_view text = clause.text(policy);
  if (text.size() < detectable || policy.foreign < detectable) return policy.language;
  const DetectedLanguage found = detect_language(text);
  if (!found.reliable) return policy.language;
  if (found.language == Language::other && text.size() < surely_detectable) return policy.language;
  // Frisian and Afrikaans are what short Dutch is taken for.
  if (policy.language == Language::dutch && (found.code == "af" || found.code == "fy")) return policy.language;
  return found.language;
}

std::vector<Piece> described_pieces(std::string_view text) {
  std::vector<Piece> pieces = pieces_of(text);
  mark_rows(text, pieces);
  mark_introduced(text, pieces);
  mark_headings(text, pieces);
  return pieces;
}

class Segmenter {
 public:
  explicit Segmenter(const Policy& policy)
      : policy_(policy),
        text_(policy.text),
        pieces_(described_pieces(text_)),
        headings_(text_, pieces_),
        lists_(text_) {}

  std::vector<Clause> run() {
    clauses_.reserve(pieces_.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) add(i);
    return std::move(clauses_);
  }

 private:
  void add(std::size_t index) {
    const Piece& piece = pieces_[index];
    Clause clause;
    clause.number = static_cast<int>(index) + 1;
    clause.begin = clause.body = piece.begin;
    clause.end = piece.end;
    clause.lines = {piece.first_line, piece.last_line};
    if (piece.role != Role::row) in_table_ = false;
    if (piece.role == Role::heading) {
      headings_.enter(index);
      clause.kind = ClauseKind::heading;
      clause.headings.assign(headings_.path().begin(), headings_.path().end() - 1);
      lists_.pass(clause.number, piece);
    } else {
      clause.headings = headings_.path();
      describe(clause, piece);
    }
    clause.language = language_of(policy_, clause);
    clauses_.push_back(std::move(clause));
  }

  void describe(Clause& clause, const Piece& piece) {
    if (piece.role == Role::row) {
      describe_row(clause, piece);
      return;
    }
    clause.body = body_of(text_, piece);
    const std::optional<int> lead = lists_.lead_of(piece);
    const bool item = piece.marked() && (lead || piece.marking.kind == Marker::bullet);
    if (!item && piece.role != Role::item) {
      lists_.pass(clause.number, piece);
      return;
    }
    clause.kind = ClauseKind::item;
    clause.lead_in = lead;
    lists_.enter(clause.number, piece, lead);
  }

  void describe_row(Clause& clause, const Piece& piece) {
    if (!in_table_) header_.reset();
    in_table_ = true;
    if (piece.table_header) {
      clause.kind = ClauseKind::heading;
      header_ = clause.number;
    } else {
      clause.kind = ClauseKind::row;
      clause.header = header_;
    }
    lists_.pass(clause.number, piece);
  }

  const Policy& policy_;
  std::string_view text_;
  std::vector<Piece> pieces_;
  HeadingPath headings_;
  Lists lists_;
  bool in_table_ = false;
  std::optional<int> header_;  // of the table at hand
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> segment(const Policy& policy) { return Segmenter(policy).run(); }

}  // namespace clausula
