#include "query/cli/command.h"

namespace clausula {

void add_common_options(CLI::App& app, CommonOptions& options, const std::vector<std::string>& formats,
                        bool with_limit) {
  app.add_option("--index", options.indexes, "Folder or stub file of an index; several are read as one")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--lexicon", options.lexicon_folder, "Folder with the lexicon files that the index was written with")
      ->type_name("DIR");
  app.add_option("--format", options.format, "Form of the result")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  if (with_limit) {
    app.add_option("--limit", options.limit, "Longest list; 0 is no limit")
        ->check(CLI::Range(0U, 1000000U))
        ->capture_default_str();
  }
}

}  // namespace clausula
