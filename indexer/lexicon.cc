#include "indexer/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <utility>

#include <toml++/toml.h>

#include "corpus/error.h"
#include "corpus/hash.h"
#include "indexer/embedded.h"

namespace clausula {

extern const EmbeddedFile embedded_lexicon[];
extern const std::size_t embedded_lexicon_count;

namespace {

std::string position(std::string_view file, unsigned line) {
  return "lexicon " + std::string(file) + ":" + std::to_string(line) + ": ";
}

// A value of an entry: a string or number stands by itself, an array of strings is a list.
void read_value(std::string_view file, std::string_view key, const toml::node& node, LexiconEntry& entry) {
  const unsigned line = node.source().begin.line;
  if (const auto* array = node.as_array()) {
    auto& list = entry.lists[std::string(key)];
    for (const toml::node& item : *array) {
      const auto text = item.value<std::string>();
      if (!text) throw InputError(position(file, line) + std::string(key) + " has to be a list of strings");
      list.push_back(*text);
    }
  } else if (const auto* text = node.as_string()) {
    entry.values[std::string(key)] = text->get();
  } else if (node.is_number() || node.is_boolean()) {
    std::ostringstream out;
    if (const auto* integer = node.as_integer()) out << integer->get();
    if (const auto* number = node.as_floating_point()) out << number->get();
    if (const auto* flag = node.as_boolean()) out << (flag->get() ? "true" : "false");
    entry.values[std::string(key)] = out.str();
  } else {
    throw InputError(position(file, line) + std::string(key) + " has to be a string, a number or a list of strings");
  }
}

std::vector<LexiconEntry> parse(std::string_view file, std::string_view text) {
  try {
    const toml::table document = toml::parse(text, file);
    std::vector<LexiconEntry> entries;
    for (const auto& [name, node] : document) {
      const auto* table = node.as_table();
      if (table == nullptr) {
        throw InputError(position(file, node.source().begin.line) + std::string(name.str()) +
                         " stands outside of a concept; write [name] above it");
      }
      LexiconEntry entry;
      entry.id = std::string(name.str());
      entry.line = static_cast<int>(table->source().begin.line);
      for (const auto& [key, value] : *table) read_value(file, key.str(), value, entry);
      entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const LexiconEntry& a, const LexiconEntry& b) { return a.line < b.line; });
    return entries;
  } catch (const toml::parse_error& error) {
    throw InputError(position(file, error.source().begin.line) + std::string(error.description()));
  }
}

}  // namespace

std::string_view LexiconEntry::value(std::string_view key) const {
  const auto found = values.find(key);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

const std::vector<std::string>& LexiconEntry::list(std::string_view key) const {
  static const std::vector<std::string> none;
  const auto found = lists.find(key);
  return found == lists.end() ? none : found->second;
}

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon = [] {
    Lexicon built;
    for (std::size_t i = 0; i < embedded_lexicon_count; ++i) {
      const EmbeddedFile& file = embedded_lexicon[i];
      built.files_[file.name].text = {file.begin, static_cast<std::size_t>(file.end - file.begin)};
    }
    return built;
  }();
  return lexicon;
}

Lexicon Lexicon::from_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    throw IoError(folder.string() + ": no such folder; --lexicon takes a folder with files like topics.toml");
  }
  Lexicon lexicon;
  for (const auto& [name, file] : builtin().files_) {
    File& replaced = lexicon.files_[name];
    const std::filesystem::path path = folder / name;
    if (!std::filesystem::exists(path, error)) {
      replaced.text = file.text;
      continue;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) throw IoError(path.string() + ": cannot be read; check its permissions");
    replaced.own = std::move(content).str();
    replaced.text = replaced.own;
  }
  // A mistake is worth knowing before hours of work.
  for (const auto& [name, file] : lexicon.files_) {
    if (name.ends_with(".toml")) lexicon.entries(name);
  }
  return lexicon;
}

const Lexicon::File& Lexicon::file(std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) throw InputError("lexicon " + std::string(name) + ": there is no such file");
  return found->second;
}

std::string_view Lexicon::text(std::string_view name) const { return file(name).text; }

const std::vector<LexiconEntry>& Lexicon::entries(std::string_view name) const {
  const File& wanted = file(name);
  std::call_once(wanted.parsed, [&] { wanted.entries = parse(name, wanted.text); });
  return wanted.entries;
}

const std::string& Lexicon::id() const {
  const std::lock_guard lock(results_->mutex);
  if (results_->id.empty()) {
    std::string all;
    for (const auto& [name, file] : files_) all.append(name).append(1, '\0').append(file.text).append(1, '\0');
    results_->id = sha256_hex(all).substr(0, 16);
  }
  return results_->id;
}

std::string Lexicon::analysis_id() const {
  // FNV-1a: read at every start, and it has to tell versions apart, not to resist anybody.
  std::uint64_t hash = 14695981039346656037ULL;
  for (const auto& [name, file] : files_) {
    const bool read = name.starts_with("dutch-") || name.starts_with("latvian-") || name == "articles.toml" ||
                      name == "durations.toml";
    if (!read) continue;
    for (const char c : file.text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash = (hash ^ 0xFFU) * 1099511628211ULL;
  }
  std::ostringstream out;
  out << std::hex << std::setw(16) << std::setfill('0') << hash;
  return out.str();
}

const void* Lexicon::made(std::type_index type, std::shared_ptr<const void> (*make)(const Lexicon&)) const {
  const std::lock_guard lock(results_->mutex);
  if (const auto found = results_->made.find(type); found != results_->made.end()) return found->second.get();
  std::shared_ptr<const void> made = make(*this);
  return results_->made.emplace(type, std::move(made)).first->second.get();
}

void Lexicon::fail(std::string_view file, const LexiconEntry& entry, std::string_view what) {
  throw InputError(position(file, static_cast<unsigned>(entry.line)) + entry.id + ": " + std::string(what));
}

void Lexicon::fail(std::string_view file, int line, std::string_view what) {
  throw InputError(position(file, static_cast<unsigned>(line)) + std::string(what));
}

}  // namespace clausula
