// Tables of statements under tests/data, and the facts of a text, for the tests of the rules.
#pragma once

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "corpus/clause.h"
#include "indexer/analyzer.h"
#include "indexer/facts.h"
#include "indexer/lexicon.h"

namespace clausula {

struct Statement {
  std::string text;
  std::multiset<std::string> expected;  // empty for "none"
  int line = 0;
};

// Rows "text<TAB>value, value" of a file; "\n" in a text is a line break, lines that begin with "#" are comments.
inline std::vector<Statement> statements_of(const std::string& file) {
  std::ifstream in(std::string(CLAUSULA_SOURCE_DIR) + "/tests/data/" + file);
  REQUIRE(in);
  std::vector<Statement> statements;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    Statement statement{line.substr(0, tab), {}, number};
    for (std::size_t at = 0; (at = statement.text.find("\\n", at)) != std::string::npos;) {
      statement.text.replace(at, 2, "\n");
    }
    std::istringstream values(line.substr(tab + 1));
    for (std::string value; std::getline(values, value, ',');) {
      value.erase(0, value.find_first_not_of(' '));
      if (value != "none") statement.expected.insert(value);
    }
    statements.push_back(std::move(statement));
  }
  REQUIRE(!statements.empty());
  return statements;
}

// The facts of texts in one language, without a topic model: the rules have to stand by themselves.
class FactReader {
 public:
  // `shop` is what the policy's source says that the shop is called.
  explicit FactReader(Language language, std::string shop = {})
      : language_(language), shop_(std::move(shop)), extractor_(Lexicon::builtin()), analyzer_(language) {}

  std::vector<Fact> facts_of(const std::string& text) {
    policy_ = {};
    policy_.text = text;
    policy_.language = language_;
    policy_.source.shop = shop_;
    const std::vector<Clause> clauses = segment(policy_);
    std::vector<ClauseView> views;
    for (const Clause& clause : clauses) {
      ClauseView& view = views.emplace_back();
      view.clause = &clause;
      view.text = clause.text(policy_);
      analyzer_.analyze(view.text, view.tokens);
    }
    return extractor_.extract(policy_, views, std::vector<std::vector<TopicTag>>(clauses.size()));
  }

  std::vector<Fact> facts_of(const std::string& text, FactKind kind) {
    std::vector<Fact> facts = facts_of(text);
    std::erase_if(facts, [&](const Fact& fact) { return fact.kind != kind; });
    return facts;
  }

  // The text that was read last.
  const Policy& policy() const { return policy_; }

  // The words of the text that an evidence points at.
  std::string words_of(const Evidence& evidence) const {
    return policy_.text.substr(evidence.begin, evidence.end - evidence.begin);
  }

 private:
  Language language_;
  std::string shop_;
  FactExtractor extractor_;
  Analyzer analyzer_;
  Policy policy_;
};

}  // namespace clausula
