// The controller: its name, and the details that a contact block gives of it. One fact a policy; two where a shop and
// the firm behind it are named apart.
#include <re2/re2.h>

#include <algorithm>
#include <optional>

#include "corpus/unicode.h"
#include "indexer/contact_blocks.h"
#include "indexer/contact_details.h"
#include "indexer/controller_candidates.h"
#include "indexer/controller_names.h"
#include "indexer/fact_cues.h"
#include "indexer/names.h"
#include "indexer/parties.h"
#include "indexer/template_slots.h"

namespace clausula {
namespace {

constexpr std::size_t title_words = 10;  // a longer clause is no title
constexpr std::size_t at_us_words = 6;   // words of "At Tulp & Zoon we"

class ControllerRule {
 public:
  explicit ControllerRule(const FactContext& context)
      : context_(context), cues_(context, "controllers.toml"), shop_(context, cues_) {}

  std::vector<Fact> run(std::span<const Fact> known) {
    for (std::size_t i = 0; i < context_.clauses.size(); ++i) {
      if (context_.speakers[i].empty()) read(i);
    }
    std::vector<ContactDetail> details = contact_details(context_, cues_, known);
    const ControllerName* best = names_.best();
    // "Etsy is the controller there": said of somebody else, where nothing else names the shop.
    if (best != nullptr && best->party && !shop_.in_domain(best->name)) best = nullptr;
    std::vector<Fact> facts;
    if (best == nullptr && details.empty() && !slot_) return facts;
    const Evidence first = best != nullptr ? best->evidence : slot_ ? *slot_ : details.front().evidence;
    Fact& fact = facts.emplace_back(
        make_fact(FactKind::controller, best == nullptr ? std::string() : shop_.extended(best->name), first));
    for (ContactDetail& detail : details) {
      if (detail.evidence.begin != first.begin) fact.also.push_back(detail.evidence);
      fact.details.emplace_back(detail.key, std::move(detail.value));
    }
    if (const ControllerName* firm = best == nullptr ? nullptr : names_.further_firm(*best)) {
      facts.push_back(make_fact(FactKind::controller, firm->name, firm->evidence));
    }
    return facts;
  }

 private:
  void read(std::size_t clause) {
    const ClauseView& view = context_.clauses[clause];
    const NameReader names(view.text, view.tokens, cues_.of(clause));
    slots_ = find_slots(view.text);
    block_ = is_contact_block(context_, cues_, clause);
    tagged_ = is_about(context_, clause, Topic::controller);
    if (block_ || tagged_ || before_contact_block(context_, cues_, clause)) read_head(clause, names);
    if (clause < first_clauses) read_title(clause, names);
    for (std::size_t s = 0; s < context_.sentences[clause].size(); ++s) read_sentence(clause, s, names);
  }

  void read_sentence(std::size_t clause, std::size_t sentence, const NameReader& names) {
    const auto cues = cues_.of(clause, sentence);
    const SentenceView& span = context_.sentences[clause][sentence];
    if (span.first_token == span.end_token) return;
    // "1.4 Tulp is …": the number of an article stands before.
    const std::string& opening = context_.clauses[clause].tokens[span.first_token].word->text;
    const bool numbered = opening.front() >= '0' && opening.front() <= '9' && span.first_token + 1 < span.end_token;
    const Cue* statement = find(cues, "is-controller");
    const Cue* seat = find(cues, "seated");
    const bool foreign = has(cues, "other-office");
    const auto head = run_at(clause, span.first_token + (numbered ? 1 : 0), names);
    for (const Cue& cue : cues) {
      if (!names.is_form(cue.first) || cue.entry->id.rfind("legal-form", 0) != 0) continue;
      const auto name = names.with_form(cue.first);
      if (!name) continue;
      const bool stated = statement != nullptr && !foreign;
      add(clause, *name,
          stated                                       ? Weight::statement
          : seat != nullptr && seat->first > cue.first ? Weight::seat
          : block_ && !foreign                         ? Weight::block
                                                       : Weight::form);
    }
    read_slot(clause, sentence);
    if (!foreign) read_introductions(clause, span, cues, names);
    // "Tulp & Zoon is verantwoordelijk", "Tulp & Zoon, gevestigd te Delft": the sentence begins with the name.
    if (head && statement != nullptr && !foreign && follows(clause, span.first_token, *head, *statement))
      add(clause, *head, Weight::statement);
    if (head && seat != nullptr && seat->first > span.first_token && seat->first - span.first_token <= 8)
      add(clause, *head, Weight::seat);
    if (statement != nullptr && !foreign) read_after(clause, span, statement->last + 1, names, Weight::statement);
    if (const Cue* label = find(cues, "name-label"); label != nullptr && colon_after(clause, label->last)) {
      read_after(clause, span, label->last + 1, names, Weight::label);
    }
    if (head && !foreign &&
        std::any_of(cues.begin(), cues.end(),
                    [&](const Cue& cue) {
                      return cue.entry->id == "own-subject" && begins_right_after(clause, *head, cue.first);
                    }) &&
        shop_.is_name(clause, *head)) {
      add(clause, *head, Weight::subject);
    }
    const Cue* at = find(cues, "at-us");
    if (at == nullptr || at->first != span.first_token) return;
    const auto ours = names.run_from(span.first_token + 1);
    const Cue* we = find(cues, "we");
    if (ours && we != nullptr && we->first - span.first_token <= at_us_words) add(clause, *ours, Weight::subject);
  }

