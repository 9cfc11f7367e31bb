#include "indexer/recipients_role_sentence.h"

#include <algorithm>

namespace clausula {

const PartyHit* RoleSentence::party_at(std::size_t token) const {
  for (const PartyHit& hit : text.parties(place.clause)) {
    if (hit.first <= token && token <= hit.last) return &hit;
  }
  return nullptr;
}

bool RoleSentence::is(std::size_t token, std::string_view id) const {
  return std::any_of(words.begin(), words.end(),
                     [&](const Cue& cue) { return cue.entry->id == id && cue.first <= token && token <= cue.last; });
}

bool RoleSentence::blank(std::size_t left) const {
  const std::string_view gap = text.gap(place.clause, left, left + 1);
  return gap.size() <= 4 && gap.find_first_of(",;:()/.-\n") == std::string_view::npos;
}

std::size_t RoleSentence::last_capital(std::size_t first) const {
  std::size_t last = first;
  while (last + 1 < sentence.end_token && blank(last) && names.capital(last + 1)) ++last;
  return last;
}

bool RoleSentence::dative(std::size_t token) const {
  const std::string& form = word(token);
  return text.latvian() &&
         (form.ends_with("am") || form.ends_with("ai") || form.ends_with("im") || form.ends_with("ei") ||
          form.ends_with("iem") || form.ends_with("ām") || form.ends_with("um"));
}

bool RoleSentence::third_person(std::size_t token) const {
  const std::string& verb = word(token);
  if (text.latvian())
    return !verb.ends_with("am") && !verb.ends_with("ām") && !verb.ends_with("t") && !verb.ends_with("ta") &&
           !verb.ends_with("ts") && !verb.ends_with("ti") && !verb.ends_with("šana");
  if (verb.starts_with("ge") && (verb.ends_with('d') || verb.ends_with("en"))) return false;
  return verb.ends_with('t') || is(token, "finite");
}

const Cue* RoleSentence::verb_at(std::size_t token) const {
  for (const Cue& cue : text.sharing(place)) {
    const std::string& id = cue.entry->id;
    if (cue.first == token && (id == "trade" || id == "process" || id == "receive" || id == "learn")) return &cue;
  }
  return nullptr;
}

bool RoleSentence::ours_before(std::size_t token) const {
  for (std::size_t step = 1; step <= 3 && token >= sentence.first_token + step; ++step) {
    if (is(token - step, "possessive")) return true;
  }
  return false;
}

bool RoleSentence::kind_before(std::size_t token) const {
  return token > sentence.first_token && (is(token - 1, "kind") || is(token - 1, "owned"));
}

bool RoleSentence::list_goes_on(std::size_t token) const {
  for (std::size_t i = token; i < sentence.end_token && i < token + 12; ++i) {
    if (is(i, "and")) return true;
    if (!names.capital(i) && party_at(i) == nullptr) return false;
  }
  return false;
}

}  // namespace clausula
