// The subcommands of clausula-query, one file each, and what they have in common.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "corpus/cli/program.h"
#include "indexer/lexicon.h"

namespace clausula {

// Options that every subcommand takes.
struct CommonOptions {
  std::vector<std::string> indexes;  // --index, else $CLAUSULA_INDEX, else ./clausula.db
  std::string format = "text";       // --format
  std::string lexicon_folder;        // --lexicon; empty for the one that is compiled in
  std::size_t limit = 10;            // --limit, where there is a list; 0 is no limit
  // How results are shown on this standard output.
  bool color = false;      // a terminal, and NO_COLOR is not set
  std::size_t width = 80;  // columns of the terminal

  // What --lexicon names, read at the first use.
  const Lexicon& lexicon() const {
    if (lexicon_folder.empty()) return Lexicon::builtin();
    static const Lexicon replaced = Lexicon::from_folder(lexicon_folder);
    return replaced;
  }
};

// What a subcommand does once the command line is read; `CommonOptions` is complete by then.
using Action = std::function<ExitStatus(const CommonOptions&)>;

// Each adds its subcommand to `app` and returns what to do when it is the one that was typed.
struct Command {
  CLI::App* app = nullptr;
  Action action;
};

// Adds --index, --format (with the formats that the subcommand has; the first is the default) and, where `with_limit`,
// --limit.
void add_common_options(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                        bool with_limit);

Command add_search(CLI::App& parent, CommonOptions& options);
Command add_show(CLI::App& parent, CommonOptions& options);
Command add_facts(CLI::App& parent, CommonOptions& options);
Command add_diff(CLI::App& parent, CommonOptions& options);
Command add_compare(CLI::App& parent, CommonOptions& options);
Command add_topics(CLI::App& parent, CommonOptions& options);
Command add_export(CLI::App& parent, CommonOptions& options);

}  // namespace clausula
