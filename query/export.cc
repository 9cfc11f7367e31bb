#include "query/export.h"

#include <ostream>

#include "query/json.h"

namespace clausula {

void export_records(const Store& store, std::span<const StoredPolicy> policies, std::ostream& out) {
  for (const StoredPolicy& policy : policies) {
    out << dump(policy_record(policy, store.clauses(policy))) << '\n';
    if (!out) return;  // a closed pipe; run_program reports it
  }
}

}  // namespace clausula
