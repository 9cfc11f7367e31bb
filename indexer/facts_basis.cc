// Legal grounds: article citations, words that put something as the ground, and mentions in a list or section of
// grounds.
#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "indexer/fact_cues.h"

namespace clausula {
namespace {

constexpr std::size_t reach = 6;  // words between "on the basis of" and the ground

// Article 6(1) with its letter, as the two languages cite it; further letters may follow ("a), b) un f)").
const RE2& citation_pattern() {
  static const RE2 pattern(
      R"((?i)(?:)"
      // art. 6 lid 1 sub b; artikel 6, eerste lid, onder f; art. 6.1.b; artikel 6(1)(b)
      R"(\bart(?:ikel|icle|\.)?\s*6\s*[,.]?\s*(?:lid\s*1|eerste\s+lid|1e?\s+lid|\(1\)|1)\s*[,.]?\s*(?:,?\s*aanhef\s+en\s+)?(?:sub|onder(?:deel)?|letter|lit\.?)?)"
      // 6. panta 1. punkta b) apakšpunkts; 6. panta pirmās daļas f) punkts
      R"(|\b6\.\s*pant[a-zāēīū]*\s*(?:1\.|pirm[a-zāēīū]+|\(1\))\s*(?:punkt[a-zāēīū]*|da[lļ][a-zāēīū]*)?)"
      // 6(1)(b), 6.1.b, 6 (1) b
      R"(|\b6\s*(?:\(1\)|\.\s?1\.?))"
      R"()\s*["'“”„(]*([a-f])\b)");
  return pattern;
}

const RE2& further_pattern() {
  static const RE2 pattern(R"((?i)^["'“”)]*\s*(?:,|en|un|of|vai|/)\s*(?:sub\s*)?["'“”„(]*([a-f])(?:\)|["'“”]|\b))");
  return pattern;
}

class BasisRule {
 public:
  BasisRule(const FactContext& context, std::vector<Fact>& facts)
      : context_(context), facts_(facts), cues_(context, "legal-bases.toml"), sections_(context) {}

  void run() {
    for (std::size_t clause = 0; clause < context_.clauses.size(); ++clause) {
      if (!context_.speakers[clause].empty()) continue;
      read_citations(clause);
      if (context_.clause(clause).kind == ClauseKind::heading) continue;
      columns_ = has_columns(clause);
      if (!columns_ && about_keeping(clause)) continue;
      read_letter(clause);
      const bool section = in_section(clause);
      for (std::size_t sentence = 0; sentence < context_.sentences[clause].size(); ++sentence) {
        read(clause, cues_.of(clause, sentence), section);
      }
    }
  }

 private:
  bool in_section(std::size_t clause) const {
    const auto over = sections_.over(clause);
    // Only the nearest heading: a section about grounds may have one about something else inside.
    const auto introducing = sections_.introducing(clause).size();
    return has_over(cues_, over.first(std::min(over.size(), introducing + 1)), "ground");
  }

  // Criteria of how long data are kept name interests and duties that are no grounds there.
  bool about_keeping(std::size_t clause) const { return has_over(cues_, sections_.introducing(clause), "retention"); }

  // Whether the clause is a row of a table that has a column of grounds.
  bool has_columns(std::size_t clause) const {
    const auto header = context_.clause(clause).header;
    return header && has(cues_.of(static_cast<std::size_t>(*header - 1)), "ground");
  }

  // An item "c) …" or "onderdeel c: …" under words that cite Article 6.
  void read_letter(std::size_t clause) {
    static const RE2 item(
        R"((?i)^[\s•*–-]*\(?(?:onder(?:deel)?|sub|letter|lit\.?)?\s*["“„]?([a-f])["”“]?\s*(?:\)|:|\.|apakšpunkt))");
    static const RE2 article(R"((?i)\bart(?:ikel|icle|\.)?\s*6\b|\b6\.\s*pant)");
    const auto introducing = sections_.introducing(clause);
    const bool cited = std::any_of(introducing.begin(), introducing.end(), [&](std::size_t over) {
      const std::string_view text = context_.clauses[over].text;
      return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), article);
    });
    const std::string_view text = context_.clauses[clause].text;
    re2::StringPiece letter;
    if (cited && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), item, &letter))
      add_letter(clause, text, letter);
  }

  void read_citations(std::size_t clause) {
    const std::string_view text = context_.clauses[clause].text;
    if (text.find('6') == std::string_view::npos) return;
    re2::StringPiece rest(text.data(), text.size());
    re2::StringPiece letter;
    while (RE2::FindAndConsume(&rest, citation_pattern(), &letter)) {
      do {
        add_letter(clause, text, letter);
      } while (RE2::Consume(&rest, further_pattern(), &letter));
    }
  }

