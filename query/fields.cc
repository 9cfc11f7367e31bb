#include "query/fields.h"

#include <algorithm>
#include <array>

#include "corpus/error.h"
#include "corpus/language.h"
#include "corpus/spelling.h"
#include "corpus/unicode.h"
#include "indexer/facts.h"
#include "indexer/iso_duration.h"
#include "indexer/schema.h"
#include "indexer/stemmer.h"
#include "indexer/topics.h"
#include "query/bounds.h"
#include "query/doc_set.h"

namespace clausula {
namespace {

using Database = Xapian::Database;

enum class Values { folded, exact, topic, language, upper_bound_days, number, date, stated };

// Fields that are no field of the schema by themselves: kinds of facts under a short name, and ranges of dates.
struct Short {
  std::string_view name;
  std::string_view fact;  // kind of fact; empty for `retrieved`
  Values values;
  std::string_view holds;
};
constexpr std::array shorts{
    Short{"right", "right", Values::folded, "a right that the policy grants: erasure, access, portability …"},
    Short{"basis", "legal-basis", Values::folded, "a legal ground: consent, contract, legitimate-interest …"},
    Short{"age", "minimum-age", Values::number, "minimum age in years: 16, <16, 13..16"},
    Short{"retention", "retention", Values::upper_bound_days,
          "how long data are kept: P7Y, >P2Y, P1Y..P5Y, indefinite"},
    Short{"deadline", "deadline", Values::upper_bound_days, "how fast requests are answered: P1M, <P1M"},
    Short{"transfer", "transfer", Values::folded, "data leave the EEA: yes, no, possible"},
    Short{"authority", "authority", Values::folded, "supervisory authority that the policy names"},
    Short{"controller", "controller", Values::folded, "name of the controller"},
    Short{"effective", "effective-date", Values::stated, "date of the policy as it states it: 2024-06-03"},
    Short{"retrieved", "", Values::date, "when the policy was fetched: 2024, 2023-05..2024-06, 2024.."},
};

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const TermField& field : term_fields()) {
    if (!field.name.empty()) names.emplace_back(field.name);
  }
  for (const Short& field : shorts) names.emplace_back(field.name);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

[[noreturn]] void fail_unknown(std::string_view what, std::string_view name, const std::vector<std::string>& known) {
  std::string message = "there is no " + std::string(what) + " '" + std::string(name) + "'";
  if (const auto meant = nearest(fold(name), known)) {
    message += "; did you mean " + *meant + "?";
  } else {
    message += "; there is " + joined(known);
  }
  throw UsageError(message);
}

FieldScope scope_of(std::string_view prefix) {
  for (const auto clause : {prefix::topic, prefix::heading_stem, prefix::article, prefix::duration}) {
    if (prefix == clause) return FieldScope::clause;
  }
  for (const auto practice :
       {prefix::recipient, prefix::denied, prefix::category, prefix::category_denied, prefix::fact}) {
    if (prefix == practice) return FieldScope::practice;
  }
  return FieldScope::source;
}

std::string digits_of(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// Dates may be given to the year, the month or the day; the end of a range includes all of its last year or month.
std::vector<std::string> date_terms(const Database& database, std::string_view value) {
  const std::size_t dots = value.find("..");
  const std::string low = digits_of(value.substr(0, std::min(dots, value.size())));
  const std::string high = dots == std::string_view::npos ? low : digits_of(value.substr(dots + 2));
  for (const std::string& end : {low, high}) {
    if (!end.empty() && end.size() != 4 && end.size() != 6 && end.size() != 8) {
      throw UsageError("'" + std::string(value) +
                       "' is no date or range of dates; write 2024, 2024-06, 2024-06-03 or 2023..2024");
    }
  }
  return terms_with(database, prefix::date, [&](std::string_view date) {
    return date.size() == 8 && (low.empty() || date.substr(0, low.size()) >= low) &&
           (high.empty() || date.substr(0, high.size()) <= high);
  });
}

std::vector<std::string> fact_terms(const Database& database, const Short& field, std::string_view value) {
  const std::string start = term(prefix::fact, std::string(field.fact) + ":");
  if (value == "*") return terms_with(database, start, [](std::string_view) { return true; });
  if (field.values == Values::folded || field.values == Values::stated) return {start + fold(value)};
  const auto read = field.values == Values::number ? plain_number : days_of_typed;
  const auto bounds = parse_bounds(value, read);
  if (!bounds) {
    // Periods without a number: indefinite, statutory, as-long-as-necessary, until-event.
    const std::string named = start + fold(value);
    const bool word = !value.empty() && std::all_of(value.begin(), value.end(),
                                                    [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (field.values == Values::upper_bound_days && word) return {named};
    throw UsageError(std::string(field.name) + ": '" + std::string(value) + "' is neither a value nor a range; write " +
                     (field.values == Values::number ? "16, <16 or 13..16" : "P7Y, >P2Y or P1Y..P5Y"));
  }
  return terms_with(database, start, [&](std::string_view stated) {
    const auto number = field.values == Values::number ? plain_number(stated) : days_of_typed(stated);
    return number && bounds->holds(*number, field.values == Values::number ? 0 : 0.5);
  });
}

std::string language_term(std::string_view value) {
  const auto language = language_of_code(value);
  if (!language) throw UsageError("lang: '" + std::string(value) + "' is no language of the index; write nl or lv");
  return term(prefix::language, code_of(*language));
}

// The word in any of its forms, in either language.
std::vector<std::string> heading_terms(std::string_view value) {
  std::vector<std::string> terms;
  for (const Language language : {Language::dutch, Language::latvian}) {
    std::string stem;
    make_stemmer(language)->stem(normalize(value), stem);
    terms.push_back(term(prefix::heading_stem, stem));
  }
  return terms;
}

}  // namespace

std::string topic_term(std::string_view name) {
  if (const auto topic = topic_of(fold(name))) return term(prefix::topic, name_of(*topic));
  std::vector<std::string> known;
  for (int i = 0; i < topic_count; ++i) known.emplace_back(name_of(static_cast<Topic>(i)));
  fail_unknown("topic", name, known);
}

FieldTerms resolve_field(const Database& database, std::string_view field, std::string_view value) {
  for (const Short& known : shorts) {
    if (known.name != field) continue;
    if (known.values == Values::date) return {FieldScope::source, date_terms(database, value)};
    return {FieldScope::practice, fact_terms(database, known, value)};
  }
  for (const TermField& known : term_fields()) {
    if (known.name.empty() || known.name != field) continue;
    FieldTerms result{scope_of(known.prefix), {}};
    if (value == "*") {
      result.terms = terms_with(database, known.prefix, [](std::string_view) { return true; });
    } else if (known.prefix == prefix::topic) {
      result.terms = {topic_term(value)};
    } else if (known.prefix == prefix::language) {
      result.terms = {language_term(value)};
    } else if (known.prefix == prefix::year) {
      result.terms = date_terms(database, value);
    } else if (known.prefix == prefix::policy || known.prefix == prefix::version) {
      result.terms = {term(known.prefix, value)};
    } else if (known.prefix == prefix::duration) {
      const auto days = days_of_typed(value);
      if (!days) throw UsageError("duration: '" + std::string(value) + "' is no length of time; write P2Y, 2y or 30d");
      result.terms = {term(known.prefix, iso_of_days(*days))};
    } else if (known.prefix == prefix::heading_stem) {
      result.terms = heading_terms(value);
    } else {
      result.terms = {term(known.prefix, fold(value))};
    }
    return result;
  }
  fail_unknown("field", field, field_names());
}

std::vector<std::pair<std::string, std::string>> field_help() {
  std::vector<std::pair<std::string, std::string>> help;
  for (const TermField& field : term_fields()) {
    if (!field.name.empty()) help.emplace_back(field.name, field.holds);
  }
  for (const Short& field : shorts) help.emplace_back(field.name, field.holds);
  return help;
}

}  // namespace clausula
