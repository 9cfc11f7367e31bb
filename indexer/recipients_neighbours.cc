#include "indexer/recipients_neighbours.h"

#include <algorithm>
#include <array>

#include "indexer/recipients_arguments.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

constexpr std::size_t longest_form = 8;  // bytes of a legal form with the blank before it
constexpr std::size_t longest_head = 8;  // bytes before the name at the head of an item

// "grāmatvedības birojs „X”", "kurjeri no SIA „X”": one plain word, then the name in quotation marks or a legal form.
bool behind_kind(std::string_view gap) {
  if (!gap.starts_with(' ') || gap.size() < 4 || gap.size() > 24 || gap.find_first_of(",.;:()") != gap.npos)
    return false;
  const std::string_view word = gap.substr(1, gap.find_first_of(" \n", 1) - 1);
  constexpr std::array<std::string_view, 5> links{"no", "van", "uit", "bij", "birojs"};
  return contains(links, word) || word.starts_with("biroj") || word.starts_with("uzņēm") || word.starts_with("firm") ||
         word.starts_with("kompān");
}

}  // namespace

Neighbours::Neighbours(const SharingText& text, std::span<const Fact> named) : text_(text), facts_(named) {
  for (const Fact& fact : named) named_.emplace_back(fact.evidence.begin, fact.evidence.end);
}

bool Neighbours::gives_way(Place place, const Cue& cue) const {
  return points_back(place, cue) || apposed(place, cue) || refers_back(place, cue) || describes(place, cue) ||
         carries(place, cue);
}

bool Neighbours::inside(std::size_t clause) const {
  const Clause& own = text_.context().clause(clause);
  return std::any_of(named_.begin(), named_.end(),
                     [&](const Bytes& name) { return name.first >= own.begin && name.second <= own.end; });
}

// The recipient named last before a token, within its sentence: its bytes in the policy.
std::optional<Neighbours::Bytes> Neighbours::last(Place place, std::size_t token) const {
  const ClauseView& view = text_.view(place.clause);
  const std::size_t offset = text_.context().clause(place.clause).begin;
  const std::size_t begin = offset + view.tokens[text_.sentence(place).first_token].begin;
  const std::size_t at = offset + view.tokens[token].begin;
  std::optional<Bytes> found;
  for (const auto& name : named_) {
    if (name.first >= begin && name.second <= at && (!found || name.second > found->second)) found = name;
  }
  return found;
}

// "… via Rabobank; de bank ziet dan": the group is the party that has just been named.
bool Neighbours::refers_back(Place place, const Cue& cue) const {
  if (cue.first != cue.last || is_generic(cue)) return false;
  constexpr std::array<std::string_view, 4> articles{"de", "het", "dit", "dat"};
  const std::string& form = text_.view(place.clause).tokens[cue.first].word->text;
  const bool one = text_.latvian() ? form.ends_with('a') || form.ends_with('s')
                                   : contains(articles, text_.word_before(place, cue.first)) && !form.ends_with("en");
  const auto name = last(place, cue.first);
  if (!one || !name) return false;
  for (const Fact& fact : facts_) {
    if (fact.evidence.begin != name->first) continue;
    const auto category = fact.detail("category");
    return category && cue.entry->id.starts_with(*category);
  }
  return false;
}

// "Piegādātājam (Omniva, DPD)": the word for suppliers means those who deliver, who are named.
bool Neighbours::carries(Place place, const Cue& cue) const {
  if (!text_.latvian() || cue.entry->id != "suppliers") return false;
  const auto parties = text_.parties(place.clause);
  return std::any_of(parties.begin(), parties.end(), [&](const PartyHit& hit) {
    return hit.first > cue.last && hit.first < text_.sentence(place).end_token && hit.party->category == "delivery";
  });
}

// Whether a cell that ends before a byte of the clause begins with a recipient's name.
bool Neighbours::names_cell(std::size_t clause, std::size_t byte) const {
  const std::size_t offset = text_.context().clause(clause).begin;
  const std::string_view text = text_.view(clause).text;
  return std::any_of(named_.begin(), named_.end(), [&](const Bytes& name) {
    if (name.first < offset || name.first > offset + longest_head || name.second > offset + byte) return false;
    return text.substr(name.second - offset, byte + offset - name.second).find('|') != std::string_view::npos;
  });
}

// "- DPD – pakomāti un kurjers": an item names the party first and then says what it does.
bool Neighbours::describes(Place place, const Cue& cue) const {
  const ClauseKind kind = text_.context().clause(place.clause).kind;
  if (!text_.list(place.clause).sharing && kind != ClauseKind::row) return false;
  const auto name = last(place, cue.first);
  const std::size_t offset = text_.context().clause(place.clause).begin;
  const ClauseView& view = text_.view(place.clause);
  // A legal form may end a sentence before the next cell.
  if (!name) return kind == ClauseKind::row && names_cell(place.clause, view.tokens[cue.first].begin);
  const std::size_t head = view.tokens[text_.sentence(place).first_token].begin;
  if (name->first - offset > head + longest_head) return false;
  std::string_view gap = view.text.substr(name->second - offset);
  constexpr std::string_view quotes = "\"'\xE2\x80\x9C\x9D";
  gap.remove_prefix(std::min(gap.find_first_not_of(quotes), gap.size()));
  // "Shopmeester B.V. | webshopsoftware": the legal form is no part of the evidence.
  if (const std::size_t form = gap.find_first_of(".ABCDEFGHIJKLMNOPQRSTUVWXYZ"); form == 1) {
    const std::size_t end = gap.find(' ', 1);
    if (end < longest_form) gap.remove_prefix(end);
  }
  constexpr std::array<std::string_view, 5> dashes{" - ", " – ", " — ", ": ", " | "};
  return std::any_of(dashes.begin(), dashes.end(), [&](std::string_view dash) { return gap.starts_with(dash); });
}

