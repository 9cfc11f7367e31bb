#include "indexer/fact_cues.h"

#include <algorithm>
#include <unordered_map>

namespace clausula {

PolicyCues::PolicyCues(const PhraseSet& phrases, std::span<const ClauseView> clauses,
                       std::span<const std::vector<SentenceView>> sentences) {
  std::size_t count = 0;
  for (const auto& of_clause : sentences) {
    first_sentences_.push_back(count);
    count += of_clause.size();
  }
  first_sentences_.push_back(count);
  for (File& file : files_) {
    file.ends.reserve(count + 1);
    file.ends.push_back(0);
  }
  std::vector<Cue> found;
  for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
    const std::span<const Token> tokens = clauses[clause].tokens;
    for (const SentenceView& sentence : sentences[clause]) {
      phrases.match(tokens.subspan(sentence.first_token, sentence.end_token - sentence.first_token), found);
      for (Cue& cue : found) {
        cue.first += sentence.first_token;
        cue.last += sentence.first_token;
        files_[cue.file].cues.push_back(cue);
      }
      for (File& file : files_) file.ends.push_back(file.cues.size());
    }
  }
}

Cues::Cues(const FactContext& context, std::string_view file)
    : file_(context.cues.files_[fact_lexicon_file(file)]), first_sentences_(context.cues.first_sentences_) {}

std::span<const Cue> Cues::between(std::size_t first_sentence, std::size_t end_sentence) const {
  const std::size_t begin = file_.ends[first_sentence];
  return std::span(file_.cues).subspan(begin, file_.ends[end_sentence] - begin);
}

std::span<const Cue> Cues::of(std::size_t clause) const {
  return between(first_sentences_[clause], first_sentences_[clause + 1]);
}

std::span<const Cue> Cues::of(std::size_t clause, std::size_t sentence) const {
  const std::size_t place = first_sentences_[clause] + sentence;
  return between(place, place + 1);
}

bool has(std::span<const Cue> cues, std::string_view id) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.entry->id == id; });
}

bool has(std::span<const Cue> cues, std::string_view id, std::string_view list) {
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) { return cue.entry->id == id && cue.list == list; });
}

std::size_t distance(const Cue& cue, std::size_t first, std::size_t last) {
  if (cue.last < first) return first - cue.last - 1;
  if (cue.first > last) return cue.first - last - 1;
  return 0;
}

const Cue* nearest(std::span<const Cue> cues, std::string_view id, std::size_t first, std::size_t last) {
  const Cue* best = nullptr;
  for (const Cue& cue : cues) {
    if (cue.entry->id != id) continue;
    if (best == nullptr || distance(cue, first, last) < distance(*best, first, last)) best = &cue;
  }
  return best;
}

Sections::Sections(const FactContext& context) : places_(context.clauses.size()) {
  std::unordered_map<std::string_view, std::size_t> headings;  // the last clause with that text
  const auto index_of = [&](int number) { return static_cast<std::size_t>(number - 1); };
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t opener = none;  // the last clause that ends in a colon, under the same heading
  for (std::size_t i = 0; i < context.clauses.size(); ++i) {
    const Clause& clause = context.clause(i);
    Place& place = places_[i];
    const auto introduce = [&](std::size_t by) {
      if (std::find(place.clauses.begin(), place.clauses.end(), by) == place.clauses.end()) place.clauses.push_back(by);
    };
    if (clause.kind == ClauseKind::heading) {
      opener = none;
    } else if (clause.lead_in && index_of(*clause.lead_in) < i) {
      // A list below a heading that ends in a colon too: "Retention: / We keep them as long as: / …".
      const std::size_t lead_in = index_of(*clause.lead_in);
      if (opener != none && opener > lead_in && context.clause(opener).lead_in == clause.lead_in) introduce(opener);
      introduce(lead_in);
      for (const std::size_t above : introducing(lead_in)) introduce(above);
    }
    if (clause.header && index_of(*clause.header) < i) introduce(index_of(*clause.header));
    place.introducing = place.clauses.size();
    for (auto heading = clause.headings.rbegin(); heading != clause.headings.rend(); ++heading) {
      if (const auto found = headings.find(*heading); found != headings.end()) place.clauses.push_back(found->second);
    }
    if (clause.kind == ClauseKind::heading) headings[context.clauses[i].text] = i;
    if (clause.kind != ClauseKind::heading && context.clauses[i].text.ends_with(':')) opener = i;
  }
}

