// Transfers out of the European Economic Area: whether, whereto, and under which safeguard.
#include <algorithm>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

std::vector<std::string_view> values_of(std::span<const Cue> cues, std::string_view key) {
  std::vector<std::string_view> values;
  for (const Cue& cue : cues) {
    const std::string_view value = cue.entry->value(key);
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
  return values;
}

// "yes", "no", "possible"; empty where the sentence says nothing of the kind. `tagged` as being about transfers.
std::string_view outside_eea(std::span<const Cue> cues, bool tagged) {
  const bool country = !values_of(cues, "country").empty();
  const std::string_view stated = has(cues, "possibly") ? "possible" : "yes";
  if (has(cues, "stays-inside")) return has(cues, "exception") ? "possible" : "no";
  if (has(cues, "outside")) {
    if (has(cues, "no-transfer")) return has(cues, "exception") ? "possible" : "no";
    if (!has(cues, "move") && !has(cues, "stay") && !tagged) return {};
    return stated;
  }
  if (country && (has(cues, "move") || tagged || !values_of(cues, "safeguard").empty())) {
    return has(cues, "no-transfer") ? std::string_view() : stated;
  }
  if (has(cues, "inside") && (has(cues, "stay") || tagged)) return has(cues, "adequacy") ? "possible" : "no";
  // "Only in the Netherlands": the place of the data, not merely that of a server among others.
  if (has(cues, "member-state") && has(cues, "only") && (has(cues, "stay") || tagged)) return "no";
  return {};
}

// One fact a country, each with the safeguards; one without a country where none is named.
void add_transfers(const Fact& fact, std::span<const std::string_view> countries,
                   std::span<const std::string_view> safeguards, std::vector<Fact>& facts) {
  for (std::size_t i = 0; i < std::max<std::size_t>(countries.size(), 1); ++i) {
    Fact& one = facts.emplace_back(fact);  // equal ones are merged with all that they say
    if (i < countries.size()) one.details.emplace_back("country", countries[i]);
    for (const auto safeguard : safeguards) one.details.emplace_back("safeguard", safeguard);
  }
}

}  // namespace

void extract_transfer(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "transfers.toml");
  for_each_sentence(context, [&](std::size_t clause, std::size_t index) {
    if (context.clause(clause).kind == ClauseKind::heading) return;
    const auto said = cues.of(clause, index);
    // The column under "country" tells whereto, as a clause about transfers does.
    const bool placed = std::any_of(said.begin(), said.end(), [&](const Cue& cue) {
      return !cue.entry->value("country").empty() && has_in_column(context, cues, clause, cue.first, "place");
    });
    const std::string_view value = outside_eea(said, placed || is_about(context, clause, Topic::transfers));
    if (value.empty()) return;
    const SentenceView& sentence = context.sentences[clause][index];
    const Fact fact = make_fact(FactKind::transfer, value, context.evidence(clause, sentence.begin, sentence.end));
    if (value == "no") return facts.push_back(fact);
    // The safeguard may follow in a sentence of its own.
    auto safeguards = values_of(said, "safeguard");
    if (safeguards.empty()) safeguards = values_of(cues.of(clause), "safeguard");
    add_transfers(fact, values_of(said, "country"), safeguards, facts);
  });
}

}  // namespace clausula
