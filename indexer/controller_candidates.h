// Candidates for the name of the controller, and which of them it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/facts.h"

namespace clausula {

// Clauses at the head of a policy in which a title or a firm's only mention is looked for.
inline constexpr std::size_t first_clauses = 6;

// How surely a place in the text names the controller; the surest wins, the first of equals.
enum class Weight : unsigned char { form, title, subject, block, seat, label, statement };

struct ControllerName {
  std::string name;
  Weight weight{};
  int count = 1;  // statements of the same name
  bool legal_form = false;
  bool party = false;  // parties.toml knows it: the shop only where nothing else is
  Evidence evidence;
};

class ControllerNames {
 public:
  // A name that is there already is counted, with the greater weight.
  void add(ControllerName candidate);

  // The surest name, or nullptr.
  const ControllerName* best() const;
  // A firm that a contact block names beside a shop that is no firm by its name, or nullptr.
  const ControllerName* further_firm(const ControllerName& best) const;

 private:
  std::vector<ControllerName> names_;
};

}  // namespace clausula
