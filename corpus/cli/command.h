// The subcommands of clausula-corpus, one file each.
#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/cli/program.h"

namespace clausula {

// A subcommand, and what to do when it is the one that was typed.
struct Command {
  CLI::App* app = nullptr;
  std::function<ExitStatus()> action;
};

// Adds --format text|json.
void add_format_option(CLI::App& app, std::string& format);

// Prints a value as JSON; bytes that are no UTF-8 (in names of files) become U+FFFD.
void print_json(const nlohmann::ordered_json& json);

Command add_check(CLI::App& parent);
Command add_stats(CLI::App& parent);
Command add_history(CLI::App& parent);
Command add_clauses(CLI::App& parent);

}  // namespace clausula
