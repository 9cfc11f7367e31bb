#include "query/snippet.h"

#include <algorithm>
#include <set>

#include "corpus/unicode.h"

namespace clausula {
namespace {

// Evidence of more words than this is a sentence, and marking all of it would mark nothing.
constexpr std::size_t longest_marked_evidence = 8;
// Words that are kept before the first match where the sentence has to be cut.
constexpr std::size_t words_before = 6;

struct Matches {
  std::vector<ByteRange> of_token;      // empty range: no match
  std::vector<const std::string*> key;  // what tells matches apart
};

// The part of a compound that matches, where the word is in the text as it is in the term; the whole word otherwise.
ByteRange matching_range(const Token& token, std::string_view surface, const MarkedWords& words,
                         const std::string*& key) {
  const Word& word = *token.word;
  const ByteRange whole{token.begin, token.end};
  if (words.exact.contains(word.text)) return key = &word.text, whole;
  if (words.stems.contains(word.stem)) return key = &word.stem, whole;
  if (words.folded.contains(word.folded)) return key = &word.folded, whole;
  for (const CompoundPart& part : word.parts) {
    if (!words.stems.contains(part.stem)) continue;
    key = &part.stem;
    if (surface.size() != word.text.size()) return whole;
    return {token.begin + part.begin, token.begin + part.end};
  }
  return {};
}

Matches find_matches(std::string_view text, std::span<const Token> tokens, const MarkedWords& words) {
  Matches matches;
  matches.of_token.resize(tokens.size());
  matches.key.resize(tokens.size(), nullptr);
  if (words.empty()) return matches;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view surface = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    matches.of_token[i] = matching_range(tokens[i], surface, words, matches.key[i]);
  }
  return matches;
}

void mark_evidence(std::span<const Token> tokens, std::span<const ByteRange> evidence, Matches& matches) {
  for (const ByteRange& range : evidence) {
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].begin >= range.begin && tokens[i].end <= range.end) inside.push_back(i);
    }
    if (inside.size() > longest_marked_evidence) continue;
    for (const std::size_t i : inside) matches.of_token[i] = {tokens[i].begin, tokens[i].end};
  }
}

WordSpan choose_sentence(std::string_view text, std::span<const Token> tokens, const Matches& matches,
                         std::span<const ByteRange> evidence) {
  WordSpan best{0, text.size()};
  std::size_t most = 0;
  bool first = true;
  for (const WordSpan& sentence : sentences(text)) {
    const bool has_evidence =
        !evidence.empty() && evidence.front().begin >= sentence.begin && evidence.front().begin < sentence.end;
    if (has_evidence) return sentence;
    std::set<std::string_view> different;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (matches.key[i] != nullptr && tokens[i].begin >= sentence.begin && tokens[i].begin < sentence.end) {
        different.insert(*matches.key[i]);
      }
    }
    if (first || different.size() > most) best = sentence;
    most = std::max(most, different.size());
    first = false;
  }
  return best;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

// The tokens to show of a sentence that is too long: from a little before its evidence, or else its first match.
WordSpan shorten(std::string_view text, std::span<const Token> tokens, const Matches& matches,
                 std::span<const ByteRange> evidence, WordSpan sentence, std::size_t longest) {
  std::size_t first = tokens.size();
  std::size_t match = tokens.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].begin < sentence.begin || tokens[i].begin >= sentence.end) continue;
    first = std::min(first, i);
    end = i + 1;
    const bool proves = !evidence.empty() && tokens[i].begin >= evidence.front().begin;
    if (evidence.empty() ? matches.of_token[i].end > 0 : proves) match = std::min(match, i);
  }
  if (first == tokens.size()) return sentence;
  const auto width = [&](std::size_t begin, std::size_t until) { return columns(text.substr(begin, until - begin)); };
  WordSpan shown = sentence;
  if (match < end && match > first + words_before && width(sentence.begin, tokens[match].end) > longest * 2 / 3) {
    shown.begin = tokens[match - words_before].begin;
  }
  // Without the punctuation that follows the last word that fits.
  for (std::size_t i = end; i-- > first && width(shown.begin, shown.end) > longest;) {
    if (tokens[i].begin <= shown.begin) break;
    shown.end = tokens[i - 1].end;
  }
  return shown;
}

// Copies with single blanks; `marks` move along.
void copy(std::string_view text, WordSpan shown, const Matches& matches, Snippet& snippet) {
  std::vector<ByteRange> ranges;
  for (const ByteRange& range : matches.of_token) {
    if (range.end > range.begin && range.begin >= shown.begin && range.end <= shown.end) ranges.push_back(range);
  }
  std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::size_t next = 0;
  for (std::size_t at = shown.begin; at < shown.end; ++at) {
    if (next < ranges.size() && ranges[next].begin == at) snippet.marks.push_back({snippet.text.size(), 0});
    if (is_space(text[at])) {
      if (!snippet.text.empty() && snippet.text.back() != ' ') snippet.text += ' ';
    } else {
      snippet.text += text[at];
    }
    if (next < ranges.size() && ranges[next].end == at + 1) {
      snippet.marks.back().end = snippet.text.size();
      ++next;
    }
  }
  while (!snippet.text.empty() && snippet.text.back() == ' ') snippet.text.pop_back();
}

}  // namespace

Snippet make_snippet(std::string_view text, std::span<const Token> tokens, const MarkedWords& words,
                     std::span<const ByteRange> evidence, std::size_t longest) {
  Matches matches = find_matches(text, tokens, words);
  const WordSpan sentence = choose_sentence(text, tokens, matches, evidence);
  mark_evidence(tokens, evidence, matches);
  WordSpan trimmed = sentence;
  while (trimmed.end > trimmed.begin && is_space(text[trimmed.end - 1])) --trimmed.end;
  while (trimmed.begin < trimmed.end && is_space(text[trimmed.begin])) ++trimmed.begin;
  WordSpan shown = trimmed;
  if (columns(text.substr(shown.begin, shown.end - shown.begin)) > longest) {
    shown = shorten(text, tokens, matches, evidence, trimmed, longest);
  }
  Snippet snippet;
  snippet.cut_before = shown.begin > trimmed.begin;
  snippet.cut_after = shown.end < trimmed.end;
  copy(text, shown, matches, snippet);
  return snippet;
}

}  // namespace clausula
