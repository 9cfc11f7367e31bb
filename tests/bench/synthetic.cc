#include "tests/bench/synthetic.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

#include "corpus/error.h"

namespace clausula {
namespace fs = std::filesystem;

namespace {

// Clauses and bytes of a policy, as measured on real ones.
constexpr std::size_t clauses_a_policy = 31;
constexpr std::size_t bytes_a_paragraph = 240;
// One word in so many is one that few policies have: names, streets, typing errors.
constexpr unsigned rare_word_every = 25;

std::string made_up_word(std::mt19937_64& random) {
  static constexpr std::array<std::string_view, 20> syllables{"ba",  "den", "kor", "li",   "mar", "no",  "pel",
                                                              "ris", "sto", "tu",  "ve",   "win", "zan", "gro",
                                                              "hak", "jo",  "dal", "ster", "ek",  "um"};
  std::string word;
  const auto length = 2 + random() % 3;
  for (unsigned i = 0; i < length; ++i) word += syllables[random() % syllables.size()];
  return word;
}

// The line with other numbers and, here and there, a word of its own.
std::string vary(const std::string& line, std::mt19937_64& random) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = std::string_view(line).substr(at, end - at);
    if (!out.empty()) out += ' ';
    if (random() % rare_word_every == 0 && word.size() > 4) {
      out += made_up_word(random);
    } else {
      out += word;
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

SyntheticCorpus::SyntheticCorpus(const fs::path& training, std::uint64_t seed) : seed_(seed) {
  for (const auto& [code, sections] : {std::pair{"nl", &dutch_}, std::pair{"lv", &latvian_}}) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(training / code)) {
      if (entry.path().extension() == ".ann") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      std::ifstream in(file);
      std::string line;
      sections->push_back({});
      while (std::getline(in, line)) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || line[0] == '@' || line[0] == '#' || line[0] == '!') continue;
        if (line[0] == '=') {
          sections->push_back({line.substr(tab + 1), {}});
        } else {
          sections->back().lines.push_back(line.substr(tab + 1));
        }
      }
    }
    std::erase_if(*sections, [](const Section& section) { return section.lines.empty(); });
    if (sections->empty()) throw InputError((training / code).string() + ": has no sentences");
  }
}

std::string SyntheticCorpus::policy(std::size_t index) const {
  std::mt19937_64 random(seed_ * 1'000'003 + index);
  const std::vector<Section>& sections = index % 2 == 0 ? dutch_ : latvian_;
  std::string text = made_up_word(random) + "\n\n";
  // Titles and headings are clauses, too. Real paragraphs are longer than the average annotated line: lines are joined.
  for (std::size_t clauses = 1; clauses < clauses_a_policy;) {
    const Section& section = sections[random() % sections.size()];
    if (!section.heading.empty()) {
      text.append(section.heading).append("\n\n");
      ++clauses;
    }
    for (const std::string& line : section.lines) {
      if (clauses == clauses_a_policy) break;
      text += vary(line, random);
      const bool item = line.find_first_of("-*") == line.find_first_not_of(' ');
      for (std::size_t length = line.size(); !item && length < bytes_a_paragraph;) {
        const std::string& more = section.lines[random() % section.lines.size()];
        text.append(" ").append(vary(more, random));
        length += more.size();
      }
      text += "\n";
      ++clauses;
    }
    text += "\n";
  }
  return text;
}

void SyntheticCorpus::write(const fs::path& folder, std::size_t count) const {
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path part = folder / std::to_string(i / 1000);
    fs::create_directories(part);
    std::ofstream out(part / ("shop" + std::to_string(i) + ".txt"));
    out << policy(i);
    if (!out.flush()) throw IoError(part.string() + ": cannot be written");
  }
}

}  // namespace clausula
