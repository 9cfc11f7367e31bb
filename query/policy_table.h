// The policies of an index as documents: which documents they are, and which of them a clause belongs to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/doc_set.h"

namespace clausula {

// Read once; valid as long as the index is not reopened.
class PolicyTable {
 public:
  // Borrows the database.
  explicit PolicyTable(const Xapian::Database& database);

  const DocSet& all() const { return all_; }        // of every version
  const DocSet& latest() const { return latest_; }  // of the newest versions
  bool only_latest() const { return all_.size() == latest_.size(); }

  // The policy that a document (a clause, or a policy itself) belongs to; 0 where there is none.
  Xapian::docid policy_of(Xapian::docid document) const;
  // … those that several documents belong to.
  DocSet policies_of(const DocSet& documents) const;
  // The policies that have a term, or one of them. What was asked once is kept.
  const DocSet& with(const std::string& term) const;
  DocSet with_any(const std::vector<std::string>& terms) const;

  // The policy's place in an order that is the same whichever databases the policies are in.
  std::size_t place_of(Xapian::docid policy) const;
  const std::string& id_of(Xapian::docid policy) const;

 private:
  void read_ids() const;
  DocSet policies_by_value(const DocSet& documents) const;

  const Xapian::Database& database_;
  DocSet all_;
  DocSet latest_;
  // Several databases are read as one: their documents alternate. In one, clauses follow their policy.
  bool several_;
  mutable std::unordered_map<std::string, DocSet> with_;
  // Read at the first need: most questions are answered without.
  mutable std::vector<std::string> ids_;                                 // as `all_`
  mutable std::unordered_map<std::string_view, std::size_t> by_id_;      // places in `all_`; where `several_`
  mutable std::vector<std::size_t> places_;                              // as `all_`; where `several_`
  mutable std::unordered_map<Xapian::docid, Xapian::docid> of_clauses_;  // those that were asked for; where `several_`
};

}  // namespace clausula
