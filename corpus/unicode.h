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
  std::string text;                  // valid UTF-8
  std::string encoding;              // IANA name of what it was read as
  std::vector<std::size_t> invalid;  // offsets into the input of bytes that were replaced (at most 100 are kept)
  std::size_t invalid_count = 0;
};

// Decodes `bytes` by its mark (UTF-8, UTF-16), as UTF-8 where it is valid, as `declared` (IANA or HTML name), else as
// the likeliest of windows-1252, windows-1257 and ISO-8859-13 by the letters of Dutch and Latvian. Where a few bytes
// spoil what is UTF-8 otherwise, it is read as UTF-8 and they are replaced by U+FFFD. A UTF-8 mark stays in the text,
// so that offsets hold in the file.
DecodedText decode(std::string_view bytes, std::string_view declared = {});

// Lower case, NFC, without soft hyphens and zero-width characters, ĳ as "ij", typographic apostrophes as "'",
// no-break and typographic spaces as a space, hyphens U+2010 and U+2011 as "-", Latvian ģ ķ ļ ņ ŗ alike whether written
// with cedilla or comma: the form in which words are compared. normalize(normalize(x)) == normalize(x).
std::string normalize(std::string_view text);

// `normalize` and then without diacritics (Latin-ASCII): "glabāšana" → "glabasana".
std::string fold(std::string_view text);

// A run of letters and digits. Hyphens, apostrophes, dots and @ inside e-mail addresses, host names and hyphenated
// words (e-pasts, IP-adres, Klarna-betaling) do not end a word, nor do dots and commas inside numbers (5.5); slashes
// and brackets do: "6(1)(f)" is three words, a URL is its scheme, its host and the parts of its path.
struct WordSpan {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
};
std::vector<WordSpan> words(std::string_view text);

// Sentences as byte ranges that cover the text, trailing white space included. Abbreviations of Dutch and Latvian
// (bijv., tel., reģ., utt., nr.), ordinals ("2016. gada") and paragraph numbers ("1.") end no sentence; nor does a
// single line break, since a paragraph may be hard-wrapped, unless the line ends like a sentence.
std::vector<WordSpan> sentences(std::string_view text);

// The text without white space, zero-width characters and byte order marks at both ends; a view into `text`.
std::string_view trim(std::string_view text);

struct LetterCounts {
  std::size_t characters = 0;  // code points
  std::size_t upper = 0;       // upper-case and title-case letters
  std::size_t lower = 0;       // all other letters
  std::size_t digits = 0;
  bool starts_upper = false;  // the first letter or digit is an upper-case letter
  bool starts_lower = false;  // the first letter or digit is a letter of another kind
};
LetterCounts count_letters(std::string_view text);

// Removes control characters (tab and newline become a space) and bidirectional overrides, so that a text from outside
// can be shown on a terminal.
std::string printable(std::string_view text);

// Number of columns that the text takes on a terminal.
std::size_t columns(std::string_view text);

}  // namespace clausula
