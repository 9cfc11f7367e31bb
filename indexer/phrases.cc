#include "indexer/phrases.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

// How many words `..` may stand for.
constexpr std::size_t gap_words = 4;

constexpr std::size_t quick_values = 4096;

// Length, the first byte, the middle one and the last: no more than tells most words from one another.
std::size_t quick_hash(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
  return (byte(0) * 31 + byte(word.size() / 2) * 131 + byte(word.size() - 1) * 523 + word.size() * 17) % quick_values;
}

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace

struct PhraseMatcher::Node {
  template <class Value>
  using Map = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;
  using Child = std::unique_ptr<Node>;

  // Beginnings or endings of words, by text; `lengths` are those that occur, ascending.
  struct Affixes {
    Map<Child> by_text;
    std::vector<std::size_t> lengths;
  };

  Map<Child> stems;
  Map<Child> forms;
  Affixes beginnings;
  Affixes endings;
  Child gap;
  std::vector<std::uint32_t> ids;
  // Of the root only: which words may begin a phrase, by `quick_hash`. Most begin none, and hashing them is what costs.
  std::unique_ptr<std::bitset<quick_values>> beginnings_of_phrases;
};

namespace {

// The nodes that a word leads to from `node`.
template <class Node, class Visit>
void step(const Node& node, const Word& word, Visit&& visit) {
  const auto look_up = [&](const auto& map, std::string_view key) {
    if (map.empty() || (node.beginnings_of_phrases && !node.beginnings_of_phrases->test(quick_hash(key)))) return;
    if (const auto found = map.find(key); found != map.end()) visit(*found->second);
  };
  look_up(node.stems, word.stem);
  look_up(node.forms, word.text);
  const std::string_view text = word.text;
  for (const std::size_t length : node.beginnings.lengths) {
    if (length > text.size()) break;
    const auto found = node.beginnings.by_text.find(text.substr(0, length));
    if (found != node.beginnings.by_text.end()) visit(*found->second);
  }
  for (const std::size_t length : node.endings.lengths) {
    if (length > text.size()) break;
    const auto found = node.endings.by_text.find(text.substr(text.size() - length));
    if (found != node.endings.by_text.end()) visit(*found->second);
  }
}

template <class Node, class Found>
void walk(const Node& node, std::span<const Token> tokens, std::size_t at, Found&& found) {
  for (const std::uint32_t id : node.ids) found(id, at - 1);
  if (at >= tokens.size()) return;
  step(node, *tokens[at].word, [&](const Node& next) { walk(next, tokens, at + 1, found); });
  if (node.gap) {
    const std::size_t last = std::min(tokens.size(), at + gap_words + 1);
    for (std::size_t i = at; i < last; ++i) {
      step(*node.gap, *tokens[i].word, [&](const Node& next) { walk(next, tokens, i + 1, found); });
    }
  }
}

}  // namespace

PhraseMatcher::PhraseMatcher(Analyzer& analyzer) : analyzer_(&analyzer), root_(std::make_unique<Node>()) {
  root_->beginnings_of_phrases = std::make_unique<std::bitset<quick_values>>();
}
PhraseMatcher::~PhraseMatcher() = default;
PhraseMatcher::PhraseMatcher(PhraseMatcher&&) noexcept = default;

void PhraseMatcher::add(std::string_view phrase, std::uint32_t id) {
  Node* node = root_.get();
  const auto descend = [&node, this](auto& map, std::string key) {
    if (node == root_.get()) node->beginnings_of_phrases->set(quick_hash(key));
    auto& child = map[std::move(key)];
    if (!child) child = std::make_unique<Node>();
    node = child.get();
  };
  const auto descend_affix = [&](Node::Affixes& affixes, std::string key) {
    auto& lengths = affixes.lengths;
    const auto place = std::lower_bound(lengths.begin(), lengths.end(), key.size());
    if (place == lengths.end() || *place != key.size()) lengths.insert(place, key.size());
    descend(affixes.by_text, std::move(key));
  };
  bool any = false;
  std::size_t at = 0;
  std::vector<Token> tokens;
  while (at < phrase.size()) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    const std::string_view word = phrase.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (word == "..") {
      if (!any) throw UsageError("phrase '" + std::string(phrase) + "' begins with '..'");
      if (!node->gap) node->gap = std::make_unique<Node>();
      node = node->gap.get();
      continue;
    }
    any = true;
    if (word.size() > 1 && word.front() == '=') {
      descend(node->forms, normalize(word.substr(1)));
    } else if (word.size() > 1 && word.back() == '*') {
      descend_affix(node->beginnings, normalize(word.substr(0, word.size() - 1)));
    } else if (word.size() > 1 && word.front() == '*') {
      descend_affix(node->endings, normalize(word.substr(1)));
    } else {
      // A word of a phrase may be several for the analyzer ("en/of").
      analyzer_->analyze(word, tokens);
      for (const Token& token : tokens) descend(node->stems, token.word->stem);
    }
  }
  if (!any || node == root_.get()) throw UsageError("phrase '" + std::string(phrase) + "' has no word");
  if (std::find(node->ids.begin(), node->ids.end(), id) == node->ids.end()) node->ids.push_back(id);
}

void PhraseMatcher::match(std::span<const Token> tokens, std::vector<Match>& matches) const {
  matches.clear();
  const auto& quick = *root_->beginnings_of_phrases;
  const bool affixes = !root_->beginnings.lengths.empty() || !root_->endings.lengths.empty();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const Word& word = *tokens[first].word;
    if (!affixes && !quick.test(quick_hash(word.stem)) && !quick.test(quick_hash(word.text))) continue;
    const std::size_t before = matches.size();
    step(*root_, *tokens[first].word, [&](const Node& next) {
      walk(next, tokens, first + 1, [&](std::uint32_t id, std::size_t last) {
        for (std::size_t i = before; i < matches.size(); ++i) {
          if (matches[i].id == id) {
            matches[i].last = std::max(matches[i].last, last);
            return;
          }
        }
        matches.push_back({id, first, last});
      });
    });
  }
}

}  // namespace clausula
