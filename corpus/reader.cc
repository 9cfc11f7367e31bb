#include "corpus/reader.h"

#include "corpus/error.h"
#include "corpus/hash.h"
#include "corpus/html.h"
#include "corpus/listing.h"
#include "corpus/pdf.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::uintmax_t longest_hashed = 1u << 30;
constexpr std::size_t most_offsets = 10;  // of invalid bytes that are reported one by one

class PolicyReader {
 public:
  PolicyReader(const Listing& listing, const Provenance& source)
      : path_(listing.root / source.file), name_(printable(source.file)) {
    policy_.source = source;
  }

  Policy read(std::size_t max_bytes) {
    const std::string bytes = bytes_of(path_, max_bytes);
    if (bytes.empty()) throw InputError(name_ + ": empty; put the policy's text in it or leave it out");
    if (!policy_.source.sha256.empty() && policy_.source.sha256 != sha256_hex(bytes)) {
      report(0, "the file is not the one whose sha256 is given; update the sha256 or restore the file");
    }
    read_text(bytes);
    if (trim(policy_.text).empty()) throw InputError(name_ + ": holds no text; leave it out");
    set_language();
    return std::move(policy_);
  }

 private:
  void report(std::size_t offset, std::string message) {
    policy_.problems.push_back({policy_.source.file, offset, std::move(message)});
  }

  void read_text(const std::string& bytes) {
    const FileType type = type_of(path_);
    if (type == FileType::pdf || bytes.starts_with("%PDF-")) {
      policy_.text = text_of_pdf(bytes, name_);
      return;
    }
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (const std::size_t nul = bytes.find('\0'); !marked && nul != std::string::npos) {
      throw InputError(name_ + ": binary (byte " + std::to_string(nul) + " is NUL); policies are text, HTML or PDF");
    }
    DecodedText decoded = decode(bytes, type == FileType::html ? declared_encoding(bytes) : std::string());
    report_encoding(decoded, bytes);
    policy_.text = type == FileType::html ? text_of_html(decoded.text) : std::move(decoded.text);
  }

  void report_encoding(const DecodedText& decoded, const std::string& bytes) {
    if (decoded.encoding != "UTF-8") {
      report(0, "read as " + decoded.encoding +
                    "; offsets count in its UTF-8 form, convert the file with iconv to keep them");
    }
    for (std::size_t i = 0; i < decoded.invalid.size() && i < most_offsets; ++i) {
      const std::size_t offset = decoded.invalid[i];
      static constexpr char digits[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(bytes[offset]);
      report(offset, std::string("byte 0x") + digits[byte >> 4] + digits[byte & 15] + " is not " + decoded.encoding +
                         "; replaced by U+FFFD");
    }
    if (decoded.invalid_count > most_offsets) {
      report(decoded.invalid[most_offsets], std::to_string(decoded.invalid_count - most_offsets) +
                                                " more bytes from here on are not " + decoded.encoding +
                                                "; replaced by U+FFFD");
    }
  }

  void set_language() {
    const std::string declared = policy_.source.language.substr(0, policy_.source.language.find_first_of("-_"));
    if (!declared.empty()) {
      policy_.language = language_of_code(declared).value_or(Language::other);
      return;
    }
    const DetectedLanguage found = detect_language(policy_.text);
    policy_.language = found.language;
    if (found.reliable) policy_.foreign = policy_.text.size() * static_cast<std::size_t>(found.others) / 100;
  }

  std::filesystem::path path_;
  std::string name_;
  Policy policy_;
};

}  // namespace

std::string hash_of_file(const std::filesystem::path& file) { return sha256_hex(bytes_of(file, longest_hashed)); }

Policy read_policy(const Listing& listing, const Provenance& source, std::size_t max_bytes) {
  return PolicyReader(listing, source).read(max_bytes);
}

}  // namespace clausula
