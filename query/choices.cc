#include "query/choices.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

#include "corpus/error.h"
#include "corpus/spelling.h"

namespace clausula {
namespace {

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

[[noreturn]] void fail(std::string_view what, std::string_view name, const std::vector<std::string>& all) {
  std::string message = "there is no " + std::string(what) + " '" + std::string(name) + "'";
  if (const auto meant = nearest(name, all)) throw UsageError(message + "; did you mean " + *meant + "?");
  message += "; there is ";
  for (std::size_t i = 0; i < all.size(); ++i) message.append(i > 0 ? ", " : "").append(all[i]);
  throw UsageError(message);
}

template <class Value>
std::vector<Value> named(std::span<const std::string> names, std::string_view what, std::span<const Value> all,
                         const std::function<std::string_view(Value)>& name_of_value) {
  std::vector<Value> values;
  const auto add = [&](std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](Value value) { return name_of_value(value) == name; });
    if (found == all.end()) {
      std::vector<std::string> known;
      for (const Value value : all) known.emplace_back(name_of_value(value));
      fail(what, name, known);
    }
    if (std::find(values.begin(), values.end(), *found) == values.end()) values.push_back(*found);
  };
  for (std::string_view list : names) {
    for (std::size_t comma = list.find(','); comma != std::string_view::npos; comma = list.find(',')) {
      add(without_blanks(list.substr(0, comma)));
      list.remove_prefix(comma + 1);
    }
    add(without_blanks(list));
  }
  return values;
}

template <class Value>
std::vector<Value> all_of(int count) {
  std::vector<Value> all;
  for (int i = 0; i < count; ++i) all.push_back(static_cast<Value>(i));
  return all;
}

}  // namespace

std::vector<Topic> topics_named(std::span<const std::string> names) {
  return named<Topic>(names, "topic", all_of<Topic>(topic_count), [](Topic topic) { return name_of(topic); });
}

std::vector<FactKind> fact_kinds_named(std::span<const std::string> names) {
  return named<FactKind>(names, "kind of fact", all_of<FactKind>(fact_kind_count),
                         [](FactKind kind) { return name_of(kind); });
}

std::vector<Language> languages_named(std::span<const std::string> names) {
  const std::vector<Language> all{Language::dutch, Language::latvian, Language::english, Language::other};
  return named<Language>(names, "language", all, [](Language language) { return code_of(language); });
}

}  // namespace clausula
