#include "indexer/analyzer.h"

#include <algorithm>
#include <atomic>

#include "corpus/unicode.h"
#include "indexer/compounds.h"
#include "indexer/split_verbs.h"
#include "indexer/units.h"

namespace clausula {
namespace {

std::string_view list_of(Language language) {
  return language == Language::other ? std::string_view("en") : code_of(language);
}

WordKind kind_of(std::string_view text) {
  if (text.find('@') != std::string_view::npos) return WordKind::email;
  if (text.find("://") != std::string_view::npos || text.starts_with("www.")) return WordKind::url;
  const bool digits = std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
  return digits ? WordKind::number : WordKind::word;
}

}  // namespace

Analyzer::Analyzer(Language language, const Lexicon& lexicon)
    : language_(language), lexicon_(lexicon), stemmer_(make_stemmer(language, lexicon)) {
  if (language == Language::dutch) {
    compounds_ = std::make_unique<CompoundSplitter>(*stemmer_, lexicon);
    split_verbs_ = std::make_unique<SplitVerbFinder>(*stemmer_, lexicon);
  }
  for (const LexiconEntry& entry : lexicon.entries("stop-words.toml")) {
    for (const std::string& word : entry.list(list_of(language))) stop_words_.insert(normalize(word));
  }
}

Analyzer::~Analyzer() = default;

void Analyzer::describe(std::string_view surface, Word& word) {
  word.text = normalize(surface);
  if (word.text.empty()) word.text = surface;
  word.kind = kind_of(word.text);
  if (word.kind != WordKind::word) {
    word.stem = word.folded = word.text;
    return;
  }
  word.stop = stop_words_.contains(word.text);
  word.negated = stemmer_->analyze(word.text, word.stem);
  stemmer_->stem_folded(fold(word.text), word.folded);
  if (compounds_) compounds_->split(word.text, word.parts);
}

const Word& Analyzer::word(std::string_view form) {
  const auto found = words_.find(form);
  if (found != words_.end()) return *found->second;
  static std::atomic<std::uint32_t> next_serial = 1;
  auto word = std::make_unique<Word>();
  word->serial = next_serial++;
  describe(form, *word);
  return *words_.emplace(std::string(form), std::move(word)).first->second;
}

void Analyzer::analyze(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  std::uint32_t position = 0;
  for (const WordSpan& span : words(text)) {
    tokens.push_back({&word(text.substr(span.begin, span.end - span.begin)), static_cast<std::uint32_t>(span.begin),
                      static_cast<std::uint32_t>(span.end), ++position});
  }
}

void Analyzer::split_verbs(std::string_view text, std::span<const Token> tokens, std::vector<SplitVerb>& found) const {
  found.clear();
  if (split_verbs_) split_verbs_->find(text, tokens, found);
}

void Analyzer::units(std::string_view text, std::span<const Token> tokens, std::vector<Unit>& found) {
  if (!units_) units_ = std::make_unique<UnitFinder>(lexicon_, *this);
  units_->find(text, tokens, found);
}

void Analyzer::forget(std::size_t limit) {
  if (words_.size() <= limit) return;
  words_.clear();
  ++generation_;
}

std::string analyzer_id(const Lexicon& lexicon) {
  std::string id = "words-2";
  for (const Language language : {Language::dutch, Language::latvian, Language::english}) {
    id.append(1, ' ').append(stemmer_id(language));
  }
  return id + " lexicon-" + lexicon.analysis_id();
}

}  // namespace clausula
