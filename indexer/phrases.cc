#include "indexer/phrases.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <string>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

// How many words `..` may stand for.
constexpr std::size_t gap_words = 4;

}  // namespace

struct PhraseMatcher::Node {
  using Child = std::unique_ptr<Node>;
  // Most nodes have one or two children; only the root has many, and what it leads to is remembered.
  using Map = std::map<std::string, Child, std::less<>>;

  // Beginnings or endings of words, by text; `lengths` are those that occur, ascending.
  struct Affixes {
    Map by_text;
    std::vector<std::size_t> lengths;
  };

  Map stems;
  Map forms;
  Affixes beginnings;
  Affixes endings;
  Child gap;
  std::vector<std::uint32_t> ids;
};

namespace {

// The nodes that a word leads to from `node`.
template <class Node, class Visit>
void step(const Node& node, const Word& word, Visit&& visit) {
  const auto look_up = [&](const auto& map, std::string_view key) {
    if (map.empty()) return;
    if (const auto found = map.find(key); found != map.end()) visit(*found->second);
  };
  look_up(node.stems, word.stem);
  look_up(node.forms, word.text);
  const std::string_view text = word.text;
  for (const std::size_t length : node.beginnings.lengths) {
    if (length > text.size()) break;
    look_up(node.beginnings.by_text, text.substr(0, length));
  }
  for (const std::size_t length : node.endings.lengths) {
    if (length > text.size()) break;
    look_up(node.endings.by_text, text.substr(text.size() - length));
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

std::atomic<std::uint32_t> next_matcher_serial = 1;

// Where the words seen last lead to from a matcher's root: nearly all of them nowhere, and to look that up anew for
// each occurrence is most of what matching costs.
struct FirstSteps {
  static constexpr std::size_t slot_count = 4096;
  struct Slot {
    std::uint32_t word = 0;  // serial; 0 is no word's
    std::vector<const void*> nodes;
  };
  std::vector<Slot> slots = std::vector<Slot>(slot_count);
};

// Those of one matcher in this thread.
FirstSteps& first_steps_of(std::uint32_t matcher) {
  // More matchers than one lexicon has are those of lexicons gone by.
  constexpr std::size_t most_matchers = 128;
  thread_local std::unordered_map<std::uint32_t, FirstSteps> all;
  if (all.size() > most_matchers) all.clear();
  return all[matcher];
}

}  // namespace

PhraseMatcher::PhraseMatcher(Analyzer& analyzer)
    : analyzer_(&analyzer), root_(std::make_unique<Node>()), serial_(next_matcher_serial++) {}
PhraseMatcher::~PhraseMatcher() = default;
PhraseMatcher::PhraseMatcher(PhraseMatcher&&) noexcept = default;

void PhraseMatcher::add(std::string_view phrase, std::uint32_t id) {
  Node* node = root_.get();
  const auto descend = [&node](auto& map, std::string key) {
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
  FirstSteps& first_steps = first_steps_of(serial_);
  // Later matchers, those of a second lexicon, have no bit and look every word up.
  const std::uint64_t bit = serial_ < 64 ? std::uint64_t{1} << serial_ : 0;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const Word& word = *tokens[first].word;
    if ((word.looked_up & bit) != 0 && (word.begins & bit) == 0) continue;
    FirstSteps::Slot& slot = first_steps.slots[word.serial % FirstSteps::slot_count];
    if (slot.word != word.serial) {
      slot.word = word.serial;
      slot.nodes.clear();
      step(*root_, word, [&](const Node& next) { slot.nodes.push_back(&next); });
    }
    word.looked_up |= bit;
    if (slot.nodes.empty()) continue;
    word.begins |= bit;
    const std::size_t before = matches.size();
    for (const void* next : slot.nodes) {
      walk(*static_cast<const Node*>(next), tokens, first + 1, [&](std::uint32_t id, std::size_t last) {
        for (std::size_t i = before; i < matches.size(); ++i) {
          if (matches[i].id == id) {
            matches[i].last = std::max(matches[i].last, last);
            return;
          }
        }
        matches.push_back({id, first, last});
      });
    }
  }
}

}  // namespace clausula
