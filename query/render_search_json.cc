#include <ostream>

#include "indexer/iso_duration.h"
#include "query/json.h"
#include "query/quantities.h"
#include "query/render_search.h"
#include "query/snippet_text.h"

namespace clausula {
namespace {

std::string_view name_of(Group group) {
  switch (group) {
    case Group::clause:
      return "clause";
    case Group::policy:
      return "policy";
    case Group::numbers:
      return "numbers";
  }
  return {};
}

std::string_view name_of(Polarity polarity) { return polarity == Polarity::denies ? "denies" : "shares"; }

std::string_view name_of(Practice practice) {
  switch (practice) {
    case Practice::none:
      return "none";
    case Practice::sharing:
      return "sharing";
    case Practice::period:
      return "retention";
    case Practice::deadline:
      return "deadline";
    case Practice::age:
      return "age";
    case Practice::fact:
      return "fact";
    case Practice::mention:
      return "mention";
  }
  return {};
}

template <class Values, class Make>
Json list(const Values& values, Make&& make) {
  Json array = Json::array();
  for (const auto& value : values) array.push_back(make(value));
  return array;
}

Json bounds(const Bounds& limits, std::string (*render)(double)) {
  Json value = Json::object();
  if (limits.low) value[limits.strict_low ? "more-than" : "at-least"] = render(*limits.low);
  if (limits.high) value[limits.strict_high ? "less-than" : "at-most"] = render(*limits.high);
  return value;
}

std::string years(double value) { return std::to_string(static_cast<int>(value)); }

Json understood(const SearchResult& result) {
  const Question& question = result.question;
  const auto same = [](const std::string& text) { return text; };
  Json value = Json::object();
  value["topics"] = list(question.topics, [](Topic topic) { return clausula::name_of(topic); });
  value["recipients"] = list(question.parties, [](const AskedParty& party) { return party.name; });
  if (question.polarity != Polarity::none) value["polarity"] = name_of(question.polarity);
  value["group"] = name_of(question.group);
  value["words"] = list(question.words, [&](std::size_t word) { return std::string(question.text.surface(word)); });
  if (question.practice != Practice::none) value["practice"] = name_of(question.practice);
  if (question.lacking) value["lacking"] = true;
  if (!question.categories.empty()) value["categories"] = list(question.categories, same);
  if (!question.facts.empty()) value["facts"] = list(question.facts, same);
  if (question.period) value["period"] = bounds(*question.period, iso_of_days);
  if (question.age) value["age"] = bounds(*question.age, years);
  if (const auto data = question.data(); !data.empty()) value["data"] = list(data, same);
  if (!question.languages.empty()) value["languages"] = list(question.languages, [](Language l) { return code_of(l); });
  if (!question.countries.empty()) value["countries"] = list(question.countries, same);
  if (!question.concepts.empty()) {
    value["concepts"] = list(question.concepts, [](const AskedConcept& asked) { return asked.entry->id; });
  }
  for (const Unit& unit : question.units) {
    value[unit.kind == WordKind::article ? "articles" : "durations"].push_back(unit.value);
  }
  if (!question.corrections.empty()) {
    value["corrected"] = list(question.corrections, [](const Correction& c) {
      return Json{{"typed", c.typed}, {"meant", c.meant}};
    });
  }
  if (!result.conditions.empty()) value["conditions"] = result.conditions;
  return value;
}

Json clause_json(const FoundClause& found) {
  const StoredClause& clause = found.clause;
  Json value = Json::object();
  value["clause"] = clause.number;
  value["lines"] = {clause.lines.first, clause.lines.last};
  value["score"] = rounded(found.score);
  Json topics = Json::array();
  for (const TopicTag& tag : clause.topics) {
    if (tag.score >= tag_threshold) topics.push_back(clausula::name_of(tag.topic));
  }
  value["topics"] = std::move(topics);
  value["snippet"] = marked_html(found.snippet);
  value["quote"] = clause.policy + "#" + std::to_string(clause.number);
  value["begin"] = clause.begin;
  value["end"] = clause.end;
  if (!clause.headings.empty()) value["headings"] = clause.headings;
  if (!clause.lead_in.empty()) value["lead-in"] = clause.lead_in;
  if (!clause.header.empty()) value["header"] = clause.header;
  if (found.fact) value["fact"] = to_json(*found.fact);
  if (found.elsewhere > 0) value["elsewhere"] = found.elsewhere;
  if (!found.parts.empty()) {
    Json parts = Json::object();
    for (const ScorePart& part : found.parts) parts[part.what] = rounded(part.score);
    value["score-parts"] = std::move(parts);
  }
  return value;
}

Json policy_json(const FoundPolicy& found) {
  const Provenance& source = found.policy.source;
  Json value = Json::object();
  value["policy"] = versioned_id(source);
  value["shop"] = source.shop;
  value["language"] = code_of(found.policy.language);
  if (found.answer) value["answer"] = clausula::name_of(*found.answer);
  value["score"] = rounded(found.score);
  if (!found.condition.empty()) value["condition"] = found.condition;
  if (found.contradicts) value["contradicts"] = true;
  if (!found.why.empty()) value["why"] = found.why;
  if (!source.retrieved.empty()) value["date"] = source.retrieved;
  value["clauses"] = list(found.clauses, clause_json);
  return value;
}

Json distribution_json(const Distribution& distribution) {
  Json value = Json::object();
  if (!distribution.median.empty()) {
    value["shortest"] = distribution.shortest;
    value["median"] = distribution.median;
    value["longest"] = distribution.longest;
  }
  value["values"] = list(distribution.values, [](const StatedNumber& stated) {
    return Json{{"value", stated.value}, {"policies", stated.policies}, {"examples", stated.examples}};
  });
  return value;
}

}  // namespace

void render_json(const SearchResult& result, std::ostream& out) {
  Json value = Json::object();
  value["query"] = result.query;
  value["understood"] = understood(result);
  if (result.answers) {
    value["answers"] = {{"says", result.answers->says},
                        {"denies", result.answers->denies},
                        {"partly", result.answers->partly},
                        {"silent", result.answers->silent}};
  }
  if (result.distribution) value["numbers"] = distribution_json(*result.distribution);
  value["policies"] = list(result.policies, policy_json);
  value["total"] = result.total;
  value["exact"] = result.exact;
  if (!result.facets.empty()) {
    Json facets = Json::object();
    for (const Facet& facet : result.facets) {
      facets[facet.name] = list(facet.values, [](const FacetValue& v) {
        return Json{{"value", v.value}, {"policies", v.policies}};
      });
    }
    value["facets"] = std::move(facets);
  }
  if (!result.advice.empty()) value["advice"] = result.advice;
  if (!result.explanation.empty()) value["explanation"] = result.explanation;
  out << dump(value, 1) << '\n';
}

}  // namespace clausula
