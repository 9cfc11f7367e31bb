// Everything that needs to know what a character is. The only unit that uses ICU; texts go in and out as UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clausula {

struct DecodedText {
  std::string text;      // valid UTF-8
  std::string encoding;  // IANA name of what it was read as
  std::vector<std::size_t> invalid;  // offsets into the input of bytes that were replaced (at most 100 are kept)
  std::size_t invalid_count = 0;
};

// Decodes `bytes` as `declared` (IANA name) or, where that is empty or unknown, by its mark, as UTF-8 where it is
// valid, else as the likeliest of windows-1252, windows-1257 and ISO-8859-13 by the letters of Dutch and Latvian.
DecodedText decode(std::string_view bytes, std::string_view declared = {});

// Lower case, NFC, without soft hyphens and zero-width characters, ĳ as "ij", typographic apostrophes as "'",
// cedilla letters as comma letters (ţ→ț kind of variants of Latvian ģ ķ ļ ņ ŗ): the form in which words are compared.
std::string normalize(std::string_view text);

// `normalize` and then without diacritics (Latin-ASCII): "glabāšana" → "glabasana".
std::string fold(std::string_view text);

// A run of letters and digits. Hyphens, apostrophes, dots and @ inside e-mail addresses, URLs and hyphenated
// words (e-pasts, IP-adres, Klarna-betaling) do not end a word.
struct WordSpan {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
};
std::vector<WordSpan> words(std::string_view text);

// Sentences as byte ranges that cover the text, trailing white space included. Abbreviations of Dutch and Latvian
// (bijv., tel., reģ., utt., nr.), ordinals ("2016. gada") and paragraph numbers ("1.") end no sentence.
std::vector<WordSpan> sentences(std::string_view text);

// Removes control characters (tab and newline become a space) and bidirectional overrides, so that a text from outside can be
// shown on a terminal.
std::string printable(std::string_view text);

// Number of columns that the text takes on a terminal.
std::size_t columns(std::string_view text);

}  // namespace clausula
