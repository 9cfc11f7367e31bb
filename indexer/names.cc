#include "indexer/names.h"

#include <algorithm>
#include <array>

namespace clausula {
namespace {

constexpr std::array<std::string_view, 10> quotes = {"\"", "“", "”", "„", "«", "»", "‟", "''", "‘‘", "’’"};
constexpr std::size_t longest_quoted = 60;

// Length of the quotation mark at the beginning of `text`; 0 for none.
std::size_t opening(std::string_view text) {
  for (const std::string_view quote : quotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

std::size_t closing(std::string_view text) {
  for (const std::string_view quote : quotes) {
    if (text.ends_with(quote)) return quote.size();
  }
  return 0;
}

}  // namespace

NameReader::NameReader(std::string_view text, std::span<const Token> tokens, std::span<const PhraseSet::Hit> cues)
    : text_(text), tokens_(tokens), cues_(cues) {}

std::string_view NameReader::surface(std::size_t index) const {
  return text_.substr(tokens_[index].begin, tokens_[index].end - tokens_[index].begin);
}

std::string_view NameReader::gap(std::size_t index) const {
  const std::size_t end = index + 1 < tokens_.size() ? tokens_[index + 1].begin : text_.size();
  return text_.substr(tokens_[index].end, end - tokens_[index].end);
}

bool NameReader::capital(std::size_t index) const {
  const std::string_view shown = surface(index);
  const std::string& lower = tokens_[index].word->text;
  std::size_t length = 1;
  while (length < shown.size() && (static_cast<unsigned char>(shown[length]) & 0xC0) == 0x80) ++length;
  return !lower.starts_with(shown.substr(0, length));
}

bool NameReader::has_cue(std::size_t index, std::string_view id) const {
  return std::any_of(cues_.begin(), cues_.end(),
                     [&](const PhraseSet::Hit& cue) { return cue.first == index && cue.entry->id == id; });
}

bool NameReader::is_form(std::size_t index) const {
  return std::any_of(cues_.begin(), cues_.end(), [&](const PhraseSet::Hit& cue) {
    if (cue.first != index || !cue.entry->id.starts_with("legal-form")) return false;
    // "as" and "ik" are words too: two letters count in capitals or with dots only.
    const std::string_view shown = surface(index);
    if (cue.list == "mixed") return capital(index);
    return shown.size() > 2 || std::none_of(shown.begin(), shown.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  });
}

std::size_t NameReader::form_last(std::size_t index) const {
  std::size_t last = index;
  for (const PhraseSet::Hit& cue : cues_) {
    if (cue.first == index && cue.entry->id.starts_with("legal-form")) last = std::max(last, cue.last);
  }
  return last;
}

bool NameReader::is_plain(std::size_t index) const {
  return tokens_[index].word->stop || has_cue(index, "title-word") || has_cue(index, "plain-word");
}

// Whether what follows token `index` holds a name together: a blank, "&", "+" or a hyphen.
bool NameReader::joins(std::size_t index) const {
  const std::string_view between = gap(index);
  return between == " " || between == "\u00a0" || between == " & " || between == " + " || between == "&" ||
         between == " - " || between == " – " || between == ". ";
}

std::size_t NameReader::run_end(std::size_t first) const {
  std::size_t last = first;
  for (std::size_t i = first; i + 1 < tokens_.size() && joins(i); ++i) {
    const std::string& word = tokens_[i + 1].word->text;
    if (gap(i) == ". " && surface(i).size() > 1) break;
    const bool digit = word.front() >= '0' && word.front() <= '9';
    if (capital(i + 1) || digit || is_form(i + 1)) {
      last = i + 1;
    } else if (!has_cue(i + 1, "inside-name")) {
      break;
    }
  }
  return last;
}

std::size_t NameReader::lower_end(std::size_t last, std::size_t first) const {
  const std::string& word = tokens_[last].word->text;
  const bool genitive = word.ends_with('a') || word.ends_with('u') || word.ends_with("as") || word.ends_with("es");
  if (last != first || !genitive || !joins(last) || last + 1 >= tokens_.size() || tokens_[last + 1].word->stop)
    return last;
  const std::string_view after = gap(last + 1);
  const bool ends = last + 2 == tokens_.size() || after.find_first_of(".,;)|") == 0;
  return ends && tokens_[last + 1].word->kind == WordKind::word ? last + 1 : last;
}

std::size_t NameReader::run_begin(std::size_t last) const {
  std::size_t first = last;
  for (std::size_t i = last; i > 0 && joins(i - 1); --i) {
    if (capital(i - 1)) {
      first = i - 1;
    } else if (!has_cue(i - 1, "inside-name")) {
      break;
    }
  }
  while (first < last && is_plain(first)) ++first;
  return first;
}

std::optional<NameSpan> NameReader::quoted_after(std::size_t index) const {
  std::size_t at = tokens_[index].end;
  while (at < text_.size() && text_[at] == ' ') ++at;
  const std::size_t open = opening(text_.substr(at));
  if (open == 0) return {};
  for (std::size_t i = at + open; i < text_.size() && i < at + longest_quoted; ++i) {
    if (const std::size_t close = opening(text_.substr(i)); close > 0 && i > at + open) {
      return NameSpan{tokens_[index].begin, i + close, true};
    }
  }
  return {};
}

std::optional<NameSpan> NameReader::quoted_before(std::size_t index) const {
  if (index == 0) return {};
  std::string_view before = text_.substr(0, tokens_[index].begin);
  while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
  const std::size_t close = closing(before);
  if (close == 0) return {};
  for (std::size_t i = before.size() - close; i > 0 && i + longest_quoted > before.size(); --i) {
    if (const std::size_t open = opening(before.substr(i - 1)); open > 0 && i - 1 + open < before.size() - close) {
      return NameSpan{i - 1, tokens_[index].end, true};
    }
  }
  return {};
}

std::optional<NameSpan> NameReader::quoted(std::size_t index) const {
  const std::size_t begin = tokens_[index].begin;
  if (!capital(index) || closing(text_.substr(0, begin)) == 0) return {};
  for (std::size_t i = tokens_[index].end; i < text_.size() && i < begin + longest_quoted; ++i) {
    if (text_[i] == '\n' || text_[i] == '.') break;
    if (opening(text_.substr(i)) > 0) return NameSpan{begin, i, false};
  }
  return {};
}

std::size_t NameReader::form_end(std::size_t index) const {
  index = form_last(index);
  const std::size_t end = tokens_[index].end;
  return surface(index).find('.') != std::string_view::npos && end < text_.size() && text_[end] == '.' ? end + 1 : end;
}

std::optional<NameSpan> NameReader::with_form(std::size_t index) const {
  const std::size_t form = form_last(index);
  if (auto after = quoted_after(form)) {
    after->begin = tokens_[index].begin;
    return after;
  }
  if (const auto before = quoted_before(index)) return before;
  if (has_cue(index, "legal-form-first") && form + 1 < tokens_.size() && joins(form) && capital(form + 1) &&
      !is_form(form + 1)) {
    return NameSpan{tokens_[index].begin, tokens_[lower_end(run_end(form + 1), form + 1)].end, true};
  }
  if (index > 0 && joins(index - 1)) {
    const std::size_t first = run_begin(index);
    if (first < index && !(first + 1 == index && is_plain(first))) {
      return NameSpan{tokens_[first].begin, form_end(index), true};
    }
    // "Tīmekļa darbnīca SIA": a second word in lower case.
    if (index > 1 && has_cue(index, "legal-form-first") && joins(index - 2) && capital(index - 2) &&
        !is_plain(index - 2) && !tokens_[index - 1].word->stop)
      return NameSpan{tokens_[index - 2].begin, form_end(index), true};
  }
  return {};
}

std::optional<NameSpan> NameReader::run_from(std::size_t index) const {
  if (index >= tokens_.size()) return {};
  const bool domain = surface(index).find('.') != std::string_view::npos && tokens_[index].word->kind == WordKind::word;
  if (!capital(index) && !domain) return {};
  const std::size_t last = domain && !capital(index) ? index : run_end(index);
  bool form = false;
  bool name = false;
  for (std::size_t i = index; i <= last; ++i) {
    form = form || is_form(i);
    name = name || !is_form(i);
  }
  if (!name || is_plain(index)) return {};
  std::size_t end = is_form(last) ? form_end(last) : tokens_[last].end;
  if (end < text_.size() && text_[end] == '+') ++end;  // "Groei+"
  return NameSpan{tokens_[index].begin, end, form};
}

std::string tidy_name(std::string_view name) {
  std::string tidy;
  for (const char c : name) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      tidy += c;
    } else if (!tidy.empty() && tidy.back() != ' ') {
      tidy += ' ';
    }
  }
  while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == ',' || tidy.back() == ':' || tidy.back() == '-'))
    tidy.pop_back();
  return tidy;
}

}  // namespace clausula
