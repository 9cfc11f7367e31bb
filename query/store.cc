#include "query/store.h"

#include <algorithm>

#include "corpus/error.h"
#include "indexer/index.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

std::optional<Xapian::docid> find_unique(const Xapian::Database& database, const std::string& unique) {
  const auto it = database.postlist_begin(unique);
  if (it == database.postlist_end(unique)) return std::nullopt;
  return *it;
}

// Edit distance, cut off early where lengths differ much: ids are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

Store::Store(std::vector<std::string> paths, const Lexicon& lexicon)
    : paths_(std::move(paths)), database_(open_index(paths_, lexicon)) {}

bool Store::several() const {
  return guarded(name(), [&] { return database_.get_uuid().find(':') != std::string::npos; });
}

std::string Store::name() const {
  std::string all;
  for (const std::string& path : paths_) all.append(all.empty() ? "" : ", ").append(path);
  return all;
}

std::optional<StoredPolicy> Store::policy(std::string_view name) const {
  return guarded(this->name(), [&]() -> std::optional<StoredPolicy> {
    if (name.ends_with("@latest")) name.remove_suffix(7);
    auto found = find_unique(database_, policy_term(name));
    if (found) return decode_policy(database_.get_document(*found).get_data());
    // `id@DATE` may name the newest version by its date as well.
    const std::size_t at = name.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    found = find_unique(database_, policy_term(name.substr(0, at)));
    if (!found) return std::nullopt;
    StoredPolicy newest = decode_policy(database_.get_document(*found).get_data());
    if (newest.source.retrieved != name.substr(at + 1)) return std::nullopt;
    return newest;
  });
}

StoredPolicy Store::policy_or_fail(std::string_view name) const {
  if (auto found = policy(name)) return std::move(*found);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const StoredPolicy& policy : policies(true)) {
    const std::string id = versioned_id(policy.source);
    near.emplace_back(id.starts_with(name) ? 0 : distance(name, id), id);
  }
  std::sort(near.begin(), near.end());
  std::string message = "there is no policy '" + std::string(name) + "' in " + this->name();
  if (near.empty()) throw UsageError(message + ", which is empty");
  message += near.front().first <= 3 ? "; did you mean " : "; there is ";
  for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), 3); ++i) {
    if (i > 0 && near.front().first <= 3 && near[i].first > 3) break;
    message.append(i > 0 ? ", " : "").append(near[i].second);
  }
  throw UsageError(message);
}

std::optional<StoredClause> Store::clause(std::string_view versioned_id, int number) const {
  return guarded(name(), [&]() -> std::optional<StoredClause> {
    const auto found = find_unique(database_, clause_term(versioned_id, number));
    if (!found) return std::nullopt;
    return decode_clause(database_.get_document(*found).get_data());
  });
}

std::vector<StoredClause> Store::clauses(const StoredPolicy& policy) const {
  const std::string id = versioned_id(policy.source);
  std::vector<StoredClause> clauses;
  clauses.reserve(static_cast<std::size_t>(policy.clauses));
  for (int number = 1; number <= policy.clauses; ++number) {
    auto found = clause(id, number);
    if (!found) {
      throw InputError(name() + ": clause " + std::to_string(number) + " of " + id +
                       " is missing; rebuild the index with clausula-index --rebuild");
    }
    clauses.push_back(std::move(*found));
  }
  return clauses;
}

std::vector<StoredPolicy> Store::policies(bool with_versions) const {
  return guarded(name(), [&] {
    std::vector<StoredPolicy> policies;
    const std::string all = term(prefix::kind, "policy");
    for (auto it = database_.postlist_begin(all); it != database_.postlist_end(all); ++it) {
      StoredPolicy policy = decode_policy(database_.get_document(*it).get_data());
      if (with_versions || policy.latest) policies.push_back(std::move(policy));
    }
    std::sort(policies.begin(), policies.end(), [](const StoredPolicy& a, const StoredPolicy& b) {
      return versioned_id(a.source) < versioned_id(b.source);
    });
    return policies;
  });
}

std::vector<StoredPolicy> Store::versions(std::string_view id) const {
  std::vector<StoredPolicy> found;
  guarded(name(), [&] {
    const std::string of_id = term(prefix::policy, id);
    for (auto it = database_.postlist_begin(of_id); it != database_.postlist_end(of_id); ++it) {
      const Xapian::Document document = database_.get_document(*it);
      if (document.get_value(slot::fingerprint).empty()) continue;  // a clause
      found.push_back(decode_policy(document.get_data()));
    }
  });
  std::sort(found.begin(), found.end(), [](const StoredPolicy& a, const StoredPolicy& b) {
    if (a.latest != b.latest) return b.latest;
    return a.source.retrieved < b.source.retrieved;
  });
  return found;
}

}  // namespace clausula
