// Sets of documents against what the engine finds, in an index that is small enough to see.
#include <catch2/catch.hpp>

#include <algorithm>

#include "indexer/schema.h"
#include "query/doc_bits.h"
#include "query/matching.h"
#include "query/policy_table.h"

namespace clausula {
namespace {

using Xapian::Query;

// Documents 1 to 200: "even", "third" (divisible by three), "late" (above 150). Number 90 is deleted.
Xapian::WritableDatabase numbers() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int number = 1; number <= 200; ++number) {
    Xapian::Document document;
    document.add_boolean_term("any");
    if (number % 2 == 0) document.add_posting("even", 1);
    if (number % 3 == 0) document.add_posting("third", 2);
    if (number > 150) document.add_boolean_term("late");
    database.add_document(document);
  }
  database.delete_document(90);
  return database;
}

DocSet by_engine(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  DocSet documents;
  for (auto it = found.begin(); it != found.end(); ++it) documents.push_back(*it);
  std::sort(documents.begin(), documents.end());
  return documents;
}

TEST_CASE("documents that match are those that the engine finds") {
  const Xapian::WritableDatabase database = numbers();
  const Query even("even");
  const Query third("third");
  const Query late("late");
  const Query weighted(Query::OP_AND, Query((new Xapian::FixedWeightPostingSource(4))->release()), late);
  const std::vector<std::string> phrase{"even", "third"};
  const Query queries[] = {even,
                           Query("nowhere"),
                           Query(Query::OP_OR, even, third),
                           Query(Query::OP_AND, even, third),
                           Query(Query::OP_FILTER, even, late),
                           Query(Query::OP_AND_NOT, Query::MatchAll, even),
                           Query(Query::OP_AND_NOT, third, late),
                           Query(Query::OP_AND_MAYBE, third, even),
                           Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, late, third), 0.5),
                           Query(Query::OP_OR, weighted, Query(Query::OP_AND, even, third)),
                           Query(Query::OP_PHRASE, phrase.begin(), phrase.end(), 2),
                           Query(Query::OP_WILDCARD, "t")};
  for (const Query& query : queries) {
    INFO(query.get_description());
    CHECK(docs_matching(database, query) == by_engine(database, query));
  }
  CHECK(docs_matching(database, Query()).empty());
}

TEST_CASE("a set of documents has each once and in order, few or many") {
  CHECK(sorted_once({7, 3, 7, 90'000}) == DocSet{3, 7, 90'000});
  CHECK(sorted_once({64, 1, 63, 65, 64, 2}) == DocSet{1, 2, 63, 64, 65});
  CHECK(sorted_once({}).empty());
  DocBits bits(130);
  bits.fill();
  CHECK(bits.documents().size() == 130);
  CHECK(bits.documents().front() == 1);
  CHECK(bits.test(130));
}

TEST_CASE("of some documents, those that have a term, whether the list is short or long") {
  const Xapian::WritableDatabase database = numbers();
  const DocSet some{2, 3, 89, 90, 91, 151, 200};
  CHECK(those_with(database, some, "even") == DocSet{2, 200});
  CHECK(those_with(database, {200}, "any") == DocSet{200});
  CHECK(those_with(database, {90}, "any").empty());
  CHECK(those_with(database, some, "nowhere").empty());
  CHECK(those_with(database, {}, "even").empty());
}

// Two policies with their clauses, one database or two.
Xapian::WritableDatabase policies(const std::vector<std::string>& ids) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::string& id : ids) {
    for (int clause = 0; clause < 3; ++clause) {
      Xapian::Document document;
      document.add_boolean_term(term(prefix::kind, clause == 0 ? "policy" : "clause"));
      if (id != "oud") document.add_boolean_term(term(prefix::kind, "latest"));
      if (clause != 1) document.add_boolean_term("marked");
      document.add_value(slot::policy, id);
      database.add_document(document);
    }
  }
  return database;
}

TEST_CASE("a clause belongs to its policy") {
  const Xapian::WritableDatabase database = policies({"lampen", "oud", "wol"});
  const PolicyTable table(database);
  CHECK(table.all() == DocSet{1, 4, 7});
  CHECK(table.latest() == DocSet{1, 7});
  CHECK(table.policy_of(3) == 1);
  CHECK(table.policy_of(4) == 4);
  CHECK(table.policies_of({2, 3, 9}) == DocSet{1, 7});
  CHECK(table.id_of(4) == "oud");
  CHECK(table.id_of(5).empty());
  CHECK(table.with("marked") == DocSet{1, 4, 7});
  CHECK(table.with_any({"nowhere", "marked"}) == DocSet{1, 4, 7});
}

}  // namespace
}  // namespace clausula
