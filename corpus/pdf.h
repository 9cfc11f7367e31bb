// The text of a PDF file, by poppler. Internal to corpus/.
#pragma once

#include <string>

namespace clausula {

// UTF-8, in reading order, pages parted by a blank line. `name` stands in messages. Throws InputError where the file is
// no PDF, is locked by a password, or holds no text.
std::string text_of_pdf(const std::string& bytes, const std::string& name);

}  // namespace clausula
