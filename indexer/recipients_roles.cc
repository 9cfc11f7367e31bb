#include "indexer/recipients_roles.h"

#include <algorithm>
#include <optional>

#include "indexer/recipients_role_reading.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

class RoleReader {
 public:
  RoleReader(const RoleSentence& sentence, std::span<const Fact> facts) : in_(sentence), facts_(facts) {}

  std::vector<RoleName> read() {
    std::vector<RoleName> found;
    RoleName before;  // the name or party that the next may join
    bool open = false;
    std::size_t before_last = 0;
    for (std::size_t i = in_.sentence.first_token; i < in_.sentence.end_token; ++i) {
      if (const PartyHit* hit = in_.party_at(i)) {
        open = follow(hit->last, before);
        before_last = i = hit->last;
        continue;
      }
      auto span = name_from(i);
      if (!span) continue;
      const std::size_t last = last_token(i, *span);
      if (span->legal_form && follow(i, before)) {
        open = true;
        before_last = i = last;
        continue;
      }
      RoleName role{*span, before.denied, before.dative || follows_as_dative(in_, i), before.group};
      if (!(open && joins(before_last, i)) && !read_role(in_, i, last, role)) {
        open = follow(i, before);
        before_last = last;
      } else {
        found.push_back(role);
        before = role;
        before_last = last;
        open = true;
      }
      i = last;
    }
    return found;
  }

 private:
  // Sets `before` to the recipient already found at a token. False where there is none.
  bool follow(std::size_t token, RoleName& before) const {
    const std::size_t at = in_.text.context().clause(in_.place.clause).begin + in_.view.tokens[token].begin;
    const auto fact = std::find_if(facts_.begin(), facts_.end(), [&](const Fact& each) {
      return each.evidence.begin <= at && at < each.evidence.end;
    });
    before = {};
    before.denied = fact != facts_.end() && fact->denied;
    before.dative = in_.dative(token);
    return fact != facts_.end();
  }

  // The name that begins at a token. "A en B" are two names unless a legal form or a word of kinship binds them.
  std::optional<NameSpan> name_from(std::size_t token) const {
    const WordKind kind = in_.view.tokens[token].word->kind;
    if (kind == WordKind::email || kind == WordKind::url || kind == WordKind::number) return {};
    if (const auto quoted = in_.names.quoted(token)) return quoted;
    if (!in_.names.capital(token) || in_.is(token, "to") || in_.is(token, "with") || in_.is(token, "by") ||
        in_.is(token, "in"))
      return {};
    std::size_t at = token;
    while (at < token + 2 && at + 1 < in_.sentence.end_token && in_.is(at, "small")) ++at;
    auto span = in_.names.run_from(at);
    if (!span || in_.names.is_form(token)) return {};
    span->begin = in_.view.tokens[token].begin;
    if (span->legal_form) return span;
    for (std::size_t i = at + 1; i < in_.sentence.end_token && in_.view.tokens[i].end <= span->end; ++i) {
      const bool known = in_.party_at(i) != nullptr;
      const bool split = in_.is(i, "and") && !(i + 1 < in_.sentence.end_token && in_.is(i + 1, "kin"));
      if (known || split) {
        span->end = in_.view.tokens[i - 1].end;
        break;
      }
    }
    return span;
  }

  std::size_t last_token(std::size_t first, const NameSpan& span) const {
    std::size_t last = first;
    while (last + 1 < in_.sentence.end_token && in_.view.tokens[last + 1].begin < span.end) ++last;
    return last;
  }

  // Whether only a comma or a joining word, with a preposition at most, stands between two names.
  bool joins(std::size_t left, std::size_t right) const {
    if (right <= left + 1) {
      const std::string_view gap = in_.text.gap(in_.place.clause, left, right);
      return (gap.starts_with(", ") && in_.list_goes_on(right)) || gap == "/" || gap == " / ";
    }
    // "A te Venlo (magazijn) en B (mail)".
    if (in_.is(right - 1, "and") && in_.text.gap(in_.place.clause, right - 2, right - 1) == ") " && right < left + 12)
      return true;
    // "X voor de boekhouding en Y voor retouren".
    if (in_.is(right - 1, "and") && in_.word(left + 1) == "voor" && right < left + 7 &&
        in_.last_capital(right) + 1 < in_.sentence.end_token && in_.word(in_.last_capital(right) + 1) == "voor")
      return in_.text.gap(in_.place.clause, left, right).find_first_of(",:;(.") == std::string_view::npos;
    if (right > left + 4) return false;
    bool conjunction = false;
    for (std::size_t i = left + 1; i < right; ++i) {
      if (in_.is(i, "and")) {
        conjunction = true;
      } else if (!in_.is(i, "to") && !in_.is(i, "with") && !in_.is(i, "by") && !in_.is(i, "adverb")) {
        return false;
      }
    }
    const std::string_view gap = in_.text.gap(in_.place.clause, left, right);
    return conjunction && gap.find_first_of(":;") == std::string_view::npos;
  }

  const RoleSentence& in_;
  std::span<const Fact> facts_;
};

}  // namespace

std::vector<RoleName> names_in_roles(const SharingText& text, Place place, const NameReader& names,
                                     std::span<const Cue> words, std::span<const Fact> facts) {
  const RoleSentence sentence(text, place, names, words);
  return RoleReader(sentence, facts).read();
}

}  // namespace clausula
