#include "indexer/training/annotated.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "corpus/error.h"

namespace clausula {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, int line, const std::string& what) {
  throw InputError(file.string() + ":" + std::to_string(line) + ": " + what);
}

std::vector<Topic> read_topics(const std::filesystem::path& file, int number, std::string_view field) {
  std::vector<Topic> topics;
  if (field == "-") return topics;
  while (!field.empty()) {
    const std::size_t end = std::min(field.find(','), field.size());
    const auto topic = topic_of(field.substr(0, end));
    if (!topic) fail(file, number, "unknown topic '" + std::string(field.substr(0, end)) + "'");
    topics.push_back(*topic);
    field.remove_prefix(std::min(end + 1, field.size()));
  }
  return topics;
}

}  // namespace

AnnotatedText read_annotated(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw IoError(file.string() + ": cannot be read");
  AnnotatedText annotated;
  annotated.policy.source.id = file.stem().string();
  std::string line;
  int number = 0;
  int text_line = 0;
  while (std::getline(in, line)) {
    ++number;
    if (line.starts_with('#') || line.starts_with('!')) continue;
    const std::size_t tab = line.find('\t');
    if (line.starts_with('@')) {
      if (line.starts_with("@language\t")) {
        const auto language = language_of_code(std::string_view(line).substr(tab + 1));
        if (!language) fail(file, number, "unknown language");
        annotated.policy.language = *language;
      }
      continue;
    }
    ++text_line;
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      if (tab == std::string::npos) fail(file, number, "no tab between topics and text");
      const std::string_view field = std::string_view(line).substr(0, tab);
      if (field != "=") annotated.lines[text_line] = read_topics(file, number, field);
      annotated.policy.text.append(line, tab + 1);
    }
    annotated.policy.text += '\n';
  }
  if (annotated.policy.language == Language::other) fail(file, number, "no @language");
  return annotated;
}

std::vector<AnnotatedText> read_annotated_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".ann") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<AnnotatedText> all;
  all.reserve(files.size());
  for (const auto& file : files) all.push_back(read_annotated(file));
  return all;
}

AnnotatedText with_long_paragraphs(const AnnotatedText& text) {
  AnnotatedText joined;
  joined.policy.source = text.policy.source;
  joined.policy.language = text.policy.language;
  std::istringstream in(text.policy.text);
  std::string line;
  std::string paragraph;
  std::vector<Topic> topics;
  int number = 0;
  int written = 0;
  int left = 0;  // lines that the paragraph still takes
  const auto finish = [&] {
    if (!paragraph.empty()) {
      joined.policy.text.append(paragraph).append("\n\n");
      joined.lines[written + 1] = topics;
      written += 2;
    }
    paragraph.clear();
    topics.clear();
    left = 0;
  };
  while (std::getline(in, line)) {
    const auto annotated = text.lines.find(++number);
    if (annotated == text.lines.end()) {
      finish();
      joined.policy.text.append(line).append("\n");
      ++written;
      continue;
    }
    if (left == 0) {
      finish();
      // Lengths that vary, but the same each time.
      left = 2 + number % 3;
    }
    const std::size_t begin = std::min(line.find_first_not_of(" \t-*•–·"), line.size());
    if (!paragraph.empty()) paragraph += paragraph.ends_with('.') || paragraph.ends_with(':') ? " " : ". ";
    paragraph.append(line, begin);
    for (const Topic topic : annotated->second) {
      if (std::find(topics.begin(), topics.end(), topic) == topics.end()) topics.push_back(topic);
    }
    --left;
  }
  finish();
  return joined;
}

}  // namespace clausula
