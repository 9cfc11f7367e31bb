#include "query/matching.h"

#include <cstddef>
#include <vector>

namespace clausula {
namespace {

using Xapian::Query;

// By document id.
using Bits = std::vector<bool>;

class Evaluator {
 public:
  explicit Evaluator(const Xapian::Database& database)
      : database_(database), size_(static_cast<std::size_t>(database.get_lastdocid()) + 1) {}

  Bits evaluate(const Query& query) const {
    switch (query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return Bits(size_);
      // The only sources that are used give a weight to everything.
      case Query::LEAF_POSTING_SOURCE:
      case Query::LEAF_MATCH_ALL:
        return Bits(size_, true);
      case Query::LEAF_TERM:
        return having(*query.get_terms_begin());
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
        return evaluate(query.get_subquery(0));
      case Query::OP_OR: {
        Bits any(size_);
        collect(query, any);
        return any;
      }
      case Query::OP_AND:
      case Query::OP_FILTER: {
        Bits all = evaluate(query.get_subquery(0));
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
          const Bits more = evaluate(query.get_subquery(i));
          for (std::size_t doc = 0; doc < size_; ++doc) all[doc] = all[doc] && more[doc];
        }
        return all;
      }
      case Query::OP_AND_NOT: {
        Bits left = evaluate(query.get_subquery(0));
        const Bits without = evaluate(query.get_subquery(1));
        for (std::size_t doc = 0; doc < size_; ++doc) left[doc] = left[doc] && !without[doc];
        return left;
      }
      default:
        return by_engine(query);
    }
  }

 private:
  // Adds what matches; a term without a set of its own.
  void collect(const Query& query, Bits& any) const {
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
      default: {
        const Bits more = evaluate(query);
        for (std::size_t doc = 0; doc < size_; ++doc) any[doc] = any[doc] || more[doc];
      }
    }
  }

  void add(const std::string& term, Bits& docs) const {
    const auto end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) docs[*it] = true;
  }

  Bits having(const std::string& term) const {
    Bits docs(size_);
    add(term, docs);
    return docs;
  }

  Bits by_engine(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    Bits docs(size_);
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) docs[*it] = true;
    return docs;
  }

  const Xapian::Database& database_;
  std::size_t size_;
};

}  // namespace

DocSet docs_matching(const Xapian::Database& database, const Query& query) {
  DocSet docs;
  if (query.empty()) return docs;
  const Bits matching = Evaluator(database).evaluate(query);
  for (std::size_t doc = 1; doc < matching.size(); ++doc) {
    if (matching[doc]) docs.push_back(static_cast<Xapian::docid>(doc));
  }
  return docs;
}

}  // namespace clausula
