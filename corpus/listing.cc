#include "corpus/listing.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/error.h"
#include "corpus/unicode.h"

namespace clausula {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t longest_descriptor = 64u << 20;

// Which CSV file of the data package lists the policies, and what parts its cells.
struct Table {
  std::string path = "policies.csv";
  char delimiter = ',';
};

Table table_of(const fs::path& descriptor) {
  const auto fail = [&](const std::string& what) -> Table {
    throw InputError(descriptor.string() + ": " + what + "; see the Frictionless Data Package format");
  };
  const auto json =
      nlohmann::json::parse(bytes_of(descriptor, longest_descriptor), nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return fail("not valid JSON");
  const auto resources = json.is_object() ? json.find("resources") : json.end();
  if (!json.is_object() || resources == json.end() || !resources->is_array()) return fail("no list of resources");
  for (const auto& resource : *resources) {
    if (!resource.is_object() || !resource.contains("path") || !resource["path"].is_string()) continue;
    Table table{resource["path"].get<std::string>(), ','};
    const bool named = resource.value("name", nlohmann::json()) == "policies";
    if (!named && fs::path(table.path).filename() != "policies.csv") continue;
    if (const auto dialect = resource.find("dialect"); dialect != resource.end() && dialect->is_object()) {
      const auto delimiter = dialect->value("delimiter", nlohmann::json());
      if (delimiter.is_string() && delimiter.get<std::string>().size() == 1)
        table.delimiter = delimiter.get<std::string>()[0];
    }
    return table;
  }
  return fail("no resource policies.csv");
}

void list_file(const fs::path& file, Listing& listing) {
  Provenance policy;
  policy.id = file.stem().string();
  policy.file = file.filename().string();
  split_version(policy);
  if (!is_valid_id(policy.id))
    throw InputError(printable(file.string()) + ": the name is no valid id; rename the file");
  listing.policies.push_back(std::move(policy));
}

}  // namespace

FileType type_of(const fs::path& file) {
  const std::string extension = normalize(file.extension().string());
  if (extension.empty() || extension == ".txt" || extension == ".text" || extension == ".md" ||
      extension == ".markdown") {
    return FileType::text;
  }
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return FileType::html;
  return extension == ".pdf" ? FileType::pdf : FileType::unknown;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  const int month = (text[5] - '0') * 10 + text[6] - '0';
  const int day = (text[8] - '0') * 10 + text[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_valid_id(std::string_view id) {
  return !id.empty() && decode(id).encoding == "UTF-8" && decode(id).invalid_count == 0 && printable(id) == id &&
         id.find_first_of(" \t/") == std::string_view::npos;
}

void split_version(Provenance& policy) {
  const std::size_t at = policy.id.rfind('@');
  if (at == std::string::npos || at == 0 || !is_date(std::string_view(policy.id).substr(at + 1))) return;
  if (policy.retrieved.empty()) policy.retrieved = policy.id.substr(at + 1);
  policy.id.resize(at);
}

void settle_versions(Listing& listing) {
  std::map<std::string, std::vector<Provenance>> by_id;
  for (Provenance& policy : listing.policies) by_id[policy.id].push_back(std::move(policy));
  listing.policies.clear();
  for (auto& [id, versions] : by_id) {
    // The newest first; one without a date is what the shop publishes now.
    std::stable_sort(versions.begin(), versions.end(), [](const Provenance& a, const Provenance& b) {
      if (a.retrieved.empty() || b.retrieved.empty()) return a.retrieved.empty() && !b.retrieved.empty();
      return a.retrieved > b.retrieved;
    });
    const Provenance* kept = nullptr;
    for (Provenance& policy : versions) {
      if (kept != nullptr && kept->retrieved == policy.retrieved) {
        listing.problems.push_back(
            {policy.file, 0,
             "a second policy " + id + (policy.retrieved.empty() ? "" : " of " + policy.retrieved) + "; " +
                 listing.policies.back().file + " is kept; give this one another id or another date"});
        continue;
      }
      if (kept != nullptr) policy.version = policy.retrieved;
      listing.policies.push_back(std::move(policy));
      kept = &listing.policies.back();
    }
  }
  std::sort(listing.policies.begin(), listing.policies.end(),
            [](const Provenance& a, const Provenance& b) { return versioned_id(a) < versioned_id(b); });
}

std::string bytes_of(const fs::path& file, std::uintmax_t max_bytes) {
  std::error_code error;
  const std::uintmax_t size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
  if (error) throw IoError(printable(file.string()) + ": " + error.message() + "; check the path and its permissions");
  if (!fs::is_regular_file(file)) throw InputError(printable(file.string()) + ": not a file");
  if (size > max_bytes) {
    throw InputError(printable(file.string()) + ": larger than " + std::to_string(max_bytes) +
                     " bytes; a policy is not that long, split the file or leave it out");
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    throw IoError(printable(file.string()) + ": cannot be read; check its permissions");
  }
  return bytes;
}

Listing list_corpus(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw IoError(printable(path.string()) + ": no such file or folder; check the path");
  Listing listing;
  if (fs::is_directory(status)) {
    listing.root = path;
    if (fs::exists(path / "datapackage.json", error)) {
      const Table table = table_of(path / "datapackage.json");
      list_package(path, table.path, table.delimiter, listing);
    } else if (fs::exists(path / "policies.csv", error)) {
      list_package(path, "policies.csv", ',', listing);
    } else {
      list_folder(path, listing);
    }
  } else {
    listing.root = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (path.filename() == "datapackage.json") {
      const Table table = table_of(path);
      list_package(listing.root, table.path, table.delimiter, listing);
    } else if (path.extension() == ".csv") {
      list_package(listing.root, path.filename().string(), ',', listing);
    } else {
      list_file(path, listing);
    }
  }
  settle_versions(listing);
  return listing;
}

Listing list_corpora(const std::vector<fs::path>& paths) {
  if (paths.size() == 1) return list_corpus(paths.front());
  std::vector<Listing> parts;
  Listing all;
  for (const fs::path& path : paths) {
    Listing& part = parts.emplace_back(list_corpus(path));
    part.root = fs::absolute(part.root).lexically_normal();
    if (all.root.empty()) all.root = part.root;
    // Up to the folder that holds them all.
    while (all.root.has_relative_path() && *part.root.lexically_relative(all.root).begin() == "..") {
      all.root = all.root.parent_path();
    }
  }
  for (Listing& part : parts) {
    const fs::path below = part.root.lexically_relative(all.root);
    for (Provenance& policy : part.policies) {
      policy.file = (below / policy.file).lexically_normal().generic_string();
      policy.version.clear();
      all.policies.push_back(std::move(policy));
    }
    std::move(part.problems.begin(), part.problems.end(), std::back_inserter(all.problems));
  }
  settle_versions(all);
  return all;
}

}  // namespace clausula
