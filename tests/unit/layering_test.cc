// The layers of docs/architecture.md, kept by reading the sources.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Source {
  std::string path;  // from the root, with '/'
  std::string text;
  std::vector<std::string> includes;
};

// What follows `opening` on a line of its own, up to `closing`.
std::vector<std::string> includes_of(const std::string& text, const std::string& opening, char closing) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::size_t begin = at + opening.size();
    found.push_back(text.substr(begin, text.find(closing, begin) - begin));
  }
  return found;
}

std::vector<Source> sources() {
  const fs::path root = CLAUSULA_SOURCE_DIR;
  std::vector<Source> found;
  for (const char* folder : {"corpus", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      std::stringstream text;
      text << in.rdbuf();
      Source source{entry.path().lexically_relative(root).generic_string(), text.str(), {}};
      source.includes = includes_of(source.text, "#include \"", '"');
      for (std::string& include : includes_of(source.text, "#include <", '>')) {
        source.includes.push_back(std::move(include));
      }
      found.push_back(std::move(source));
    }
  }
  return found;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) { return text.starts_with(b); });
}

// Files that include something beginning with `header` although their own path begins with none of `allowed`.
std::vector<std::string> offenders(const std::vector<std::string>& headers, const std::vector<std::string>& allowed) {
  std::vector<std::string> found;
  for (const Source& source : sources()) {
    if (starts_with_any(source.path, allowed)) continue;
    for (const std::string& include : source.includes) {
      if (starts_with_any(include, headers)) found.push_back(source.path + " includes " + include);
    }
  }
  return found;
}

const std::vector<std::string> none;

}  // namespace

TEST_CASE("Includes go down only: corpus, then indexer, then query") {
  CHECK(offenders({"query/", "tests/"}, {"query/"}) == none);
  CHECK(offenders({"indexer/"}, {"indexer/", "query/"}) == none);
}

TEST_CASE("A library stays where it belongs") {
  CHECK(offenders({"unicode/"}, {"corpus/unicode"}) == none);
  CHECK(offenders({"libstemmer"}, {"indexer/stemmer.cc"}) == none);
  CHECK(offenders({"CLI/"}, {"corpus/cli/", "indexer/cli/", "query/cli/"}) == none);
  CHECK(offenders({"xapian"}, {"indexer/", "query/"}) == none);
  CHECK(offenders({"gumbo", "poppler", "cld2"}, {"corpus/"}) == none);
}

TEST_CASE("Includes of the project are written from the root") {
  const fs::path root = CLAUSULA_SOURCE_DIR;
  for (const Source& source : sources()) {
    for (const std::string& include : includes_of(source.text, "#include \"", '"')) {
      INFO(source.path << " includes " << include);
      CHECK(fs::exists(root / include));
    }
  }
}

TEST_CASE("Only command lines write to standard output and error") {
  for (const Source& source : sources()) {
    const bool command_line =
        source.path.find("/cli/") != std::string::npos || source.path.starts_with("indexer/training/train_topics");
    if (command_line) continue;
    INFO(source.path);
    CHECK(source.text.find("std::cout") == std::string::npos);
    CHECK(source.text.find("std::cerr") == std::string::npos);
    CHECK(source.text.find("printf(std") == std::string::npos);
  }
}

TEST_CASE("Xapian's exceptions are named in one place") {
  for (const Source& source : sources()) {
    if (source.path == "indexer/index.cc" || source.path == "indexer/index.h") continue;
    INFO(source.path);
    CHECK(source.text.find("catch (const Xapian::") == std::string::npos);
  }
}
