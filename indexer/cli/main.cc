// clausula-index: reads a corpus and writes an index.
#include "corpus/cli/program.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"

int main(int argc, char** argv) {
  return clausula::run_program("clausula-index", [&] {
    const clausula::IndexCommand command = clausula::parse_command_line(argc, argv);
    return command.analyze ? clausula::run_analyze(command) : clausula::run_index(command);
  });
}
