// clausula-query diff: how two policies, or two versions of one, differ.
#include <iostream>
#include <memory>

#include "query/choices.h"
#include "query/cli/command.h"
#include "query/render_diff.h"

namespace clausula {
namespace {

struct Arguments {
  std::string a;
  std::string b;
  std::vector<std::string> topics;
};

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  const std::vector<Topic> topics = topics_named(arguments.topics);
  const Store store(options.indexes, options.lexicon());
  const PolicyDiff result = diff(store, arguments.a, arguments.b, topics);
  if (options.format == "json") {
    render_json(result, std::cout);
  } else if (options.format == "html") {
    render_html(result, std::cout);
  } else if (has_something(result)) {
    render_text(result, {options.width, options.color}, std::cout);
  }
  if (has_differences(result)) return ExitStatus::done;
  std::cerr << "clausula-query: " << versioned_id(result.a.source) << " and " << versioned_id(result.b.source)
            << (has_something(result) ? " do not differ" : " say nothing") << (topics.empty() ? "" : " about");
  for (std::size_t i = 0; i < topics.size(); ++i) std::cerr << (i > 0 ? " or " : " ") << name_of(topics[i]);
  std::cerr << '\n';
  return ExitStatus::nothing;
}

}  // namespace

Command add_diff(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("diff", "How two policies, or two versions of one, differ: facts, then words");
  const auto arguments = std::make_shared<Arguments>();
  app->add_option("a", arguments->a, "First policy: an id, or id@DATE for a version")->type_name("A")->required();
  app->add_option("b", arguments->b, "Second policy")->type_name("B")->required();
  app->add_option("--topic", arguments->topics, "Only what is about this topic; several are or-ed")->type_name("TOPIC");
  add_common_options(*app, options, {"text", "json", "html"}, false);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
