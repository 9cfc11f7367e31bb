// The schema of the index: every prefix, slot and metadata key, in one table that the indexer, the query parser and
// docs/schema.md share (a test compares). Capitals follow Xapian's termprefixes convention.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

namespace clausula {

// Rises with every change that makes old indexes unreadable or incomplete.
inline constexpr int schema_version = 4;

struct TermField {
  std::string_view name;    // what a user types before the colon; empty: not for users
  std::string_view prefix;  // of the term
  std::string_view on;      // "policy", "clause" or "both"
  std::string_view holds;   // what follows the prefix, for the documentation
};
std::span<const TermField> term_fields();

namespace prefix {
inline constexpr std::string_view id = "Q";        // unique
inline constexpr std::string_view kind = "XK";     // "policy" or "clause"; "latest" on documents of newest versions
inline constexpr std::string_view policy = "XP";   // id of the policy, without date
inline constexpr std::string_view version = "XV";  // versioned id
inline constexpr std::string_view language = "L";
inline constexpr std::string_view shop = "A";  // words of the shop's name (the author)
inline constexpr std::string_view country = "XN";
inline constexpr std::string_view sector = "XS";
inline constexpr std::string_view date = "D";  // YYYYMMDD of retrieval
inline constexpr std::string_view year = "Y";
inline constexpr std::string_view stem = "Z";
inline constexpr std::string_view heading_stem = "ZS";  // words of the heading path
inline constexpr std::string_view folded = "XF";
inline constexpr std::string_view negated = "XNEG";   // stem of a word that carries its own negation
inline constexpr std::string_view article = "XART";   // article of the GDPR: "6", "6.1", "6.1.f"
inline constexpr std::string_view duration = "XDUR";  // ISO 8601, one form a length: "P2Y" for 24 months
inline constexpr std::string_view topic = "XT";
inline constexpr std::string_view recipient = "XR";  // folded name of a party that gets data
inline constexpr std::string_view denied = "XRD";    // … that the policy says gets none
inline constexpr std::string_view category = "XC";   // recipient category that gets data
inline constexpr std::string_view category_denied = "XCD";
inline constexpr std::string_view fact = "XE";  // "kind:value" of every other fact
}  // namespace prefix

namespace slot {
inline constexpr Xapian::valueno policy = 0;       // versioned id; for collapsing
inline constexpr Xapian::valueno retrieved = 1;    // ISO date
inline constexpr Xapian::valueno retention = 2;    // longest stated period in days, sortable_serialise
inline constexpr Xapian::valueno age = 3;          // minimum age in years, sortable_serialise
inline constexpr Xapian::valueno shape = 4;        // hash of the clause's words: equal for identical clauses
inline constexpr Xapian::valueno fingerprint = 5;  // of a policy's bytes and provenance; tells whether it changed
}  // namespace slot

namespace metadata {
inline constexpr std::string_view schema = "clausula.schema";
inline constexpr std::string_view analyzer = "clausula.analyzer";
inline constexpr std::string_view lexicon = "clausula.lexicon";
inline constexpr std::string_view writer = "clausula.writer";  // program version
}  // namespace metadata

// prefix + value as Xapian's convention wants it: a colon between where the value begins with a capital and the prefix
// has more than one letter; values that make a term longer than Xapian's limit are shortened and end in a hash.
std::string term(std::string_view prefix, std::string_view value);

}  // namespace clausula
