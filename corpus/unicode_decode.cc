// From the bytes of a file to valid UTF-8.
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "corpus/legacy_letters.h"
#include "corpus/unicode.h"
#include "corpus/unicode_steps.h"

namespace clausula {
namespace {

constexpr UChar32 replacement = 0xFFFD;
constexpr std::size_t most_offsets = 100;

class Writer {
 public:
  explicit Writer(std::string encoding, std::size_t expected) {
    result_.encoding = std::move(encoding);
    result_.text.reserve(expected);
  }
  void put(UChar32 c) { append_code_point(result_.text, c); }
  void put_invalid(std::size_t offset) {
    put(replacement);
    ++result_.invalid_count;
    if (result_.invalid.size() < most_offsets) result_.invalid.push_back(offset);
  }
  DecodedText take() { return std::move(result_); }

 private:
  DecodedText result_;
};

struct Utf8Census {
  std::size_t valid_sequences = 0;  // of more than one byte
  std::size_t invalid = 0;
};

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const UChar32 c = next_valid(bytes, i);
    ++(c < 0 ? census.invalid : census.valid_sequences);
  }
  return census;
}

DecodedText decode_utf8(std::string_view bytes) {
  Writer writer("UTF-8", bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_valid(bytes, i);
    if (c < 0) {
      writer.put_invalid(begin);
    } else {
      writer.put(c);
    }
  }
  return writer.take();
}

// `start` is the offset of the first unit after the mark.
DecodedText decode_utf16(std::string_view bytes, bool big_endian, std::size_t start) {
  Writer writer(big_endian ? "UTF-16BE" : "UTF-16LE", bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<UChar32>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t i = start;
  for (; i + 1 < bytes.size(); i += 2) {
    const UChar32 c = unit(i);
    if (!U16_IS_SURROGATE(c)) {
      writer.put(c);
    } else if (U16_IS_SURROGATE_LEAD(c) && i + 3 < bytes.size() && U16_IS_TRAIL(unit(i + 2))) {
      writer.put(U16_GET_SUPPLEMENTARY(c, unit(i + 2)));
      i += 2;
    } else {
      writer.put_invalid(i);
    }
  }
  if (i < bytes.size()) writer.put_invalid(i);
  return writer.take();
}

// What each byte of a one-byte encoding stands for; U+FFFD where nothing.
using ByteTable = std::array<UChar32, 256>;

std::optional<ByteTable> table_of(const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &error), ucnv_close);
  if (U_FAILURE(error) || ucnv_getMaxCharSize(converter.get()) != 1) return std::nullopt;
  ByteTable table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char in = static_cast<char>(byte);
    std::array<UChar, 4> out{};
    error = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter.get(), out.data(), static_cast<int32_t>(out.size()), &in, 1, &error);
    const bool control = byte >= 0x80 && length == 1 && u_charType(out[0]) == U_CONTROL_CHAR;
    table[byte] = U_SUCCESS(error) && length == 1 && !control ? static_cast<UChar32>(out[0]) : replacement;
  }
  return table;
}

DecodedText decode_bytes(std::string_view bytes, const ByteTable& table, std::string encoding) {
  Writer writer(std::move(encoding), bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const UChar32 c = table[static_cast<unsigned char>(bytes[i])];
    if (c == replacement) {
      writer.put_invalid(i);
    } else {
      writer.put(c);
    }
  }
  return writer.take();
}

using Histogram = std::array<std::size_t, 256>;

template <std::size_t N>
int weight_in(UChar32 c, const std::array<LetterWeight, N>& letters) {
  const auto lower = static_cast<char32_t>(u_tolower(c));
  const auto found = std::find_if(letters.begin(), letters.end(), [&](const auto& l) { return l.letter == lower; });
  return found == letters.end() ? foreign_letter_weight : found->weight;
}

// How much the bytes beyond ASCII look like the language when read by the table.
template <std::size_t N>
long long plausibility(const Histogram& histogram, const ByteTable& table, const std::array<LetterWeight, N>& letters) {
  long long sum = 0;
  for (std::size_t byte = 0x80; byte < histogram.size(); ++byte) {
    if (histogram[byte] == 0) continue;
    const UChar32 c = table[byte];
    int weight = 1;
    if (c == replacement) {
      weight = unassigned_weight;
    } else if (std::find(common_signs.begin(), common_signs.end(), static_cast<char32_t>(c)) == common_signs.end()) {
      weight = weight_in(c, letters);
    }
    sum += static_cast<long long>(histogram[byte]) * weight;
  }
  return sum;
}

// Reads as the likeliest old encoding; nothing where the bytes look like none.
std::optional<DecodedText> guess(std::string_view bytes) {
  Histogram histogram{};
  for (const char byte : bytes) ++histogram[static_cast<unsigned char>(byte)];
  std::optional<DecodedText> result;
  long long best = 0;
  const char* best_name = nullptr;
  std::optional<ByteTable> best_table;
  const auto consider = [&](const char* name, const auto& letters) {
    const auto table = table_of(name);
    if (!table) return;
    const long long score = plausibility(histogram, *table, letters);
    if (score > best) {
      best = score;
      best_name = name;
      best_table = table;
    }
  };
  // In this order: of encodings that read the bytes alike, the commoner one is named.
  consider("windows-1252", dutch_letters);
  consider("windows-1257", latvian_letters);
  consider("ISO-8859-13", latvian_letters);
  if (best_table) result = decode_bytes(bytes, *best_table, best_name);
  return result;
}

std::optional<DecodedText> decode_declared(std::string_view bytes, std::string_view declared) {
  std::string name = normalize(trim(declared));
  if (name.empty() || name == "utf-8" || name == "utf8") return std::nullopt;
  if (name == "utf-16le" || name == "utf-16be") return decode_utf16(bytes, name == "utf-16be", 0);
  // Browsers read these names as windows-1252, and pages are made for browsers.
  for (const char* alias : {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252"}) {
    if (name == alias) name = "windows-1252";
  }
  if (const auto table = table_of(name.c_str())) return decode_bytes(bytes, *table, name);
  return std::nullopt;
}

}  // namespace

DecodedText decode(std::string_view bytes, std::string_view declared) {
  if (bytes.substr(0, 2) == "\xFF\xFE") return decode_utf16(bytes, false, 2);
  if (bytes.substr(0, 2) == "\xFE\xFF") return decode_utf16(bytes, true, 2);
  const Utf8Census census = take_census(bytes);
  if (census.invalid == 0) return {std::string(bytes), "UTF-8", {}, 0};
  // Old encodings hardly ever form a valid sequence by chance, so more valid than invalid ones mean damaged UTF-8.
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF" || census.valid_sequences > census.invalid) return decode_utf8(bytes);
  if (auto text = decode_declared(bytes, declared)) return std::move(*text);
  if (auto text = guess(bytes)) return std::move(*text);
  return decode_utf8(bytes);
}

}  // namespace clausula
