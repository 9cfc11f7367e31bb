// Sentences: ICU's iterator finds where one may end, and what is known of Dutch and Latvian takes ends back.
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "corpus/abbreviations.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// Opening an iterator costs more than cutting a paragraph, so each thread keeps one.
UBreakIterator* iterator_of_thread() {
  thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, CloseIterator> opened(ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &error));
    if (U_FAILURE(error)) opened.reset();
    return opened;
  }();
  return iterator.get();
}

bool contains(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_abbreviation(std::string_view word) {
  return contains(dutch_abbreviations, word) || contains(dutch_abbreviations_more, word) ||
         contains(latvian_abbreviations, word) || contains(latvian_abbreviations_more, word);
}

bool is_all_digits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// "1", "2.3", "IV", "a": what numbers a paragraph.
bool is_paragraph_number(std::string_view word) {
  if (is_all_digits(word)) return word.size() <= 8;
  if (word.size() == 1) return true;
  return word.size() <= 5 && word.find_first_not_of("IVXLivxl") == std::string_view::npos;
}

std::size_t count_newlines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Whether `sentence`, which ICU ends here, really ends before `rest`.
bool ends_sentence(std::string_view sentence, std::string_view rest) {
  const std::string_view body = trim(sentence);
  if (body.empty()) return false;
  const std::string_view gap(body.data() + body.size(),
                             static_cast<std::size_t>(sentence.data() + sentence.size() - body.data()) - body.size());
  const char last = body.back();
  if (last != '.') {
    // Anything but a dot: a sentence mark ends it, a line break alone does not.
    return count_newlines(gap) != 1 || last == '!' || last == '?' || last == ':' || last == ';';
  }
  const std::size_t space = body.find_last_of(" \t\r\n(\"");
  std::string_view word = body.substr(space == std::string_view::npos ? 0 : space + 1);
  word.remove_suffix(1);
  const std::string_view before = trim(body.substr(0, body.size() - word.size() - 1));
  if (before.empty() && is_paragraph_number(word)) return false;
  // An initial: "J. Jansen".
  if (count_letters(word).characters == 1 && count_letters(word).upper == 1) return false;
  const std::string normalized = normalize(word);
  if (is_abbreviation(normalized)) return false;
  if (contains(closing_abbreviations, normalized)) return count_letters(rest.substr(0, 16)).starts_upper;
  return true;
}

}  // namespace

std::vector<WordSpan> sentences(std::string_view text) {
  std::vector<WordSpan> spans;
  if (text.empty()) return spans;
  UBreakIterator* const iterator = iterator_of_thread();
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> source(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &error));
  if (iterator != nullptr) ubrk_setUText(iterator, source.get(), &error);
  if (iterator == nullptr || U_FAILURE(error)) return {{0, text.size()}};
  std::size_t begin = 0;
  for (int32_t boundary = ubrk_next(iterator); boundary != UBRK_DONE; boundary = ubrk_next(iterator)) {
    const auto end = static_cast<std::size_t>(boundary);
    if (end < text.size() && !ends_sentence(text.substr(begin, end - begin), text.substr(end))) continue;
    spans.push_back({begin, end});
    begin = end;
  }
  if (begin < text.size()) spans.push_back({begin, text.size()});
  return spans;
}

}  // namespace clausula
