#include "query/clause_concepts.h"

namespace clausula {

ConceptReader::ConceptReader(Language language, const Lexicon& lexicon)
    : analyzer_(language, lexicon), matcher_(analyzer_) {
  const std::string everyday(code_of(language));
  for (const LexiconEntry& entry : lexicon.entries("concepts.toml")) {
    const auto number = static_cast<std::uint32_t>(ids_.size());
    ids_.push_back(entry.id);
    for (const std::string& list : {everyday, everyday + "-law"}) {
      for (const std::string& phrase : entry.list(list)) matcher_.add(phrase, number);
    }
  }
}

std::set<std::string> ConceptReader::concepts_of(std::string_view text) {
  std::vector<Token> tokens;
  analyzer_.analyze(text, tokens);
  std::vector<PhraseMatcher::Match> matches;
  matcher_.match(tokens, matches);
  std::set<std::string> concepts;
  for (const PhraseMatcher::Match& match : matches) concepts.insert(ids_[match.id]);
  return concepts;
}

}  // namespace clausula
