// Rights of the data subject. A right counts where its name or what it is about stands in a sentence that grants
// something: by "right" or "may" there, in the lead-in of its list, or in a section about rights.
#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

// "artikel 17", "art. 20 AVG", "17. pants", "VDAR 15. pantu".
const RE2& article_pattern() {
  static const RE2 pattern(R"((?i)\bart(?:ikel|\.)?\s*(\d{2})\b|\b(\d{2})\.\s*pant)");
  return pattern;
}

constexpr std::size_t longest_fragment = 3;  // words of a sentence that is nothing but a right
constexpr std::size_t short_line = 10;       // words of a line that is nothing but a right

class RightsRule {
 public:
  RightsRule(const FactContext& context, std::vector<Fact>& facts)
      : context_(context),
        facts_(facts),
        cues_(context, "rights.toml"),
        authorities_(context, "authorities.toml"),
        sections_(context) {}

  void run() {
    for_each_sentence(context_, [this](std::size_t clause, std::size_t sentence) { read(clause, sentence); });
  }

 private:
  struct Place {
    std::span<const Cue> cues;
    bool right_word = false;  // the sentence or its lead-in speaks of rights
    bool section = false;     // a heading speaks of rights or names one, or the clause is tagged so
    bool grant = false;       // the sentence or its lead-in grants or asks
    bool authority = false;   // the clause names an authority
    bool item = false;        // stands in a list of rights
    bool list = false;        // is one: a section about rights, and several are named
  };

  // A name, or a word that stands for the authority.
  bool is_authority(std::size_t clause, const Cue& cue) const {
    if (cue.entry->value("name").empty()) return cue.entry->id == "supervisor";
    return cue.entry->value("short").empty() || in_capitals(context_.clauses[clause], cue.first);
  }

  static bool names_right(std::span<const Cue> cues) {
    for (const Cue& cue : cues) {
      if (!cue.entry->value("right").empty()) return true;
    }
    return false;
  }

  Place place_of(std::size_t clause, std::size_t sentence) const {
    Place place{cues_.of(clause, sentence)};
    place.right_word = has(place.cues, "right-word");
    place.grant = has(place.cues, "grant") || has(place.cues, "request") || has(place.cues, "you-may");
    for (const std::size_t lead_in : sections_.introducing(clause)) {
      const auto cues = cues_.of(lead_in);
      // "You can:" introduces rights where what it introduces is about them.
      const bool you_may = has(cues, "you-may") && is_about(context_, clause, Topic::rights);
      if (!(has(cues, "right-word") || you_may) || has(cues, "own-right")) continue;
      place.right_word = place.grant = place.item = true;
    }
    for (const std::size_t over : sections_.over(clause)) {
      if (context_.clause(over).kind != ClauseKind::heading) continue;
      place.section = place.section || has(cues_.of(over), "right-word") || names_right(cues_.of(over));
    }
    place.section = place.section || is_about(context_, clause, Topic::rights);
    place.list = is_fragment(clause, sentence) && is_about(context_, clause, Topic::rights);
    if (under_rights(clause)) {
      place.list = place.item || several(place.cues) || context_.clauses[clause].tokens.size() <= short_line ||
                   is_fragment(clause, sentence);
    }
    const auto authorities = authorities_.of(clause);
    place.authority =
        std::any_of(authorities.begin(), authorities.end(), [&](const Cue& cue) { return is_authority(clause, cue); });
    return place;
  }

  // "Inzage. Correctie. …": rights as sentences of their own.
  bool is_fragment(std::size_t clause, std::size_t sentence) const {
    const SentenceView& view = context_.sentences[clause][sentence];
    return view.end_token - view.first_token <= longest_fragment;
  }

  bool under_rights(std::size_t clause) const {
    const auto over = sections_.over(clause);
    const std::size_t nearest_heading = sections_.introducing(clause).size();
    return nearest_heading < over.size() && has(cues_.of(over[nearest_heading]), "right-word");
  }

  static bool several(std::span<const Cue> cues) {
    std::string_view first;
    for (const Cue& cue : cues) {
      const std::string_view right = cue.entry->value("right");
      if (right.empty()) continue;
      if (!first.empty() && right != first) return true;
      first = right;
    }
    return false;
  }

