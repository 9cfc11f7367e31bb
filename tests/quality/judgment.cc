#include "tests/quality/judgment.h"

#include <algorithm>
#include <stdexcept>

#include "query/bounds.h"

namespace clausula {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::erase(parts, "");
  return parts;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::string with_blanks(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::optional<double> number(std::string_view text) {
  return text.starts_with("P") ? days_of_typed(text) : plain_number(text);
}

bool compares(double a, std::string_view op, double b) {
  constexpr double tolerance = 0.5;  // days: "P12M" is "P1Y"
  if (op == "<") return a < b - tolerance;
  if (op == "<=") return a <= b + tolerance;
  if (op == ">") return a > b + tolerance;
  return a >= b - tolerance;
}

bool holds(const Criterion::Test& test, const std::string& value) {
  return std::any_of(test.values.begin(), test.values.end(), [&](const std::string& wanted) {
    if (test.op == "~" && wanted.starts_with('^')) return value.starts_with(wanted.substr(1));
    if (test.op == "~") return value.find(wanted) != std::string::npos;
    const auto a = number(value);
    const auto b = number(wanted);
    if (test.op == "=") return value == wanted || (a && b && compares(*a, "<=", *b) && compares(*a, ">=", *b));
    return a && b && compares(*a, test.op, *b);
  });
}

Criterion parse_criterion(std::string_view text) {
  Criterion criterion;
  for (const std::string& word : split(text, ' ')) {
    const std::size_t at = word.find_first_of("=~<>");
    if (at == std::string::npos) {
      criterion.kind = word;
      continue;
    }
    const std::size_t length = at + 1 < word.size() && word[at] != '=' && word[at + 1] == '=' ? 2 : 1;
    Criterion::Test test{word.substr(0, at), word.substr(at, length), {}};
    for (std::string& value : split(word.substr(at + length), ','))
      test.values.push_back(with_blanks(std::move(value)));
    if (criterion.kind.empty()) criterion.kind = test.key;
    criterion.tests.push_back(std::move(test));
  }
  if (criterion.kind.empty()) throw std::runtime_error("criterion without a kind: " + std::string(text));
  return criterion;
}

Criteria parse_criteria(std::string_view text) {
  Criteria criteria;
  for (const std::string& part : split(text, '|')) criteria.push_back(parse_criterion(part));
  return criteria;
}

void append(Criteria& to, const Criteria& more) { to.insert(to.end(), more.begin(), more.end()); }

std::string recipient(const std::string& name, std::string_view polarity) {
  return "recipient name=" + name + " polarity=" + std::string(polarity);
}
std::string group(const std::string& category, std::string_view polarity) {
  return "recipient-category category=" + category + " polarity=" + std::string(polarity);
}

const std::string no_number = "as-long-as-necessary,statutory,until-event,indefinite";

std::string opposite_of(std::string_view op) {
  if (op == ">") return "<=";
  if (op == "<") return ">=";
  if (op == ">=") return "<";
  return ">";
}

// "DATA OP VALUE" of retention, "OP VALUE" of the others; either half may be missing.
void judge_number(const std::string& kind, const std::string& key, std::string_view text, Judgment& judgment) {
  std::string subject;
  std::string op;
  std::string value;
  for (const std::string& word : split(text, ' ')) {
    const std::size_t end = word.find_first_not_of("=<>");
    if (end == 0) {
      if (word != "*") subject = " what~" + word;
    } else {
      op = word.substr(0, end);
      value = word.substr(end);
    }
  }
  const auto stated = [&](const std::string& comparison, const std::string& than) {
    return parse_criterion(kind + subject + " " + key + comparison + than);
  };
  if (op.empty()) {
    judgment.says.push_back(stated(">=", kind == "minimum-age" ? "0" : "P0D"));
  } else {
    judgment.says.push_back(stated(op, value));
    if (op == ">" || op == ">=") judgment.says.push_back(stated("=", "indefinite"));
    // Another period of other data contradicts nothing.
    const bool comparable = kind != "retention" || !subject.empty() || judgment.universal;
    if (comparable) judgment.denies.push_back(stated(opposite_of(op), value));
    if (comparable && op == "=") judgment.denies.push_back(stated("<", value));
  }
  if (kind == "retention") judgment.partly.push_back(stated("=", no_number));
}

void parse_part(const std::string& name, const std::string& text, Judgment& judgment) {
  const std::vector<std::string> words = split(text, ' ');
  judgment.practice |= name != "answers" && name != "related" && name != "only";
  if (name == "shares" || name == "withholds") {
    const bool shares = name == "shares";
    judgment.says.push_back(parse_criterion(recipient(words.at(0), shares ? "shares" : "denies")));
    judgment.denies.push_back(parse_criterion(recipient(words.at(0), shares ? "denies" : "shares")));
    const std::string including = shares ? (words.size() > 1 ? words[1] : "") : "third-parties";
    if (!including.empty()) judgment.partly.push_back(parse_criterion(group(including, shares ? "shares" : "denies")));
  } else if (name == "shares-group" || name == "withholds-group") {
    const bool shares = name == "shares-group";
    judgment.says.push_back(parse_criterion(group(words.at(0), shares ? "shares" : "denies")));
    judgment.denies.push_back(parse_criterion(group(words.at(0), shares ? "denies" : "shares")));
    if (words.size() > 1) {
      const std::string members = "recipient category=" + words[1] + " polarity=shares";
      append(shares ? judgment.says : judgment.denies, {parse_criterion(members)});
    }
    // Whoever gets data is a third party, whether it is called so or not.
    if (shares && words[0] == "third-parties")
      append(judgment.partly, parse_criteria("recipient polarity=shares | recipient-category polarity=shares"));
  } else if (name == "period" || name == "period-throughout") {
    judgment.universal = name == "period-throughout";
    judge_number("retention", "duration", text, judgment);
  } else if (name == "age") {
    judge_number("minimum-age", "age", text, judgment);
  } else if (name == "deadline") {
    judge_number("deadline", "duration", text, judgment);
  } else if (name == "transfer") {
    judgment.says = parse_criteria("transfer outside-eea=" + text);
    judgment.denies = parse_criteria(std::string("transfer outside-eea=") + (text == "yes" ? "no" : "yes"));
    judgment.partly = parse_criteria("transfer outside-eea=possible");
  } else if (name == "says" || name == "answers") {
    append(judgment.says, parse_criteria(text));
  } else if (name == "denies") {
    append(judgment.denies, parse_criteria(text));
  } else if (name == "partly" || name == "related") {
    append(judgment.partly, parse_criteria(text));
  } else if (name == "lacks") {
    judgment.lacking = true;
    judgment.says = parse_criteria(text);
  } else if (name == "only") {
    for (const std::string& word : words)
      judgment.only[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
  } else {
    throw std::runtime_error("unknown judgment: " + name);
  }
}

bool tests_hold(const Criterion& criterion, const GoldFact& fact) {
  return std::all_of(criterion.tests.begin(), criterion.tests.end(), [&](const Criterion::Test& test) {
    const auto value = fact.values.find(test.key);
    return value != fact.values.end() && holds(test, value->second);
  });
}

}  // namespace

std::vector<int> Criterion::lines(const GoldPolicy& policy) const {
  std::vector<int> found;
  if (kind == "at") {
    for (const std::string& place : tests.at(0).values) {
      const std::size_t colon = place.find(':');
      if (place.substr(0, colon) == policy.id) found.push_back(std::stoi(place.substr(colon + 1)));
    }
  } else if (kind == "topic") {
    for (const auto& [line, topics] : policy.topics) {
      const bool all = std::all_of(tests.begin(), tests.end(), [&, &topics = topics](const Test& test) {
        return std::find(topics.begin(), topics.end(), test.values.at(0)) != topics.end();
      });
      if (all) found.push_back(line);
    }
  } else {
    for (const GoldFact& fact : policy.facts) {
      if (fact.kind == kind && tests_hold(*this, fact)) found.insert(found.end(), fact.lines.begin(), fact.lines.end());
    }
  }
  return found;
}

bool Judgment::concerns(const GoldPolicy& policy) const {
  const std::map<std::string, std::string> values{
      {"lang", policy.language}, {"country", policy.country}, {"sector", policy.sector}, {"year", policy.year}};
  return std::all_of(only.begin(), only.end(),
                     [&](const auto& wanted) { return values.at(wanted.first) == with_blanks(wanted.second); });
}

Judged Judgment::judge(const GoldPolicy& policy) const {
  Judged judged;
  const auto state = [&](const Criteria& criteria, int grade) {
    bool any = false;
    for (const Criterion& criterion : criteria) {
      for (const int line : criterion.lines(policy)) {
        judged.lines[line] = std::max(judged.lines[line], grade);
        any = true;
      }
    }
    return any;
  };
  const bool said = state(says, 2);
  const bool denied = state(denies, 1);
  const bool half = state(partly, 1);
  if (lacking) {
    judged.lines.clear();
    judged.answer = said ? Answer::silent : Answer::says;
    judged.grade = said ? 0 : 2;
    return judged;
  }
  if (denied && universal) {
    judged.answer = Answer::denies;
  } else if (said) {
    judged.answer = Answer::says;
  } else if (denied) {
    judged.answer = Answer::denies;
  } else if (half) {
    judged.answer = Answer::partly;
  }
  judged.grade = judged.answer == Answer::says ? 2 : judged.answer == Answer::silent ? 0 : 1;
  return judged;
}

Judgment parse_judgment(std::string_view text) {
  Judgment judgment;
  for (const std::string& part : split(text, ';')) {
    const std::size_t colon = part.find(':');
    if (colon == std::string::npos) throw std::runtime_error("judgment without a colon: " + part);
    parse_part(trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1)), judgment);
  }
  return judgment;
}

}  // namespace clausula
