#include "indexer/schema.h"

#include <array>

#include "corpus/hash.h"

namespace clausula {
namespace {

// Xapian takes terms of up to 245 bytes; zero bytes in them count double.
constexpr std::size_t longest_term = 240;

constexpr std::array fields{
    TermField{"", prefix::id, "both", "unique id: the versioned id of a policy, `id#number` of a clause"},
    TermField{"", prefix::kind, "both", "`policy` or `clause`, and `latest` where the version is the newest"},
    TermField{"policy", prefix::policy, "both", "id of the policy, without date"},
    TermField{"version", prefix::version, "both", "versioned id: `id`, or `id@DATE` of an older version"},
    TermField{"lang", prefix::language, "both", "ISO 639-1 code"},
    TermField{"shop", prefix::shop, "both", "each folded word of the shop's name"},
    TermField{"country", prefix::country, "both", "ISO 3166 alpha-2, lower case"},
    TermField{"sector", prefix::sector, "both", "sector as given, folded"},
    TermField{"", prefix::date, "both", "YYYYMMDD of retrieval"},
    TermField{"year", prefix::year, "both", "YYYY of retrieval"},
    TermField{"", "", "clause", "exact word, with positions; parts of compounds stand at the position of the whole"},
    TermField{"", prefix::stem, "clause", "stem of a word or of a compound's part; not of stop words"},
    TermField{"", prefix::folded, "clause", "stem of the word without diacritics, where it differs"},
    TermField{"", prefix::negated, "clause", "stem of a word that carries its own negation"},
    TermField{"article", prefix::article, "clause", "article of the GDPR that is cited: `6`, `6.1`, `6.1.f`"},
    TermField{"duration", prefix::duration, "clause", "duration that is named, one form a length: `P2Y` for 24 months"},
    TermField{"heading", prefix::heading_stem, "clause", "stem of a word of the heading path"},
    TermField{"topic", prefix::topic, "both",
              "topic of a clause (score of .5 or more), or of any clause of the policy"},
    TermField{"recipient", prefix::recipient, "both", "folded name of an organisation that gets data"},
    TermField{"denied", prefix::denied, "both", "folded name of an organisation that is said to get none"},
    TermField{"category", prefix::category, "both", "category of recipients that get data"},
    TermField{"denied-category", prefix::category_denied, "both", "category of recipients that are said to get none"},
    TermField{"fact", prefix::fact, "both",
              "`kind:value` of every other fact; of an organisation `recipient:CATEGORY` or `denied:CATEGORY` and "
              "`product:NAME`, of a period `retention-of:DATA`"},
};

}  // namespace

std::span<const TermField> term_fields() { return fields; }

std::string term(std::string_view prefix, std::string_view value) {
  std::string result(prefix);
  const bool capital = !value.empty() && ((value[0] >= 'A' && value[0] <= 'Z') || value[0] == ':');
  if (prefix.size() > 1 && capital) result += ':';
  if (result.size() + value.size() <= longest_term) return result.append(value);
  const std::string hash = sha256_hex(value).substr(0, 16);
  std::size_t keep = longest_term - result.size() - hash.size();
  while (keep > 0 && (static_cast<unsigned char>(value[keep]) & 0xC0) == 0x80) --keep;
  return result.append(value.substr(0, keep)).append(hash);
}

}  // namespace clausula
