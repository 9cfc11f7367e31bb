// clausula-query topics: what can be asked for, and how many policies speak of it.
#include <iomanip>
#include <iostream>

#include "query/cli/command.h"
#include "query/json.h"
#include "query/topic_counts.h"

namespace clausula {
namespace {

void print_text(const std::vector<TopicCount>& counts) {
  std::cout << std::left << std::setw(12) << "topic" << std::right << std::setw(9) << "policies" << std::setw(8)
            << "silent" << std::setw(9) << "clauses"
            << "  " << std::left << std::setw(11) << "GDPR"
            << "name\n";
  for (const TopicCount& count : counts) {
    std::cout << std::left << std::setw(12) << count.topic << std::right << std::setw(9) << count.policies
              << std::setw(8) << count.silent << std::setw(9) << count.clauses << "  " << std::left << std::setw(11)
              << count.gdpr << count.en << '\n';
  }
}

void print_json(const std::vector<TopicCount>& counts) {
  Json list = Json::array();
  for (const TopicCount& count : counts) {
    list.push_back({{"topic", count.topic},
                    {"gdpr", count.gdpr},
                    {"names", {{"en", count.en}, {"nl", count.nl}, {"lv", count.lv}}},
                    {"policies", count.policies},
                    {"silent", count.silent},
                    {"clauses", count.clauses}});
  }
  std::cout << dump(list, 1) << '\n';
}

}  // namespace

Command add_topics(CLI::App& parent, CommonOptions& options) {
  CLI::App* app = parent.add_subcommand("topics", "The topics, and how many policies and clauses speak of each");
  add_common_options(*app, options, {"text", "json"}, false);
  return {app, [](const CommonOptions& common) {
            const std::vector<TopicCount> counts =
                count_topics(Store(common.indexes, common.lexicon()), common.lexicon());
            common.format == "json" ? print_json(counts) : print_text(counts);
            return ExitStatus::done;
          }};
}

}  // namespace clausula
