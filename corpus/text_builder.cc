#include "corpus/text_builder.h"

namespace clausula {
namespace {

constexpr std::size_t longest_bold_heading = 160;  // bytes; a longer block in bold is an emphasis

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

void TextBuilder::add(std::string_view text, bool bold) {
  for (const char c : text) {
    if (is_space(c)) {
      space_ = true;
      continue;
    }
    if (space_ && !line_.empty() && line_.back() != '\n') line_ += ' ';
    space_ = false;
    line_ += c;
    ++total_;
    if (bold) ++bold_;
  }
}

void TextBuilder::add_line_break() {
  if (!line_.empty()) line_ += '\n';
  space_ = false;
}

void TextBuilder::end_block(bool close_to_next) {
  while (!line_.empty() && (is_space(line_.back()))) line_.pop_back();
  space_ = false;
  if (!line_.empty()) {
    const bool is_heading = bold_ == total_ && prefix_.empty() && line_.size() <= longest_bold_heading &&
                            line_.find('\n') == std::string::npos && indent_ == 0;
    if (is_heading) line_ = "**" + line_ + "**";
    if (!text_.empty()) text_ += close_ ? "\n" : "\n\n";
    text_.append(indent_ >= prefix_.size() ? indent_ - prefix_.size() : 0, ' ');
    text_ += std::exchange(prefix_, {});
    for (const char c : line_) {
      text_ += c;
      if (c == '\n') text_.append(indent_, ' ');
    }
    close_ = close_to_next;
  } else if (!close_to_next) {
    close_ = false;
  }
  line_.clear();
  bold_ = total_ = 0;
}

std::string TextBuilder::finish() {
  end_block();
  if (!text_.empty()) text_ += '\n';
  return std::move(text_);
}

}  // namespace clausula
