#include "corpus/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "corpus/unicode_fold.h"
#include "corpus/unicode_steps.h"

namespace clausula {
namespace {

// Code points below this have their normalized form in a table: all of Latin without stacked diacritics. No combining
// mark stands below it, so a text of these alone needs no composing.
constexpr UChar32 table_size = 0x300;
constexpr UChar32 cedilla = 0x327;
constexpr UChar32 comma_below = 0x326;

bool is_apostrophe(UChar32 c) {
  // Acute and grave stand for apostrophes in "foto´s" and "foto`s".
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0xB4 || c == '`' || c == 0xFF07;
}

bool is_invisible(UChar32 c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF;
}

// Appends the compared form of one code point, before composing.
void append_normalized(std::string& out, UChar32 c) {
  if (is_invisible(c)) return;
  if (is_apostrophe(c)) {
    out += '\'';
  } else if (c == 0x2010 || c == 0x2011) {
    out += '-';
  } else if (c == 0x132 || c == 0x133) {
    out += "ij";
  } else if (c == 0x15E || c == 0x15F) {
    append_code_point(out, 0x219);
  } else if (c == 0x162 || c == 0x163) {
    append_code_point(out, 0x21B);
  } else if (c == 0x130) {
    out += "i\u0307";  // lower case of İ as Unicode has it, so that the composed and the decomposed letter agree
  } else if (c >= 0xFB00 && c <= 0xFB06) {
    static constexpr std::array<const char*, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    out += ligatures[static_cast<std::size_t>(c - 0xFB00)];  // left behind by PDF
  } else if (c >= 0x80 && u_charType(c) == U_SPACE_SEPARATOR) {
    out += ' ';
  } else {
    append_code_point(out, u_tolower(c));
  }
}

using Table = std::array<std::string, table_size>;

const Table& normalized_table() {
  static const Table table = [] {
    Table result;
    for (UChar32 c = 0; c < table_size; ++c) append_normalized(result[static_cast<std::size_t>(c)], c);
    return result;
  }();
  return table;
}

const UNormalizer2* composer() {
  static const UNormalizer2* const instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no normalization data; reinstall libicu");
    return nfc;
  }();
  return instance;
}

// Whether `c` may combine with what stands before it, or is itself not in composed form.
bool needs_composing(UChar32 c) {
  return c >= table_size &&
         (!unorm2_hasBoundaryBefore(composer(), c) || u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES);
}

bool takes_cedilla(char base) { return base == 'g' || base == 'k' || base == 'l' || base == 'n' || base == 'r'; }

// Cedilla and comma below are one mark to a reader; Unicode composes ģ ķ ļ ņ ŗ with the one, ș ț with the other.
UChar32 unified_mark(const std::string& before, UChar32 mark) {
  const char base = before.empty() ? '\0' : before.back();
  if (mark == comma_below && takes_cedilla(base)) return cedilla;
  if (mark == cedilla && (base == 's' || base == 't')) return comma_below;
  return mark;
}

std::string compose(const std::string& text) {
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString composed = icu::Normalizer2::getNFCInstance(error)->normalize(wide, error);
  if (U_FAILURE(error)) return text;
  std::string result;
  composed.toUTF8String(result);
  return result;
}

// The folded form of a code point; null where the tables do not have it.
const char* folded_form(UChar32 c) {
  for (const auto& [first, last, offset] : fold_ranges) {
    if (c >= first && c <= last) return folded_forms[offset + static_cast<std::size_t>(c - first)];
  }
  return nullptr;
}

}  // namespace

namespace {

// Maps each code point; says whether the result still has to be composed.
bool map_normalized(std::string_view text, std::string& out) {
  out.reserve(text.size());
  const Table& table = normalized_table();
  bool composing = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte == '`' ? '\'' : text[i];
      ++i;
      continue;
    }
    const UChar32 c = next_code_point(text, i);
    if (c < table_size) {
      out += table[static_cast<std::size_t>(c)];
    } else if (needs_composing(c)) {
      composing = true;
      append_normalized(out, unified_mark(out, c));
    } else {
      append_normalized(out, c);
    }
  }
  return composing;
}

}  // namespace

std::string normalize(std::string_view text) {
  std::string out;
  if (!map_normalized(text, out)) return out;
  out = compose(out);
  // Marks that composing reordered may yield a letter that is mapped in turn; texts of people settle at once.
  for (int rounds = 0; rounds < 8; ++rounds) {
    std::string again;
    if (map_normalized(out, again)) again = compose(again);
    if (again == out) break;
    out = std::move(again);
  }
  return out;
}

std::string fold(std::string_view text) {
  const std::string normalized = normalize(text);
  std::string out;
  out.reserve(normalized.size());
  bool dropped = false;
  for (std::size_t i = 0; i < normalized.size();) {
    if (static_cast<unsigned char>(normalized[i]) < 0x80) {
      out += normalized[i++];
      continue;
    }
    const UChar32 c = next_code_point(normalized, i);
    const char* form = folded_form(c);
    if (form != nullptr && *form != '\0') {
      out += form;
    } else if (form == nullptr && u_charType(c) == U_NON_SPACING_MARK) {
      dropped = true;
    } else {
      append_code_point(out, c);
    }
  }
  // What stood on both sides of a mark may compose.
  return dropped ? fold(out) : out;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](UChar32 c) { return c <= ' ' || u_isUWhiteSpace(c) || is_invisible(c); };
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t i = begin;
    if (!blank(next_code_point(text, i))) break;
    begin = i;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t i = start;
    if (!blank(next_code_point(text, i)) || i != end) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

LetterCounts count_letters(std::string_view text) {
  LetterCounts counts;
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    ++counts.characters;
    const bool first = counts.upper + counts.lower + counts.digits == 0;
    if (u_isdigit(c)) {
      ++counts.digits;
    } else if (u_isupper(c) || u_istitle(c)) {
      ++counts.upper;
      if (first) counts.starts_upper = true;
    } else if (u_isalpha(c)) {
      ++counts.lower;
      if (first) counts.starts_lower = true;
    }
  }
  return counts;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    if (c == '\t' || c == '\n' || c == 0x2028 || c == 0x2029) {
      out += ' ';
    } else if (u_charType(c) != U_CONTROL_CHAR && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) &&
               c != 0x200E && c != 0x200F && c != 0x61C) {
      append_code_point(out, c);
    }
  }
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_CONTROL_CHAR || is_invisible(c)) continue;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return count;
}

}  // namespace clausula
