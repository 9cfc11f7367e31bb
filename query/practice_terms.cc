#include "query/practice_terms.h"

#include <algorithm>

#include "corpus/unicode.h"
#include "indexer/fact_terms.h"
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
  std::string_view member;  // kind of the fact terms that hold the categories of named recipients
};
constexpr Side shared{prefix::recipient, prefix::category, "recipient"};
constexpr Side denied{prefix::denied, prefix::category_denied, "denied"};

// The group of recipients, and the category of parties, of a concept.
const LexiconEntry* group_of(const QuestionLexicon& lexicon, std::string_view key, std::string_view value) {
  for (const LexiconEntry& entry : lexicon.lexicon().entries("concepts.toml")) {
    if (entry.value(key) == value) return &entry;
  }
  return nullptr;
}

// The named organisations that belong to a group.
Terms members(const QuestionLexicon& lexicon, const std::string& category, const Side& side) {
  const LexiconEntry* group = group_of(lexicon, "category", category);
  if (group == nullptr) group = group_of(lexicon, "parties", category);
  Terms terms;
  if (group == nullptr) return terms;
  if (!group->value("parties").empty()) terms.push_back(fact_start(side.member) + std::string(group->value("parties")));
  for (const std::string& further : group->list("further-parties")) terms.push_back(fact_start(side.member) + further);
  return terms;
}

// The groups that organisations of a category belong to.
Terms groups_of(const QuestionLexicon& lexicon, const std::string& party_category, const Side& side) {
  Terms terms;
  if (party_category.empty()) return terms;
  for (const LexiconEntry& entry : lexicon.lexicon().entries("concepts.toml")) {
    if (entry.value("category").empty()) continue;
    const std::vector<std::string>& further = entry.list("further-parties");
    if (entry.value("parties") == party_category ||
        std::find(further.begin(), further.end(), party_category) != further.end()) {
      terms.push_back(term(side.category, entry.value("category")));
    }
  }
  return terms;
}

// The names that stand for a party: its own, those that it had, and of what belongs to it.
Terms names(const QuestionLexicon& lexicon, const AskedParty& party, const Side& side) {
  Terms terms{term(side.recipient, party.value), fact_start("product") + party.value};
  if (&side == &denied) terms.pop_back();
  const LexiconEntry* asked = lexicon.party(party.value);
  if (asked == nullptr) return terms;
  for (const LexiconEntry& entry : lexicon.lexicon().entries("parties.toml")) {
    const auto formerly = [](const LexiconEntry& now, const LexiconEntry& then) {
      const std::vector<std::string>& ids = now.list("formerly");
      return std::find(ids.begin(), ids.end(), then.id) != ids.end();
    };
    if (entry.value("owner") == asked->id || formerly(entry, *asked) || formerly(*asked, entry))
      terms.push_back(term(side.recipient, fold(entry.value("name"))));
  }
  return terms;
}

Terms sharing(const Question& question, const QuestionLexicon& lexicon, const Side& side) {
  Terms terms;
  for (const AskedParty& party : question.parties) append(terms, names(lexicon, party, side));
  for (const std::string& category : question.categories) {
    terms.push_back(term(side.category, category));
    // That one of a group gets nothing is said of that one alone.
    if (&side == &shared) append(terms, members(lexicon, category, side));
  }
  return terms;
}

bool asks_anyone(const Question& question) {
  return std::find(question.categories.begin(), question.categories.end(), third_parties) != question.categories.end();
}

// The groups that include what was asked for; of a denial also the members of a group.
Terms half_said(const Xapian::Database& database, const Question& question, const QuestionLexicon& lexicon,
                const Side& side) {
  Terms terms;
  for (const AskedParty& party : question.parties) append(terms, groups_of(lexicon, party.category, side));
  if (&side == &denied) {
    for (const std::string& category : question.categories) append(terms, members(lexicon, category, side));
    if (!question.parties.empty()) terms.push_back(term(side.category, third_parties));
  } else if (asks_anyone(question)) {
    // Whoever gets data is a third party, whether it is called so or not.
    append(terms, all_with(database, side.recipient));
    append(terms, all_with(database, side.category));
  }
  return terms;
}

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
      terms.partly = half_said(database, question, lexicon, denies ? denied : shared);
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

bool is_one_of(const Fact& fact, const std::vector<std::string>& terms) {
  const std::vector<std::string> own = fact_terms(fact);
  return std::any_of(own.begin(), own.end(), [&](const std::string& term) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  });
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
