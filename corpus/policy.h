// A policy as its shop published it: the text, and where and when it is from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/language.h"

namespace clausula {

// What the data package (or the file system) says of a policy; every field but `id` and `file` may be empty.
struct Provenance {
  std::string id;        // names the policy: the file's stem, or column `id`
  std::string shop;      // as the shop calls itself
  std::string language;  // ISO 639-1 as declared; empty: to be detected
  std::string country;   // ISO 3166 alpha-2
  std::string sector;
  std::string url;
  std::string retrieved;  // ISO 8601 date; tells versions of one id apart
  std::string file;       // path inside the corpus, with '/'
  std::string sha256;     // of the file's bytes, lower-case hex
  std::string license;
  std::string notes;
  // Set by the reader: `retrieved` of an older version of an id that the corpus holds several of; empty for the newest.
  std::string version;
};

// Something in one policy that a person should know of; it never ends a run.
struct Problem {
  std::string file;
  std::size_t offset = 0;  // byte in the file as it is on disk; 0 where it concerns the whole file
  std::string message;     // what is wrong and what was done about it, or what to do
};

struct Policy {
  Provenance source;
  // Language of the policy as a whole: declared, else detected.
  Language language = Language::other;
  // Bytes of the text that detection found to be in another language; as many as there are where nobody looked.
  std::size_t foreign = static_cast<std::size_t>(-1);
  // UTF-8, always valid. For a UTF-8 plain-text file it is the file byte for byte; for other encodings
  // the transcoded text; for HTML the text of the page, one block a line, with headings, items and bold paragraphs in
  // the signs of Markdown and the cells of a table row parted by " | ".
  std::string text;
  std::vector<Problem> problems;
};

// `id` for the newest version of a policy, `id@DATE` for an older one.
std::string versioned_id(const Provenance& source);

}  // namespace clausula
