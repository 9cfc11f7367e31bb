// The controller: its name, and the details that a contact block gives of it. One fact a policy.
#include <algorithm>
#include <map>
#include <optional>

#include "corpus/unicode.h"
#include "indexer/contact_details.h"
#include "indexer/fact_cues.h"
#include "indexer/names.h"
#include "indexer/template_slots.h"

namespace clausula {
namespace {

// How surely a place in the text names the controller; the surest wins, the first of equals.
enum class Weight { form, title, subject, seat, label, statement };

constexpr std::size_t title_words = 10;   // a longer clause is no title
constexpr std::size_t at_us_words = 6;    // words of "At Tulp & Zoon we"
constexpr std::size_t first_clauses = 6;  // where a title or a firm's only mention is looked for

struct Candidate {
  std::string name;
  Weight weight{};
  int count = 1;  // statements of the same name
  Evidence evidence;
};

class ControllerRule {
 public:
  explicit ControllerRule(const FactContext& context) : context_(context), cues_(context, "controllers.toml") {}

  std::optional<Fact> run(std::span<const Fact> known) {
    for (std::size_t i = 0; i < context_.clauses.size(); ++i) {
      if (context_.speakers[i].empty()) read(i);
    }
    std::vector<ContactDetail> details = contact_details(context_, cues_, known);
    const Candidate* best = best_candidate();
    if (best == nullptr && details.empty()) return {};
    const std::string name = best == nullptr ? std::string() : extended(best->name);
    Fact fact = make_fact(FactKind::controller, name, best == nullptr ? details.front().evidence : best->evidence);
    for (ContactDetail& detail : details) {
      if (best != nullptr || &detail != &details.front()) fact.also.push_back(detail.evidence);
      fact.details.emplace_back(detail.key, std::move(detail.value));
    }
    return fact;
  }

 private:
  void read(std::size_t clause) {
    const ClauseView& view = context_.clauses[clause];
    const NameReader names(view.text, view.tokens, cues_.of(clause));
    slots_ = find_slots(view.text);
    if (clause < first_clauses) read_title(clause, names);
    for (std::size_t s = 0; s < context_.sentences[clause].size(); ++s) read_sentence(clause, s, names);
  }

