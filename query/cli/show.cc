// clausula-query show: what a policy says, quoted.
#include <iostream>
#include <memory>

#include "query/choices.h"
#include "query/cli/command.h"
#include "query/render_show.h"

namespace clausula {
namespace {

struct Arguments {
  std::string policy;
  std::vector<std::string> topics;
  std::optional<int> clause;
};

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  const ShowRequest request{topics_named(arguments.topics), arguments.clause};
  const Store store(options.indexes, options.lexicon());
  const PolicyView view = show(store, arguments.policy, request);
  if (options.format == "json") {
    render_json(view, std::cout);
  } else if (!view.clauses.empty()) {
    render_text(view, {options.width, options.color}, std::cout);
  }
  if (!view.clauses.empty()) return ExitStatus::done;
  std::cerr << "clausula-query: " << versioned_id(view.policy.source);
  if (request.topics.empty()) {
    std::cerr << " has no clauses\n";
  } else {
    std::cerr << (request.clause ? ": the clause" : "") << " says nothing about";
    for (std::size_t i = 0; i < request.topics.size(); ++i) {
      std::cerr << (i > 0 ? " or " : " ") << name_of(request.topics[i]);
    }
    std::cerr << '\n';
  }
  return ExitStatus::nothing;
}

}  // namespace

Command add_show(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("show", "What a policy says, quoted, with its topics and facts");
  const auto arguments = std::make_shared<Arguments>();
  app->add_option("policy", arguments->policy, "Policy: an id, or id@DATE for a version")->type_name("ID")->required();
  app->add_option("--topic", arguments->topics, "Only clauses about this topic; several are or-ed")->type_name("TOPIC");
  app->add_option("--clause", arguments->clause, "Only the clause of this number")->type_name("N");
  add_common_options(*app, options, {"text", "json"}, false);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
