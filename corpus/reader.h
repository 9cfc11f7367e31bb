// Reads a corpus: a Frictionless Data Package, a plain folder, or single files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/policy.h"

namespace clausula {

// What can be said of a corpus without opening the texts.
struct Listing {
  std::filesystem::path root;        // folder that `Provenance::file` is relative to
  std::vector<Provenance> policies;  // sorted by versioned id; ids are unique as versioned ids
  std::vector<Problem> problems;     // rows without a file, two policies of one id, file types that are not read
};

// Lists a data package (`datapackage.json` or `policies.csv` present), a folder, or one file.
// Throws IoError or InputError where `path` does not exist or cannot be read.
Listing list_corpus(const std::filesystem::path& path);

// Lists several corpora or files as one; `root` is then the folder that they share.
Listing list_corpora(const std::vector<std::filesystem::path>& paths);

// Lower-case hex SHA-256 of the file's bytes. Throws IoError or InputError where it cannot be read.
std::string hash_of_file(const std::filesystem::path& file);

// Opens one listed policy: decodes it (UTF-8, UTF-16 with mark, windows-1252, windows-1257, ISO-8859-13; declared
// in HTML or guessed), extracts the text of HTML, detects the language where it is not declared.
// Invalid bytes are replaced by U+FFFD and reported with their offset. Throws IoError or InputError where the file
// cannot be read, is empty, is binary, or is larger than `max_bytes`.
Policy read_policy(const Listing& listing, const Provenance& source, std::size_t max_bytes = 16u << 20);

}  // namespace clausula
