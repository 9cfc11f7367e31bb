// clausula-query export: policy records, one a line.
#include <iostream>
#include <memory>

#include "query/cli/command.h"
#include "query/export.h"

namespace clausula {
namespace {

struct Arguments {
  std::vector<std::string> policies;
  bool versions = false;
};

std::vector<StoredPolicy> chosen(const Store& store, const Arguments& arguments) {
  if (arguments.policies.empty()) return store.policies(arguments.versions);
  std::vector<StoredPolicy> policies;
  for (const std::string& name : arguments.policies) {
    StoredPolicy policy = store.policy_or_fail(name);
    if (!arguments.versions) {
      policies.push_back(std::move(policy));
      continue;
    }
    for (StoredPolicy& version : store.versions(policy.source.id)) policies.push_back(std::move(version));
  }
  return policies;
}

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  const Store store(options.indexes, options.lexicon());
  const std::vector<StoredPolicy> policies = chosen(store, arguments);
  if (policies.empty()) {
    std::cerr << "clausula-query: nothing to export: there are no policies in " << store.name() << '\n';
    return ExitStatus::nothing;
  }
  export_records(store, policies, std::cout);
  return ExitStatus::done;
}

}  // namespace

Command add_export(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("export", "Policy records with their clauses, topics and facts, one a line");
  const auto arguments = std::make_shared<Arguments>();
  app->add_option("policies", arguments->policies, "Only these (id or id@DATE)")->type_name("ID");
  app->add_flag("--versions", arguments->versions, "Older versions as well");
  add_common_options(*app, options, {"jsonl"}, false);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
