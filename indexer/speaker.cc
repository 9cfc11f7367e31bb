#include "indexer/speaker.h"

#include <algorithm>
#include <optional>

#include "indexer/fact_cues.h"
#include "indexer/parties.h"

namespace clausula {
namespace {

class SpeakerReader {
 public:
  explicit SpeakerReader(const FactContext& context)
      : context_(context), cues_(context, "speakers.toml"), speakers_(context.clauses.size()) {}

  std::vector<std::string> read() {
    for (std::size_t clause = 0; clause < context_.clauses.size(); ++clause) {
      if (!speakers_[clause].empty()) continue;
      if (const auto name = introduces_itself(clause)) mark(clause, *name);
      if (const auto name = announced(clause)) mark_text(clause + 1, *name);
    }
    return std::move(speakers_);
  }

 private:
  bool own(const Party& party) const {
    return !context_.policy.source.shop.empty() && name_key(party.name) == name_key(context_.policy.source.shop);
  }

  // "We, Klarna Bank AB, …": the words and the name stand side by side.
  std::optional<std::string> introduces_itself(std::size_t clause) const {
    const ClauseView& view = context_.clauses[clause];
    if (!has(cues_.of(clause), "we-are") && !has(cues_.of(clause), "named-us")) return std::nullopt;
    for (const PartyHit& hit : context_.phrases.parties(context_.language).find(view)) {
      if (own(*hit.party)) continue;
      for (const Cue& cue : cues_.of(clause)) {
        if (cue.entry->id == "we-are" && cue.last + 1 == hit.first) {
          const bool alone = cue.first == cue.last;
          const std::string_view gap = between(view, cue.last, hit.first);
          if (!alone || gap.starts_with(',')) return hit.party->name;
        }
        if (cue.entry->id == "named-us" && cue.first > hit.last && cue.first <= hit.last + 4) return hit.party->name;
      }
    }
    return std::nullopt;
  }

  // "Klarna's message reads as follows:": the one party that the sentence names.
  std::optional<std::string> announced(std::size_t clause) const {
    if (!has(cues_.of(clause), "notice") || clause + 1 >= speakers_.size()) return std::nullopt;
    const auto hits = context_.phrases.parties(context_.language).find(context_.clauses[clause]);
    if (hits.empty() || own(*hits.front().party)) return std::nullopt;
    const bool one =
        std::all_of(hits.begin(), hits.end(), [&](const PartyHit& hit) { return hit.party == hits.front().party; });
    return one ? std::optional(hits.front().party->name) : std::nullopt;
  }

  // The text from `first` on: the section that it opens, else what is left of the one it stands in. It has to speak of
  // itself as "we".
  void mark_text(std::size_t first, const std::string& name) {
    const bool titled = context_.clause(first).kind == ClauseKind::heading;
    std::size_t end = titled ? first + 1 : first;
    while (end < speakers_.size() && context_.clause(end).kind != ClauseKind::heading) ++end;
    bool we = false;
    for (std::size_t i = first; i < end; ++i) we = we || has(cues_.of(i), "we");
    for (std::size_t i = first; i < end && we; ++i) speakers_[i] = name;
  }

  static std::string_view between(const ClauseView& view, std::size_t left, std::size_t right) {
    return view.text.substr(view.tokens[left].end, view.tokens[right].begin - view.tokens[left].end);
  }

  // The notice reaches from its own title to the next heading of that title's rank, else over the rest of the section.
  void mark(std::size_t clause, const std::string& name) {
    const std::vector<std::string>& path = context_.clause(clause).headings;
    const auto title = title_of(path, name);
    std::size_t first = clause;
    std::size_t depth = title.value_or(path.size());
    const auto inside = [&](std::size_t index) {
      const std::vector<std::string>& other = context_.clause(index).headings;
      if (title && context_.clause(index).kind == ClauseKind::heading && context_.clauses[index].text == path[*title])
        return true;
      const std::size_t length = title ? depth + 1 : depth;
      return other.size() >= length &&
             std::equal(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(length), other.begin());
    };
    while (first > 0 && title && inside(first - 1)) --first;
    for (std::size_t i = first; i < speakers_.size() && inside(i); ++i) speakers_[i] = name;
  }

  // The heading in the path that names the party.
  std::optional<std::size_t> title_of(const std::vector<std::string>& path, const std::string& name) const {
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (name_key(path[i]).find(name_key(name)) != std::string::npos) return i;
    }
    return std::nullopt;
  }

  const FactContext& context_;
  Cues cues_;
  std::vector<std::string> speakers_;
};

}  // namespace

std::vector<std::string> speakers_of(const FactContext& context) { return SpeakerReader(context).read(); }

}  // namespace clausula