  static const Cue* find(std::span<const Cue> cues, std::string_view id) {
    const auto found = std::find_if(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.entry->id == id; });
    return found == cues.end() ? nullptr : &*found;
  }

  // Whether a name at the head of a sentence is the subject of the statement: followed by it, or by a comma or
  // parenthesis, or surely a name.
  bool follows(std::size_t clause, std::size_t first, const NameSpan& head, const Cue& statement) const {
    const ClauseView& view = context_.clauses[clause];
    const std::size_t statement_begin = view.tokens[statement.first].begin;
    if (statement_begin <= head.end) return false;
    const std::string_view between = view.text.substr(head.end, statement_begin - head.end);
    if (between.find('|') != std::string_view::npos) return false;
    return between.size() <= 12 || between.find_first_of(",(") < 4 ||
           (first == 0 && shop_.in_domain(view.text.substr(head.begin, head.end - head.begin)));
  }

  // Whether a word follows the name, with at most a parenthesis between: "Tulp (tulp.example) is …".
  bool begins_right_after(std::size_t clause, const NameSpan& head, std::size_t token) const {
    const ClauseView& view = context_.clauses[clause];
    const std::size_t begin = view.tokens[token].begin;
    if (begin <= head.end) return false;
    const std::string_view between = view.text.substr(head.end, begin - head.end);
    return between.size() <= 2 || (between.starts_with(" (") && between.find(')') + 2 >= between.size());
  }

  bool colon_after(std::size_t clause, std::size_t token) const {
    const ClauseView& view = context_.clauses[clause];
    const std::string_view rest = view.text.substr(view.tokens[token].end);
    const std::size_t at = rest.find_first_not_of(" \t*");
    // More cells than two are a header, not a label and its value.
    const bool cells = std::count(view.text.begin(), view.text.end(), '|') > 1;
    return at != std::string_view::npos && (rest[at] == ':' || (rest[at] == '|' && !cells));
  }

  // "pārzinis ir SIA …", "verwerkingsverantwoordelijke: …": a name within three words after the cue.
  void read_after(std::size_t clause, const SentenceView& span, std::size_t token, const NameReader& names,
                  Weight weight, bool firms_only = false) {
    for (std::size_t i = token; i < std::min(span.end_token, token + 4); ++i) {
      if (names.is_form(i)) {
        if (const auto name = names.with_form(i)) return add(clause, *name, weight);
      }
      const auto name = names.run_from(i);
      if (!name) continue;
      const std::string_view shown = context_.clauses[clause].text.substr(name->begin, name->end - name->begin);
      if (!firms_only || name->legal_form) return add(clause, *name, weight);
      if (shop_.in_domain(shown)) return add(clause, *name, std::min(weight, Weight::block));
    }
  }

