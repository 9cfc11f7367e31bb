// The languages that Clausula reads, and how the language of a text is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clausula {

// `other` stands for a text that is in neither language and for one that nothing could be said about.
enum class Language { dutch, latvian, english, other };

// ISO 639-1 code: "nl", "lv", "en"; "und" for `other`.
std::string_view code_of(Language language);

// The language of an ISO 639-1 code, case ignored; nothing for a code that is not one of the three.
std::optional<Language> language_of_code(std::string_view code);

struct DetectedLanguage {
  Language language = Language::other;
  // ISO 639-1 code of what was found, also where it is none of ours ("de"); "und" where nothing was.
  std::string code = "und";
  bool reliable = false;
  int others = 0;  // per cent of the text that is in other languages; the rest is in none (names, numbers)
};

// Tells the language of UTF-8 text by CLD2. Below about 120 characters the answer is rarely reliable,
// so ask for whole policies and long blocks only.
DetectedLanguage detect_language(std::string_view text);

}  // namespace clausula
