// Lists a plain folder: every text below it is a policy whose id is the file's stem.
#include <algorithm>
#include <map>
#include <set>

#include "corpus/listing.h"
#include "corpus/unicode.h"

namespace clausula {
namespace fs = std::filesystem;
namespace {

class FolderWalk {
 public:
  FolderWalk(fs::path root, Listing& listing) : root_(std::move(root)), listing_(listing) {}

  void run() {
    std::vector<fs::path> folders = {root_};
    while (!folders.empty()) {
      const fs::path folder = std::move(folders.back());
      folders.pop_back();
      if (!enter(folder)) continue;
      for (const fs::path& entry : entries_of(folder)) visit(entry, folders);
    }
    keep_one_a_stem();
    for (const auto& [extension, count] : unread_) {
      report({}, std::to_string(count) + (count == 1 ? " file" : " files") + " of type " + printable(extension) +
                     " not read; policies are .txt, .md, .html and .pdf");
    }
  }

 private:
  std::string relative(const fs::path& path) const { return path.lexically_relative(root_).generic_string(); }

  void report(const std::string& file, std::string message) {
    listing_.problems.push_back({file, 0, std::move(message)});
  }

  // False where the folder has been seen: a link leads back to it.
  bool enter(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) {
      report(relative(folder), "cannot be read (" + error.message() + "); left out");
      return false;
    }
    if (seen_.insert(real.string()).second) return true;
    report(relative(folder), "a link to a folder that is read already; left out");
    return false;
  }

  std::vector<fs::path> entries_of(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error))
      entries.push_back(i->path());
    if (error) report(relative(folder), "cannot be read (" + error.message() + "); left out");
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void visit(const fs::path& entry, std::vector<fs::path>& folders) {
    if (entry.filename().string().starts_with('.')) return;
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    if (error || !fs::exists(status)) {
      report(relative(entry), "a link to nothing, or not to be read; left out");
    } else if (fs::is_directory(status)) {
      folders.push_back(entry);
    } else if (!fs::is_regular_file(status)) {
      report(relative(entry), "not a file; left out");
    } else if (!entry.has_extension() || type_of(entry) == FileType::unknown) {
      ++unread_[entry.has_extension() ? entry.extension().string() : "without extension"];
    } else {
      add(entry);
    }
  }

  void add(const fs::path& file) {
    Provenance policy;
    policy.id = file.stem().string();
    policy.file = relative(file);
    split_version(policy);
    if (!is_valid_id(policy.id)) {
      report(printable(policy.file),
             "the name is no id (white space, control characters or no UTF-8); rename the file");
      return;
    }
    listing_.policies.push_back(std::move(policy));
  }

  // In the order of paths, so that which of two files of one stem is kept does not depend on the file system.
  void keep_one_a_stem() {
    std::sort(listing_.policies.begin(), listing_.policies.end(),
              [](const Provenance& a, const Provenance& b) { return a.file < b.file; });
  }

  fs::path root_;
  Listing& listing_;
  std::set<std::string> seen_;
  std::map<std::string, int> unread_;
};

}  // namespace

void list_folder(const fs::path& root, Listing& listing) { FolderWalk(root, listing).run(); }

}  // namespace clausula