  void read_sentence(std::size_t clause, std::size_t sentence, const NameReader& names) {
    const auto cues = cues_.of(clause, sentence);
    const SentenceView& span = context_.sentences[clause][sentence];
    if (span.first_token == span.end_token) return;
    const Cue* statement = find(cues, "is-controller");
    const Cue* seat = find(cues, "seated");
    const bool foreign = has(cues, "other-office");
    const auto head = names.run_from(span.first_token);
    for (const Cue& cue : cues) {
      if (!names.is_form(cue.first) || cue.entry->id.rfind("legal-form", 0) != 0) continue;
      const auto name = names.with_form(cue.first);
      if (!name) continue;
      const bool stated = statement != nullptr && !foreign;
      add(clause, *name,
          stated                                       ? Weight::statement
          : seat != nullptr && seat->first > cue.first ? Weight::seat
                                                       : Weight::form);
    }
    // "Tulp & Zoon is verantwoordelijk", "Tulp & Zoon, gevestigd te Delft": the sentence begins with the name.
    if (head && statement != nullptr && !foreign && follows(clause, *head, *statement))
      add(clause, *head, Weight::statement);
    if (head && seat != nullptr && seat->first > span.first_token && seat->first - span.first_token <= 8)
      add(clause, *head, Weight::seat);
    if (statement != nullptr && !foreign) read_after(clause, span, statement->last + 1, names, Weight::statement);
    if (const Cue* label = find(cues, "name-label"); label != nullptr && colon_after(clause, label->last)) {
      read_after(clause, span, label->last + 1, names, Weight::label);
    }
    if (head && !foreign && std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
          return cue.entry->id == "own-subject" && begins_right_after(clause, *head, cue.first);
        })) {
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
  // parenthesis.
  bool follows(std::size_t clause, const NameSpan& head, const Cue& statement) const {
    const ClauseView& view = context_.clauses[clause];
    const std::size_t statement_begin = view.tokens[statement.first].begin;
    if (statement_begin <= head.end) return false;
    const std::string_view between = view.text.substr(head.end, statement_begin - head.end);
    return between.size() <= 12 || between.find_first_of(",(") < 4;
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
    return at != std::string_view::npos && (rest[at] == ':' || rest[at] == '|');
  }

  // "pārzinis ir SIA …", "verwerkingsverantwoordelijke: …": a name within three words after the cue.
  void read_after(std::size_t clause, const SentenceView& span, std::size_t token, const NameReader& names,
                  Weight weight) {
    for (std::size_t i = token; i < std::min(span.end_token, token + 4); ++i) {
      if (names.is_form(i)) {
        if (const auto name = names.with_form(i)) return add(clause, *name, weight);
      }
      if (const auto name = names.run_from(i)) return add(clause, *name, weight);
    }
  }

  // A title or first line that names the shop beside "privacy policy".
  void read_title(std::size_t clause, const NameReader& names) {
    const ClauseView& view = context_.clauses[clause];
    const bool heading = context_.clause(clause).kind == ClauseKind::heading;
    if (view.tokens.empty() || view.tokens.size() > title_words || view.text.ends_with('.') || view.text.ends_with(':'))
      return;
    for (std::size_t i = 0; i < view.tokens.size(); ++i) {
      if (const auto name = names.run_from(i)) {
        // A section's heading and a short first line are no titles.
        const bool split = !heading && (view.text.find('|') != std::string_view::npos ||
                                        view.text.find("—") != std::string_view::npos);
        if (!split && !has(cues_.of(clause), "title")) return;
        return add(clause, *name, Weight::title);
      }
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
    std::string name = tidy_name(context_.clauses[clause].text.substr(span.begin, span.end - span.begin));
    if (names_section(clause, name)) return;
    const std::string key = fold(name);
    for (Candidate& candidate : candidates_) {
      if (fold(candidate.name) != key) continue;
      ++candidate.count;
      candidate.weight = std::max(candidate.weight, weight);
      return;
    }
    candidates_.push_back({std::move(name), weight, 1, context_.evidence(clause, span.begin, span.end)});
  }

  // A name that goes on in lower case ("Zelta pupas") is followed by the same word wherever it stands.
  std::string extended(const std::string& name) const {
    const std::string_view text = context_.policy.text;
    std::string_view next;
    int count = 0;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if (end >= text.size() || text[end] != ' ') return name;
      const std::size_t stop = text.find_first_of(" ,.;:()\n\r\"", end + 1);
      const std::string_view word = text.substr(end + 1, stop == std::string_view::npos ? stop : stop - end - 1);
      if (word.empty() || (count > 0 && word != next)) return name;
      next = word;
      ++count;
    }
    if (count < 2 || next.size() < 3 || normalize(next) != next || is_verb(next)) return name;
    return name + " " + std::string(next);
  }

  // Whether a word is one that says what the shop does.
  bool is_verb(std::string_view word) const {
    for (const LexiconEntry& entry : context_.lexicon.entries("controllers.toml")) {
      if (entry.id != "own-subject") continue;
      for (const auto& [language, forms] : entry.lists) {
        if (std::find(forms.begin(), forms.end(), "=" + std::string(word)) != forms.end()) return true;
      }
    }
    return false;
  }

  // A firm that is only mentioned counts where it is mentioned first or often; recipients have legal forms too.
  bool likely(const Candidate& candidate) const {
    if (candidate.weight == Weight::form) {
      return candidate.count >= 3 || static_cast<std::size_t>(candidate.evidence.clause) <= first_clauses;
    }
    if (candidate.weight == Weight::subject) {
      return candidate.count >= 2 || static_cast<std::size_t>(candidate.evidence.clause) <= first_clauses;
    }
    return true;
  }

  const Candidate* best_candidate() const {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates_) {
      if (!likely(candidate)) continue;
      if (best == nullptr || candidate.weight > best->weight) best = &candidate;
    }
    return best;
  }

  const FactContext& context_;
  Cues cues_;
  std::vector<SlotSpan> slots_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void extract_controller(const FactContext& context, std::vector<Fact>& facts) {
  if (auto fact = ControllerRule(context).run(facts)) facts.push_back(*std::move(fact));
}

}  // namespace clausula
