// Minimum ages: "under 16" and "16 or older" are both 16.
#include <algorithm>
#include <charconv>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr int youngest = 10;
constexpr int oldest = 21;
constexpr std::size_t reach = 4;  // words between the number and what makes it an age

int age_of(const Token& token, std::span<const Cue> lengths, std::size_t index) {
  const std::string& text = token.word->text;
  int age = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  // "18-jarige", "16-gadīgs": the number leads the word.
  if (error == std::errc() && (end == text.data() + text.size() || *end == '-')) return age;
  for (const Cue& cue : lengths) {
    if (cue.first != index || cue.entry->value("number").empty()) continue;
    const auto number = cue.entry->value("number");
    age = 0;
    const auto [stop, bad] = std::from_chars(number.data(), number.data() + number.size(), age);
    if (bad == std::errc() && stop == number.data() + number.size()) return age;
  }
  return 0;
}

// "16 jaar", "16 gadi": a number without its unit has to stand right beside what makes it an age.
std::size_t reach_of(const Token& token, std::span<const Cue> lengths, std::size_t index) {
  const bool years = token.word->text.find('-') != std::string::npos ||
                     std::any_of(lengths.begin(), lengths.end(), [&](const Cue& cue) {
                       return cue.first == index + 1 && cue.entry->value("unit") == "Y";
                     });
  return years ? reach : 0;
}

bool near(std::span<const Cue> cues, std::string_view id, std::size_t index, std::size_t most) {
  // "No 18 gadiem": the word stands right before the number.
  if (std::any_of(cues.begin(), cues.end(),
                  [&](const Cue& cue) { return cue.entry->id == id && cue.list == "from" && cue.last + 1 == index; })) {
    return true;
  }
  const Cue* cue = nullptr;
  for (const Cue& each : cues) {
    if (each.entry->id != id || each.list == "from") continue;
    if (cue == nullptr || distance(each, index, index) < distance(*cue, index, index)) cue = &each;
  }
  return cue != nullptr && distance(*cue, index, index) <= most;
}

}  // namespace

void extract_minimum_age(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "ages.toml");
  const Cues lengths(context, "durations.toml");
  for_each_sentence(context, [&](std::size_t clause, std::size_t index) {
    const auto said = cues.of(clause, index);
    bool any = false;
    if (has(cues.of(clause), "person") && (has(said, "below") || has(said, "above"))) {
      const SentenceView& sentence = context.sentences[clause][index];
      for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
        // "18. The customer may …": the number of an article.
        const std::size_t end = context.clauses[clause].tokens[t].end;
        if (t == 0 && context.clauses[clause].text.substr(end).starts_with(".")) continue;
        const int age = age_of(context.clauses[clause].tokens[t], lengths.of(clause, index), t);
        if (age < youngest || age > oldest || near(said, "not-age", t, reach)) continue;
        const std::size_t away = reach_of(context.clauses[clause].tokens[t], lengths.of(clause, index), t);
        if (!near(said, "below", t, away) && !near(said, "above", t, away)) continue;
        add_fact(facts,
                 make_fact(FactKind::minimum_age, std::to_string(age), context.evidence_of_tokens(clause, t, t)));
        any = true;
      }
    }
    if (any) return;
    for (const Cue& cue : said) {
      if (cue.entry->id != "adult") continue;
      return add_fact(facts, make_fact(FactKind::minimum_age, cue.entry->value("age"),
                                       context.evidence_of_tokens(clause, cue.first, cue.last)));
    }
  });
}

}  // namespace clausula
