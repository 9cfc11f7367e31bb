// What clausula-index does.
#pragma once

#include "corpus/cli/program.h"
#include "indexer/cli/options.h"

namespace clausula {

// Builds or refreshes the index and says what it did on standard error.
ExitStatus run_index(const IndexCommand& command);

// Reads words from standard input, a line each, and writes `word TAB stem TAB the other terms` to standard output.
ExitStatus run_analyze(const IndexCommand& command);

}  // namespace clausula
