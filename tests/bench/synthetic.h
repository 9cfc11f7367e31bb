// Synthetic policies for benchmarks: drawn from the sentences of the annotated training set, with other names, numbers
// and words, so that sizes, repetition and vocabulary are those of a large crawl.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

class SyntheticCorpus {
 public:
  // Reads the sentences of `training` (indexer/training). The same seed gives the same policies.
  explicit SyntheticCorpus(const std::filesystem::path& training, std::uint64_t seed = 1);

  // Policy number `index`: even ones are Dutch, odd ones Latvian; about 8 KB and 31 clauses each.
  std::string policy(std::size_t index) const;

  // Writes `count` of them as a folder of text files.
  void write(const std::filesystem::path& folder, std::size_t count) const;

 private:
  struct Section {
    std::string heading;
    std::vector<std::string> lines;
  };
  std::vector<Section> dutch_;
  std::vector<Section> latvian_;
  std::uint64_t seed_;
};

}  // namespace clausula
