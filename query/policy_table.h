// The policies of an index as documents: which documents they are, and which of them a clause belongs to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

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

  // The policies that the documents (clauses, or policies themselves) belong to.
  DocSet policies_of(const DocSet& documents) const;
  // The document of a policy by its versioned id; 0 where there is none.
  Xapian::docid document_of(std::string_view versioned_id) const;
  const std::string& id_of(Xapian::docid policy) const;

 private:
  void read_ids() const;

  const Xapian::Database& database_;
  DocSet all_;
  DocSet latest_;
  // Read at the first need: most questions are answered without.
  mutable std::unordered_map<std::string, Xapian::docid> by_id_;
  mutable std::unordered_map<Xapian::docid, std::string> ids_;
};

}  // namespace clausula
