#include "indexer/split_verbs.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "indexer/dutch_stemmer.h"
#include "indexer/word_lists.h"

namespace clausula {
namespace {

constexpr std::size_t longest_clause = 40;  // tokens between a verb and its particle
constexpr std::size_t longest_cluster = 4;  // tokens between a particle and the verb behind it

using Words = std::unordered_set<std::string_view>;

constexpr std::string_view file = "dutch-split-verbs.txt";

}  // namespace

// The rows of dutch-split-verbs.txt; views into the lexicon.
struct SplitVerbTables {
  // particle → stem of the verb alone → stem of the two together
  std::unordered_map<std::string_view, std::unordered_map<std::string, std::string>> verbs;
  Words after, auxiliaries, te, questions, before_questions;

  explicit SplitVerbTables(const Lexicon& lexicon) {
    const DutchStemmer stemmer(lexicon);
    std::string alone, together;
    for (const WordLine& line : word_lines(lexicon.text(file))) {
      if (line.section == "verbs") {
        const std::string_view particle = line.words.front();
        for (std::size_t i = 1; i < line.words.size(); ++i) {
          stemmer.stem(line.words[i], alone);
          stemmer.stem(std::string(particle) + std::string(line.words[i]), together);
          verbs[particle].emplace(alone, together);
        }
      } else {
        Words& words = list(line);
        words.insert(line.words.begin(), line.words.end());
      }
    }
  }

 private:
  Words& list(const WordLine& line) {
    if (line.section == "after") return after;
    if (line.section == "auxiliaries") return auxiliaries;
    if (line.section == "questions") return questions;
    if (line.section == "te") return te;
    if (line.section == "before-questions") return before_questions;
    Lexicon::fail(file, line.number, "stands under no known heading");
  }
};

namespace {

class Sentence {
 public:
  Sentence(const SplitVerbTables& tables, const Stemmer& stemmer, std::string_view text, std::span<const Token> tokens)
      : tables_(tables), stemmer_(stemmer), text_(text), tokens_(tokens) {}

  void find(std::vector<SplitVerb>& found) {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const auto row = tables_.verbs.find(word(at));
      if (row == tables_.verbs.end()) continue;
      verbs_ = &row->second;
      if (verb_behind(at, found)) continue;
      if (closes_clause(at)) verb_before(at, found);
    }
  }

 private:
  std::string_view word(std::size_t i) const { return tokens_[i].word->text; }

  // Characters between a token and the next one.
  std::string_view gap(std::size_t i) const {
    const std::size_t end = i + 1 < tokens_.size() ? tokens_[i + 1].begin : text_.size();
    return tokens_[i].end < end ? text_.substr(tokens_[i].end, end - tokens_[i].end) : std::string_view();
  }
  bool has_mark(std::size_t i, std::string_view marks) const {
    return gap(i).find_first_of(marks) != std::string_view::npos;
  }

  // The stem of particle and verb together; null where the word is no form of a verb that takes the particle.
  const std::string* together(std::size_t i) {
    if (word(i).ends_with("ing") || word(i).ends_with("ingen")) return nullptr;  // the noun: melding … aan
    stemmer_.stem(word(i), stem_);
    const auto found = verbs_->find(stem_);
    return found == verbs_->end() ? nullptr : &found->second;
  }

  // "op te slaan", "door kunnen geven", "op worden geslagen", "op slaan".
  bool verb_behind(std::size_t particle, std::vector<SplitVerb>& found) {
    std::size_t at = particle + 1;
    while (at < tokens_.size() && at - particle <= longest_cluster && !has_mark(at - 1, ",;:.!?()") &&
           tables_.auxiliaries.contains(word(at)) && !is_last_of_cluster(at)) {
      ++at;
    }
    if (at >= tokens_.size() || has_mark(at - 1, ",;:.!?()")) return false;
    const bool te = at > particle + 1 && word(particle + 1) == "te";
    const std::string* stem = together(at);
    if (stem == nullptr || !is_non_finite(at)) return false;
    if (te && opens_clause(particle) && tables_.te.contains(word(particle))) return false;
    if (!te && belongs_to_pronoun(particle)) return false;
    found.push_back({at, particle, *stem});
    return true;
  }

