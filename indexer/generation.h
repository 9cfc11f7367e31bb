// The folder of an index: generations of a Xapian database, and the stub file that names the current one.
//
//     clausula.db/XAPIANDB        stub: "auto g7"; replaced by rename, which is what makes an update all or nothing
//     clausula.db/g7/             the database
//     clausula.db/building/       what a run that has not ended wrote; removed by the next one
//     clausula.db/lock            held by the writer
#pragma once

#include <filesystem>
#include <string>

namespace clausula {

// Holds the lock of an index while it lives. Creates the folder where it is missing.
class IndexFolder {
 public:
  // Throws IoError where another process holds the lock or the folder cannot be written, InputError where `path` holds
  // something that is no index.
  explicit IndexFolder(std::filesystem::path path);
  ~IndexFolder();
  IndexFolder(const IndexFolder&) = delete;
  IndexFolder& operator=(const IndexFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  bool has_current() const;
  // An empty folder for what is being built. What an earlier run left there is gone.
  std::filesystem::path building();
  // Where the next generation has to be written before `publish`.
  std::filesystem::path next() const;
  // Makes `next` the current generation, durably, and removes the others.
  void publish();

 private:
  unsigned current() const;

  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace clausula
