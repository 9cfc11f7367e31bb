// Policies out of the index, as records that other programs read.
#pragma once

#include <iosfwd>
#include <span>

#include "query/store.h"

namespace clausula {

// Writes one policy record a line. Holds one policy at a time, however many there are.
void export_records(const Store& store, std::span<const StoredPolicy> policies, std::ostream& out);

}  // namespace clausula
