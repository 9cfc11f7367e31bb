#include "query/word_query.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "corpus/error.h"
#include "corpus/unicode.h"
#include "indexer/schema.h"
#include "query/ranking.h"

namespace clausula {
namespace {

using Xapian::Query;

// The languages of the index, as places in question_languages.
constexpr std::size_t dutch = 1;
constexpr std::size_t latvian = 2;

Query scaled(const std::string& term, double weight) { return Query(Query::OP_SCALE_WEIGHT, Query(term), weight); }

// Ways to match one word. A term that is several of them counts as the best.
class WordForms {
 public:
  void add(std::string_view prefix, std::string_view value, double weight) {
    double& best = weights_[term(prefix, value)];
    best = std::max(best, weight);
  }

  void add(const Word& word, bool headings) {
    add(prefix::stem, word.stem, ranking::stem);
    if (headings) add(prefix::heading_stem, word.stem, ranking::heading);
    add(prefix::folded, word.folded, ranking::folded);
    // Where the policy leaves the diacritics out, the folded form is its stem.
    add(prefix::stem, word.folded, ranking::folded);
    if (word.parts.size() < 2) return;
    std::vector<Query> parts;
    for (const CompoundPart& part : word.parts) parts.push_back(scaled(term(prefix::stem, part.stem), ranking::part));
    compounds_.emplace_back(Query::OP_AND, parts.begin(), parts.end());
  }

  Alternatives alternatives() const {
    Alternatives all;
    for (const Query& compound : compounds_) all.add(compound);
    for (const auto& [term, weight] : weights_) all.add(term, weight);
    return all;
  }

 private:
  std::map<std::string, double> weights_;
  std::vector<Query> compounds_;
};

void remember(const Word& word, MarkedWords& marked) {
  marked.exact.insert(word.text);
  marked.stems.insert(word.stem);
  marked.folded.insert(word.folded);
}

}  // namespace

void Alternatives::add(const Alternatives& others) {
  for (const auto& [term, weight] : others.weights_) add(term, weight);
  others_.insert(others_.end(), others.others_.begin(), others.others_.end());
}

// The best of them would do (OP_MAX), but Xapian 1.4.22 crashes on some trees with it.
Query Alternatives::query() const {
  std::vector<Query> all = others_;
  for (const auto& [term, weight] : weights_) all.push_back(scaled(term, weight));
  return Query(Query::OP_OR, all.begin(), all.end());
}

Alternatives WordQueries::word(std::string_view form, bool headings) {
  WordForms forms;
  forms.add("", normalize(form), ranking::exact);
  for (const std::size_t language : {dutch, latvian}) {
    const Word& word = analyzers_.at(language).word(form);
    remember(word, marked_);
    forms.add(word, headings);
  }
  return forms.alternatives();
}

void WordQueries::mark(std::string_view text) {
  for (const WordSpan& span : words(text)) {
    for (const std::size_t language : {dutch, latvian}) {
      remember(analyzers_.at(language).word(text.substr(span.begin, span.end - span.begin)), marked_);
    }
  }
}

Query WordQueries::phrase(std::string_view text) {
  std::vector<std::string> terms;
  for (const WordSpan& span : words(text)) {
    std::string exact = normalize(text.substr(span.begin, span.end - span.begin));
    marked_.exact.insert(exact);
    terms.push_back(term("", exact));
  }
  if (terms.empty()) throw UsageError("there is no word in the phrase \"" + std::string(text) + "\"");
  if (terms.size() == 1) return Query(terms.front());
  return Query(Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size()));
}

Query WordQueries::wildcard(std::string_view beginning) {
  const std::string start = normalize(beginning);
  return Query(Query::OP_WILDCARD, term("", start), ranking::expansions_of_wildcard,
               Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_OR);
}

Alternatives WordQueries::unit(const Unit& unit, const QuestionText& question) {
  marked_.units.insert(unit.value);
  std::vector<Query> all;
  for (std::size_t i = unit.first; i <= unit.last; ++i) all.push_back(word(question.surface(i), false).query());
  const std::string_view prefix = unit.kind == WordKind::article ? prefix::article : prefix::duration;
  Alternatives ways;
  ways.add(term(prefix, unit.value), ranking::unit);
  ways.add(Query(Query::OP_AND, all.begin(), all.end()));
  return ways;
}

Alternatives WordQueries::concept_word(const Word& word) {
  Alternatives ways;
  marked_.stems.insert(word.stem);
  ways.add(term(prefix::stem, word.stem), ranking::concept_word);
  if (word.folded == word.stem) return ways;
  marked_.folded.insert(word.folded);
  ways.add(term(prefix::folded, word.folded), ranking::concept_folded);
  ways.add(term(prefix::stem, word.folded), ranking::concept_folded);
  return ways;
}

Alternatives WordQueries::concept_words(const LexiconEntry& entry) {
  struct Source {
    std::string_view list;
    std::size_t language;
  };
  constexpr std::array sources{Source{"nl", dutch}, Source{"nl-law", dutch}, Source{"lv", latvian},
                               Source{"lv-law", latvian}};
  // The words of a phrase, each in all its forms, and their stems.
  struct Way {
    std::vector<Alternatives> words;
    std::vector<std::string> stems;
  };
  std::vector<Way> ways;
  std::vector<Token> tokens;
  for (const auto& [list, language] : sources) {
    for (const std::string& phrase : entry.list(list)) {
      Analyzer& analyzer = analyzers_.at(language);
      analyzer.analyze(phrase, tokens);
      Way way;
      for (const Token& token : tokens) {
        if (token.word->stop && tokens.size() > 1) continue;
        const bool begins = token.end < phrase.size() && phrase[token.end] == '*';
        if (begins) {
          way.words.emplace_back().add(
              Query(Query::OP_SCALE_WEIGHT, wildcard(token.word->text), ranking::concept_word));
        } else {
          way.words.push_back(concept_word(*token.word));
          way.stems.push_back(token.word->stem);
        }
      }
      if (!way.words.empty()) ways.push_back(std::move(way));
    }
  }
  Alternatives all;
  std::set<std::string> single;
  for (const Way& way : ways) {
    if (way.words.size() > 1) continue;
    all.add(way.words.front());
    single.insert(way.stems.begin(), way.stems.end());
  }
  for (const Way& way : ways) {
    // Where one of its words is a way by itself, the phrase finds nothing more.
    const bool found =
        std::any_of(way.stems.begin(), way.stems.end(), [&](const std::string& stem) { return single.contains(stem); });
    if (way.words.size() == 1 || found) continue;
    std::vector<Query> words;
    for (const Alternatives& word : way.words) words.push_back(word.query());
    all.add(Query(Query::OP_AND, words.begin(), words.end()));
  }
  return all;
}

Query any_of(const std::vector<std::string>& terms) {
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), 0);
}

Query boost(const std::vector<std::string>& terms, double weight) {
  return Query(Query::OP_AND, Query((new Xapian::FixedWeightPostingSource(weight))->release()), any_of(terms));
}

Query filtered(const Query& query, const Query& filter) {
  if (filter.empty()) return query;
  return Query(Query::OP_FILTER, query, filter);
}

}  // namespace clausula
