#include "indexer/generation.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "corpus/error.h"

namespace clausula {
namespace fs = std::filesystem;

namespace {

constexpr const char* stub_name = "XAPIANDB";
constexpr const char* lock_name = "lock";
constexpr const char* building_name = "building";

[[noreturn]] void fail(const fs::path& path, const std::string& what, int code) {
  throw IoError(path.string() + ": " + what + " (" + std::strerror(code) + "); check the disk and permissions");
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "cannot be opened", errno);
  const int failed = ::fsync(file) != 0 ? errno : 0;
  ::close(file);
  if (failed != 0) fail(path, "cannot be written", failed);
}

bool is_generation(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name[0] == 'g' && name.find_first_not_of("0123456789", 1) == std::string::npos;
}

// An index, or an empty folder: nothing else may be taken over.
void check_ours(const fs::path& path) {
  std::error_code error;
  if (fs::exists(path / stub_name, error)) return;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    const fs::path name = entry.path().filename();
    if (name != lock_name && name != building_name && !is_generation(entry.path())) {
      throw InputError(path.string() + ": is a folder with other files and no index; name another --index");
    }
  }
}

}  // namespace

IndexFolder::IndexFolder(fs::path path) : path_(std::move(path)) {
  std::error_code error;
  if (fs::exists(path_, error) && !fs::is_directory(path_, error)) {
    throw InputError(path_.string() + ": is a file and no index; name another --index");
  }
  fs::create_directories(path_, error);
  if (error) fail(path_, "cannot be created", error.value());
  check_ours(path_);
  const fs::path lock = path_ / lock_name;
  lock_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) fail(lock, "cannot be written", errno);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw IoError(path_.string() + ": another clausula-index is writing to it; wait for it to end");
  }
  fs::remove_all(path_ / building_name, error);
}

IndexFolder::~IndexFolder() {
  std::error_code error;
  fs::remove_all(path_ / building_name, error);
  ::close(lock_);
}

bool IndexFolder::has_current() const { return fs::exists(path_ / stub_name); }

unsigned IndexFolder::current() const {
  std::ifstream in(path_ / stub_name);
  std::string type;
  std::string name;
  in >> type >> name;
  return is_generation(name) ? static_cast<unsigned>(std::stoul(name.substr(1))) : 0;
}

fs::path IndexFolder::building() {
  fs::path folder = path_ / building_name;
  std::error_code error;
  fs::remove_all(folder, error);
  fs::create_directory(folder, error);
  if (error) fail(folder, "cannot be created", error.value());
  return folder;
}

fs::path IndexFolder::next() const { return path_ / ("g" + std::to_string(current() + 1)); }

void IndexFolder::publish() {
  const fs::path wanted = next();
  for (const auto& entry : fs::directory_iterator(wanted)) sync(entry.path());
  sync(wanted);
  const fs::path fresh = path_ / "XAPIANDB.new";
  {
    std::ofstream out(fresh);
    out << "auto " << wanted.filename().string() << '\n';
    out.flush();
    if (!out) fail(fresh, "cannot be written", errno);
  }
  sync(fresh);
  std::error_code error;
  fs::rename(fresh, path_ / stub_name, error);
  if (error) fail(path_ / stub_name, "cannot be replaced", error.value());
  sync(path_);
  for (const auto& entry : fs::directory_iterator(path_)) {
    if (is_generation(entry.path()) && entry.path() != wanted) fs::remove_all(entry.path(), error);
  }
}

}  // namespace clausula
