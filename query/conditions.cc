#include "query/conditions.h"

#include <algorithm>

#include "query/fields.h"

namespace clausula {
namespace {

using Kind = Expression::Kind;
using Xapian::Query;

class Reader {
 public:
  Reader(const Xapian::Database& database, const PolicyTable& table, const DocSet& policies, WordQueries& words)
      : database_(database), table_(table), universe_(policies), words_(words) {}

  // Whether everything in it is about the policy as a whole.
  bool about_policy(const Expression& expression) {
    if (expression.kind == Kind::field) return resolve(expression).scope != FieldScope::clause;
    return !expression.parts.empty() && std::all_of(expression.parts.begin(), expression.parts.end(),
                                                    [&](const Expression& part) { return about_policy(part); });
  }

  bool about_source(const Expression& expression) {
    if (expression.kind == Kind::field) return resolve(expression).scope == FieldScope::source;
    return std::all_of(expression.parts.begin(), expression.parts.end(),
                       [&](const Expression& part) { return about_source(part); });
  }

  DocSet policies(const Expression& expression, bool wanted, Conditions& result) {
    switch (expression.kind) {
      case Kind::none:
        return subtract(universe_, policies(expression.parts.front(), false, result));
      case Kind::all: {
        DocSet all = universe_;
        for (const Expression& part : expression.parts) all = intersect(all, policies(part, wanted, result));
        return all;
      }
      case Kind::any: {
        DocSet any;
        for (const Expression& part : expression.parts) any = unite(any, policies(part, wanted, result));
        return any;
      }
      default: {
        const FieldTerms field = resolve(expression);
        if (field.scope == FieldScope::practice) {
          result.practices = true;
          if (wanted) result.proofs.insert(result.proofs.end(), field.terms.begin(), field.terms.end());
        }
        return intersect(universe_, table_.with_any(field.terms));
      }
    }
  }

  Query clause(const Expression& expression) {
    switch (expression.kind) {
      case Kind::words:
        return words_.word(expression.value, false).query();
      case Kind::phrase:
        return words_.phrase(expression.value);
      case Kind::wildcard:
        return words_.wildcard(expression.value);
      case Kind::field:
        return any_of(resolve(expression).terms);
      case Kind::none:
        return Query(Query::OP_AND_NOT, Query::MatchAll, clause(expression.parts.front()));
      case Kind::all:
      case Kind::any: {
        std::vector<Query> parts;
        for (const Expression& part : expression.parts) parts.push_back(clause(part));
        return Query(expression.kind == Kind::all ? Query::OP_AND : Query::OP_OR, parts.begin(), parts.end());
      }
    }
    return {};
  }

 private:
  FieldTerms resolve(const Expression& expression) {
    return resolve_field(database_, expression.field, expression.value);
  }

  const Xapian::Database& database_;
  const PolicyTable& table_;
  const DocSet& universe_;
  WordQueries& words_;
};

}  // namespace

Conditions apply_conditions(const Xapian::Database& database, const PolicyTable& table, const Expression& conditions,
                            const DocSet& policies, WordQueries& words) {
  Conditions result;
  Reader reader(database, table, policies, words);
  DocSet left = policies;
  std::vector<Query> clause;
  std::vector<Query> source;
  for (const Expression& part : conditions.parts) {
    if (reader.about_policy(part)) {
      left = intersect(left, reader.policies(part, true, result));
      if (reader.about_source(part)) source.push_back(reader.clause(part));
    } else {
      clause.push_back(reader.clause(part));
      if (part.kind == Kind::field && part.field == "topic") {
        if (const auto topic = topic_of(part.value)) result.topics.push_back(*topic);
      }
    }
  }
  if (!source.empty()) result.source = Query(Query::OP_AND, source.begin(), source.end());
  result.one_topic = clause.size() == 1 && result.topics.size() == 1;
  if (!clause.empty()) result.clause = Query(Query::OP_AND, clause.begin(), clause.end());
  result.policies = std::move(left);
  return result;
}

}  // namespace clausula
