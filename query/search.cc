#include "query/search.h"

#include <algorithm>

#include "corpus/error.h"
#include "indexer/index.h"
#include "indexer/schema.h"
#include "query/advice.h"
#include "query/clause_search.h"
#include "query/conditions.h"
#include "query/facets.h"
#include "query/policy_table.h"
#include "query/practice_search.h"
#include "query/question.h"
#include "query/syntax.h"
#include "query/word_query.h"

namespace clausula {

struct Searcher::Parts {
  Parts(const Store& s, const Lexicon& lexicon)
      : store(s), reader(lexicon), vocabulary(s.database()), table(s.database()), facets(s.database(), table) {}

  const Store& store;
  QuestionReader reader;
  IndexVocabulary vocabulary;
  PolicyTable table;
  FacetCounter facets;
};

// One search.
class Searcher::Run {
 public:
  Run(Parts& parts, const SearchRequest& request)
      : parts_(parts), request_(request), database_(parts.store.database()), words_(parts.reader.analyzers()) {}

  SearchResult run() {
    result_.query = request_.query;
    read();
    const Question& question = result_.question;
    if (nothing_asked()) throw UsageError("the query has no word to look for");
    conditions_ = apply_conditions(database_, parts_.table, syntax_.conditions, universe(), words_);
    mark_words();
    DocSet found;
    if (question.practice != Practice::none) {
      const Proofs proofs(parts_.store, parts_.reader.analyzers(), words_.marked(), request_.snippet_columns);
      found = answer_practice(parts_.store, parts_.table, parts_.reader.lexicon(), parts_.reader.analyzers(), proofs,
                              practice_universe(), {request_.silent, request_.limit}, result_);
    } else {
      found = search_words();
    }
    if (request_.facets) result_.facets = parts_.facets.count(found);
    if (request_.explain) explain();
    if (result_.total == 0) result_.advice = advise(result_, parts_.vocabulary, parts_.reader, database_);
    return std::move(result_);
  }

 private:
  void read() {
    syntax_ = parse_syntax(request_.query);
    std::vector<std::string> quoted;
    if (!syntax_.operators) {
      for (const Expression& part : syntax_.conditions.parts) {
        if (part.kind == Expression::Kind::phrase) quoted.push_back(part.value);
      }
    }
    const bool had_phrases = !quoted.empty();
    result_.question = parts_.reader.read(syntax_.question, parts_.vocabulary, quoted);
    if (had_phrases && quoted.empty()) {
      std::erase_if(syntax_.conditions.parts,
                    [](const Expression& part) { return part.kind == Expression::Kind::phrase; });
    }
    for (const Language language : request_.languages) {
      auto& languages = result_.question.languages;
      if (std::find(languages.begin(), languages.end(), language) == languages.end()) languages.push_back(language);
    }
    if (request_.missing) {
      result_.question.practice = Practice::mention;
      result_.question.group = Group::policy;
      result_.question.lacking = true;
      result_.question.topics = {*request_.missing};
    }
    result_.conditions = describe(syntax_.conditions);
  }

  bool nothing_asked() const {
    const Question& q = result_.question;
    return q.practice == Practice::none && q.words.empty() && q.units.empty() && q.topics.empty() &&
           q.concepts.empty() && q.parties.empty() && syntax_.conditions.parts.empty();
  }

  // The policies that the question is about, before the conditions.
  DocSet universe() const {
    DocSet policies = request_.versions ? parts_.table.all() : parts_.table.latest();
    const Question& question = result_.question;
    if (!question.languages.empty()) {
      std::vector<std::string> terms;
      for (const Language language : question.languages) terms.push_back(term(prefix::language, code_of(language)));
      policies = intersect(policies, parts_.table.with_any(terms));
    }
    if (!question.countries.empty()) {
      std::vector<std::string> terms;
      for (const std::string& country : question.countries) terms.push_back(term(prefix::country, country));
      policies = intersect(policies, parts_.table.with_any(terms));
    }
    return policies;
  }

  // … after them: a condition on clauses leaves the policies that have such a clause.
  DocSet practice_universe() const {
    if (conditions_.clause.empty()) return conditions_.policies;
    Xapian::Enquire enquire(database_);
    enquire.set_query(conditions_.clause);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_collapse_key(slot::policy);
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(parts_.table.all().size()));
    DocSet clauses;
    for (auto it = found.begin(); it != found.end(); ++it) clauses.push_back(*it);
    std::sort(clauses.begin(), clauses.end());
    return intersect(conditions_.policies, parts_.table.policies_of(clauses));
  }

  void mark_words() {
    const Question& question = result_.question;
    if (question.practice == Practice::none) return;  // the clause query marks what it looks for
    for (const std::size_t word : question.words) words_.mark(question.text.surface(word));
    for (const AskedConcept& asked : question.concepts) words_.concept_words(*asked.entry);
    for (const AskedParty& party : question.parties) words_.mark(party.name);
  }

  DocSet search_words() {
    const ClauseQuery query = make_clause_query(database_, result_.question, conditions_, words_);
    const Proofs proofs(parts_.store, parts_.reader.analyzers(), words_.marked(), request_.snippet_columns);
    if (query.empty()) return list_policies();
    ClauseSearchOptions options;
    options.limit = request_.limit;
    options.versions = request_.versions;
    options.collapse = request_.collapse;
    options.every_policy = request_.facets;
    options.explain = request_.explain;
    return search_clauses(parts_.store, parts_.table, query, conditions_, proofs, options, result_);
  }

  // Only conditions on whole policies: there is nothing to quote.
  DocSet list_policies() {
    result_.total = conditions_.policies.size();
    for (const Xapian::docid document : conditions_.policies) {
      if (request_.limit != 0 && result_.policies.size() == request_.limit) break;
      FoundPolicy found;
      found.policy = decode_policy(database_.get_document(document).get_data());
      result_.policies.push_back(std::move(found));
    }
    return conditions_.policies;
  }

  void explain() {
    auto& lines = result_.explanation;
    lines.insert(lines.begin(), "understood: " + describe(result_.question));
    if (!result_.conditions.empty()) lines.insert(lines.begin() + 1, "conditions: " + result_.conditions);
    for (const AskedConcept& asked : result_.question.concepts) {
      std::string line = "concept " + asked.entry->id + ":";
      for (const std::string_view list : {"nl", "nl-law", "lv", "lv-law"}) {
        for (const std::string& phrase : asked.entry->list(list)) line.append(" ").append(phrase).append(";");
      }
      lines.push_back(std::move(line));
    }
    for (const Unit& unit : result_.question.units) {
      lines.push_back((unit.kind == WordKind::article ? "article " : "duration ") + unit.value +
                      ": however it is written");
    }
  }

  Parts& parts_;
  const SearchRequest& request_;
  const Xapian::Database& database_;
  WordQueries words_;
  Syntax syntax_;
  Conditions conditions_;
  SearchResult result_;
};

Searcher::Searcher(const Store& store, const Lexicon& lexicon) {
  guarded(store.name(), [&] { parts_ = std::make_unique<Parts>(store, lexicon); });
}

Searcher::~Searcher() = default;

SearchResult Searcher::search(const SearchRequest& request) {
  return guarded(parts_->store.name(), [&] { return Run(*parts_, request).run(); });
}

}  // namespace clausula
