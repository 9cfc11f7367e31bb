// Clauses, facts and policies as JSON, with the keys of docs/formats.md in their order. All commands that print JSON
// share them, so that a clause or a fact looks the same in each.
#pragma once

#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "indexer/document.h"

namespace clausula {

using Json = nlohmann::ordered_json;

// {"topic", "score", "cues"}; the score is rounded to three decimals.
Json to_json(const TopicTag& tag);

// {"clause", "lines", "begin", "end"}.
Json to_json(const Evidence& evidence);

// {"kind", the value under its kind's key, "polarity" where it has one, details, "clause", "lines", "begin", "end",
// "also"}. An age is a number; "email" is a list always, another detail where it has several values.
Json to_json(const Fact& fact);
Json to_json(std::span<const Fact> facts);

// {"clause", "lines", "begin", "end", "kind", "headings", "text", "topics"}; topics from `tag_threshold` on only.
Json to_json(const StoredClause& clause);

// {"policy", "shop", "language", "file", "date", "version"}: what tells a policy from others. The last two are there
// where they are known and where it is an older version.
Json to_json(const StoredPolicy& policy);

// The whole policy record: `to_json(policy)`, "clauses" and "facts".
Json policy_record(const StoredPolicy& policy, std::span<const StoredClause> clauses);

// On one line, or indented where `indent` is not negative. Always valid UTF-8: what is not is replaced by U+FFFD,
// and characters that a terminal may act on are escaped.
std::string dump(const Json& value, int indent = -1);

double rounded(double value);  // to three decimals, as scores are printed

}  // namespace clausula
