// Stems Latvian words by tables of endings, of the consonants' alternations and of the verbs' principal parts
// (lexicon/latvian-*.tsv); docs/analysis.md explains them.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "indexer/stemmer.h"

namespace clausula {

class LatvianTables;

// A stem and whether the word carries its own negation: "nenododam" is the stem of "nodot", negated. Words whose ne-
// is a part of their meaning (nepilngadīgs, nedēļa) have it in their stem.
struct LatvianForm {
  std::string stem;
  bool negated = false;
};

// Holds no state of its own: any number of threads may share one. Borrows the lexicon, which has its tables.
class LatvianStemmer final : public Stemmer {
 public:
  explicit LatvianStemmer(const Lexicon& lexicon = Lexicon::builtin());

  void stem(std::string_view word, std::string& stem) const override;
  // By tables whose diacritics are folded away, too: "glabajam" and "glabasana" are "glabat".
  void stem_folded(std::string_view word, std::string& stem) const override;
  std::string_view id() const override { return stemmer_id(Language::latvian); }

  // As `stem`, and tells whether the word is negated. Allocates nothing but what `stem` needs to grow.
  bool analyze(std::string_view word, std::string& stem) const override;
  LatvianForm analyze(std::string_view word) const;

 private:
  const LatvianTables& tables_;
  const LatvianTables& folded_;
};

// For Xapian's own TermGenerator and QueryParser: Xapian::Stem(new LatvianXapianStem). Stateless: copies may share one.
class LatvianXapianStem final : public Xapian::StemImplementation {
 public:
  std::string operator()(const std::string& word) override;
  std::string get_description() const override;

 private:
  LatvianStemmer stemmer_;
};

}  // namespace clausula
