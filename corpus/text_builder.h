// Puts the text of a page together, block by block. Internal to corpus/.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace clausula {

class TextBuilder {
 public:
  // Text within the block at hand; runs of white space become one space.
  void add(std::string_view text, bool bold);
  void add_line_break();

  // What stands before the text of the next block ("## ", "- "); spaces that indent it and its further lines.
  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }
  void set_indent(std::size_t columns) { indent_ = columns; }

  // Ends the block at hand. A blank line follows unless the next block is of the same list or table.
  void end_block(bool close_to_next = false);

  bool in_block() const { return !line_.empty(); }
  bool has_prefix() const { return !prefix_.empty(); }
  std::string take_prefix() { return std::exchange(prefix_, {}); }
  std::string finish();

 private:
  std::string text_;
  std::string line_;  // of the block at hand, with its earlier lines
  std::string prefix_;
  std::size_t indent_ = 0;
  bool space_ = false;    // white space stands before the next text
  bool close_ = true;     // no blank line before the next block
  std::size_t bold_ = 0;  // bytes in bold, of all bytes of text
  std::size_t total_ = 0;
};

}  // namespace clausula
