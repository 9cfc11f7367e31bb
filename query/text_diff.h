// What changed between two texts, word by word. Words are compared in normalized form, so that case, quotation marks,
// punctuation and line breaks are no change; numbers and the signs % € $ £ are words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/unicode.h"

namespace clausula {

enum class EditOp { keep, remove, insert };

// "keep", "delete", "insert".
std::string_view name_of(EditOp op);

struct Edit {
  EditOp op = EditOp::keep;
  std::string text;  // kept text is that of the second; removed words have a blank after them
};

// Numbers for words; texts that are compared share one.
class WordIds {
 public:
  std::uint32_t of(std::string_view surface);

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

struct DiffText {
  std::string_view text;  // borrowed
  std::vector<WordSpan> spans;
  std::vector<std::uint32_t> words;  // same length as `spans`
};

// The bytes before `from` (the number of a list item) are no words.
DiffText diff_text(std::string_view text, WordIds& ids, std::size_t from = 0);

// Twice the words in common in the same order, by the words of both: 1 for equal texts, 0 for nothing in common.
double word_similarity(const DiffText& a, const DiffText& b);

// Kept and inserted text together are the second text byte for byte. Neighbouring changes come as one removal and one
// insertion; a kept word or two between longer changes is part of them, so that the result can be read.
std::vector<Edit> word_edits(const DiffText& a, const DiffText& b);

}  // namespace clausula
