#include "indexer/policy_indexer.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <future>
#include <optional>
#include <string>

#include "corpus/error.h"
#include "corpus/unicode.h"
#include "indexer/document.h"
#include "indexer/fact_terms.h"
#include "indexer/iso_duration.h"
#include "indexer/schema.h"
#include "indexer/stated_topics.h"

namespace clausula {
namespace {

void add_boolean(Xapian::Document& document, std::string_view prefix, std::string_view value) {
  if (!value.empty()) document.add_boolean_term(term(prefix, value));
}

// What a user may filter by, on the policy's document and on each of its clauses.
std::vector<std::string> provenance_terms(const Policy& policy) {
  const Provenance& source = policy.source;
  std::vector<std::string> terms;
  const auto add = [&terms](std::string_view prefix, std::string_view value) {
    if (!value.empty()) terms.push_back(term(prefix, value));
  };
  add(prefix::policy, source.id);
  add(prefix::version, versioned_id(source));
  add(prefix::language, code_of(policy.language));
  add(prefix::country, fold(source.country));
  add(prefix::sector, fold(source.sector));
  if (source.version.empty()) add(prefix::kind, "latest");
  const std::string shop = fold(source.shop);
  for (const WordSpan& word : words(shop)) {
    add(prefix::shop, std::string_view(shop).substr(word.begin, word.end - word.begin));
  }
  if (source.retrieved.size() >= 10) {
    std::string digits;
    std::copy_if(source.retrieved.begin(), source.retrieved.begin() + 10, std::back_inserter(digits),
                 [](char c) { return c != '-'; });
    add(prefix::date, digits);
    add(prefix::year, digits.substr(0, 4));
  }
  return terms;
}

void add_provenance(Xapian::Document& document, const std::vector<std::string>& terms, const Provenance& source) {
  for (const std::string& term : terms) document.add_boolean_term(term);
  document.add_value(slot::policy, versioned_id(source));
  document.add_value(slot::retrieved, source.retrieved);
}

void add_fact(Xapian::Document& document, const Fact& fact) {
  if (fact.value.empty()) return;
  for (const std::string& term : fact_terms(fact)) document.add_boolean_term(term);
}

void keep_greater(std::optional<double>& kept, double value) {
  if (!kept || *kept < value) kept = value;
}

// The slots that ranges ask: the longest stated retention in days and the highest minimum age.
void add_fact_values(Xapian::Document& document, const std::vector<Fact>& facts) {
  std::optional<double> days;
  std::optional<double> age;
  for (const Fact& fact : facts) {
    if (fact.kind == FactKind::retention) {
      if (const auto length = days_of(fact.value)) keep_greater(days, *length);
    } else if (fact.kind == FactKind::minimum_age) {
      keep_greater(age, std::atof(fact.value.c_str()));
    }
  }
  if (days) document.add_value(slot::retention, Xapian::sortable_serialise(*days));
  if (age) document.add_value(slot::age, Xapian::sortable_serialise(*age));
}

void add_word(Xapian::Document& document, const Word& word, Xapian::termpos position) {
  document.add_posting(term("", word.text), position);
  // Nobody asks for forms of a stop word: phrases, which have them, match words as they stand.
  if (word.stop) return;
  document.add_term(term(prefix::stem, word.stem));
  if (word.folded != word.stem) document.add_term(term(prefix::folded, word.folded));
  if (word.negated) document.add_boolean_term(term(prefix::negated, word.stem));
  for (const CompoundPart& part : word.parts) {
    document.add_posting(term("", std::string_view(word.text).substr(part.begin, part.end - part.begin)), position);
    document.add_term(term(prefix::stem, part.stem));
  }
}

// An article under its paragraph and its number, too: "artikel 6" finds "6.1.f".
void add_unit(Xapian::Document& document, const Unit& unit) {
  if (unit.kind == WordKind::duration) return document.add_term(term(prefix::duration, unit.value));
  for (std::size_t end = unit.value.size(); end != std::string::npos; end = unit.value.rfind('.', end - 1)) {
    document.add_term(term(prefix::article, std::string_view(unit.value).substr(0, end)));
  }
}

// Equal for clauses of the same words, whatever the punctuation and case.
std::string shape_of(const std::vector<Token>& tokens) {
  // FNV-1a, 64 bits: fast, and a collision only hides one of two clauses behind the other.
  std::uint64_t hash = 14695981039346656037ULL;
  const auto take = [&hash](unsigned char c) { hash = (hash ^ c) * 1099511628211ULL; };
  for (const Token& token : tokens) {
    for (const char c : token.word->text) take(static_cast<unsigned char>(c));
    take(' ');
  }
  std::string shape(sizeof hash, '\0');
  std::memcpy(shape.data(), &hash, sizeof hash);
  return shape;
}

// The fact with no other evidence than that in the clause; nothing where it has none there.
std::optional<Fact> stated_in(const Fact& fact, int clause) {
  std::vector<Evidence> here;
  if (fact.evidence.clause == clause) here.push_back(fact.evidence);
  std::copy_if(fact.also.begin(), fact.also.end(), std::back_inserter(here),
               [clause](const Evidence& evidence) { return evidence.clause == clause; });
  if (here.empty()) return std::nullopt;
  return Fact{fact.kind, fact.value, fact.denied, fact.details, here.front(), {here.begin() + 1, here.end()}};
}

}  // namespace

Readers::Readers(const Lexicon& lexicon) {
  auto facts = std::async(std::launch::async, [&lexicon] { return std::make_unique<const FactExtractor>(lexicon); });
  tagger = std::make_unique<const TopicTagger>(lexicon);
  extractor = facts.get();
}

PolicyIndexer::PolicyIndexer(const Readers& readers, const Lexicon& lexicon) : readers_(readers), lexicon_(lexicon) {}

Analyzer& PolicyIndexer::analyzer(Language language) {
  auto& analyzer = analyzers_[language == Language::latvian ? 1 : 0];
  if (!analyzer) analyzer = std::make_unique<Analyzer>(language, lexicon_);
  return *analyzer;
}

AnnotatedPolicy PolicyIndexer::annotate(const Policy& policy) {
  if (policy.language != Language::dutch && policy.language != Language::latvian) {
    throw InputError("is neither Dutch nor Latvian and is not indexed; if it is, say so in column `language`");
  }
  AnnotatedPolicy annotated;
  annotated.clauses = segment(policy);
  Analyzer& analyzer = this->analyzer(policy.language);
  analyzer.forget();
  views_.resize(annotated.clauses.size());
  for (std::size_t i = 0; i < views_.size(); ++i) {
    ClauseView& view = views_[i];
    view.clause = &annotated.clauses[i];
    view.text = annotated.clauses[i].text(policy);
    view.language = policy.language;
    analyzer.analyze(view.text, view.tokens);
  }
  annotated.tags = readers_.tagger->tag(views_);
  annotated.facts = readers_.extractor->extract(policy, views_, annotated.tags);
  add_stated_topics(annotated.facts, views_, annotated.tags);
  return annotated;
}

std::size_t PolicyIndexer::index(const Policy& policy, std::string_view fingerprint,
                                 const std::function<void(const Xapian::Document&)>& write) {
  const AnnotatedPolicy annotated = annotate(policy);
  const std::string id = versioned_id(policy.source);
  const std::vector<std::string> provenance = provenance_terms(policy);
  std::bitset<topic_count> topics;

  for (const auto& tags : annotated.tags) {
    for (const TopicTag& tag : tags) {
      if (tag.score >= tag_threshold) topics.set(static_cast<std::size_t>(tag.topic));
    }
  }
  StoredPolicy stored;
  stored.source = policy.source;
  stored.language = policy.language;
  stored.clauses = static_cast<int>(annotated.clauses.size());
  stored.bytes = policy.text.size();
  stored.facts = annotated.facts;
  stored.latest = policy.source.version.empty();

  Xapian::Document document;
  const std::string unique = policy_term(id);
  document.add_boolean_term(unique);
  add_boolean(document, prefix::kind, "policy");
  add_provenance(document, provenance, policy.source);
  for (std::size_t i = 0; i < topics.size(); ++i) {
    if (!topics.test(i)) continue;
    stored.topics.push_back(static_cast<Topic>(i));
    add_boolean(document, prefix::topic, name_of(static_cast<Topic>(i)));
  }
  for (const Fact& fact : annotated.facts) add_fact(document, fact);
  add_fact_values(document, annotated.facts);
  document.add_value(slot::fingerprint, std::string(fingerprint));
  document.set_data(encode(stored));
  write(document);

  for (std::size_t i = 0; i < annotated.clauses.size(); ++i) {
    const Clause& clause = annotated.clauses[i];
    StoredClause entry;
    entry.policy = id;
    entry.shop = policy.source.shop;
    entry.date = policy.source.retrieved;
    entry.language = clause.language;
    entry.number = clause.number;
    entry.kind = clause.kind;
    entry.lines = clause.lines;
    entry.begin = clause.begin;
    entry.end = clause.end;
    entry.body = clause.body;
    entry.headings = clause.headings;
    entry.text = views_[i].text;
    if (clause.lead_in) entry.lead_in = views_[static_cast<std::size_t>(*clause.lead_in) - 1].text;
    if (clause.header) entry.header = views_[static_cast<std::size_t>(*clause.header) - 1].text;
    entry.topics = annotated.tags[i];

    Xapian::Document part;
    part.add_boolean_term(clause_term(id, clause.number));
    add_boolean(part, prefix::kind, "clause");
    add_provenance(part, provenance, policy.source);
    for (const TopicTag& tag : entry.topics) {
      if (tag.score >= tag_threshold) add_boolean(part, prefix::topic, name_of(tag.topic));
    }
    for (const Fact& fact : annotated.facts) {
      auto stated = stated_in(fact, clause.number);
      if (!stated) continue;
      add_fact(part, fact);
      entry.facts.push_back(std::move(*stated));
    }
    add_fact_values(part, entry.facts);
    for (const Token& token : views_[i].tokens) add_word(part, *token.word, token.position);
    analyzer(policy.language).split_verbs(views_[i].text, views_[i].tokens, split_verbs_);
    for (const SplitVerb& verb : split_verbs_) part.add_term(term(prefix::stem, verb.stem));
    analyzer(policy.language).units(views_[i].text, views_[i].tokens, units_);
    for (const Unit& unit : units_) add_unit(part, unit);
    for (const std::string& heading : clause.headings) {
      analyzer(policy.language).analyze(heading, heading_tokens_);
      for (const Token& token : heading_tokens_) {
        part.add_term(term(prefix::heading_stem, token.word->stem));
      }
    }
    part.add_value(slot::shape, shape_of(views_[i].tokens));
    part.set_data(encode(entry));
    write(part);
  }
  return annotated.clauses.size();
}

}  // namespace clausula
