// Words, phrases and concepts as queries of the engine, with the weights of ranking.h.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/lexicon.h"
#include "query/question_text.h"
#include "query/snippet.h"

namespace clausula {

// Ways to match whose weights add up. Each term is held once, so that the engine reads its postings once.
class Alternatives {
 public:
  void add(const std::string& term, double weight) { weights_[term] += weight; }
  void add(const Xapian::Query& query) { others_.push_back(query); }
  void add(const Alternatives& others);
  // Any of them; empty where there is none.
  Xapian::Query query() const;

 private:
  std::map<std::string, double> weights_;
  std::vector<Xapian::Query> others_;
};

// Makes the queries and remembers which words they look for, to be marked in the results.
class WordQueries {
 public:
  explicit WordQueries(QuestionAnalyzers& analyzers) : analyzers_(analyzers) {}

  // A word in Dutch and in Latvian: its form, its stem, its letters without diacritics, and, where `headings`, in the
  // heading of the clause. Their weights add up.
  Alternatives word(std::string_view form, bool headings);
  // Exact forms next to one another. Throws UsageError where there is no word in it.
  Xapian::Query phrase(std::string_view text);
  Xapian::Query wildcard(std::string_view beginning);
  // An article or a duration that a question names: clauses that name it too, however it is written there, and those
  // that have all of its words.
  Alternatives unit(const Unit& unit, const QuestionText& question);
  // Any of the ways to say a concept in Dutch and Latvian.
  Alternatives concept_words(const LexiconEntry& entry);
  // Words to be marked that no query looks for.
  void mark(std::string_view text);
  const MarkedWords& marked() const { return marked_; }

 private:
  Alternatives concept_word(const Word& word);

  QuestionAnalyzers& analyzers_;
  MarkedWords marked_;
};

// Adds `weight` to whatever has one of the terms.
Xapian::Query boost(const std::vector<std::string>& terms, double weight);
// Whatever has one of the terms, without weight.
Xapian::Query any_of(const std::vector<std::string>& terms);
// Both have to match, but only `query` counts; an empty one is left out.
Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter);

}  // namespace clausula
