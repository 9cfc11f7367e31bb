// The names and words that an index knows, as far as understanding a question needs them.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace clausula {

class Vocabulary {
 public:
  virtual ~Vocabulary() = default;
  // Whether a term of the schema occurs.
  virtual bool has(const std::string& term) const = 0;
  // Folded names of all organisations that get data, or are said to get none.
  virtual std::vector<std::string> recipients() const = 0;
};

// That of an index, which it borrows.
class IndexVocabulary final : public Vocabulary {
 public:
  explicit IndexVocabulary(const Xapian::Database& database) : database_(database) {}
  bool has(const std::string& term) const override;
  std::vector<std::string> recipients() const override;

 private:
  const Xapian::Database& database_;
};

}  // namespace clausula
