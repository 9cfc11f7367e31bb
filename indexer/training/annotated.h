// Policies annotated by hand for training: what the files under indexer/training/ hold.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/policy.h"
#include "indexer/topics.h"

namespace clausula {

// A policy with the topics of its lines.
struct AnnotatedText {
  Policy policy;
  // By line of `policy.text`, 1-based: the topics of each line that is neither blank nor a bare heading.
  std::map<int, std::vector<Topic>> lines;
};

// Reads a file in the format that indexer/training/README.md describes. Throws InputError with file and line.
AnnotatedText read_annotated(const std::filesystem::path& file);

// The same policy with lines of a section run together to paragraphs of two to four, which then have the topics of them
// all: real shops write such paragraphs, and a model that saw single sentences only loses itself in them.
AnnotatedText with_long_paragraphs(const AnnotatedText& text);

// All files of a folder, by name.
std::vector<AnnotatedText> read_annotated_folder(const std::filesystem::path& folder);

}  // namespace clausula
