#include "indexer/recipients.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/unicode.h"
#include "indexer/controller_names.h"
#include "indexer/recipients_arguments.h"
#include "indexer/rule_words.h"

namespace clausula {
namespace {

constexpr std::size_t shortest_own = 5;      // letters of a shop's name that tell it from a part of another
constexpr std::size_t longest_title = 5;     // words of a heading that is not set as one
constexpr std::size_t longest_question = 9;  // words of one that asks
constexpr std::size_t longest_who = 9;       // words that name the receivers at the head of a paragraph
constexpr std::size_t longest_head = 8;      // bytes before a name that is a sentence's subject

// The cues that no "no-action" phrase covers.
std::vector<Cue> without_others(std::span<const Cue> cues) {
  std::vector<Cue> kept;
  for (const Cue& cue : cues) {
    const bool covered = std::any_of(cues.begin(), cues.end(), [&](const Cue& other) {
      return other.entry->id == "no-action" && other.first <= cue.last && cue.first <= other.last;
    });
    const std::string& id = cue.entry->id;
    if (id == "no-action" || (covered && (id == "share" || id == "sell" || id == "receive"))) continue;
    kept.push_back(cue);
  }
  return kept;
}

// The cues that are no part of a group's name: "sadarbības partneri" engages nobody.
std::vector<Cue> without_groups(std::vector<Cue> cues, std::span<const Cue> groups) {
  std::erase_if(cues, [&](const Cue& cue) {
    return cue.entry->id == "engage" && std::any_of(groups.begin(), groups.end(), [&](const Cue& group) {
             return group.entry->id == "partners" && group.first <= cue.first && cue.last < group.last;
           });
  });
  return cues;
}

// A verb of which the name before it is the subject.
bool may(std::string_view word) {
  constexpr std::array<std::string_view, 8> verbs{"kan", "zal", "mag", "heeft", "behoudt", "var", "drīkst", "patur"};
  return contains(verbs, word);
}

// Latvian nouns that say what a party is to the shop, not what it does ("ar X palīdzību").
bool is_means(std::string_view word) {
  constexpr std::array<std::string_view, 5> nouns{"palīdzīb", "starpniecīb", "platform", "rīk", "integrācij"};
  return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return word.starts_with(noun); });
}

// A verb of the passive: the name before it does nothing.
bool passive(std::string_view word) {
  constexpr std::array<std::string_view, 7> verbs{"wordt", "worden", "is", "zijn", "tiek", "tiks", "ir"};
  return contains(verbs, word);
}

// A word that begins a heading in the form of a question ("Aan wie geven wij ze door?").
bool asks(std::string_view word) {
  constexpr std::array<std::string_view, 10> words{"wie", "aan", "met", "waar", "welke",
                                                   "kas", "kam", "ar",  "kur",  "kurp"};
  return contains(words, word);
}

// Whether a policy names its controller as such, rather than in a statement of who gets the data.
bool stated(const FactContext& context, const Fact& controller) {
  const Cues firms(context, "controllers.toml");
  const Cues sharing(context, "sharing.toml");
  const Cues groups(context, "categories.toml");
  const std::size_t clause = static_cast<std::size_t>(controller.evidence.clause - 1);
  const std::size_t at = controller.evidence.begin - context.clause(clause).begin;
  if (const auto lead_in = context.clause(clause).lead_in) {
    const auto ways = sharing.of(static_cast<std::size_t>(*lead_in - 1));
    if (has(ways, "share") || has(ways, "engage")) return false;
  }
  for (std::size_t s = 0; s < context.sentences[clause].size(); ++s) {
    const SentenceView& sentence = context.sentences[clause][s];
    if (at >= sentence.end) continue;
    const auto cues = firms.of(clause, s);
    for (const std::string_view id : {"is-controller", "seated", "trading-as", "registration"}) {
      if (has(cues, id)) return true;
    }
    const auto ways = sharing.of(clause, s);
    for (const std::string_view id : {"share", "sell", "receive", "learn", "engage", "use"}) {
      if (has(ways, id)) return false;
    }
    // "Onze drukker is X", "de hosting verzorgt X".
    for (const Cue& group : groups.of(clause, s)) {
      if (context.clauses[clause].tokens[group.first].begin < at && !is_generic(group)) return false;
    }
    return !(has(ways, "process") || has(ways, "trade") || has(ways, "learn")) || at < sentence.begin + longest_head;
  }
  return true;
}