// "PostNL en onze boekhouder": shares what the name before it gets.
bool Neighbours::beside(Place place, const Cue& cue) const {
  const auto name = last(place, cue.first);
  if (!name || is_generic(cue)) return false;
  const std::size_t offset = text_.context().clause(place.clause).begin;
  const ClauseView& view = text_.view(place.clause);
  const std::string_view gap =
      view.text.substr(name->second - offset, view.tokens[cue.first].begin + offset - name->second);
  constexpr std::array<std::string_view, 8> joints{" en onze ", " en ons ",  " en de ", " en het ",
                                                   " en een ",  " of onze ", " un ",    " un mūsu "};
  return contains(joints, gap);
}

// "Kwikzend – bezorging": says what the party before it does.
bool Neighbours::before(Place place, std::size_t token) const {
  const std::size_t begin = text_.context().clause(place.clause).begin;
  const std::size_t at = begin + text_.view(place.clause).tokens[token].begin;
  return std::any_of(named_.begin(), named_.end(),
                     [&](const auto& name) { return name.first >= begin && name.second <= at; });
}

// "Deze vervoerders" are those that the sentence before has named.
bool Neighbours::points_back(Place place, const Cue& cue) const {
  constexpr std::array<std::string_view, 6> pointers{"deze", "die", "šie", "šiem", "šim", "šis"};
  if (!contains(pointers, text_.word_before(place, cue.first))) return false;
  const std::size_t begin = text_.context().clause(place.clause).begin;
  const std::size_t at = begin + text_.view(place.clause).tokens[text_.sentence(place).first_token].begin;
  return std::any_of(named_.begin(), named_.end(),
                     [&](const auto& name) { return name.first >= begin && name.second <= at; });
}

// Whether the group is put as a single party ("de vervoerder", "mijn bank").
bool Neighbours::is_one(Place place, const Cue& cue) const {
  const std::string& form = text_.view(place.clause).tokens[cue.last].word->text;
  if (is_generic(cue)) return false;
  if (!text_.latvian()) return !form.ends_with("en") && !form.ends_with('s');
  return form.ends_with("ējs") || form.ends_with("ājs") || form.ends_with("ers") || form.ends_with("ējam") ||
         form.ends_with("ājam") || form.ends_with("eram") || form.ends_with("era") || form.ends_with("ums") ||
         form.ends_with("umam") || form == "banka" || form == "bankai";
}

// A name right beside the group: "our payment provider Mollie", "Stripe, a payment provider". A list in parentheses
// or after "such as" is none.
bool Neighbours::apposed(Place place, const Cue& cue) const {
  const ClauseView& view = text_.view(place.clause);
  const std::size_t begin = text_.context().clause(place.clause).begin;
  const std::size_t first = begin + view.tokens[cue.first].begin;
  const std::size_t last = begin + view.tokens[cue.last].end;
  const std::string_view policy = text_.context().policy.text;
  return std::any_of(named_.begin(), named_.end(), [&](const Bytes& name) {
    if (name.first >= last) {
      const std::string_view gap = policy.substr(last, name.first - last);
      if (gap == " van " || behind_kind(gap)) return true;
      // "Mijn bank (Triodos)": one party, and its name.
      if ((gap == " (" || gap == " is " || gap == " is de ") && is_one(place, cue)) return true;
      // "Mūsu partneris Vācijā, X, sūta".
      if (is_generic(cue) && gap.ends_with(", ") && gap.starts_with(' ') && gap.size() < 20 &&
          gap.find(',') == gap.size() - 2 && gap.find(' ', 1) == gap.size() - 1)
        return true;
      return gap.size() <= 14 &&
             gap.find_first_not_of(" \"'„“”:\xE2\x80\x9C\x9D\x9E\xC2\xA0SIABV.") == std::string_view::npos;
    }
    if (name.second > first) return true;
    const std::string_view gap = policy.substr(name.second, first - name.second);
    // "SIA „X” programmētājiem".
    if (gap.size() <= 5 && gap.find_first_not_of(" \"'\xE2\x80\x9C\x9D") == std::string_view::npos) return true;
    const bool comma = gap.starts_with(", ") && gap.size() < 60 &&
                       gap.find_first_of(",.;:(\n", 1) == std::string_view::npos &&
                       (gap.starts_with(", een ") || gap.starts_with(", de ") || gap.starts_with(", onze ") ||
                        gap.starts_with(", mūsu "));
    const bool is = gap.size() < 30 && (gap.starts_with(" is ") || gap.starts_with(" ir "));
    return comma || is;
  });
}

}  // namespace clausula
