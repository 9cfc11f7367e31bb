// Parts of list_corpus: each fills in what it finds. Internal to corpus/.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"

namespace clausula {

enum class FileType { text, html, pdf, unknown };

// By the extension, case ignored; a file without one is text.
FileType type_of(const std::filesystem::path& file);

// Lists the rows of `table`, a CSV file in `root`.
void list_package(const std::filesystem::path& root, const std::string& table, char delimiter, Listing& listing);

// Lists the files below `root` that can be read.
void list_folder(const std::filesystem::path& root, Listing& listing);

// Splits "shop@2023-01-05" into id and date; leaves `retrieved` alone where there is no date.
void split_version(Provenance& policy);

// Sorts, tells versions of one id apart, and drops doubles with a problem.
void settle_versions(Listing& listing);

bool is_date(std::string_view text);  // YYYY-MM-DD
bool is_valid_id(std::string_view id);

// All bytes of a file. Throws IoError where it cannot be read, InputError where it is longer than `max_bytes`.
std::string bytes_of(const std::filesystem::path& file, std::uintmax_t max_bytes);

}  // namespace clausula
