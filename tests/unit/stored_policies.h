// Policies as an index holds them, made by hand for tests of what reads them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/document.h"

namespace clausula {

// Builds one policy; clauses are a line each, with one blank between.
class StoredPolicyBuilder {
 public:
  explicit StoredPolicyBuilder(std::string id, Language language = Language::dutch) {
    policy_.source.id = std::move(id);
    policy_.source.shop = "Lampenhof";
    policy_.source.file = "nl/lampenhof.txt";
    policy_.language = language;
  }

  StoredPolicyBuilder& clause(std::string text, const std::vector<Topic>& topics = {},
                              ClauseKind kind = ClauseKind::paragraph) {
    StoredClause clause;
    clause.policy = policy_.source.id;
    clause.language = policy_.language;
    clause.number = static_cast<int>(clauses_.size()) + 1;
    clause.kind = kind;
    clause.lines = {clause.number, clause.number};
    clause.begin = clauses_.empty() ? 0 : clauses_.back().end + 1;
    clause.end = clause.begin + text.size();
    clause.body = clause.begin;
    clause.text = std::move(text);
    for (const Topic topic : topics) clause.topics.push_back({topic, 0.9, {"cue"}});
    clauses_.push_back(std::move(clause));
    policy_.clauses = static_cast<int>(clauses_.size());
    policy_.bytes = clauses_.back().end;
    return *this;
  }

  // A fact that the last clause states.
  StoredPolicyBuilder& fact(FactKind kind, std::string value,
                            std::vector<std::pair<std::string, std::string>> details = {}, bool denied = false) {
    StoredClause& clause = clauses_.back();
    Fact fact{kind, std::move(value), denied, std::move(details), {}, {}};
    fact.evidence = {clause.number, clause.lines, clause.begin, clause.end};
    clause.facts.push_back(fact);
    policy_.facts.push_back(std::move(fact));
    return *this;
  }

  const StoredPolicy& policy() const { return policy_; }
  const std::vector<StoredClause>& clauses() const { return clauses_; }

 private:
  StoredPolicy policy_;
  std::vector<StoredClause> clauses_;
};

// Text as a hostile page may hold it: markup, a terminal's control sequence (7 and 8 bit) and a bidirectional override.
inline const std::string hostile_text =
    "<script>alert('x')</script> \x1b[31mrood\x07 \xc2\x9b"
    "31m \xe2\x80\xae"
    "omgekeerd & \"aangehaald\"";

// Whether nothing in `text` can act on a terminal, save line feeds.
inline bool is_harmless(const std::string& text) {
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte < 0x20 && letter != '\n' && letter != '\r') || byte == 0x7f) return false;
  }
  return text.find("\xc2\x9b") == std::string::npos && text.find("\xe2\x80\xae") == std::string::npos;
}

}  // namespace clausula