  // A run of capitals, the article before it included where it has one too: "De Zilveren Lepel".
  std::optional<NameSpan> run_at(std::size_t clause, std::size_t token, const NameReader& names) const {
    if (auto name = names.run_from(token)) return name;
    const auto& tokens = context_.clauses[clause].tokens;
    if (const Cue* at = find(cues_.of(clause), "at-us"); at != nullptr && at->first == token) return {};
    if (token + 1 >= tokens.size() || !tokens[token].word->stop || !names.capital(token) || !names.capital(token + 1)) {
      return {};
    }
    auto name = names.run_from(token + 1);
    if (name) name->begin = tokens[token].begin;
    return name;
  }

  // A contact block or the line above it that begins with the name: "Theehuis Linde, Kade 12, 1234 AB Delft".
  void read_head(std::size_t clause, const NameReader& names) {
    const ClauseView& view = context_.clauses[clause];
    if (view.tokens.empty() || view.tokens.size() > block_words) return;
    auto head = run_at(clause, 0, names);
    if (head) trim_title(clause, *head);
    if (!head || head->begin != 0) return;
    const std::string_view rest = view.text.substr(head->end);
    const std::size_t next = rest.find_first_not_of(" \t");
    const bool ends = next == std::string_view::npos ||
                      ((block_ || tagged_) && (std::string_view(",|(\n-").find(rest[next]) != std::string_view::npos ||
                                               rest.substr(next).starts_with("–")));
    const std::string_view name = view.text.substr(0, head->end);
    if (!ends || name.find_first_of("0123456789") != std::string_view::npos) return;
    const bool words = name.find(' ') != std::string_view::npos;
    if (head->legal_form || shop_.in_domain(name) || (tagged_ && words)) add(clause, *head, Weight::block);
  }

  // "Wij zijn X", "X is de webwinkel van Y", "veikalu uztur SIA Y", "veikals “X”".
  void read_introductions(std::size_t clause, const SentenceView& span, std::span<const Cue> cues,
                          const NameReader& names) {
    for (const Cue& cue : cues) {
      if (cue.entry->id == "we-are") {
        if (cue.last + 1 >= span.end_token) continue;
        if (const auto name = run_at(clause, cue.last + 1, names)) add(clause, *name, Weight::block);
      } else if (cue.entry->id == "trade-of") {
        read_after(clause, span, cue.last + 1, names, Weight::seat, true);
      } else if (cue.entry->id == "trade-name") {
        const auto quoted = quoted_after(clause, cue.last);
        quoted ? add(clause, *quoted, Weight::seat) : read_after(clause, span, cue.last + 1, names, Weight::seat);
      } else if (cue.entry->id == "firm-label" && colon_after(clause, cue.last)) {
        read_after(clause, span, cue.last + 1, names, Weight::label, true);
      } else if (cue.entry->id == "shop" || cue.entry->id == "legal-form-words") {
        const bool form = cue.entry->id == "legal-form-words";
        if (const auto name = quoted_after(clause, cue.last))
          add(clause,
              {form ? context_.clauses[clause].tokens[cue.first].begin : name->begin,
               form ? quote_end(clause, name->end) : name->end, form},
              block_ ? Weight::block
              : form ? Weight::form
                     : Weight::subject);
      }
    }
  }

