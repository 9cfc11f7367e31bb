// clausula-corpus history: the versions of one policy.
#include <algorithm>
#include <iostream>
#include <memory>

#include "corpus/cli/command.h"
#include "corpus/error.h"
#include "corpus/inspection.h"
#include "corpus/reader.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

struct Options {
  std::string id;
  std::string corpus = ".";
  std::string format = "text";
};

ExitStatus show_history(const Options& options) {
  const Listing listing = list_corpus(options.corpus);
  std::vector<Provenance> versions;
  for (const Provenance& source : listing.policies) {
    if (source.id == options.id) versions.push_back(source);
  }
  if (versions.empty()) {
    std::cerr << "no policy " << printable(options.id) << " in " << printable(options.corpus)
              << "; clausula-corpus stats --format json lists the ids\n";
    return ExitStatus::nothing;
  }
  // The oldest first; what has no date is what the shop publishes now.
  std::sort(versions.begin(), versions.end(), [](const Provenance& a, const Provenance& b) {
    if (a.retrieved.empty() != b.retrieved.empty()) return b.retrieved.empty();
    return a.retrieved < b.retrieved;
  });
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Provenance& source : versions) {
    const Policy policy = read_policy(listing, source);
    const PolicyStats stats = count_policy(policy, segment(policy));
    const std::string hash = hash_of_file(listing.root / source.file);
    if (options.format == "json") {
      list.push_back({{"policy", versioned_id(source)},
                      {"retrieved", source.retrieved},
                      {"language", code_of(stats.language)},
                      {"words", stats.words},
                      {"file", source.file},
                      {"sha256", hash}});
    } else {
      std::cout << (source.retrieved.empty() ? "undated   " : source.retrieved) << "  " << versioned_id(source) << "  "
                << code_of(stats.language) << "  " << stats.words << " words  " << printable(source.file) << "  "
                << hash.substr(0, 12) << '\n';
    }
  }
  if (options.format == "json") print_json(list);
  return ExitStatus::done;
}

}  // namespace

Command add_history(CLI::App& parent) {
  const auto options = std::make_shared<Options>();
  CLI::App* app = parent.add_subcommand("history", "List the versions of a policy, the oldest first");
  app->add_option("ID", options->id, "Policy")->required();
  app->add_option("--corpus", options->corpus, "Data package or folder")->capture_default_str();
  add_format_option(*app, options->format);
  return {app, [options] { return show_history(*options); }};
}

}  // namespace clausula
