#include "indexer/iso_duration.h"
#include "query/quantities.h"
#include "query/question.h"

namespace clausula {
namespace {

void add(std::string& line, std::string_view part) {
  if (!part.empty()) line.append(line.empty() ? "" : " · ").append(part);
}

std::string years(double value) { return std::to_string(static_cast<int>(value)); }

template <class Values, class Name>
std::string list(std::string_view title, const Values& values, Name&& name) {
  std::string text;
  for (const auto& value : values) text.append(text.empty() ? std::string(title) + " " : ", ").append(name(value));
  return text;
}

std::string practice_of(const Question& question) {
  const auto same = [](const std::string& text) { return text; };
  std::string whom = list("", question.parties, [](const AskedParty& party) { return party.name; });
  const std::string groups = list("", question.categories, same);
  whom += whom.empty() || groups.empty() ? groups : "," + groups;
  switch (question.practice) {
    case Practice::sharing:
      return (question.polarity == Polarity::denies ? "share no data with" : "share data with") + whom;
    case Practice::period:
    case Practice::deadline: {
      std::string text = question.practice == Practice::period ? "keep data" : "answer requests";
      if (const auto data = question.data(); question.practice == Practice::period && !data.empty())
        text = list("keep", data, same);
      return question.period ? text + " for " + describe(*question.period, iso_of_days) : text + ": how long";
    }
    case Practice::age:
      return "minimum age" + (question.age ? " " + describe(*question.age, years) : std::string());
    case Practice::fact:
      return list(question.lacking ? "do not state" : "state", question.facts, same);
    case Practice::mention:
      return question.lacking ? "say nothing about it" : "say something about it";
    case Practice::none:
      return whom.empty() ? "" : "parties" + whom;
  }
  return {};
}

}  // namespace

std::string describe(const Question& question) {
  std::string line;
  switch (question.group) {
    case Group::clause:
      line = "clauses";
      break;
    case Group::policy:
      line = "shops";
      break;
    case Group::numbers:
      line = "numbers";
      break;
  }
  add(line, practice_of(question));
  add(line, list("topics", question.topics, [](Topic topic) { return std::string(name_of(topic)); }));
  add(line, list("in", question.languages, [](Language language) { return std::string(code_of(language)); }));
  add(line, list("country", question.countries, [](const std::string& country) { return country; }));
  add(line, list("names", question.units,
                 [](const Unit& unit) { return (unit.kind == WordKind::article ? "article " : "") + unit.value; }));
  add(line, list("words", question.words, [&](std::size_t word) { return std::string(question.text.surface(word)); }));
  add(line, list("corrected", question.corrections, [](const Correction& c) { return c.typed + " to " + c.meant; }));
  return line;
}

}  // namespace clausula
