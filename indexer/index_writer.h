// Builds and refreshes an index from a corpus.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/policy.h"
#include "corpus/reader.h"
#include "indexer/lexicon.h"

namespace clausula {

struct IndexOptions {
  // Threads that read and analyze; 0: one a core.
  int jobs = 0;
  // Write every policy anew, also the unchanged.
  bool rebuild = false;
  // Called from one thread at a time after each policy: done so far, of how many, bytes of text so far.
  std::function<void(std::size_t, std::size_t, std::size_t)> progress;
  const Lexicon* lexicon = &Lexicon::builtin();
};

struct IndexReport {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t skipped = 0;  // policies that could not be read or are in neither language; see `problems`
  std::size_t clauses = 0;  // written in this run
  std::size_t bytes = 0;    // of text, read in this run
  std::vector<Problem> problems;
};

// Brings the index at `index` to the state of the corpus. Killed at any point, the index is as before or as after.
// A full disk and a second writer are IoError; an index that this program cannot extend is InputError.
IndexReport update_index(const Listing& corpus, const std::filesystem::path& index, const IndexOptions& options);

}  // namespace clausula
