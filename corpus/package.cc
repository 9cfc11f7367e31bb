// Lists a data package: one row of its CSV file a policy.
#include <algorithm>
#include <map>

#include "corpus/csv.h"
#include "corpus/error.h"
#include "corpus/listing.h"
#include "corpus/unicode.h"

namespace clausula {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t longest_table = 256u << 20;

// The columns that are read, by their place in Provenance; others are ignored.
const std::map<std::string, std::string Provenance::*, std::less<>>& columns_of_provenance() {
  static const std::map<std::string, std::string Provenance::*, std::less<>> columns = {
      {"id", &Provenance::id},           {"shop", &Provenance::shop},           {"language", &Provenance::language},
      {"country", &Provenance::country}, {"sector", &Provenance::sector},       {"url", &Provenance::url},
      {"file", &Provenance::file},       {"retrieved", &Provenance::retrieved}, {"sha256", &Provenance::sha256},
      {"license", &Provenance::license}, {"notes", &Provenance::notes}};
  return columns;
}

// Whether `file` stays inside `root`, links followed.
bool is_inside(const fs::path& root, const std::string& file) {
  const fs::path path(file);
  if (path.is_absolute()) return false;
  for (const fs::path& part : path) {
    if (part == "..") return false;
  }
  std::error_code error;
  const fs::path real_root = fs::canonical(root, error);
  const fs::path real = fs::weakly_canonical(root / path, error);
  if (error) return false;
  const fs::path below = real.lexically_relative(real_root);
  return !below.empty() && *below.begin() != "..";
}

class PackageRows {
 public:
  PackageRows(const fs::path& root, std::string table, Listing& listing)
      : root_(root), table_(std::move(table)), listing_(listing) {}

  void run(char delimiter) {
    const CsvFile file = parse_csv(decode(bytes_of(root_ / table_, longest_table)).text, delimiter);
    if (file.rows.empty()) throw InputError(path() + ": empty; it needs a header with the columns id and file");
    read_header(file.rows.front());
    for (std::size_t i = 1; i < file.rows.size(); ++i) read_row(file.rows[i]);
    if (file.unclosed_quote) report(file.rows.back(), "a quoted cell does not end; close its quotation mark");
  }

 private:
  std::string path() const { return printable((root_ / table_).string()); }

  void report(const CsvRow& row, const std::string& message) {
    listing_.problems.push_back({table_, 0, "line " + std::to_string(row.line) + ": " + message});
  }

  void read_header(const CsvRow& header) {
    for (const std::string& cell : header.cells) {
      const auto found = columns_of_provenance().find(normalize(trim(cell)));
      columns_.push_back(found == columns_of_provenance().end() ? nullptr : found->second);
    }
    for (const auto column : {&Provenance::id, &Provenance::file}) {
      if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
        throw InputError(path() + ": line 1: no column " + (column == &Provenance::id ? "id" : "file") +
                         "; id and file are obligatory");
      }
    }
  }

  void read_row(const CsvRow& row) {
    Provenance policy;
    for (std::size_t i = 0; i < row.cells.size() && i < columns_.size(); ++i) {
      if (columns_[i] != nullptr) policy.*columns_[i] = std::string(trim(row.cells[i]));
    }
    if (row.cells.size() != columns_.size()) {
      report(row, std::to_string(row.cells.size()) + " cells where the header has " + std::to_string(columns_.size()) +
                      "; quote cells that hold the delimiter");
    }
    split_version(policy);
    policy.sha256 = normalize(policy.sha256);
    if (policy.id.empty() || policy.file.empty()) {
      report(row, std::string("no ") + (policy.id.empty() ? "id" : "file") + "; the row is left out");
    } else if (!is_valid_id(policy.id)) {
      report(row, "the id " + printable(policy.id) + " holds white space or a slash; the row is left out");
    } else if (!is_inside(root_, policy.file)) {
      report(row, "the file " + printable(policy.file) + " is not inside the corpus; the row is left out");
    } else if (std::error_code error; !fs::is_regular_file(root_ / policy.file, error)) {
      report(row, "the file " + printable(policy.file) + " is missing; the row is left out");
    } else {
      check_values(row, policy);
      listing_.policies.push_back(std::move(policy));
    }
  }

  void check_values(const CsvRow& row, Provenance& policy) {
    if (!policy.retrieved.empty() && !is_date(policy.retrieved)) {
      report(row, "retrieved " + printable(policy.retrieved) + " is no date YYYY-MM-DD; it is ignored");
      policy.retrieved.clear();
    }
    if (!policy.sha256.empty() &&
        (policy.sha256.size() != 64 || policy.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)) {
      report(row, "sha256 is not 64 hexadecimal digits; it is ignored");
      policy.sha256.clear();
    }
  }

  fs::path root_;
  std::string table_;
  Listing& listing_;
  std::vector<std::string Provenance::*> columns_;
};

}  // namespace

void list_package(const fs::path& root, const std::string& table, char delimiter, Listing& listing) {
  if (!is_inside(root, table)) throw InputError(printable(table) + ": the table is not inside the corpus");
  PackageRows(root, table, listing).run(delimiter);
}

}  // namespace clausula
