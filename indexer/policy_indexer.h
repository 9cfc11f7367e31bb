// Makes the documents of one policy: the whole way from text to terms, topics and facts.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/clause.h"
#include "corpus/policy.h"
#include "indexer/analyzer.h"
#include "indexer/clause_view.h"
#include "indexer/facts.h"
#include "indexer/lexicon.h"
#include "indexer/split_verbs.h"
#include "indexer/topics.h"

namespace clausula {

// The readers that a lexicon compiles to; only read once built, so that threads share one.
struct Readers {
  // Compiles them side by side.
  explicit Readers(const Lexicon& lexicon);

  std::unique_ptr<const TopicTagger> tagger;
  std::unique_ptr<const FactExtractor> extractor;
};

// What the readers made of one policy.
struct AnnotatedPolicy {
  std::vector<Clause> clauses;
  std::vector<std::vector<TopicTag>> tags;  // one list a clause
  std::vector<Fact> facts;
};

// Not thread-safe: one object a thread. Borrows the readers and the lexicon for its lifetime.
class PolicyIndexer {
 public:
  PolicyIndexer(const Readers& readers, const Lexicon& lexicon);

  // Segments, tags and extracts; nothing of Xapian. Throws InputError for a policy in a language that is not indexed.
  AnnotatedPolicy annotate(const Policy& policy);

  // Hands each document to `write`, the policy's own first; `fingerprint` is stored with it. Returns the number of
  // clauses. Throws as `annotate`.
  std::size_t index(const Policy& policy, std::string_view fingerprint,
                    const std::function<void(const Xapian::Document&)>& write);

 private:
  Analyzer& analyzer(Language language);

  const Readers& readers_;
  const Lexicon& lexicon_;
  std::array<std::unique_ptr<Analyzer>, 2> analyzers_;
  std::vector<ClauseView> views_;
  std::vector<Token> heading_tokens_;
  std::vector<SplitVerb> split_verbs_;
  std::vector<Unit> units_;
};

}  // namespace clausula