  // A name in quotation marks right after a token; without the marks.
  std::optional<NameSpan> quoted_after(std::size_t clause, std::size_t token) const {
    static const RE2 pattern(R"(^\s*["“”„«]([^"“”„«»\n]{2,60})["“”»])");
    const ClauseView& view = context_.clauses[clause];
    const std::string_view rest = view.text.substr(view.tokens[token].end);
    re2::StringPiece name;
    if (!RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), pattern, &name)) return {};
    const auto begin = static_cast<std::size_t>(name.data() - view.text.data());
    return NameSpan{begin, begin + name.size(), false};
  }

  // The end of the quotation mark that stands at `end`.
  std::size_t quote_end(std::size_t clause, std::size_t end) const {
    const std::string_view text = context_.clauses[clause].text;
    while (end < text.size() && (static_cast<unsigned char>(text[++end]) & 0xC0) == 0x80) {
    }
    return end;
  }

  // A statement or label whose name is a slot of the template.
  void read_slot(std::size_t clause, std::size_t sentence) {
    if (slot_ || slots_.empty()) return;
    const auto cues = cues_.of(clause, sentence);
    if (!has(cues, "is-controller") && !has(cues, "name-label") && !has(cues, "seated")) return;
    slot_ = context_.evidence(clause, slots_.front().begin, slots_.front().end);
  }

  // A title or first line that names the shop beside "privacy policy".
  void read_title(std::size_t clause, const NameReader& names) {
    const ClauseView& view = context_.clauses[clause];
    const bool heading = context_.clause(clause).kind == ClauseKind::heading;
    if (view.tokens.empty() || view.tokens.size() > title_words || view.text.ends_with('.') || view.text.ends_with(':'))
      return;
    for (std::size_t i = 0; i < view.tokens.size(); ++i) {
      if (auto name = run_at(clause, i, names)) {
        trim_title(clause, *name);
        // A section's heading and a short first line are no titles.
        const bool split = !heading && (view.text.find('|') != std::string_view::npos ||
                                        view.text.find("—") != std::string_view::npos);
        if (!split && !has(cues_.of(clause), "title")) return;
        return add(clause, *name, Weight::title);
      }
    }
  }

  // Words that titles are made of are no end of a name: "TULP DATU NOTEIKUMI".
  void trim_title(std::size_t clause, NameSpan& name) const {
    const auto& tokens = context_.clauses[clause].tokens;
    const auto cues = cues_.of(clause);
    for (std::size_t i = tokens.size(); i-- > 0;) {
      if (tokens[i].end > name.end) continue;
      const bool word = std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
        return cue.first == i && (cue.entry->id == "title-word" || cue.entry->id == "title");
      });
      if (!word || tokens[i].begin <= name.begin) return;
      name.end = tokens[i - 1].end;
    }
  }

  // A section under the name of a party is about that party, which is then responsible for what it does itself.
  bool names_section(std::size_t clause, std::string_view name) const {
    const auto& headings = context_.clause(clause).headings;
    return clause >= first_clauses && !headings.empty() && fold(headings.back()).find(fold(name)) != std::string::npos;
  }

  void add(std::size_t clause, const NameSpan& span, Weight weight) {
    for (const SlotSpan& slot : slots_) {
      if (span.begin < slot.end && slot.begin < span.end) return;
    }
    const std::size_t end = shop_.end_of(clause, span);
    std::string name = tidy_name(context_.clauses[clause].text.substr(span.begin, end - span.begin));
    if (names_section(clause, name) || is_label(clause, span) || is_number(name, weight)) return;
    if (weight != Weight::label && !shop_.is_name(clause, span) && shop_.mentions(name) < ShopNames::often) return;
    const bool party = context_.phrases.parties(context_.language).named(name);
    names_.add({std::move(name), weight, 1, span.legal_form, party, context_.evidence(clause, span.begin, end)});
  }

  // A VAT number or an address: many figures, or a house number at the end.
  static bool is_number(std::string_view name, Weight weight) {
    const auto figure = [](char c) { return c >= '0' && c <= '9'; };
    if (std::count_if(name.begin(), name.end(), figure) > 5) return true;
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    return weight < Weight::statement && last.size() < name.size() && std::all_of(last.begin(), last.end(), figure);
  }

  // Whether a name begins with the label of a detail: "KvK-nummer | …".
  bool is_label(std::size_t clause, const NameSpan& span) const {
    const auto cues = cues_.of(clause);
    return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
      if (context_.clauses[clause].tokens[cue.first].begin != span.begin) return false;
      return cue.entry->id == "registration" || cue.entry->id == "vat" || cue.entry->id == "phone" ||
             cue.entry->id == "address" || cue.entry->id == "name-label";
    });
  }

  const FactContext& context_;
  Cues cues_;
  ShopNames shop_;
  std::vector<SlotSpan> slots_;   // of the clause that is read
  bool block_ = false;            // whether that is a contact block
  bool tagged_ = false;           // whether it is tagged as being about the controller
  std::optional<Evidence> slot_;  // where the name should stand, but a slot does
  ControllerNames names_;
};

}  // namespace

void extract_controller(const FactContext& context, std::vector<Fact>& facts) {
  for (Fact& fact : ControllerRule(context).run(facts)) facts.push_back(std::move(fact));
}

}  // namespace clausula
