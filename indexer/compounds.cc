#include "indexer/compounds.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/dutch_stemmer.h"
#include "indexer/word_lists.h"

namespace clausula {
namespace {

constexpr std::size_t longest_word = 60;  // longer ones are no words
constexpr std::size_t longest_part = 24;

enum Role : unsigned { first = 1, head = 2, open_head = 4, whole = 8, particle = 16 };

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr std::string_view file = "dutch-compounds.txt";

}  // namespace

// The rows of the file; views into the lexicon.
class CompoundParts {
 public:
  explicit CompoundParts(const Lexicon& lexicon) {
    const DutchStemmer stemmer(lexicon);
    std::string stem;
    for (const WordLine& line : word_lines(lexicon.text(file))) {
      const unsigned role = role_of(line);
      for (const std::string_view word : line.words) {
        forms_[word] |= role;
        if ((role & (head | open_head)) == 0) continue;
        stemmer.stem(word, stem);
        heads_.emplace(stem, Empty{});
      }
    }
  }

  unsigned roles(std::string_view form) const {
    const auto found = forms_.find(form);
    return found == forms_.end() ? 0 : found->second;
  }
  bool is_head_stem(std::string_view stem) const { return heads_.contains(stem); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Empty {};

  static unsigned role_of(const WordLine& line) {
    constexpr std::pair<std::string_view, unsigned> roles[] = {
        {"first", first}, {"heads", head}, {"open", open_head}, {"particles", particle}, {"whole", whole}};
    for (const auto& [section, role] : roles) {
      if (section == line.section) return role;
    }
    Lexicon::fail(file, line.number,
                  "stands under no known heading; there are [first] [heads] [open] [particles] [whole]");
  }

  std::unordered_map<std::string_view, unsigned> forms_;
  std::unordered_map<std::string, Empty, Hash, std::equal_to<>> heads_;
};

namespace {

// The best division of a run of letters: fewest parts, and of those the one with the longest last part.
class Division {
 public:
  Division(const CompoundParts& parts, const Stemmer& stemmer, std::string_view word)
      : parts_(parts), stemmer_(stemmer), word_(word) {}

  // Appends at least two parts; false where there is no such division.
  bool find(std::vector<Span>& spans) {
    if (word_.size() < 6 || word_.size() > longest_word || (parts_.roles(word_) & ~particle) != 0) return false;
    reach_.assign(word_.size() + 1, {});
    reach_[0].parts = 0;
    for (std::size_t at = 0; at + 2 < word_.size(); ++at) {
      if (reach_[at].parts >= 0) extend(at);
    }
    std::size_t best = 0;
    for (std::size_t at = 2; at + 2 < word_.size(); ++at) {
      if (reach_[at].parts > 0 && (best == 0 || reach_[at].parts < reach_[best].parts) && is_head(at)) best = at;
    }
    if (best == 0) return word_.find('-') == std::string_view::npos && open(spans);
    const auto own = static_cast<std::ptrdiff_t>(spans.size());
    spans.push_back({best, word_.size()});
    for (std::size_t at = best; at > 0; at = reach_[at].from) spans.push_back({reach_[at].from, reach_[at].end});
    std::reverse(spans.begin() + own, spans.end());
    return true;
  }

 private:
  struct Step {
    int parts = -1;        // how many lead here; -1 where none do
    std::size_t from = 0;  // where the last of them begins and ends, its link excluded
    std::size_t end = 0;
  };

  bool is_head(std::size_t at) {
    stemmer_.stem(word_.substr(at), stem_);
    return parts_.is_head_stem(stem_);
  }

  void extend(std::size_t at) {
    for (std::size_t end = at + 2; end < word_.size() && end - at <= longest_part; ++end) {
      if ((parts_.roles(word_.substr(at, end - at)) & (first | head)) == 0) continue;
      for (const std::string_view link : {"", "s", "e", "en", "-"}) {
        if (!word_.substr(end).starts_with(link)) continue;
        Step& step = reach_[end + link.size()];
        // of two ways that are as short the one whose letters are part of a word: gegevens-, not gegeven-s-
        const int parts = reach_[at].parts + 1;
        if (step.parts >= 0 && (step.parts < parts || (step.parts == parts && step.end >= end))) continue;
        step = {parts, at, end};
      }
    }
  }

  bool open(std::vector<Span>& spans) {
    for (std::size_t at = 3; at + 5 < word_.size(); ++at) {
      if ((parts_.roles(word_.substr(at)) & open_head) == 0) continue;
      if ((parts_.roles(word_.substr(0, at)) & particle) != 0) return false;
      spans.push_back({0, at});
      spans.push_back({at, word_.size()});
      return true;
    }
    return false;
  }

  const CompoundParts& parts_;
  const Stemmer& stemmer_;
  std::string_view word_;
  std::vector<Step> reach_;
  std::string stem_;
};

// Names and letter words before a hyphen are parts, whatever they are, where a known head ends the word.
bool divide_hyphenated(const CompoundParts& parts, const Stemmer& stemmer, std::string_view word,
                       std::vector<Span>& spans) {
  const std::size_t last = word.rfind('-');
  if (last == std::string_view::npos || last == 0) return false;
  const std::string_view tail = word.substr(last + 1);
  std::string stem;
  stemmer.stem(tail, stem);
  std::vector<Span> tail_spans;
  if (parts.is_head_stem(stem)) {
    tail_spans.push_back({0, tail.size()});
  } else if (!Division(parts, stemmer, tail).find(tail_spans)) {
    return false;
  }
  for (std::size_t at = 0; at <= last;) {
    const std::size_t end = word.find('-', at);
    if (end - at < 2) return false;  // "e-" is no part
    const std::size_t known = spans.size();
    if (Division(parts, stemmer, word.substr(at, end - at)).find(spans)) {
      for (std::size_t i = known; i < spans.size(); ++i) spans[i] = {spans[i].begin + at, spans[i].end + at};
    } else {
      spans.push_back({at, end});
    }
    at = end + 1;
  }
  for (const Span& span : tail_spans) spans.push_back({span.begin + last + 1, span.end + last + 1});
  return true;
}

}  // namespace

CompoundSplitter::CompoundSplitter(const Stemmer& stemmer, const Lexicon& lexicon)
    : stemmer_(&stemmer), known_(&lexicon.made<CompoundParts>()) {}

void CompoundSplitter::split(std::string_view word, std::vector<CompoundPart>& parts) const {
  parts.clear();
  std::vector<Span> spans;
  if ((known_->roles(word) & whole) != 0) return;
  if (!Division(*known_, *stemmer_, word).find(spans) && !divide_hyphenated(*known_, *stemmer_, word, spans)) return;
  for (const Span& span : spans) {
    CompoundPart part;
    stemmer_->stem(word.substr(span.begin, span.end - span.begin), part.stem);
    part.begin = static_cast<std::uint16_t>(span.begin);
    part.end = static_cast<std::uint16_t>(span.end);
    parts.push_back(std::move(part));
  }
}

}  // namespace clausula
