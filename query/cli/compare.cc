// clausula-query compare: what many policies say about a few topics.
#include <algorithm>
#include <iostream>
#include <memory>

#include "query/choices.h"
#include "query/cli/command.h"
#include "query/render_compare.h"

namespace clausula {
namespace {

struct Arguments {
  std::vector<std::string> topics;
  std::vector<std::string> languages;
  CompareQuery query;
};

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  CompareQuery query = arguments.query;
  query.topics = topics_named(arguments.topics);
  query.languages = languages_named(arguments.languages);
  const Store store(options.indexes, options.lexicon());
  const CompareTable table = compare(store, query);
  if (options.format == "json") {
    render_json(table, std::cout);
  } else if (options.format == "csv") {
    render_csv(table, std::cout);
  } else if (!table.rows.empty()) {
    render_text(table, {options.width, options.color}, std::cout);
  }
  const bool all_silent = std::all_of(table.rows.begin(), table.rows.end(), [](const CompareRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const CompareCell& cell) { return cell.silent; });
  });
  if (table.rows.empty()) {
    std::cerr << "clausula-query: no policy of " << store.name() << " fits\n";
  } else if (all_silent) {
    std::cerr << "clausula-query: none of the " << table.total << " policies says anything about it\n";
  } else if (table.rows.size() < table.total) {
    std::cerr << "clausula-query: " << table.rows.size() << " of " << table.total
              << " policies are shown; --limit 0 shows all\n";
  }
  return all_silent ? ExitStatus::nothing : ExitStatus::done;
}

}  // namespace

Command add_compare(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("compare", "What many policies say about a few topics, a row a policy");
  const auto arguments = std::make_shared<Arguments>();
  app->add_option("--topic", arguments->topics, "Topics, a column each, with commas between")
      ->type_name("TOPIC")
      ->required();
  app->add_option("--lang", arguments->languages, "Only policies in these languages")->type_name("LANG");
  app->add_option("--policy", arguments->query.policies, "Only these (id or id@DATE)")->type_name("ID");
  app->add_option("--limit", arguments->query.limit, "Most rows; 0 is no limit")->capture_default_str();
  add_common_options(*app, options, {"text", "json", "csv"}, false);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