// The shop's own names: what the corpus and the policy's controller facts call it.
std::vector<std::string> own_names(const FactContext& context, std::span<const Fact> facts) {
  std::vector<std::string> names{context.policy.source.shop, context.policy.source.id};
  const PartyTable& table = context.phrases.parties(context.language);
  const Cues firms(context, "controllers.toml");
  const ShopNames shop(context, firms);
  for (const Fact& fact : facts) {
    if (fact.kind != FactKind::controller || table.named(fact.value)) continue;
    if (stated(context, fact) || shop.in_domain(fact.value)) names.push_back(fact.value);
  }
  return names;
}

}  // namespace

SharingText::SharingText(const FactContext& context, std::span<const std::string> own)
    : context_(context),
      negation_(context, "negation.toml"),
      sharing_(context, "sharing.toml"),
      groups_(context, "categories.toml"),
      sections_(context),
      sharing_cues_(context.clauses.size()),
      lists_(context.clauses.size()),
      headers_(context.clauses.size()),
      titled_(context.clauses.size()),
      readings_(context.clauses.size()) {
  for (const std::string& name : own) {
    if (std::string key = name_key(name); !key.empty()) own_.push_back(std::move(key));
  }
  const PartyTable& table = context.phrases.parties(context.language);
  parties_.reserve(context.clauses.size());
  for (const ClauseView& view : context.clauses) parties_.push_back(table.find(view));
  for (std::size_t clause = 0; clause < context.clauses.size(); ++clause) {
    if (const auto header = context.clause(clause).header) headers_[static_cast<std::size_t>(*header - 1)] = true;
    const bool heading = context.clause(clause).kind == ClauseKind::heading;
    if (heading) title_.reset();
    read_list(clause);
    read_clause(clause);
    if (!heading && groups_.of(clause).empty() && titles(clause)) title_ = clause;
  }
}

void SharingText::read_list(std::size_t clause) {
  ListContext& list = lists_[clause];
  // The innermost heading only: outer ones cover too much.
  const auto over = sections_.over(clause).subspan(sections_.introducing(clause).size());
  titled_[clause] =
      (title_ && has(sharing_.of(*title_), "heading")) || (!over.empty() && has(sharing_.of(over.front()), "heading"));
  bool innermost = true;
  for (const std::size_t above : sections_.introducing(clause)) {
    const auto cues = sharing_.of(above);
    const Statement statement = announced(above);
    const bool sharing = announces(above);
    const bool named = context_.clause(above).kind == ClauseKind::heading && has(cues, "heading");
    if (std::exchange(innermost, false)) list.statement = statement;
    list.sharing = list.sharing || sharing || named || lists_[above].sharing;
    list.engaging = list.engaging || (statement.actions & action::engage) != 0 ||
                    has(groups_.of(above), "third-parties") || has(groups_.of(above), "service-providers") ||
                    has(cues, "heading");
  }
  if (!innermost && (list.sharing || list.statement.actions != 0)) return;
  if (titled_[clause]) {
    const ClauseKind kind = context_.clause(clause).kind;
    if (kind == ClauseKind::item || kind == ClauseKind::row || names_only(clause)) list.sharing = list.engaging = true;
  }
}

// Whether a paragraph is like an item of a list: it begins with who, not with a statement ("DPD, voor pakketten").
bool SharingText::names_only(std::size_t clause) const {
  if (context_.clause(clause).kind != ClauseKind::paragraph || context_.sentences[clause].empty()) return false;
  const SentenceView& sentence = context_.sentences[clause].front();
  std::size_t end = sentence.first_token + 1;
  while (end < sentence.end_token && gap(clause, end - 1, end).find_first_of(",:;(|–—") == std::string_view::npos &&
         gap(clause, end - 1, end) != " - ")
    ++end;
  if (end - sentence.first_token > longest_who) return false;
  const auto groups = groups_.of(clause, 0);
  const auto group =
      std::find_if(groups.begin(), groups.end(), [&](const Cue& cue) { return cue.first <= sentence.first_token + 2; });
  const auto hits = parties(clause);
  const bool party = (!hits.empty() && hits.front().first <= sentence.first_token + 2) ||
                     names_unknown(clause, sentence.first_token, end);
  if (group != groups.end() ? is_generic(*group) : !party) return false;
  const auto before = [&](const Cue& cue) { return cue.first < end; };
  const auto negation = negation_.of(clause, 0);
  const auto sharing = sharing_.of(clause, 0);
  const bool says = std::any_of(sharing.begin(), sharing.end(), [&](const Cue& cue) {
    constexpr std::array<std::string_view, 8> verbs{"share",   "sell", "receive", "learn",
                                                    "process", "use",  "engage",  "trade"};
    return before(cue) && contains(verbs, cue.entry->id);
  });
  return !says && std::none_of(negation.begin(), negation.end(), [&](const Cue& cue) {
    if (cue.entry->id == "subject" && cue.first <= end + 1) return true;
    return before(cue) && (cue.entry->id == "negator" || cue.entry->id == "condition");
  });
}

