#include "corpus/inspection.h"

#include "corpus/error.h"
#include "corpus/reader.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

void check_language(const Policy& policy, std::vector<Problem>& problems) {
  const DetectedLanguage found = detect_language(policy.text);
  const std::string& declared = policy.source.language;
  if (!declared.empty() && found.reliable && found.language != policy.language) {
    problems.push_back({policy.source.file, 0,
                        "declared as " + printable(declared) + ", but looks like " + found.code +
                            "; correct the column language or the file"});
  } else if (policy.language != Language::dutch && policy.language != Language::latvian) {
    const std::string code = declared.empty() ? found.code : printable(declared);
    problems.push_back(
        {policy.source.file, 0,
         "neither Dutch nor Latvian (" + code + "); declare its language if that is wrong, or leave it out"});
  }
}

}  // namespace

PolicyStats count_policy(const Policy& policy, const std::vector<Clause>& clauses) {
  PolicyStats stats;
  stats.source = policy.source;
  stats.language = policy.language;
  stats.words = words(policy.text).size();
  for (const Clause& clause : clauses) ++stats.clauses[static_cast<std::size_t>(clause.kind)];
  return stats;
}

Inspection inspect_corpus(const std::filesystem::path& path) {
  const Listing listing = list_corpus(path);
  Inspection inspection;
  inspection.problems = listing.problems;
  std::map<std::string, std::string> file_of_hash;
  for (const Provenance& source : listing.policies) {
    try {
      const Policy policy = read_policy(listing, source);
      inspection.problems.insert(inspection.problems.end(), policy.problems.begin(), policy.problems.end());
      check_language(policy, inspection.problems);
      const auto [same, is_new] = file_of_hash.emplace(hash_of_file(listing.root / source.file), source.file);
      if (!is_new) {
        inspection.problems.push_back({source.file, 0, "has the same bytes as " + same->second + "; keep one of them"});
      }
      inspection.policies.push_back(count_policy(policy, segment(policy)));
    } catch (const InputError& error) {
      inspection.problems.push_back({source.file, 0, error.what()});
    } catch (const IoError& error) {
      inspection.problems.push_back({source.file, 0, error.what()});
    }
  }
  return inspection;
}

}  // namespace clausula
