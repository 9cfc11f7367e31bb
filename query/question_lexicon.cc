#include "query/question_lexicon.h"

#include <algorithm>

#include "corpus/unicode.h"

namespace clausula {
namespace {

// Their places in question_languages.
constexpr std::size_t dutch = 1;
constexpr std::size_t latvian = 2;

constexpr std::array<std::string_view, question_language_count> everyday{"en", "nl", "lv"};
constexpr std::array<std::string_view, question_language_count> official{"en-law", "nl-law", "lv-law"};

// Of the readings' languages, those that the question is in: each word votes for the languages that know it, less the
// more of them do. A language with less than this share of the strongest one's votes is taken for chance.
constexpr double least_share = 0.34;

bool is_filler(const Reading& reading) { return reading.meaning.role() == "filler"; }

// Latvian writes the negation into the verb: "nenodod".
bool is_negated(const QuestionText& question, const Reading& reading) {
  for (std::size_t word = reading.first; word <= reading.last; ++word) {
    if (!reading.covers(word)) continue;
    for (const auto* tokens : {&question.tokens, &question.folded}) {
      if ((*tokens)[reading.language][word].word->negated) return true;
    }
  }
  return false;
}

int rank(const Reading& reading) {
  if (is_filler(reading)) return 1;
  const MeaningKind kind = reading.meaning.kind;
  return kind == MeaningKind::concept_ || kind == MeaningKind::topic || kind == MeaningKind::party ? 2 : 0;
}

std::array<bool, question_language_count> languages_of(const QuestionText& question,
                                                       const std::vector<Reading>& readings) {
  std::array<double, question_language_count> votes{};
  for (std::size_t word = 0; word < question.size(); ++word) {
    std::array<bool, question_language_count> known{};
    for (std::size_t language = 0; language < known.size(); ++language) known[language] = question.stop(word, language);
    for (const Reading& reading : readings) {
      if (reading.meaning.kind != MeaningKind::party && reading.covers(word)) known[reading.language] = true;
    }
    const auto count = std::count(known.begin(), known.end(), true);
    for (std::size_t language = 0; language < known.size(); ++language) {
      if (known[language]) votes[language] += 1.0 / static_cast<double>(count);
    }
  }
  const double most = *std::max_element(votes.begin(), votes.end());
  std::array<bool, question_language_count> present{};
  for (std::size_t language = 0; language < present.size(); ++language) {
    present[language] = votes[language] > 0 && votes[language] >= least_share * most;
  }
  return present;
}

bool is_within(const Reading& inner, const Reading& outer) {
  if (inner.words() >= outer.words()) return false;
  for (std::size_t word = inner.first; word <= inner.last; ++word) {
    if (inner.covers(word) && !outer.covers(word)) return false;
  }
  return true;
}

// Concepts inside those that were kept: what a policy says in other words than "data leak notification" it may still
// say about data leaks.
void add_inner(const std::vector<Reading>& readings, std::vector<Reading>& kept) {
  const std::vector<Reading> outer = kept;
  for (Reading reading : readings) {
    // "Customer" is in too many things to tell one.
    const bool tells = reading.meaning.kind == MeaningKind::concept_ &&
                       (!reading.meaning.entry->value("topic").empty() || !reading.meaning.entry->list("what").empty());
    if (!tells) continue;
    reading.inner = std::any_of(outer.begin(), outer.end(), [&](const Reading& other) {
      return other.meaning.kind == MeaningKind::concept_ && is_within(reading, other);
    });
    const bool added = std::any_of(kept.begin(), kept.end(),
                                   [&](const Reading& other) { return other.meaning.entry == reading.meaning.entry; });
    if (reading.inner && !added) kept.push_back(reading);
  }
}

}  // namespace

QuestionLexicon::QuestionLexicon(const Lexicon& lexicon, QuestionAnalyzers& analyzers)
    : lexicon_(lexicon), analyzers_(analyzers) {
  for (std::size_t i = 0; i < question_language_count; ++i) {
    matchers_[i] = std::make_unique<PhraseMatcher>(analyzers.at(i));
  }
  exact_latvian_ = std::make_unique<PhraseMatcher>(analyzers.at(latvian));
  add_file("questions.toml", MeaningKind::pattern);
  add_file("concepts.toml", MeaningKind::concept_);
  add_file("topic-names.toml", MeaningKind::topic);
  for (const LexiconEntry& entry : lexicon.entries("durations.toml")) {
    const bool number = !entry.value("number").empty();
    if (!number && entry.value("unit").empty()) continue;
    const Meaning meaning{number ? MeaningKind::number : MeaningKind::unit, &entry};
    for (std::size_t i = 0; i < question_language_count; ++i) {
      for (const std::string& phrase : entry.list(everyday[i])) add(meaning, i, phrase);
    }
    // Units are written in English in Dutch and Latvian policies, too.
    for (const std::string& phrase : entry.list("nl")) add(meaning, 0, phrase);
  }
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  collect_parties();
}

void QuestionLexicon::add_file(std::string_view file, MeaningKind kind) {
  for (const LexiconEntry& entry : lexicon_.entries(file)) {
    Meaning meaning{kind, &entry};
    if (meaning.role() == "number") meaning.kind = MeaningKind::number;
    for (std::size_t i = 0; i < question_language_count; ++i) {
      for (const std::string& phrase : entry.list(everyday[i])) add(meaning, i, phrase);
      for (const std::string& phrase : entry.list(official[i])) add(meaning, i, phrase);
    }
  }
}

void QuestionLexicon::add(const Meaning& meaning, std::size_t language, std::string_view phrase) {
  const auto id = static_cast<std::uint32_t>(phrases_.size());
  const std::string folded = fold(phrase);
  matchers_[language]->add(folded, id);
  for (const WordSpan& word : clausula::words(folded)) {
    words_.push_back(folded.substr(word.begin, word.end - word.begin));
  }
  if (language == latvian) exact_latvian_->add(phrase, id);
  phrases_.emplace_back(meaning, phrase.find("..") != std::string_view::npos);
}

// Latvian inflects names, and its analysis leaves those of the others as they are.
void QuestionLexicon::add_party(const LexiconEntry& entry, std::string_view folded) const {
  matchers_[latvian]->add(folded, static_cast<std::uint32_t>(phrases_.size()));
  phrases_.emplace_back(Meaning{MeaningKind::party, &entry}, folded.find("..") != std::string_view::npos);
}

void QuestionLexicon::collect_parties() {
  for (const LexiconEntry& entry : lexicon_.entries("parties.toml")) {
    for (const std::string_view list : {"names", "products"}) {
      for (const std::string& name : entry.list(list)) {
        std::string folded = fold(name);
        if (!parties_.emplace(folded, &entry).second) continue;
        const std::vector<WordSpan> words = clausula::words(folded);
        // The first letter of a stem is that of the word, where ne- is no negation.
        if (words.empty() || folded.compare(words.front().begin, 2, "ne") == 0) {
          add_party(entry, folded);
        } else {
          waiting_[folded[words.front().begin]].push_back({&entry, folded});
        }
        party_names_.push_back(std::move(folded));
      }
    }
  }
}

void QuestionLexicon::learn_parties(const QuestionText& question) const {
  for (const auto* tokens : {&question.folded[latvian], &question.affirmed}) {
    for (const Token& token : *tokens) {
      const auto waiting = waiting_.find(token.word->text.front());
      if (waiting == waiting_.end()) continue;
      for (const WaitingParty& party : waiting->second) add_party(*party.entry, party.folded);
      waiting_.erase(waiting);
    }
  }
}

const LexiconEntry* QuestionLexicon::party(std::string_view folded) const {
  const auto found = parties_.find(std::string(folded));
  return found == parties_.end() ? nullptr : found->second;
}

// A compound that the lexicon does not have is about what its parts are about: "nieuwsbriefadressen" about newsletters.
// What it begins with tells it from others of its kind.
void QuestionLexicon::add_compounds(const QuestionText& question, std::vector<Reading>& readings) const {
  std::vector<PhraseMatcher::Match> matches;
  for (std::size_t word = 0; word < question.size(); ++word) {
    const Word& compound = *question.folded[dutch][word].word;
    const bool known = std::any_of(readings.begin(), readings.end(),
                                   [&](const Reading& other) { return other.language == dutch && other.covers(word); });
    if (known || compound.parts.size() < 2) continue;
    bool found = false;
    for (const CompoundPart& part : compound.parts) {
      Token token = question.folded[dutch][word];
      token.word = &analyzers_.at(dutch).word(compound.text.substr(part.begin, part.end - part.begin));
      matchers_[dutch]->match(std::span(&token, 1), matches);
      for (const PhraseMatcher::Match& match : matches) {
        const Meaning& meaning = phrases_[match.id].first;
        if (meaning.kind != MeaningKind::concept_) continue;
        readings.push_back({meaning, word, word, false, false, dutch});
        found = true;
      }
      if (found) break;
    }
  }
}

std::vector<bool> QuestionLexicon::known_words(const QuestionText& question) const {
  std::vector<bool> known(question.size());
  for (const Reading& reading : all_readings(question)) {
    for (std::size_t word = reading.first; word <= reading.last; ++word) {
      if (reading.covers(word)) known[word] = true;
    }
  }
  for (std::size_t word = 0; word < question.size(); ++word) {
    for (std::size_t language = 0; language < question_language_count; ++language) {
      if (question.stop(word, language)) known[word] = true;
    }
  }
  return known;
}

std::vector<Reading> QuestionLexicon::all_readings(const QuestionText& question) const {
  learn_parties(question);
  std::vector<Reading> readings;
  std::vector<PhraseMatcher::Match> matches;
  const auto add = [&](const PhraseMatcher& matcher, const std::vector<Token>& tokens, std::size_t language,
                       auto&& negated) {
    matcher.match(tokens, matches);
    for (const PhraseMatcher::Match& match : matches) {
      const auto& [meaning, gap] = phrases_[match.id];
      Reading reading{meaning, match.first, match.last, gap, false, language};
      reading.negated = negated(reading);
      readings.push_back(reading);
    }
  };
  const auto by_words = [&](const Reading& reading) { return is_negated(question, reading); };
  for (std::size_t language = 0; language < question_language_count; ++language) {
    add(*matchers_[language], question.folded[language], language, by_words);
  }
  add(*exact_latvian_, question.tokens[latvian], latvian, by_words);
  const std::size_t known = readings.size();
  add(*matchers_[latvian], question.affirmed, latvian, [](const Reading&) { return true; });
  // Without its ne- a word counts where it is a verb only, and nothing is known of it as it is.
  const auto is_known = [&](const Reading& reading) {
    return reading.meaning.role() != "verb" || reading.words() > 1 ||
           question.affirmed[reading.first].word == question.folded[latvian][reading.first].word ||
           std::any_of(readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(known),
                       [&](const Reading& other) { return other.covers(reading.first); });
  };
  std::vector<Reading> affirmed(readings.begin() + static_cast<std::ptrdiff_t>(known), readings.end());
  readings.resize(known);
  std::erase_if(affirmed, is_known);
  readings.insert(readings.end(), affirmed.begin(), affirmed.end());
  add_compounds(question, readings);
  return readings;
}

std::vector<Reading> QuestionLexicon::read(const QuestionText& question, bool fillers) const {
  std::vector<Reading> readings = all_readings(question);
  const auto present = languages_of(question, readings);
  if (!fillers) std::erase_if(readings, is_filler);
  std::erase_if(readings, [&](const Reading& reading) {
    return reading.meaning.kind != MeaningKind::party && !present[reading.language];
  });
  // Longest first. Ways of asking come before fillers, and those before concepts: "personal data" in a question is no
  // question about data.
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return a.words() != b.words() ? a.words() > b.words() : rank(a) < rank(b);
  });
  std::vector<Reading> kept;
  for (const Reading& reading : readings) {
    const bool free = std::all_of(kept.begin(), kept.end(), [&](const Reading& other) {
      if (other.first == reading.first && other.last == reading.last && other.gap == reading.gap) {
        return other.meaning.entry != reading.meaning.entry && !is_filler(other) && !is_filler(reading);
      }
      for (std::size_t word = reading.first; word <= reading.last; ++word) {
        if (reading.covers(word) && other.covers(word)) return false;
      }
      return true;
    });
    if (free) kept.push_back(reading);
  }
  add_inner(readings, kept);
  std::stable_sort(kept.begin(), kept.end(), [](const Reading& a, const Reading& b) { return a.first < b.first; });
  return kept;
}

}  // namespace clausula
