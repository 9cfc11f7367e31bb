// What the right answer to a question is, derived from the annotated sample by a criterion in the question's file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/search_result.h"
#include "tests/quality/gold.h"

namespace clausula {

// A statement of a policy that a criterion asks for: "recipient name=Klarna polarity=shares", "topic=minors",
// "at=POLICY:LINE". All tests have to hold; `_` stands for a blank in values, `,` between values of which any will do.
//   key=value     equal       key~text   contains one of the texts; ~^text begins with it
//   key>P2Y …     compares durations in days, other values as numbers; what is no number fits no comparison
struct Criterion {
  struct Test {
    std::string key;
    std::string op;  // "=", "~", "<", "<=", ">", ">="
    std::vector<std::string> values;
  };
  std::string kind;  // of fact; "topic" or "at" for lines
  std::vector<Test> tests;

  // Lines of the policy that state it.
  std::vector<int> lines(const GoldPolicy& policy) const;
};
using Criteria = std::vector<Criterion>;  // any of them

// What one policy should answer, and the lines that say so.
struct Judged {
  Answer answer = Answer::silent;  // only of questions about a practice
  int grade = 0;                   // 2 answers the question, 1 is related to it
  std::map<int, int> lines;        // line → grade
};

struct Judgment {
  bool practice = false;   // the question has four-way answers
  bool lacking = false;    // the policies that do not say it are asked for
  bool universal = false;  // one denial outweighs what else the policy says
  Criteria says;
  Criteria denies;
  Criteria partly;
  std::map<std::string, std::string> only;  // "lang" → "nl": the policies that are asked about

  bool concerns(const GoldPolicy& policy) const;
  Judged judge(const GoldPolicy& policy) const;
};

// Reads the third column of a question's file (tests/quality/questions/README.md). Throws std::runtime_error.
Judgment parse_judgment(std::string_view text);

}  // namespace clausula
