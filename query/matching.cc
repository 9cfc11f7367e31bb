#include "query/matching.h"

#include <cstddef>

#include "query/doc_bits.h"

namespace clausula {
namespace {

using Xapian::Query;

class Evaluator {
 public:
  explicit Evaluator(const Xapian::Database& database) : database_(database), last_(database.get_lastdocid()) {}

  DocBits evaluate(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return DocBits(last_);
      // The only sources that are used give a weight to everything.
      case Query::LEAF_POSTING_SOURCE:
      case Query::LEAF_MATCH_ALL:
        return everything();
      case Query::LEAF_TERM:
        return having(*query.get_terms_begin());
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
        return evaluate(query.get_subquery(0));
      case Query::OP_OR: {
        DocBits any(last_);
        collect(query, any);
        return any;
      }
      case Query::OP_AND:
      case Query::OP_FILTER: {
        DocBits all = evaluate(query.get_subquery(0));
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
          all.intersect(evaluate(query.get_subquery(i)));
        }
        return all;
      }
      case Query::OP_AND_NOT: {
        DocBits left = evaluate(query.get_subquery(0));
        left.subtract(evaluate(query.get_subquery(1)));
        return left;
      }
      default:
        return by_engine(query);
    }
  }

 private:
  // Adds what matches; that of a term without a set of its own.
  void collect(const Query& query, DocBits& any) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        add(*query.get_terms_begin(), any);
        return;
      case Query::OP_SCALE_WEIGHT:
        collect(query.get_subquery(0), any);
        return;
      case Query::OP_OR:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) collect(query.get_subquery(i), any);
        return;
      default:
        any.unite(evaluate(query));
    }
  }

  void add(const std::string& term, DocBits& docs) const {
    const auto end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) docs.set(*it);
  }

  DocBits everything() const {
    DocBits all(last_);
    if (database_.get_doccount() == last_) {
      all.fill();
    } else {
      add("", all);
    }
    return all;
  }

  DocBits having(const std::string& term) const {
    DocBits docs(last_);
    add(term, docs);
    return docs;
  }

  DocBits by_engine(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    DocBits docs(last_);
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) docs.set(*it);
    return docs;
  }

  const Xapian::Database& database_;
  Xapian::docid last_;
};

}  // namespace

DocSet docs_matching(const Xapian::Database& database, const Query& query) {
  if (query.empty()) return {};
  return Evaluator(database).evaluate(query).documents();
}

}  // namespace clausula
