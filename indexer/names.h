// Names of firms and shops in running text, told by capitals, quotation marks and legal forms.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/analyzer.h"
#include "indexer/fact_rules.h"

namespace clausula {

struct NameSpan {
  std::size_t begin = 0;  // bytes of the text, half-open; quotation marks around the whole name left out
  std::size_t end = 0;
  bool legal_form = false;  // has SIA, B.V. or the like
};

// Finds names in one clause. `cues` are those of controllers.toml in it.
class NameReader {
 public:
  NameReader(std::string_view text, std::span<const Token> tokens, std::span<const PhraseSet::Hit> cues);

  // The name with a legal form whose form stands at token `index`: "SIA “Zelta Pupa”", "Tulp & Zoon B.V.".
  std::optional<NameSpan> with_form(std::size_t index) const;

  // The run of capitalised words that begins at token `index`; nothing where that word is no beginning of a name
  // (lower case, or a stop word or title word alone).
  std::optional<NameSpan> run_from(std::size_t index) const;

  bool is_form(std::size_t index) const;
  bool capital(std::size_t index) const;
  // The name in quotation marks whose first word is token `index`.
  std::optional<NameSpan> quoted(std::size_t index) const;

 private:
  std::string_view surface(std::size_t index) const;
  // The bytes between a token and the next.
  std::string_view gap(std::size_t index) const;
  bool has_cue(std::size_t index, std::string_view id) const;
  // A word that is no name by itself, however it is written.
  bool is_plain(std::size_t index) const;
  bool joins(std::size_t index) const;
  // Last token of the run from `first`; `first` itself has been looked at.
  std::size_t run_end(std::size_t first) const;
  // Where a Latvian name of one capital ends that goes on in lower case: "SIA Tīkla darbi".
  std::size_t lower_end(std::size_t last, std::size_t first) const;
  std::size_t run_begin(std::size_t last) const;
  // End of a legal form, its last dot included: "B.V.".
  std::size_t form_end(std::size_t index) const;
  // Last token of a legal form of several words: "Sp. z o.o.".
  std::size_t form_last(std::size_t index) const;
  std::optional<NameSpan> quoted_after(std::size_t index) const;
  std::optional<NameSpan> quoted_before(std::size_t index) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  std::span<const PhraseSet::Hit> cues_;
};

// Without line breaks, doubled blanks and unbalanced quotation marks at either end.
std::string tidy_name(std::string_view name);

}  // namespace clausula
