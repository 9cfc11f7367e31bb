// What a question asks for: understood in English, Dutch, Latvian or a mixture, before anything is looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/language.h"
#include "indexer/topics.h"
#include "query/bounds.h"
#include "query/question_lexicon.h"
#include "query/vocabulary.h"

namespace clausula {

enum class Group { clause, policy, numbers };
enum class Polarity { none, shares, denies };

// What the question is about in the policy. `none` is a search for words and topics; everything else has an answer a
// policy.
enum class Practice { none, sharing, period, deadline, age, fact, mention };

struct AskedParty {
  std::string name;      // as it is called: "Klarna"
  std::string value;     // folded, as in the index's terms
  std::string category;  // of parties.toml: "payment"; empty where the party is not in it
};

// A concept that the question names, with its words in all languages.
struct AskedConcept {
  const LexiconEntry* entry = nullptr;  // of concepts.toml, or a verb of questions.toml; borrowed from the lexicon
  std::vector<std::size_t> words;       // of `Question::text`
  bool whole_topic = false;             // it is what a topic is called, rather than something in it
};

// A word that was taken for another one.
struct Correction {
  std::string typed;
  std::string meant;
};

struct Question {
  QuestionText text;
  Practice practice = Practice::none;
  Group group = Group::clause;
  Polarity polarity = Polarity::none;
  bool lacking = false;     // the policies that say nothing of it are asked for
  bool throughout = false;  // of a period: every one that is stated has to fit ("keep nothing longer than …")
  std::vector<Topic> topics;
  std::vector<AskedParty> parties;
  std::vector<std::string> categories;  // "payment-providers"
  std::vector<std::string> facts;       // "right:erasure"
  std::optional<Bounds> period;         // in days
  std::optional<Bounds> age;            // in years
  std::vector<AskedConcept> concepts;
  std::vector<AskedConcept>
      inner_concepts;  // named by some of the words of a longer one: "cookies" in "tracking cookies"
  std::vector<Language> languages;
  std::vector<std::string> countries;  // lower case
  std::vector<Unit> units;             // articles and durations to look for; the indices are of `text`'s words
  std::vector<std::size_t> words;      // those that are left to look for
  std::vector<Correction> corrections;

  // Names of the data or purposes whose period is asked for, as facts have them: "invoices".
  std::vector<std::string> data() const;
  bool about(Topic topic) const;
};

// Reads questions. Not thread-safe.
class QuestionReader {
 public:
  // Borrows the lexicon.
  explicit QuestionReader(const Lexicon& lexicon);

  // `vocabulary` says which names the index knows. `quoted` are texts in quotation marks: where the question needs a
  // party and names none, they are taken for parties and removed. A text without any word gives an empty question.
  Question read(std::string_view text, const Vocabulary& vocabulary, std::vector<std::string>& quoted);

  QuestionAnalyzers& analyzers() { return analyzers_; }
  const QuestionLexicon& lexicon() const { return lexicon_; }

 private:
  QuestionAnalyzers analyzers_;
  QuestionLexicon lexicon_;
};

// What was understood on one line, e.g. "shops · share data with Klarna · topics recipients".
std::string describe(const Question& question);

}  // namespace clausula
