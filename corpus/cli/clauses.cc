// clausula-corpus clauses: how a policy is cut into clauses.
#include <iostream>
#include <memory>

#include "corpus/clause.h"
#include "corpus/cli/command.h"
#include "corpus/error.h"
#include "corpus/reader.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t shown_bytes = 400;  // of a clause; more does not fit a line

struct Options {
  std::string file;
  std::string language;
  std::string format = "text";
};

nlohmann::ordered_json json_of(const Clause& clause, const Policy& policy) {
  nlohmann::ordered_json json = {{"clause", clause.number},
                                 {"lines", {clause.lines.first, clause.lines.last}},
                                 {"begin", clause.begin},
                                 {"end", clause.end},
                                 {"kind", name_of(clause.kind)},
                                 {"headings", clause.headings},
                                 {"language", code_of(clause.language)}};
  if (clause.lead_in) json["lead_in"] = *clause.lead_in;
  if (clause.header) json["header"] = *clause.header;
  if (clause.body != clause.begin) json["body"] = clause.body;
  json["text"] = clause.text(policy);
  return json;
}

void print(const Clause& clause, const Policy& policy) {
  std::cout << clause.number << "  " << name_of(clause.kind) << "  ";
  std::cout << (clause.lines.first == clause.lines.last ? "line " : "lines ") << clause.lines.first;
  if (clause.lines.first != clause.lines.last) std::cout << '-' << clause.lines.last;
  if (clause.lead_in) std::cout << "  under " << *clause.lead_in;
  if (clause.header) std::cout << "  header " << *clause.header;
  if (clause.language != policy.language) std::cout << "  " << code_of(clause.language);
  for (std::size_t i = 0; i < clause.headings.size(); ++i) {
    std::cout << (i == 0 ? "  in " : " > ") << printable(clause.headings[i]);
  }
  const std::string_view text = clause.text(policy);
  std::size_t end = std::min(text.size(), shown_bytes);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::cout << "\n    " << printable(text.substr(0, end)) << (end < text.size() ? " …" : "") << '\n';
}

ExitStatus show_clauses(const Options& options) {
  Listing listing = list_corpus(options.file);
  if (listing.policies.size() != 1) {
    throw UsageError(options.file + ": holds " + std::to_string(listing.policies.size()) +
                     " policies; name the file of one");
  }
  if (!options.language.empty()) listing.policies[0].language = options.language;
  const Policy policy = read_policy(listing, listing.policies[0]);
  for (const Problem& problem : policy.problems) {
    std::cerr << printable(problem.file) << ": byte " << problem.offset << ": " << printable(problem.message) << '\n';
  }
  const std::vector<Clause> clauses = segment(policy);
  if (options.format == "json") {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Clause& clause : clauses) list.push_back(json_of(clause, policy));
    print_json({{"policy", versioned_id(policy.source)},
                {"language", code_of(policy.language)},
                {"clauses", std::move(list)}});
  } else {
    for (const Clause& clause : clauses) print(clause, policy);
  }
  return ExitStatus::done;
}

}  // namespace

Command add_clauses(CLI::App& parent) {
  const auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand("clauses", "Show how a policy is cut into clauses");
  app->add_option("FILE", options->file, "Policy: text, Markdown, HTML or PDF")->required();
  app->add_option("--lang", options->language, "Language of the policy (nl, lv, en); detected where it is not given")
      ->check(CLI::IsMember({"nl", "lv", "en"}));
  add_format_option(*app, options->format);
  return {app, [options] { return show_clauses(*options); }};
}

}  // namespace clausula
