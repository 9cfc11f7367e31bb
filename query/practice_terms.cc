#include "query/practice_terms.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/iso_duration.h"
#include "indexer/schema.h"
#include "query/doc_set.h"

namespace clausula {
namespace {

// "P12M" and "P1Y" are as long; "P365D" is a quarter of a day shorter.
constexpr double days_tolerance = 0.5;

constexpr std::string_view third_parties = "third-parties";

using Terms = std::vector<std::string>;

void append(Terms& terms, Terms more) { terms.insert(terms.end(), more.begin(), more.end()); }

Terms all_with(const Xapian::Database& database, std::string_view prefix) {
  return terms_with(database, prefix, [](std::string_view) { return true; });
}

// What is said, or denied, of recipients: the same for both polarities, under other prefixes.
struct Side {
  std::string_view recipient;
  std::string_view category;
};
constexpr Side shared{prefix::recipient, prefix::category};
constexpr Side denied{prefix::denied, prefix::category_denied};

// The group of recipients, and the category of parties, of a concept.
const LexiconEntry* group_of(const QuestionLexicon& lexicon, std::string_view key, std::string_view value) {
  for (const LexiconEntry& entry : lexicon.lexicon().entries("concepts.toml")) {
    if (entry.value(key) == value) return &entry;
  }
  return nullptr;
}

void add_category(const QuestionLexicon& lexicon, const std::string& category, const Side& side, Terms& terms) {
  terms.push_back(term(side.category, category));
  const LexiconEntry* group = group_of(lexicon, "category", category);
  if (group == nullptr) group = group_of(lexicon, "parties", category);
  if (group == nullptr || group->value("parties").empty()) return;
  for (const LexiconEntry& party : lexicon.lexicon().entries("parties.toml")) {
    if (party.value("category") == group->value("parties"))
      terms.push_back(term(side.recipient, fold(party.value("name"))));
  }
}

Terms sharing(const Question& question, const QuestionLexicon& lexicon, const Side& side) {
  Terms terms;
  for (const AskedParty& party : question.parties) terms.push_back(term(side.recipient, party.value));
  for (const std::string& category : question.categories) add_category(lexicon, category, side, terms);
  return terms;
}

// The groups that include what was asked for.
Terms including(const Xapian::Database& database, const Question& question, const QuestionLexicon& lexicon,
                const Side& side) {
  Terms terms;
  for (const AskedParty& party : question.parties) {
    const LexiconEntry* group = party.category.empty() ? nullptr : group_of(lexicon, "parties", party.category);
    if (group != nullptr) terms.push_back(term(side.category, group->value("category")));
  }
  const bool anyone =
      std::find(question.categories.begin(), question.categories.end(), third_parties) != question.categories.end();
  if (anyone && &side == &shared) {
    // Whoever gets data is a third party, whether it is called so or not.
    append(terms, all_with(database, side.recipient));
    append(terms, all_with(database, side.category));
  }
  return terms;
}

std::string fact_start(std::string_view kind) { return term(prefix::fact, std::string(kind) + ":"); }

// Splits the stated numbers of a kind of fact into those that fit and those that do not.
void split(const Xapian::Database& database, FactKind kind, const std::optional<Bounds>& bounds, double tolerance,
           PracticeTerms& terms) {
  for (std::string& stated : all_with(database, fact_start(name_of(kind)))) {
    const std::string_view value = std::string_view(stated).substr(fact_start(name_of(kind)).size());
    const auto number = kind == FactKind::minimum_age ? plain_number(value) : days_of_typed(value);
    if (number) {
      (!bounds || bounds->holds(*number, tolerance) ? terms.says : terms.denies).push_back(std::move(stated));
    } else if (bounds && value == "indefinite" && bounds->low && !bounds->high) {
      terms.says.push_back(std::move(stated));  // longer than any number
    } else {
      terms.partly.push_back(std::move(stated));
    }
  }
}

}  // namespace

PracticeTerms practice_terms(const Xapian::Database& database, const Question& question,
                             const QuestionLexicon& lexicon) {
  PracticeTerms terms;
  switch (question.practice) {
    case Practice::sharing: {
      const bool denies = question.polarity == Polarity::denies;
      terms.says = sharing(question, lexicon, denies ? denied : shared);
      terms.denies = sharing(question, lexicon, denies ? shared : denied);
      terms.partly = including(database, question, lexicon, denies ? denied : shared);
      if (denies && !question.parties.empty()) terms.partly.push_back(term(denied.category, third_parties));
      break;
    }
    case Practice::period:
      split(database, FactKind::retention, question.period, days_tolerance, terms);
      break;
    case Practice::deadline:
      split(database, FactKind::deadline, question.period, days_tolerance, terms);
      break;
    case Practice::age:
      split(database, FactKind::minimum_age, question.age, 0, terms);
      break;
    case Practice::fact:
      for (const std::string& fact : question.facts) {
        terms.says.push_back(term(prefix::fact, fact));
        if (!fact.starts_with("transfer:")) continue;
        terms.partly.push_back(term(prefix::fact, "transfer:possible"));
        terms.denies.push_back(term(prefix::fact, fact == "transfer:yes" ? "transfer:no" : "transfer:yes"));
      }
      break;
    case Practice::mention:
      for (const Topic topic : question.topics) terms.says.push_back(term(prefix::topic, name_of(topic)));
      break;
    case Practice::none:
      break;
  }
  return terms;
}

std::string fact_term(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::recipient:
      return term(fact.denied ? denied.recipient : shared.recipient, fold(fact.value));
    case FactKind::recipient_category:
      return term(fact.denied ? denied.category : shared.category, fact.value);
    default:
      return fact_start(name_of(fact.kind)) + fold(fact.value);
  }
}

std::optional<double> number_of(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::retention:
    case FactKind::deadline:
      return days_of(fact.value);
    case FactKind::minimum_age:
      return plain_number(fact.value);
    default:
      return std::nullopt;
  }
}

}  // namespace clausula
