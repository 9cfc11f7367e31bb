// Aligns the clauses of two policies in one language, by their words.
#include <algorithm>
#include <map>

#include <dtl/dtl.hpp>

#include "query/diff_align.h"

namespace clausula {
namespace {

// Least similarity of an edited clause: anywhere, and between the same unchanged neighbours.
constexpr double edited_anywhere = 0.5;
constexpr double edited_in_place = 0.3;
// Texts so short share words by chance.
constexpr std::size_t short_text = 3;
constexpr double edited_short = 0.6;
// Candidates of each clause that are compared word by word: the rest is told apart by the words that they share.
constexpr std::size_t most_candidates = 6;
// Words that stand in more clauses than this share of them say nothing about which one it is.
constexpr double common_word = 0.2;
constexpr std::size_t few_clauses = 20;

// Bytes of the number or letter before a heading or list item: "5.", "2.1", "(a)", "IV.".
std::size_t enumerator(const StoredClause& clause) {
  if (clause.kind != ClauseKind::heading && clause.kind != ClauseKind::item) return 0;
  const std::string& text = clause.text;
  std::size_t at = text.starts_with('(') ? 1 : 0;
  const std::size_t first = at;
  while (at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9'))) ++at;
  if (at == first && at + 1 < text.size() && text[at] >= 'a' && text[at] <= 'z' && text[at + 1] == ')') ++at;
  if (at == first) return 0;
  while (at < text.size() && (text[at] == ')' || text[at] == '.')) ++at;
  return at < text.size() && text[at] == ' ' ? at : 0;
}

class Aligner {
 public:
  Aligner(std::span<const StoredClause> a, std::span<const StoredClause> b)
      : free_a_(a.size(), true), free_b_(b.size(), true) {
    for (const StoredClause& clause : a) a_.push_back(diff_text(clause.text, ids_, enumerator(clause)));
    for (const StoredClause& clause : b) b_.push_back(diff_text(clause.text, ids_, enumerator(clause)));
  }

  std::vector<ClauseChange> align() {
    match_in_place();
    match_elsewhere();
    match_parts(a_, free_a_, b_, free_b_, false);
    match_parts(b_, free_b_, a_, free_a_, true);
    match_edited();
    std::vector<ClauseChange> changes = completed(std::move(pairs_), a_.size(), b_.size());
    // A line of dashes that came or went is no change.
    std::erase_if(changes, [&](const ClauseChange& change) {
      return (change.change == Change::only_a && a_[*change.a].words.empty()) ||
             (change.change == Change::only_b && b_[*change.b].words.empty());
    });
    return changes;
  }

 private:
  void pair(Change change, std::size_t a, std::size_t b) {
    pairs_.push_back({change, a, b, 1});
    free_a_[a] = false;
    free_b_[b] = false;
  }

  void match_in_place() {
    std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
    const auto numbered = [&](const std::vector<DiffText>& texts) {
      std::vector<std::uint32_t> sequence;
      for (const DiffText& text : texts) {
        sequence.push_back(numbers.emplace(text.words, static_cast<std::uint32_t>(numbers.size())).first->second);
      }
      return sequence;
    };
    sequence_a_ = numbered(a_);
    sequence_b_ = numbered(b_);
    dtl::Diff<std::uint32_t> diff(sequence_a_, sequence_b_);
    diff.compose();
    std::size_t at_a = 0;
    std::size_t at_b = 0;
    for (const auto& [number, info] : diff.getSes().getSequence()) {
      if (info.type == dtl::SES_COMMON) pair(Change::same, at_a, at_b);
      if (info.type != dtl::SES_ADD) ++at_a;
      if (info.type != dtl::SES_DELETE) ++at_b;
    }
  }

  void match_elsewhere() {
    std::map<std::uint32_t, std::vector<std::size_t>> by_words;
    for (std::size_t b = b_.size(); b-- > 0;) {
      if (free_b_[b] && !b_[b].words.empty()) by_words[sequence_b_[b]].push_back(b);
    }
    for (std::size_t a = 0; a < a_.size(); ++a) {
      if (!free_a_[a]) continue;
      const auto found = by_words.find(sequence_a_[a]);
      if (found == by_words.end() || found->second.empty()) continue;
      pair(Change::moved, a, found->second.back());
      found->second.pop_back();
    }
  }

  // A clause of `wholes` that was cut into several neighbours of `parts`.
  void match_parts(const std::vector<DiffText>& wholes, std::vector<bool>& free_wholes,
                   const std::vector<DiffText>& parts, std::vector<bool>& free_parts, bool swapped) {
    std::multimap<std::uint32_t, std::size_t> by_first_word;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (free_parts[p] && !parts[p].words.empty()) by_first_word.emplace(parts[p].words.front(), p);
    }
    for (std::size_t w = 0; w < wholes.size(); ++w) {
      if (!free_wholes[w] || wholes[w].words.empty()) continue;
      const auto [first, last] = by_first_word.equal_range(wholes[w].words.front());
      for (auto it = first; it != last; ++it) {
        const std::size_t end = end_of_parts(wholes[w], parts, free_parts, it->second);
        if (end == it->second) continue;
        for (std::size_t p = it->second; p < end; ++p) {
          swapped ? pair(Change::moved, p, w) : pair(Change::moved, w, p);
        }
        break;
      }
    }
  }

  // One past the last part where those from `first` on are the whole's words; `first` where they are not.
  static std::size_t end_of_parts(const DiffText& whole, const std::vector<DiffText>& parts,
                                  const std::vector<bool>& free_parts, std::size_t first) {
    std::size_t done = 0;
    for (std::size_t p = first; p < parts.size() && free_parts[p]; ++p) {
      const auto& words = parts[p].words;
      if (done + words.size() > whole.words.size()) return first;
      if (!std::equal(words.begin(), words.end(), whole.words.begin() + static_cast<std::ptrdiff_t>(done)))
        return first;
      done += words.size();
      if (done == whole.words.size()) return p + 1;
    }
    return first;
  }

  struct Candidate {
    double score;  // similarity, and a little for the same place
    double similarity;
    std::size_t a;
    std::size_t b;
    bool in_place;
  };

  void match_edited() {
    // How many clauses before this one are unchanged: equal for two clauses between the same unchanged neighbours.
    std::vector<std::size_t> before_a = unchanged_before(a_.size(), [](const ClauseChange& pair) { return *pair.a; });
    std::vector<std::size_t> before_b = unchanged_before(b_.size(), [](const ClauseChange& pair) { return *pair.b; });
    std::vector<Candidate> candidates;
    for (std::size_t a = 0; a < a_.size(); ++a) {
      if (!free_a_[a]) continue;
      for (const std::size_t b : likely(a, before_a, before_b)) {
        const bool in_place = before_a[a] == before_b[b];
        const double similarity = word_similarity(a_[a], b_[b]);
        const bool both_short = a_[a].words.size() <= short_text && b_[b].words.size() <= short_text;
        const double least = both_short ? edited_short : in_place ? edited_in_place : edited_anywhere;
        if (similarity >= least) candidates.push_back({similarity + (in_place ? 0.1 : 0), similarity, a, b, in_place});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
    for (const Candidate& candidate : candidates) {
      if (!free_a_[candidate.a] || !free_b_[candidate.b]) continue;
      pair(Change::edited, candidate.a, candidate.b);
      ClauseChange& change = pairs_.back();
      change.similarity = candidate.similarity;
      change.moved = !candidate.in_place;
      change.edits = word_edits(a_[candidate.a], b_[candidate.b]);
    }
  }

  template <class Side>
  std::vector<std::size_t> unchanged_before(std::size_t size, Side side) const {
    std::vector<std::size_t> count(size);
    for (const ClauseChange& pair : pairs_) {
      if (pair.change == Change::same) ++count[side(pair)];
    }
    std::size_t sum = 0;
    for (std::size_t& value : count) sum = std::exchange(value, sum) + sum;
    return count;
  }

  // The free clauses of the second policy that share the most of their rarer words with clause `a` of the first.
  std::vector<std::size_t> likely(std::size_t a, const std::vector<std::size_t>& before_a,
                                  const std::vector<std::size_t>& before_b) {
    if (postings_.empty()) {
      for (std::size_t b = 0; b < b_.size(); ++b) {
        if (!free_b_[b]) continue;
        ++free_count_;
        for (const std::uint32_t word : distinct(b_[b].words)) postings_[word].push_back(b);
      }
    }
    const std::size_t most =
        std::max(few_clauses, static_cast<std::size_t>(common_word * static_cast<double>(free_count_)));
    std::unordered_map<std::size_t, double> shared;
    for (const std::uint32_t word : distinct(a_[a].words)) {
      const auto found = postings_.find(word);
      if (found == postings_.end() || found->second.size() > most) continue;
      for (const std::size_t b : found->second) shared[b] += 1.0 / static_cast<double>(found->second.size());
    }
    std::vector<std::pair<double, std::size_t>> ranked;
    for (const auto& [b, weight] : shared) ranked.emplace_back(weight + (before_a[a] == before_b[b] ? 1 : 0), b);
    std::sort(ranked.begin(), ranked.end(), [](const auto& x, const auto& y) {
      return x.first != y.first ? x.first > y.first : x.second < y.second;
    });
    std::vector<std::size_t> best;
    for (const auto& [weight, b] : ranked) {
      if (best.size() == most_candidates) break;
      if (may_be_similar(a_[a].words, b_[b].words)) best.push_back(b);
    }
    return best;
  }

  static std::vector<std::uint32_t> distinct(std::vector<std::uint32_t> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // Words in common whatever their order bound the similarity from above.
  static bool may_be_similar(std::vector<std::uint32_t> a, std::vector<std::uint32_t> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<std::uint32_t> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) >= edited_in_place * static_cast<double>(a.size() + b.size());
  }

  WordIds ids_;
  std::vector<DiffText> a_;
  std::vector<DiffText> b_;
  std::vector<bool> free_a_;
  std::vector<bool> free_b_;
  std::vector<std::uint32_t> sequence_a_;  // equal numbers for equal words
  std::vector<std::uint32_t> sequence_b_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> postings_;  // word → free clauses of the second policy
  std::size_t free_count_ = 0;
  std::vector<ClauseChange> pairs_;
};

}  // namespace

std::vector<ClauseChange> align_within(std::span<const StoredClause> a, std::span<const StoredClause> b) {
  return Aligner(a, b).align();
}

}  // namespace clausula
