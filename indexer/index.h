// Opens an index to read.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/lexicon.h"

namespace clausula {

// Opens one index, or several as one, each a folder or a stub file (also with `remote` lines). Throws InputError where
// there is none or where schema or analyzer do not fit this program, with what to run; IoError where it cannot be read.
// `lexicon` is the one that questions will be read with: its tables of words have to be those of the index.
Xapian::Database open_index(const std::vector<std::string>& paths, const Lexicon& lexicon = Lexicon::builtin());

// Runs `work` and turns every Xapian::Error into InputError, IoError or UsageError. The only place that knows them.
template <class Work>
auto guarded(const std::string& index, Work&& work) -> decltype(work());

// Throws the project's own error for the Xapian error that is being handled.
[[noreturn]] void rethrow_as_own(const std::string& index);

template <class Work>
auto guarded(const std::string& index, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Xapian::Error&) {
    rethrow_as_own(index);
  }
}

}  // namespace clausula
