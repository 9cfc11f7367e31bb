#include <algorithm>

#include "corpus/error.h"
#include "corpus/unicode.h"
#include "indexer/fact_rules.h"
#include "indexer/parties.h"

namespace clausula {
namespace {

constexpr std::array<std::string_view, 2> codes{"nl", "lv"};

std::size_t index_of(Language language) { return language == Language::latvian ? 1 : 0; }

// The name of a list in our language: "" for "nl", "NAME" for "nl-NAME"; nothing for another language's.
std::optional<std::string_view> list_name(std::string_view key, std::string_view code) {
  if (!key.starts_with(code)) return std::nullopt;
  key.remove_prefix(code.size());
  if (key.empty()) return key;
  if (!key.starts_with('-')) return std::nullopt;
  return key.substr(1);
}

// How people type a phrase: as it stands, without long vowels and soft consonants, without any diacritics.
std::vector<std::string> spellings(const std::string& phrase) {
  static constexpr std::array<std::array<std::string_view, 2>, 8> plain{
      {{"ā", "a"}, {"ē", "e"}, {"ī", "i"}, {"ū", "u"}, {"ģ", "g"}, {"ķ", "k"}, {"ļ", "l"}, {"ņ", "n"}}};
  std::vector<std::string> all{phrase};
  std::string partly = phrase;
  for (const auto& [letter, typed] : plain) {
    for (std::size_t at = partly.find(letter); at != std::string::npos; at = partly.find(letter, at)) {
      partly.replace(at, letter.size(), typed);
    }
  }
  if (partly != phrase) all.push_back(partly);
  if (std::string bare = fold(phrase); bare != phrase && bare != partly) all.push_back(std::move(bare));
  return all;
}

}  // namespace

std::size_t fact_lexicon_file(std::string_view name) {
  const auto found = std::find(fact_lexicon_files.begin(), fact_lexicon_files.end(), name);
  if (found == fact_lexicon_files.end()) {
    throw UsageError("lexicon file " + std::string(name) + " is not among those of the facts");
  }
  return static_cast<std::size_t>(found - fact_lexicon_files.begin());
}

PhraseSet::PhraseSet(const Lexicon& lexicon, Analyzer& analyzer) : matcher_(analyzer) {
  const std::string_view code = codes[index_of(analyzer.language())];
  for (std::size_t file = 0; file < fact_lexicon_files.size(); ++file) {
    for (const LexiconEntry& entry : lexicon.entries(fact_lexicon_files[file])) {
      for (const auto& [key, phrases] : entry.lists) {
        const auto list = list_name(key, code);
        if (!list) continue;
        const auto id = static_cast<std::uint32_t>(sources_.size());
        sources_.push_back({&entry, *list, file});
        for (const std::string& phrase : phrases) {
          if (analyzer.language() != Language::latvian) {
            matcher_.add(phrase, id);
            continue;
          }
          for (const std::string& typed : spellings(phrase)) matcher_.add(typed, id);
        }
      }
    }
  }
}

void PhraseSet::match(std::span<const Token> tokens, std::vector<Hit>& hits) const {
  thread_local std::vector<PhraseMatcher::Match> matches;  // kept for its memory
  matcher_.match(tokens, matches);
  hits.clear();
  hits.reserve(matches.size());
  for (const PhraseMatcher::Match& match : matches) {
    const Source& source = sources_[match.id];
    hits.push_back({source.entry, source.list, match.first, match.last, source.file});
  }
}

FactPhrases::FactPhrases(const Lexicon& lexicon) {
  for (const Language language : {Language::dutch, Language::latvian}) {
    const std::size_t at = index_of(language);
    analyzers_[at] = std::make_unique<Analyzer>(language, lexicon);
    sets_[at] = std::make_unique<const PhraseSet>(lexicon, *analyzers_[at]);
    parties_[at] = std::make_unique<const PartyTable>(lexicon, *analyzers_[at]);
  }
}

FactPhrases::~FactPhrases() = default;

const PhraseSet& FactPhrases::of(Language language) const { return *sets_[index_of(language)]; }

const PartyTable& FactPhrases::parties(Language language) const { return *parties_[index_of(language)]; }

std::vector<std::vector<SentenceView>> sentences_of(std::span<const ClauseView> clauses) {
  std::vector<std::vector<SentenceView>> all;
  all.reserve(clauses.size());
  for (const ClauseView& view : clauses) {
    auto& own = all.emplace_back();
    std::size_t token = 0;
    for (const WordSpan& span : sentences(view.text)) {
      SentenceView sentence{token, token, span.begin, span.end};
      while (sentence.end_token < view.tokens.size() && view.tokens[sentence.end_token].begin < span.end) {
        ++sentence.end_token;
      }
      token = sentence.end_token;
      if (sentence.end_token > sentence.first_token) own.push_back(sentence);
    }
  }
  return all;
}

double FactContext::score(std::size_t index, Topic topic) const {
  if (index >= tags.size()) return 0;
  for (const TopicTag& tag : tags[index]) {
    if (tag.topic == topic) return tag.score;
  }
  return 0;
}

Evidence FactContext::evidence(std::size_t index, std::size_t begin, std::size_t end) const {
  const Clause& clause = this->clause(index);
  const std::string_view text = clauses[index].text;
  const auto line_at = [&](std::size_t offset) {
    return clause.lines.first + static_cast<int>(std::count(text.begin(), text.begin() + offset, '\n'));
  };
  return {clause.number, {line_at(begin), line_at(end)}, clause.begin + begin, clause.begin + end};
}

Evidence FactContext::evidence_of_tokens(std::size_t index, std::size_t first, std::size_t last) const {
  const std::vector<Token>& tokens = clauses[index].tokens;
  return evidence(index, tokens[first].begin, tokens[last].end);
}

}  // namespace clausula
