// Looks a whole corpus through: what is wrong with it, and what it holds.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/clause.h"
#include "corpus/policy.h"

namespace clausula {

// What is counted in one policy.
struct PolicyStats {
  Provenance source;
  Language language = Language::other;
  std::size_t words = 0;
  std::array<std::size_t, 4> clauses{};  // by ClauseKind
};

struct Inspection {
  std::vector<PolicyStats> policies;  // that could be read, versions included, sorted by versioned id
  std::vector<Problem> problems;      // of the listing first, then in the order of the policies
};

// Opens every policy. Throws IoError or InputError where the corpus itself cannot be listed; a policy that cannot be
// read is a problem, and so is one that is in another language than declared or in none of ours, or that has the bytes
// of another.
Inspection inspect_corpus(const std::filesystem::path& path);

PolicyStats count_policy(const Policy& policy, const std::vector<Clause>& clauses);

}  // namespace clausula
