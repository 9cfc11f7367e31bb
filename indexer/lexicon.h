// Knowledge of language and law, read from commented TOML files: compiled in, or from a folder that replaces them.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

// One concept: a TOML table with its phrases side by side, e.g.
//     [retention]
//     gdpr = "13(2)(a)"
//     nl = ["bewaartermijn", "bewaren"]
//     lv = ["glabāšanas termiņš"]
struct LexiconEntry {
  std::string id;                                                      // the table's name
  std::map<std::string, std::string, std::less<>> values;              // keys with a string, number or boolean
  std::map<std::string, std::vector<std::string>, std::less<>> lists;  // keys with an array of strings
  int line = 0;

  // The value or list of a key; empty where there is none.
  std::string_view value(std::string_view key) const;
  const std::vector<std::string>& list(std::string_view key) const;
};

class Lexicon {
 public:
  // The lexicon that is compiled in.
  static const Lexicon& builtin();

  // Files of `folder` replace the compiled-in ones of the same name. Throws InputError with file and line
  // where one cannot be parsed, IoError where it cannot be read.
  static Lexicon from_folder(const std::filesystem::path& folder);

  // The entries of a file ("parties.toml"), in the order of the file; safe from several threads. Throws InputError for
  // a file that is not part of the lexicon.
  const std::vector<LexiconEntry>& entries(std::string_view file) const;

  // A file as it is, for those that are no TOML (word lists, weights). Throws InputError as `entries` does.
  std::string_view text(std::string_view file) const;

  // Changes with every change of meaning: a hash of all files. Stored in the index, compared by readers.
  const std::string& id() const { return id_; }

  // An error about an entry, to be thrown by whoever reads it: "parties.toml:12: klarna: …".
  [[noreturn]] static void fail(std::string_view file, const LexiconEntry& entry, std::string_view what);

 private:
  // Files are parsed at their first use, so that a query tool pays for what it needs only.
  struct File {
    std::string text;
    mutable std::once_flag parsed;
    mutable std::vector<LexiconEntry> entries;
  };
  const File& file(std::string_view name) const;
  void finish();

  std::map<std::string, File, std::less<>> files_;
  std::string id_;
};

}  // namespace clausula