  void read(std::size_t clause, std::size_t sentence) {
    const Place place = place_of(clause, sentence);
    if (place.cues.empty() && authorities_.of(clause, sentence).empty()) return;
    if (has(place.cues, "own-right")) return;
    // "Piekļuves tiesības" of the staff, the "address" that a visitor comes from.
    const bool put_directly = has(place.cues, "you-may") && has(place.cues, "own-data");
    const bool other = !place.item && !put_directly &&
                       is_only_about(context_, clause,
                                     {Topic::security, Topic::data, Topic::sources, Topic::recipients,
                                      Topic::processors, Topic::changes, Topic::cookies, Topic::retention},
                                     {Topic::rights, Topic::consent, Topic::marketing, Topic::complaint});
    if (other) return;
    const bool by_article = place.right_word && read_articles(clause, sentence);
    for (const Cue& cue : place.cues) {
      const std::string_view right = cue.entry->value("right");
      if (right.empty() || !granted(place, clause, cue)) continue;
      if (by_article && right == "information") continue;  // "right to information (Article 15)" is access
      add(right, clause, cue.first, cue.last);
    }
    read_withdrawal(place, clause);
    read_complaint(place, clause, sentence);
  }

  // "If we cannot agree, the authority listens too": what is tagged as a complaint, and names whom to go to.
  void read_complaint(const Place& place, std::size_t clause, std::size_t sentence) {
    if (!is_about(context_, clause, Topic::complaint)) return;
    const auto authorities = authorities_.of(clause, sentence);
    const bool said = std::any_of(place.cues.begin(), place.cues.end(),
                                  [](const Cue& cue) { return cue.entry->value("right") == "complaint"; });
    const auto authority =
        std::find_if(authorities.begin(), authorities.end(), [&](const Cue& cue) { return is_authority(clause, cue); });
    if (!said && authority != authorities.end()) add("complaint", clause, authority->first, authority->last);
  }

  // "Consent … at any time … withdraw": too far apart for a phrase.
  void read_withdrawal(const Place& place, std::size_t clause) {
    if (!may_withdraw(place, clause)) return;
    if (!has(place.cues, "consent-word") && !is_about(context_, clause, Topic::consent)) return;
    for (const Cue& cue : place.cues) {
      if (cue.entry->id == "withdraw") return add("withdraw-consent", clause, cue.first, cue.last);
    }
  }

  // How consent is withdrawn is told where it is asked too; when it is, in what is said of keeping.
  bool may_withdraw(const Place& place, std::size_t clause) const {
    if (place.grant || place.right_word || has(place.cues, "any-time")) return true;
    const bool about = place.section || is_about(context_, clause, Topic::consent);
    return about && !is_about(context_, clause, Topic::retention);
  }

  bool granted(const Place& place, std::size_t clause, const Cue& cue) const {
    const std::string_view right = cue.entry->value("right");
    const bool named = cue.list == "name";
    if (right == "complaint") return place.authority || (place.right_word && !has(place.cues, "to-us"));
    if (right == "withdraw-consent") return may_withdraw(place, clause);
    if (has(place.cues, "not-a-right") && !has(place.cues, "right-word")) return false;
    if (right == "rectification" && has(place.cues, "policy-text")) return false;
    if (cue.list == "prose") return place.section || (has(place.cues, "you-may") && has(place.cues, "own-data"));
    if (right == "not-automated") return place.right_word && (place.item || has(place.cues, "right-word"));
    if (named) return place.right_word || place.section || place.grant;
    if (right == "information") return false;
    if (right == "objection" && (place.grant || place.section)) return true;
    if (context_.clause(clause).kind == ClauseKind::heading) return under_rights(clause);
    if (place.grant)
      return place.right_word || place.section || (has(place.cues, "you-may") && has(place.cues, "own-data"));
    return place.list;
  }

  // Whether the sentence cites an article that gives a right; adds it.
  bool read_articles(std::size_t clause, std::size_t sentence) {
    const SentenceView& span = context_.sentences[clause][sentence];
    const std::string_view text = context_.clauses[clause].text.substr(span.begin, span.end - span.begin);
    re2::StringPiece rest(text.data(), text.size());
    re2::StringPiece dutch, latvian;
    bool any = false;
    while (RE2::FindAndConsume(&rest, article_pattern(), &dutch, &latvian)) {
      const re2::StringPiece number = dutch.empty() ? latvian : dutch;
      for (const LexiconEntry& entry : context_.lexicon.entries("rights.toml")) {
        if (entry.value("article") != std::string_view(number.data(), number.size())) continue;
        const auto begin = static_cast<std::size_t>(number.data() - context_.clauses[clause].text.data());
        add_fact(facts_, make_fact(FactKind::right, entry.value("right"),
                                   context_.evidence(clause, begin, begin + number.size())));
        any = true;
      }
    }
    return any;
  }

  void add(std::string_view right, std::size_t clause, std::size_t first, std::size_t last) {
    add_fact(facts_, make_fact(FactKind::right, right, context_.evidence_of_tokens(clause, first, last)));
  }

  const FactContext& context_;
  std::vector<Fact>& facts_;
  Cues cues_;
  Cues authorities_;
  Sections sections_;
};

}  // namespace

void extract_right(const FactContext& context, std::vector<Fact>& facts) { RightsRule(context, facts).run(); }

}  // namespace clausula
