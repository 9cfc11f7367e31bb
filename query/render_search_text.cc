#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "corpus/unicode.h"
#include "query/render_search.h"
#include "query/snippet_text.h"
#include "query/text_layout.h"

namespace clausula {
namespace {

// Lead-ins and headings longer than this are cut: they say where the clause stands.
constexpr std::size_t longest_context = 100;

std::string plural(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

class TextRenderer {
 public:
  TextRenderer(const SearchResult& result, const TextOptions& options, std::ostream& out)
      : result_(result), options_(options), out_(out) {}

  void render() {
    line("Understood: " + describe(result_.question) +
         (result_.conditions.empty() ? "" : " · where " + result_.conditions));
    counts();
    for (const std::string& explanation : result_.explanation) line(explanation, "  ");
    if (result_.distribution) distribution(*result_.distribution);
    std::optional<Answer> heading;
    for (const FoundPolicy& found : result_.policies) {
      if (found.answer && found.answer != heading) {
        out_ << '\n' << painted(title(*found.answer), Style::cyan, options_) << '\n';
        heading = found.answer;
      }
      policy(found);
    }
    for (const Facet& facet : result_.facets) facet_line(facet);
    for (const std::string& advice : result_.advice) line(advice);
  }

 private:
  void line(std::string_view text, std::string_view first = "") {
    out_ << paragraph({{std::string(text), Style::plain}}, first, std::string(first.size() + 2, ' '), options_);
  }

  std::string title(Answer answer) const {
    const bool denial = result_.question.polarity == Polarity::denies;
    switch (answer) {
      case Answer::says:
        return "Says so";
      case Answer::denies:
        return denial                                           ? "Says the opposite"
               : result_.question.practice == Practice::sharing ? "Denies it"
                                                                : "Says otherwise";
      case Answer::partly:
        return "Partly, only what would include it";
      case Answer::silent:
        return "Silent";
    }
    return {};
  }

  void counts() {
    if (result_.question.lacking) {
      line(plural(result_.answers->silent, "policy says", "policies say") + " nothing of it · " +
           std::to_string(result_.answers->says) + " do");
    } else if (result_.answers) {
      const AnswerCounts& c = *result_.answers;
      line(std::to_string(c.says) + " say so · " + std::to_string(c.denies) + " deny it or say otherwise · " +
           std::to_string(c.partly) + " partly · " + std::to_string(c.silent) + " silent" +
           (result_.exact ? "" : " (estimated)"));
    } else {
      line((result_.exact ? "" : "about ") + plural(result_.total, "policy", "policies"));
    }
  }

  void distribution(const Distribution& distribution) {
    if (!distribution.median.empty()) {
      line("Median " + distribution.median + ", from " + distribution.shortest + " to " + distribution.longest);
    }
    for (const StatedNumber& stated : distribution.values) {
      std::ostringstream row;
      row << "  " << std::left << std::setw(24) << stated.value << std::right << std::setw(5) << stated.policies
          << "  ";
      std::string examples;
      for (const std::string& example : stated.examples) examples.append(examples.empty() ? "" : ", ").append(example);
      if (stated.examples.size() < stated.policies) examples += ", …";
      out_ << paragraph({{examples, Style::plain}}, row.str(), std::string(33, ' '), options_);
    }
  }

  void policy(const FoundPolicy& found) {
    const Provenance& source = found.policy.source;
    std::string head = source.shop.empty() ? source.id : source.shop + " (" + versioned_id(source) + ")";
    head += ", " + std::string(code_of(found.policy.language));
    if (!source.retrieved.empty()) head += ", " + source.retrieved;
    out_ << '\n';
    line(head);
    if (!found.why.empty()) out_ << "  " << printable(found.why) << '\n';
    const std::size_t shown = found.answer ? std::min<std::size_t>(found.clauses.size(), 1) : found.clauses.size();
    for (std::size_t i = 0; i < shown; ++i) clause(found.clauses[i]);
    if (!found.condition.empty()) line("on condition: " + found.condition, "    ");
    if (found.contradicts) out_ << "    also says the opposite: clausula-query facts " << source.id << '\n';
  }

  void clause(const FoundClause& found) {
    const StoredClause& clause = found.clause;
    std::string place = "line " + std::to_string(clause.lines.first);
    if (clause.lines.last != clause.lines.first) place += "-" + std::to_string(clause.lines.last);
    const std::string& context = clause.kind == ClauseKind::row ? clause.header : clause.lead_in;
    const bool fits =
        !context.empty() && columns(context) <= longest_context && columns(found.snippet.text) <= longest_context;
    out_ << paragraph(runs_of(found.snippet, fits ? context + " / " : ""), "  " + place + ": ", "    ", options_);
    if (found.elsewhere > 0) {
      out_ << "    the same word for word in " << plural(found.elsewhere, "other clause", "other clauses") << '\n';
    }
    if (!found.parts.empty()) {
      std::ostringstream parts;
      parts << std::fixed << std::setprecision(3) << "score " << found.score << " =";
      for (const ScorePart& part : found.parts) parts << ' ' << part.what << ' ' << part.score;
      out_ << "    " << parts.str() << '\n';
    }
  }

  void facet_line(const Facet& facet) {
    std::string text = facet.name + ":";
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
      text += (i > 0 ? ", " : " ") + facet.values[i].value + " " + std::to_string(facet.values[i].policies);
    }
    if (&facet == &result_.facets.front()) out_ << '\n';
    line(text);
  }

  const SearchResult& result_;
  const TextOptions& options_;
  std::ostream& out_;
};

}  // namespace

std::string_view name_of(Answer answer) {
  switch (answer) {
    case Answer::says:
      return "says";
    case Answer::denies:
      return "denies";
    case Answer::partly:
      return "partly";
    case Answer::silent:
      return "silent";
  }
  return {};
}

void render_text(const SearchResult& result, const TextOptions& options, std::ostream& out) {
  TextRenderer(result, options, out).render();
}

}  // namespace clausula
