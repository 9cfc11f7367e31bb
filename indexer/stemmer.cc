#include "indexer/stemmer.h"

#include <libstemmer.h>

#include <stdexcept>

#include "indexer/dutch_stemmer.h"
#include "indexer/latvian_stemmer.h"

namespace clausula {
namespace {

class SnowballStemmer final : public Stemmer {
 public:
  SnowballStemmer(const char* algorithm, std::string_view id)
      : stemmer_(sb_stemmer_new(algorithm, "UTF_8"), &sb_stemmer_delete), id_(id) {
    if (!stemmer_) throw std::runtime_error(std::string("libstemmer has no algorithm ") + algorithm);
  }

  void stem(std::string_view word, std::string& stem) const override {
    const sb_symbol* result =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (result == nullptr) throw std::bad_alloc();
    stem.assign(reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    if (stem.empty()) stem = word;
  }

  std::string_view id() const override { return id_; }

 private:
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
  std::string_view id_;
};

class IdentityStemmer final : public Stemmer {
 public:
  void stem(std::string_view word, std::string& stem) const override { stem = word; }
  std::string_view id() const override { return stemmer_id(Language::other); }
};

}  // namespace

std::string_view stemmer_id(Language language) {
  switch (language) {
    case Language::latvian:
      return "latvian-2";
    case Language::dutch:
      return "dutch-1";
    case Language::english:
      return "porter2";
    case Language::other:
      break;
  }
  return "none";
}

std::unique_ptr<Stemmer> make_stemmer(Language language, const Lexicon& lexicon) {
  switch (language) {
    case Language::latvian:
      return std::make_unique<LatvianStemmer>(lexicon);
    case Language::dutch:
      return std::make_unique<DutchStemmer>(lexicon);
    case Language::english:
      return std::make_unique<SnowballStemmer>("english", stemmer_id(language));
    case Language::other:
      break;
  }
  return std::make_unique<IdentityStemmer>();
}

}  // namespace clausula