  void add_letter(std::size_t clause, std::string_view text, re2::StringPiece letter) {
    const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(letter[0])));
    for (const LexiconEntry& entry : context_.lexicon.entries("legal-bases.toml")) {
      if (entry.value("letter") != std::string_view(&lower, 1)) continue;
      const auto begin = static_cast<std::size_t>(letter.data() - text.data());
      add_fact(facts_,
               make_fact(FactKind::legal_basis, entry.value("basis"), context_.evidence(clause, begin, begin + 1)));
    }
  }

  void read(std::size_t clause, std::span<const Cue> cues, bool section) {
    const bool ground = section || has(cues, "ground");
    for (const Cue& cue : cues) {
      const std::string_view basis = cue.entry->value("basis");
      if (basis.empty()) continue;
      if (columns_ ? !has_in_column(context_, cues_, clause, cue.first, "ground")
                   : !is_ground(clause, cues, cue, ground)) {
        continue;
      }
      add_fact(facts_,
               make_fact(FactKind::legal_basis, basis, context_.evidence_of_tokens(clause, cue.first, cue.last)));
    }
  }

  bool is_ground(std::size_t clause, std::span<const Cue> cues, const Cue& cue, bool ground) const {
    // What other statements say of contracts, duties and interests.
    if (!in_section(clause) && cue.entry->id != "consent" &&
        is_only_about(
            context_, clause,
            {Topic::rights, Topic::recipients, Topic::processors, Topic::transfers, Topic::required, Topic::dpo},
            {Topic::legal_basis})) {
      return false;
    }
    // "Invoices: the law": words too plain to be a ground anywhere but in a list of them.
    if (cue.list == "section")
      return in_section(clause) || (bracketed(clause, cue) && is_about(context_, clause, Topic::legal_basis));
    // "Because the law obliges us": a ground of processing, unless it is one of disclosing or keeping.
    if (cue.list == "because") {
      return !has(cues, "retention") && !has(cues, "disclosing") && !is_about(context_, clause, Topic::retention);
    }
    // An item of a list of grounds begins with its ground; what follows may speak of withdrawing it.
    const bool leading = ground && cue.first == cues.front().first;
    if (!leading && has(cues, "not-a-ground")) return false;
    if (!ground && cue.entry->id == "legitimate-interest" && has(cues, "objection")) return false;
    if (cue.list.empty() && bracketed(clause, cue) && !has(cues, "consent-aside") && !has(cues, "other-contract") &&
        !has(cues, "parental") && !has(cues, "disclosing"))
      return true;
    if (!ground && has(cues, "retention")) return false;
    if (!ground && cue.entry->id == "consent" && has(cues, "consent-aside")) return false;
    if (cue.entry->id == "contract" && has(cues, "other-contract")) return false;
    if (cue.list == "ground") return true;
    if (ground) return true;
    if (follows_on(cues, cue)) return true;
    // "With your consent we send you …": consent as the condition of a use of data is its ground.
    if (cue.entry->id == "consent" && has(cues, "parental")) return false;
    if (cue.entry->id == "consent" && has(cues, "with-consent") && has(cues, "processing")) return true;
    return tagged(clause);
  }

  // "To write invoices (law)": the first words in brackets, up to their end or a comma.
  bool bracketed(std::size_t clause, const Cue& cue) const {
    const ClauseView& view = context_.clauses[clause];
    const std::size_t begin = view.tokens[cue.first].begin;
    const std::size_t end = view.tokens[cue.last].end;
    return begin > 0 && view.text[begin - 1] == '(' && end < view.text.size() &&
           (view.text[end] == ')' || view.text[end] == ',');
  }

  // Whether the tagger says that the clause is about grounds, and not also about what only mentions them.
  bool tagged(std::size_t clause) const {
    if (!is_about(context_, clause, Topic::legal_basis)) return false;
    for (const Topic other : {Topic::recipients, Topic::retention, Topic::cookies, Topic::rights}) {
      if (is_about(context_, clause, other)) return false;
    }
    return true;
  }

  static bool follows_on(std::span<const Cue> cues, const Cue& cue) {
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& on) {
      return on.entry->id == "on" && on.first <= cue.first && distance(on, cue.first, cue.last) <= reach;
    });
  }

  const FactContext& context_;
  std::vector<Fact>& facts_;
  Cues cues_;
  Sections sections_;
  bool columns_ = false;  // whether the clause that is read is a row with a cell for its ground
};

}  // namespace

void extract_legal_basis(const FactContext& context, std::vector<Fact>& facts) { BasisRule(context, facts).run(); }

}  // namespace clausula