  // gaan, laten and zijn are verbs of their own where no further verb follows.
  bool is_last_of_cluster(std::size_t i) {
    return together(i) != nullptr && (i + 1 >= tokens_.size() || !is_non_finite(i + 1) || has_mark(i, ",;:.!?()"));
  }

  bool is_non_finite(std::size_t i) const {
    const std::string_view w = word(i);
    return w.ends_with("en") || w.ends_with("aan") || w.ends_with("ien") || w.ends_with("oen") || w.starts_with("ge");
  }

  // "door op de knop te drukken"; but not "door om het pakket te bezorgen".
  bool governs_te(std::size_t particle) const {
    if (!tables_.te.contains(word(particle))) return false;
    for (std::size_t i = particle + 1; i < tokens_.size() && !has_mark(i - 1, ",;:.!?()"); ++i) {
      const std::string_view w = word(i);
      if (w == "te") return true;
      if (w == "om" || w == "zonder" || w == "dat" || w == "die" || w == "en") return false;
    }
    return false;
  }

  bool opens_clause(std::size_t i) const { return i == 0 || has_mark(i - 1, ",;:.!?()"); }

  bool is_participle(std::size_t i) const {
    const std::string_view w = word(i);
    return w.size() > 5 && w.starts_with("ge") && (w.ends_with("en") || w.ends_with("d") || w.ends_with("t"));
  }

  // The particle of waar … mee, er … op: it belongs to that word.
  bool belongs_to_pronoun(std::size_t particle) const {
    const std::size_t first = particle > 12 ? particle - 12 : 0;
    for (std::size_t i = particle; i > first; --i) {
      if (has_mark(i - 1, ";:.!?()")) return false;
      const std::string_view w = word(i - 1);
      if (w == "waar" || w == "er" || w == "daar" || w == "hier") return true;
    }
    return false;
  }

  bool closes_clause(std::size_t particle) const {
    if (governs_te(particle)) return false;
    if (particle + 1 >= tokens_.size() || has_mark(particle, ",;:.!?()\"")) return true;
    if (tables_.questions.contains(word(particle + 1)) && tables_.before_questions.contains(word(particle)))
      return false;
    return tables_.after.contains(word(particle + 1)) && word(particle + 1) != word(particle);
  }

  // "wij geven uw gegevens niet door": the nearest finite verb before that takes the particle.
  void verb_before(std::size_t particle, std::vector<SplitVerb>& found) {
    const std::size_t first = particle > longest_clause ? particle - longest_clause : 0;
    for (std::size_t i = particle; i > first; --i) {
      const std::size_t at = i - 1;
      if (has_mark(at, ";:.!?")) return;
      if (is_participle(at)) continue;
      if (at > 0 && word(at - 1) == "te") continue;
      const std::string* stem = together(at);
      if (stem == nullptr) continue;
      found.push_back({at, particle, *stem});
      return;
    }
  }

  const SplitVerbTables& tables_;
  const Stemmer& stemmer_;
  std::string_view text_;
  std::span<const Token> tokens_;
  const std::unordered_map<std::string, std::string>* verbs_ = nullptr;
  std::string stem_;
};

}  // namespace

SplitVerbFinder::SplitVerbFinder(const Stemmer& stemmer, const Lexicon& lexicon)
    : stemmer_(&stemmer), tables_(&lexicon.made<SplitVerbTables>()) {}

void SplitVerbFinder::find(std::string_view text, std::span<const Token> tokens, std::vector<SplitVerb>& found) const {
  found.clear();
  Sentence(*tables_, *stemmer_, text, tokens).find(found);
}

}  // namespace clausula
