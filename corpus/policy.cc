#include "corpus/policy.h"

namespace clausula {

std::string versioned_id(const Provenance& source) {
  return source.version.empty() ? source.id : source.id + "@" + source.version;
}

}  // namespace clausula