// "Riteņu Pasts – …": capitals throughout up to a dash or a colon.
bool SharingText::names_unknown(std::size_t clause, std::size_t first, std::size_t end) const {
  const std::vector<Token>& tokens = view(clause).tokens;
  if (end < first + 2 || end >= tokens.size() ||
      gap(clause, end - 1, end).find_first_of(",;(|") != std::string_view::npos)
    return false;
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     tokens.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Token& token) { return view(clause).text[token.begin] != token.word->text.front(); });
}

// What the last sentence of a lead-in says: a denial counts where it denies something done with the data.
Statement SharingText::announced(std::size_t clause) const {
  if (readings_[clause].empty()) return {};
  const SentenceReading& last = readings_[clause].back();
  Statement statement{last.statement.actions, false};
  for (const Segment& segment : last.segments) {
    // "Niet aan derden, behalve aan:": the list has what is excepted.
    if (segment.own != 0 || segment.role == SegmentRole::exception) statement.denied = segment.denied;
  }
  return statement;
}

// Whether a lead-in's last sentence is about passing data on or about those who get them ("Such providers are:").
bool SharingText::announces(std::size_t clause) const {
  if (readings_[clause].empty()) return false;
  const Place last{clause, readings_[clause].size() - 1};
  for (const Segment& segment : reading(last).segments) {
    if (segment.own & (action::share | action::sell | action::engage)) return true;
    if ((segment.own & action::receive) && !segment.subject) return true;
  }
  if (has(sharing(last), "receivers")) return true;
  const auto cues = groups(last);
  return std::any_of(cues.begin(), cues.end(), [](const Cue& cue) { return cue.entry->value("generic") == "true"; });
}

void SharingText::read_clause(std::size_t clause) {
  Statement before = lists_[clause].statement;
  for (std::size_t i = 0; i < context_.sentences[clause].size(); ++i) {
    sharing_cues_[clause].push_back(without_groups(without_others(sharing_.of(clause, i)), groups_.of(clause, i)));
    readings_[clause].push_back(read_sentence(view(clause), context_.sentences[clause][i], negation_.of(clause, i),
                                              sharing_cues_[clause].back(), before, context_.language));
    // Only a sentence of exceptions leans on the one before it.
    const auto next = i + 1 < context_.sentences[clause].size() ? negation_.of(clause, i + 1) : std::span<const Cue>();
    before = has(next, "exception-sentence") ? readings_[clause].back().statement : Statement{};
  }
}

bool SharingText::skipped(std::size_t clause) const {
  if (!context_.speakers[clause].empty() || titles(clause)) return true;
  if (context_.clause(clause).kind != ClauseKind::heading) return false;
  return !view(clause).text.ends_with('.');
}

// A line of few words without a full stop or anyone who acts: a heading that was not set as one ("Delen met derden").
bool SharingText::titles(std::size_t clause) const {
  const ClauseView& own = view(clause);
  if (context_.clause(clause).kind != ClauseKind::paragraph || own.tokens.empty()) return false;
  const bool question = asks(own.tokens.front().word->text) && has(sharing_.of(clause), "heading") &&
                        !own.text.ends_with('.') && own.tokens.size() <= longest_question;
  if (own.tokens.size() > longest_title && !question) return false;
  if (lists_[clause].sharing || !parties_[clause].empty()) return false;
  if (own.text.find_first_of(".:;!,|(") != std::string_view::npos) return false;
  if (question) return true;
  const auto negation = negation_.of(clause);
  return std::none_of(negation.begin(), negation.end(), [](const Cue& cue) {
    const std::string& id = cue.entry->id;
    return id == "negator" || id == "subject" || id == "auxiliary" || id == "only";
  });
}

