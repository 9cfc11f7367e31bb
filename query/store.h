// Policies and clauses as an index holds them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/document.h"
#include "indexer/lexicon.h"

namespace clausula {

// One or several indexes, read as one. Not thread-safe: one object a thread. Xapian's errors come out as the project's.
class Store {
 public:
  // Throws as `open_index`.
  explicit Store(std::vector<std::string> paths, const Lexicon& lexicon = Lexicon::builtin());

  // `name` is an id (its newest version) or `id@DATE`; `id@latest` is the newest too. Nothing where there is none.
  std::optional<StoredPolicy> policy(std::string_view name) const;
  // As `policy`, but throws UsageError that names the likeliest ids where there is none.
  StoredPolicy policy_or_fail(std::string_view name) const;
  std::optional<StoredClause> clause(std::string_view versioned_id, int number) const;
  // All clauses of a policy, in order.
  std::vector<StoredClause> clauses(const StoredPolicy& policy) const;

  // Every policy, sorted by versioned id; older versions only where asked for.
  std::vector<StoredPolicy> policies(bool with_versions = false) const;
  // The versions of one id, oldest first.
  std::vector<StoredPolicy> versions(std::string_view id) const;

  const Xapian::Database& database() const { return database_; }
  // Whether several databases are read as one: their documents are not in the order of the policies' ids then.
  bool several() const;
  const std::vector<std::string>& paths() const { return paths_; }
  // For error messages.
  std::string name() const;

 private:
  std::vector<std::string> paths_;
  Xapian::Database database_;
};

}  // namespace clausula
