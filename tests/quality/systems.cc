#include "tests/quality/systems.h"

#include <set>

namespace clausula {

SearchResult Clausula::ask(const std::string& question) {
  SearchRequest request;
  request.query = question;
  request.limit = 0;
  request.silent = true;
  return searcher_.search(request);
}

Ranking ranking_of(const SearchResult& result) {
  Ranking ranking;
  for (const FoundPolicy& found : result.policies) {
    RankedPolicy policy{versioned_id(found.policy.source), found.answer, {}};
    if (!found.clauses.empty()) policy.proof = found.clauses.front().clause.lines;
    ranking.push_back(std::move(policy));
  }
  return ranking;
}

PlainXapian::PlainXapian(const std::filesystem::path& corpus, Unit unit)
    : database_(std::string(), Xapian::DB_BACKEND_INMEMORY) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("dutch"));
  const Listing listing = list_corpus(corpus);
  for (const Provenance& source : listing.policies) {
    if (!source.version.empty()) continue;
    const Policy policy = read_policy(listing, source);
    const auto add = [&](std::string_view text, const LineRange& lines) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(std::string(text));
      document.set_data(versioned_id(source));
      document.add_value(0, std::to_string(lines.first));
      document.add_value(1, std::to_string(lines.last));
      database_.add_document(document);
    };
    if (unit == Unit::policy) {
      add(policy.text, {});
      continue;
    }
    for (const Clause& clause : segment(policy)) add(clause.text(policy), clause.lines);
  }
}

Ranking PlainXapian::ask(const std::string& question) const {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("dutch"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  Xapian::Enquire enquire(database_);
  enquire.set_query(parser.parse_query(question));
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  Ranking ranking;
  std::set<std::string> seen;
  for (auto it = found.begin(); it != found.end(); ++it) {
    const Xapian::Document document = it.get_document();
    if (!seen.insert(document.get_data()).second) continue;
    LineRange lines;
    lines.first = std::stoi(document.get_value(0));
    lines.last = std::stoi(document.get_value(1));
    ranking.push_back({document.get_data(), {}, lines});
  }
  return ranking;
}

}  // namespace clausula
