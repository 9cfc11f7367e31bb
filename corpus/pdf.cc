#include "corpus/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>

#include "corpus/error.h"
#include "corpus/unicode.h"

namespace clausula {

std::string text_of_pdf(const std::string& bytes, const std::string& name) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw InputError(name + ": not a readable PDF; convert it with pdftotext");
  if (document->is_locked())
    throw InputError(name + ": locked by a password; remove it or convert with pdftotext -upw");
  std::string text;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    const poppler::byte_array utf8 = page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    text.append(utf8.begin(), utf8.end());
    text += "\n\n";
  }
  if (trim(text).empty()) throw InputError(name + ": holds no text, only images; it needs character recognition (OCR)");
  return decode(text).text;
}

}  // namespace clausula
