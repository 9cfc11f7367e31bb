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

// "yes", "no", "possible"; empty where the sentence says nothing of the kind.
std::string_view outside_eea(std::span<const Cue> cues) {
  const bool country = !values_of(cues, "country").empty();
  if (has(cues, "outside")) {
    if (has(cues, "no-transfer")) return has(cues, "exception") ? "possible" : "no";
    if (!has(cues, "move") && !has(cues, "stay")) return {};
    return has(cues, "possibly") ? "possible" : "yes";
  }
  if (has(cues, "inside") && has(cues, "stay")) return has(cues, "adequacy") ? "possible" : "no";
  if (country && has(cues, "move")) return has(cues, "possibly") ? "possible" : "yes";
  return {};
}

}  // namespace

void extract_transfer(const FactContext& context, std::vector<Fact>& facts) {
  const Cues cues(context, "transfers.toml");
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    if (!context.speakers[i].empty() || context.clause(i).kind == ClauseKind::heading) continue;
    for (std::size_t s = 0; s < context.sentences[i].size(); ++s) {
      const auto said = cues.of(i, s);
      const std::string_view value = outside_eea(said);
      if (value.empty()) continue;
      const SentenceView& sentence = context.sentences[i][s];
      Fact fact = make_fact(FactKind::transfer, value, context.evidence(i, sentence.begin, sentence.end));
      if (value != "no") {
        for (const auto country : values_of(said, "country")) fact.details.emplace_back("country", country);
        // The safeguard may follow in a sentence of its own.
        auto safeguards = values_of(said, "safeguard");
        if (safeguards.empty()) safeguards = values_of(cues.of(i), "safeguard");
        for (const auto safeguard : safeguards) fact.details.emplace_back("safeguard", safeguard);
      }
      facts.push_back(std::move(fact));  // equal ones are merged with all that they say
    }
  }
}

}  // namespace clausula
