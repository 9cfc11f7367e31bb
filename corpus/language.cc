#include "corpus/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <algorithm>
#include <cstdio>  // CLD2's header uses FILE without including it

namespace clausula {
namespace {

// Enough to tell the language of any policy, and a bound on the time that a huge text takes.
constexpr std::size_t longest_sample = std::size_t{256} * 1024;

// The first part of the text, cut before a UTF-8 lead byte.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= longest_sample) return text;
  std::size_t end = longest_sample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string_view code_of(Language language) {
  switch (language) {
    case Language::dutch:
      return "nl";
    case Language::latvian:
      return "lv";
    case Language::english:
      return "en";
    case Language::other:
      return "und";
  }
  return "und";
}

std::optional<Language> language_of_code(std::string_view code) {
  std::string lower(code);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Language language : {Language::dutch, Language::latvian, Language::english}) {
    if (lower == code_of(language)) return language;
  }
  return std::nullopt;
}

DetectedLanguage detect_language(std::string_view text) {
  const std::string_view sample = sample_of(text);
  CLD2::Language top[3];
  int percent[3];
  double score[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &no_hints,
                                     /*flags=*/0, top, percent, score, nullptr, &text_bytes, &reliable);
  DetectedLanguage result;
  if (found == CLD2::UNKNOWN_LANGUAGE) return result;
  result.code = CLD2::LanguageCode(found);
  result.language = language_of_code(result.code).value_or(Language::other);
  result.reliable = reliable;
  result.others = percent[1] + percent[2];
  return result;
}

}  // namespace clausula
