// clausula-query search: questions, words and fields.
#include <iostream>
#include <memory>

#include "corpus/error.h"
#include "query/choices.h"
#include "query/cli/command.h"
#include "query/fields.h"
#include "query/render_search.h"
#include "query/search.h"

namespace clausula {
namespace {

// A quote is read at a glance up to so many lines.
constexpr std::size_t snippet_lines = 3;

struct Arguments {
  std::vector<std::string> query;
  std::vector<std::string> languages;
  std::string missing;
  bool silent = false;
  bool versions = false;
  bool no_collapse = false;
  bool facets = false;
  bool explain = false;
};

SearchRequest request_of(const Arguments& arguments, const CommonOptions& options) {
  SearchRequest request;
  for (const std::string& word : arguments.query) request.query.append(request.query.empty() ? "" : " ").append(word);
  request.languages = languages_named(arguments.languages);
  if (!arguments.missing.empty()) request.missing = topics_named({&arguments.missing, 1}).front();
  if (request.query.empty() && !request.missing)
    throw UsageError("nothing is asked; write a question, or --missing TOPIC");
  request.silent = arguments.silent;
  request.versions = arguments.versions;
  request.collapse = !arguments.no_collapse;
  request.facets = arguments.facets;
  request.explain = arguments.explain;
  request.limit = options.limit;
  if (options.format == "text") request.snippet_columns = snippet_lines * options.width;
  return request;
}

ExitStatus run(const Arguments& arguments, const CommonOptions& options) {
  const SearchRequest request = request_of(arguments, options);
  const Store store(options.indexes, options.lexicon());
  // Never taken down: the process ends soon, and to free a lexicon word by word takes as long as to answer.
  static Searcher& searcher = *new Searcher(store, options.lexicon());
  const SearchResult result = searcher.search(request);
  if (options.format == "json") {
    render_json(result, std::cout);
  } else {
    render_text(result, {options.width, options.color}, std::cout);
  }
  return result.total == 0 ? ExitStatus::nothing : ExitStatus::done;
}

std::string footer() {
  std::string text =
      "A question in English, Dutch or Latvian, or words; \"exact phrases\", beginnings*, AND, OR, NOT, parentheses, "
      "and fields:\n";
  for (const auto& [name, holds] : field_help()) {
    text.append("  ")
        .append(name)
        .append(":")
        .append(name.size() < 16 ? 17 - name.size() : 1, ' ')
        .append(holds)
        .append("\n");
  }
  return text;
}

}  // namespace

Command add_search(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("search", "Answers a question, or finds clauses by words, topics and facts");
  const auto arguments = std::make_shared<Arguments>();
  app->add_option("query", arguments->query, "What to look for")->type_name("TEXT");
  app->add_option("--lang", arguments->languages, "Only policies in this language: nl, lv")
      ->type_name("CODE")
      ->delimiter(',');
  app->add_option("--missing", arguments->missing, "List the policies that say nothing about this topic")
      ->type_name("TOPIC");
  app->add_flag("--silent", arguments->silent, "List the silent policies, too, and why they are");
  app->add_flag("--versions", arguments->versions, "Older versions of policies as well");
  app->add_flag("--no-collapse", arguments->no_collapse, "Show clauses that are the same word for word each by itself");
  app->add_flag("--facets", arguments->facets,
                "Count what was found by topic, language, recipient, retention, sector and year");
  app->add_flag("--explain", arguments->explain,
                "Show the parsed query, its expansions and what each score is made of");
  app->footer(footer);
  add_common_options(*app, options, {"text", "json"}, true);
  return {app, [arguments](const CommonOptions& common) { return run(*arguments, common); }};
}

}  // namespace clausula
