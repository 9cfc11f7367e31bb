#include "indexer/recipients_listed_names.h"

#include <algorithm>
#include <string>

namespace clausula {
namespace {

constexpr std::size_t longest_clause = 6;         // words between a group and "such as X"
constexpr std::size_t longest_announcement = 14;  // words between those who get the data and the colon of their list
class ListTests {
 public:
  explicit ListTests(const RoleSentence& sentence) : in_(sentence) {}

  bool listed(std::size_t first, std::size_t last) const {
    return labelled(first) || enumerated(first, last) || exemplifies(first);
  }

 private:
  // "Hosting: X".
  bool labelled(std::size_t first) const {
    if (first == in_.sentence.first_token || first > in_.sentence.first_token + 3) return false;
    if (in_.text.gap(in_.place.clause, first - 1, first) != ": ") return false;
    const auto groups = in_.text.groups(in_.place);
    return std::any_of(groups.begin(), groups.end(), [&](const Cue& cue) { return cue.last + 1 == first; });
  }

  // "Onze dienstverleners: X (hosting), Y en Z (bezorging)": in a list behind a colon, with what it does in brackets.
  bool enumerated(std::size_t first, std::size_t last) const {
    std::size_t colon = in_.sentence.first_token;
    while (colon < first && in_.text.gap(in_.place.clause, colon, colon + 1) != ": ") ++colon;
    if (colon >= first || !announced(colon)) return false;
    const bool begins = colon + 1 == first || in_.text.gap(in_.place.clause, first - 1, first).ends_with(", ") ||
                        (in_.is(first - 1, "and") && first > colon + 2);
    if (!begins || last + 1 >= in_.sentence.end_token) return false;
    if (in_.text.gap(in_.place.clause, last, last + 1).starts_with(" (")) return true;
    return in_.is(last + 1, "and") && last + 2 < in_.sentence.end_token && in_.names.capital(last + 2) &&
           in_.text
               .gap(in_.place.clause, in_.last_capital(last + 2),
                    std::min(in_.last_capital(last + 2) + 1, in_.sentence.end_token - 1))
               .starts_with(" (");
  }

  // Whether the words up to a token speak of those who get the data.
  bool announced(std::size_t colon) const {
    const auto groups = in_.text.groups(in_.place);
    const auto cues = in_.text.sharing(in_.place);
    const auto near = [&](const Cue& cue) { return cue.last <= colon && colon < cue.last + longest_announcement; };
    return std::any_of(groups.begin(), groups.end(), near) ||
           std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
             const std::string& id = cue.entry->id;
             return near(cue) && (id == "share" || id == "engage" || id == "receive" || id == "receivers");
           });
  }

  // "(X", "zoals X", "als X" behind a group.
  bool exemplifies(std::size_t first) const {
    if (first <= in_.sentence.first_token) return false;
    const std::string_view gap = in_.text.gap(in_.place.clause, first - 1, first);
    const bool bracket = (gap == " (" || gap == " („" || gap == " (\"" || gap == " (“") && !spells_out(first);
    const bool such = in_.is(first - 1, "such-as");
    if (!bracket && !such) return false;
    for (const Cue& cue : in_.text.groups(in_.place)) {
      const std::size_t end = such ? first - 1 : first;
      // "Elke partij waarmee wij werken, zoals X": a clause between, but nothing that the example could be one of.
      const bool near =
          cue.last + 2 >= end || (such && cue.last + longest_clause >= end &&
                                  in_.text.gap(in_.place.clause, end - 1, end) == ", " && !names_data(cue.last, end));
      if (cue.last < end && near && (counted(cue) || in_.text.list(in_.place.clause).sharing)) return true;
    }
    return false;
  }

  bool names_data(std::size_t first, std::size_t end) const {
    const auto negation = in_.text.negation(in_.place);
    return std::any_of(negation.begin(), negation.end(),
                       [&](const Cue& cue) { return cue.entry->id == "data" && cue.first > first && cue.last < end; });
  }

  // "CDN (Content Delivery Network)": the long form of what stands before.
  bool spells_out(std::size_t first) const {
    std::string initials;
    for (std::size_t i = first; i <= in_.last_capital(first); ++i) {
      const std::string& text = in_.word(i);
      for (std::size_t at = 0; at != std::string::npos; at = text.find('-', at + 1)) {
        initials += text[at == 0 ? 0 : at + 1];
      }
    }
    return initials.size() > 1 && in_.word(first - 1).starts_with(initials);
  }

  bool counted(const Cue& cue) const {
    const Segment& segment = in_.text.reading(in_.place).at(cue.first);
    return (segment.actions & ~action::sell) != 0 && segment.role != SegmentRole::condition;
  }

  const RoleSentence& in_;
};

}  // namespace

bool is_listed(const RoleSentence& sentence, std::size_t first, std::size_t last) {
  return ListTests(sentence).listed(first, last);
}

}  // namespace clausula
