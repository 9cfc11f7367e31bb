// clausula-query facts: the facts of one, some or all policies, one a row.
#include <iostream>
#include <memory>

#include "query/choices.h"
#include "query/cli/command.h"
#include "query/render_facts.h"

namespace clausula {
namespace {

struct Arguments {
  std::vector<std::string> kinds;
  std::vector<std::string> languages;
  FactQuery query;
};

std::string reason(const FactQuery& query, const FactCounts& counts, const std::string& index) {
  if (counts.policies == 0) return "no policy of " + index + " fits";
  std::string text = counts.policies == 1 ? "the policy states no"
                                          : "none of the " + std::to_string(counts.policies) + " policies states a";
  if (query.kinds.empty()) text += " fact";
  for (std::size_t i = 0; i < query.kinds.size(); ++i)
    text.append(i > 0 ? " or " : " ").append(name_of(query.kinds[i]));
  if (!query.name.empty()) text.append(" named '").append(query.name).append("'");
  return text;
}

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  FactQuery query = arguments.query;
  query.kinds = fact_kinds_named(arguments.kinds);
  query.languages = languages_named(arguments.languages);
  const Store store(options.indexes, options.lexicon());
  const auto renderer = fact_renderer(options.format, {options.width, options.color}, std::cout);
  const FactCounts counts = each_fact(store, query, [&](const FactRow& row) { renderer->row(row); });
  renderer->end();
  if (counts.facts == 0) {
    std::cerr << "clausula-query: " << reason(query, counts, store.name()) << '\n';
    return ExitStatus::nothing;
  }
  if (query.limit > 0 && counts.facts > query.limit) {
    std::cerr << "clausula-query: " << query.limit << " of " << counts.facts
              << " facts are shown; --limit 0 shows all\n";
  }
  return ExitStatus::done;
}

}  // namespace

Command add_facts(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("facts", "Facts of policies, one a row, with the sentence that states each");
  const auto arguments = std::make_shared<Arguments>();
  FactQuery& query = arguments->query;
  app->add_option("policies", query.policies, "Only these (id or id@DATE)")->type_name("ID");
  app->add_option("--kind", arguments->kinds, "Only facts of this kind; several are or-ed")->type_name("KIND");
  app->add_option("--name", query.name, "Only facts whose name or value has this in it")->type_name("TEXT");
  app->add_option("--lang", arguments->languages, "Only policies in this language")->type_name("LANG");
  app->add_flag("--versions", query.versions, "Older versions as well");
  app->add_option("--limit", query.limit, "Most rows; 0 is no limit")->capture_default_str();
  add_common_options(*app, options, {"text", "json", "csv"}, false);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
