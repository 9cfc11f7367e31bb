// The details of a controller's contact block: e-mail, registration, VAT number, phone, address.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/fact_cues.h"
#include "indexer/fact_rules.h"

namespace clausula {

struct ContactDetail {
  std::string key;    // "email" (may repeat), "registration", "vat", "phone", "address": at most one each
  std::string value;  // as written
  Evidence evidence;
};

// The details in a policy, in the order of the text. `cues` are those of controllers.toml; details of other offices
// (data protection officer, authority) and addresses at the domains of `known` recipients are left out.
std::vector<ContactDetail> contact_details(const FactContext& context, const Cues& cues, std::span<const Fact> known);

}  // namespace clausula
