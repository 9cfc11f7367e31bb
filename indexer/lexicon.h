// Knowledge of language and law, read from commented TOML files: compiled in, or from a folder that replaces them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <typeindex>
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

  // What is made of the lexicon once and then only read, such as a stemmer's tables: `Made` is constructed from the
  // lexicon at the first use and lives as long as it. Safe from several threads. Throws what the constructor throws.
  template <class Made>
  const Made& made() const {
    return *static_cast<const Made*>(made(typeid(Made), [](const Lexicon& lexicon) -> std::shared_ptr<const void> {
      return std::make_shared<const Made>(lexicon);
    }));
  }

  // Changes with every change of meaning: a hash of all files, worked out at the first use. Stored in the index.
  const std::string& id() const;

  // Changes with every change of how words become terms: a hash of the files that the analysis reads. Stored in the
  // index, compared by readers.
  std::string analysis_id() const;

  // An error about an entry, to be thrown by whoever reads it: "parties.toml:12: klarna: …".
  [[noreturn]] static void fail(std::string_view file, const LexiconEntry& entry, std::string_view what);
  // … about a line of a file that is no TOML, counted from 1.
  [[noreturn]] static void fail(std::string_view file, int line, std::string_view what);

 private:
  // Files are parsed at their first use, so that a query tool pays for what it needs only.
  struct File {
    std::string own;        // where it was read from a folder
    std::string_view text;  // that, or what is compiled in
    mutable std::once_flag parsed;
    mutable std::vector<LexiconEntry> entries;
  };
  struct Results {
    std::recursive_mutex mutex;  // what is made of a lexicon may itself need other things made of it
    std::map<std::type_index, std::shared_ptr<const void>> made;
    std::string id;
  };
  const File& file(std::string_view name) const;
  const void* made(std::type_index type, std::shared_ptr<const void> (*make)(const Lexicon&)) const;

  std::map<std::string, File, std::less<>> files_;
  std::unique_ptr<Results> results_ = std::make_unique<Results>();
};

}  // namespace clausula