std::span<const std::size_t> Sections::over(std::size_t clause) const { return places_[clause].clauses; }

std::span<const std::size_t> Sections::introducing(std::size_t clause) const {
  return over(clause).first(places_[clause].introducing);
}

bool has_over(const Cues& cues, std::span<const std::size_t> clauses, std::string_view id) {
  return std::any_of(clauses.begin(), clauses.end(), [&](std::size_t clause) { return has(cues.of(clause), id); });
}

namespace {

// The number of cells that end before a token.
std::size_t column_of(const ClauseView& view, std::size_t token) {
  const std::string_view separators = view.text.find_first_of("|\t") == std::string_view::npos ? ";" : "|\t";
  const std::string_view before = view.text.substr(0, view.tokens[token].begin);
  return static_cast<std::size_t>(std::count_if(before.begin(), before.end(),
                                                [&](char c) { return separators.find(c) != std::string_view::npos; }));
}

}  // namespace

bool has_in_column(const FactContext& context, const Cues& cues, std::size_t clause, std::size_t token,
                   std::string_view id) {
  const auto header = context.clause(clause).header;
  if (!header) return false;
  const auto over = static_cast<std::size_t>(*header - 1);
  const std::size_t column = column_of(context.clauses[clause], token);
  const auto heads = cues.of(over);
  return std::any_of(heads.begin(), heads.end(), [&](const Cue& cue) {
    return cue.entry->id == id && column_of(context.clauses[over], cue.first) == column;
  });
}

bool is_about(const FactContext& context, std::size_t clause, Topic topic) {
  return context.score(clause, topic) >= 0.5;
}

bool is_only_about(const FactContext& context, std::size_t clause, std::initializer_list<Topic> others,
                   std::initializer_list<Topic> topics) {
  const auto about = [&](Topic topic) { return is_about(context, clause, topic); };
  return std::any_of(others.begin(), others.end(), about) && std::none_of(topics.begin(), topics.end(), about);
}

bool in_capitals(const ClauseView& view, std::size_t token) {
  const Token& word = view.tokens[token];
  const std::string_view shown = view.text.substr(word.begin, word.end - word.begin);
  return std::none_of(shown.begin(), shown.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<DurationSpan> durations_of(const FactContext& context, const Cues& cues, std::size_t clause,
                                       std::size_t sentence) {
  const ClauseView& view = context.clauses[clause];
  const SentenceView& span = context.sentences[clause][sentence];
  std::vector<Cue> hits(cues.of(clause, sentence).begin(), cues.of(clause, sentence).end());
  for (Cue& hit : hits) {
    hit.first -= span.first_token;
    hit.last -= span.first_token;
  }
  const std::span<const Token> tokens(view.tokens);
  auto found = find_durations(tokens.subspan(span.first_token, span.end_token - span.first_token), view.text, hits);
  for (DurationSpan& duration : found) {
    duration.first += span.first_token;
    duration.last += span.first_token;
  }
  return found;
}

Fact make_fact(FactKind kind, std::string_view value, const Evidence& evidence) {
  Fact fact;
  fact.kind = kind;
  fact.value = value;
  fact.evidence = evidence;
  return fact;
}

void add_fact(std::vector<Fact>& facts, Fact fact, std::string_view key) {
  for (Fact& known : facts) {
    if (known.kind != fact.kind || known.value != fact.value) continue;
    if (!key.empty() && known.detail(key) != fact.detail(key)) continue;
    known.also.push_back(fact.evidence);
    known.also.insert(known.also.end(), fact.also.begin(), fact.also.end());
    return;
  }
  facts.push_back(std::move(fact));
}

}  // namespace clausula