bool SharingText::foreign(Place place, const Segment& segment) const {
  if (segment.subject) return false;
  for (const PartyHit& hit : parties_[place.clause]) {
    if (hit.first < segment.first || hit.last >= segment.end) continue;
    if (hit.first > segment.first + 2) return false;
    if (hit.last + 1 < segment.end && passive(view(place.clause).tokens[hit.last + 1].word->text)) return false;
    if (hit.first == segment.first && hit.last + 1 < segment.end &&
        may(view(place.clause).tokens[hit.last + 1].word->text))
      return true;
    // A verb right behind the name makes it the subject; a Latvian verb in the first person does not.
    for (const Cue& cue : sharing(place)) {
      if (cue.first <= hit.last || cue.first > hit.last + 2 || cue.first >= segment.end) continue;
      const std::string& id = cue.entry->id;
      const std::string& verb = view(place.clause).tokens[cue.first].word->text;
      if ((id != "share" && id != "sell" && id != "process" && id != "use" && id != "engage") || is_means(verb))
        continue;
      if (latvian() ? !verb.ends_with("am") && !verb.ends_with("ām") && !verb.ends_with("im") && !verb.ends_with("ti")
                    : verb.ends_with('t') && !verb.starts_with("ge")) {
        return true;
      }
    }
    return false;
  }
  return false;
}

bool SharingText::outside_receivers(std::size_t clause, std::size_t token) const {
  const auto header = context_.clause(clause).header;
  if (!header || !has(sharing_.of(static_cast<std::size_t>(*header - 1)), "receivers")) return false;
  return !has_in_column(context_, sharing_, clause, token, "receivers");
}

std::string_view SharingText::word_before(Place place, std::size_t token, std::size_t steps) const {
  if (token < sentence(place).first_token + steps) return {};
  return view(place.clause).tokens[token - steps].word->text;
}

std::string_view SharingText::gap(std::size_t clause, std::size_t left, std::size_t right) const {
  const std::vector<Token>& tokens = view(clause).tokens;
  return view(clause).text.substr(tokens[left].end, tokens[right].begin - tokens[left].end);
}

bool SharingText::is_own(std::string_view name) const {
  const std::string key = name_key(name);
  return std::any_of(own_.begin(), own_.end(), [&](const std::string& own) {
    if (own == key) return true;
    return (own.size() >= shortest_own && key.find(own) != std::string::npos) ||
           (key.size() >= shortest_own && own.find(key) != std::string::npos) ||
           (key.size() + 1 >= shortest_own && own.starts_with(key));
  });
}

bool is_source(const SharingText& text, SharingText::Place place, std::size_t first, std::size_t last) {
  const auto cues = text.sharing(place);
  const std::vector<Token>& tokens = text.view(place.clause).tokens;
  if (text.latvian()) {
    // "No X", "no AS X".
    if (text.word_before(place, first) == "no" || text.word_before(place, first, 2) == "no")
      return has(cues, "source") && (text.reading(place).at(first).own & (action::share | action::process)) == 0;
    // "Izmantojam X datus": the data are X's.
    const bool theirs = last + 1 < text.sentence(place).end_token && tokens[last + 1].word->text == "datus";
    return theirs && (text.reading(place).at(first).own & ~action::trade) == action::use;
  }
  for (const Cue& cue : cues) {
    if (cue.entry->id != "source" || cue.first > first) continue;
    const auto between = [&](std::size_t token) { return token > cue.last && token < first; };
    for (std::size_t i = cue.last + 1; i < first; ++i) {
      if (tokens[i].word->text != "uit" && (tokens[i].word->text != "van" || i + 1 != first)) continue;
      return std::none_of(cues.begin(), cues.end(),
                          [&](const Cue& other) { return other.entry->id == "share" && between(other.first); });
    }
  }
  return false;
}

Fact recipient_fact(const SharingText& text, SharingText::Place place, FactKind kind, std::string_view value,
                    bool denied, std::size_t first, std::size_t last) {
  Fact fact = make_fact(kind, value, text.context().evidence_of_tokens(place.clause, first, last));
  fact.denied = denied;
  const std::string& condition = text.reading(place).condition;
  if (!condition.empty() && !denied) fact.details.emplace_back("condition", condition);
  return fact;
}

void extract_recipients(const FactContext& context, std::vector<Fact>& facts) {
  const SharingText text(context, own_names(context, facts));
  std::vector<Fact> found;
  read_known_recipients(text, found);
  read_unknown_recipients(text, found);
  read_recipient_groups(text, found);
  facts.insert(facts.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace clausula
