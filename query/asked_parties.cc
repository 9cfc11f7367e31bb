#include "query/asked_parties.h"

#include <algorithm>
#include <optional>

#include "corpus/spelling.h"
#include "corpus/unicode.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

constexpr std::size_t longest_name = 4;  // words

class PartyFinder {
 public:
  PartyFinder(Question& question, std::span<const Reading> readings, const QuestionLexicon& lexicon,
              const Vocabulary& vocabulary, bool sharing, std::vector<bool>& taken)
      : question_(question),
        readings_(readings),
        lexicon_(lexicon),
        vocabulary_(vocabulary),
        sharing_(sharing),
        taken_(taken) {}

  void find() {
    for (const Reading& reading : readings_) {
      if (reading.meaning.kind == MeaningKind::party) take_known(reading);
    }
    for (std::size_t word = 0; word < question_.text.size(); ++word) {
      // "Van Duin & Kool": a name may begin with a word that says nothing by itself.
      const bool free = is_free(word);
      if (!free && (word == 0 || !capital(word))) continue;
      const std::size_t last = known_to_index(word, free ? 1 : 2);
      if (last >= word) word = last;
    }
    if (!sharing_) return;
    for (std::size_t word = 0; word < question_.text.size(); ++word) {
      if (is_free(word) && !question_.text.stop(word, 1) && !question_.text.stop(word, 2)) take_unknown(word);
    }
  }

 private:
  bool capital(std::size_t word) const {
    const std::string_view surface = question_.text.surface(word);
    const std::string normal = normalize(surface);
    return normal.substr(0, 1) != surface.substr(0, 1);
  }

  // No reading says anything about the word.
  bool is_free(std::size_t word) const {
    if (taken_[word] || question_.text.tokens[0][word].word->kind == WordKind::number) return false;
    return std::none_of(readings_.begin(), readings_.end(), [&](const Reading& reading) {
      return reading.meaning.kind != MeaningKind::party && reading.covers(word);
    });
  }

  // "with", "aan", "ar" stand before it.
  bool after_preposition(std::size_t word) const {
    return word > 0 && std::any_of(readings_.begin(), readings_.end(), [&](const Reading& reading) {
             const std::string& id = reading.meaning.entry->id;
             return (id == "to-whom" || id == "to-party") && reading.last == word - 1;
           });
  }

  void add(std::size_t first, std::size_t last, AskedParty party) {
    for (std::size_t word = first; word <= last; ++word) taken_[word] = true;
    const bool known = std::any_of(question_.parties.begin(), question_.parties.end(),
                                   [&](const AskedParty& other) { return other.value == party.value; });
    if (!known) question_.parties.push_back(std::move(party));
  }

  void take_known(const Reading& reading) {
    const LexiconEntry& entry = *reading.meaning.entry;
    // A name that is a word as well needs its capital, or to stand where a party stands.
    if (entry.value("mention") == "word" && !capital(reading.first) && !(sharing_ && after_preposition(reading.first)))
      return;
    add(reading.first, reading.last, party_named(entry.value("name"), lexicon_));
  }

  std::string folded(std::size_t first, std::size_t last) const {
    std::string name;
    for (std::size_t word = first; word <= last; ++word) {
      name.append(name.empty() ? "" : " ").append(fold(question_.text.surface(word)));
    }
    return name;
  }

  std::string surface(std::size_t first, std::size_t last) const {
    const Token& begin = question_.text.tokens[0][first];
    const Token& end = question_.text.tokens[0][last];
    return question_.text.text.substr(begin.begin, end.end - begin.begin);
  }

  bool is_recipient(const std::string& name) const {
    return vocabulary_.has(term(prefix::recipient, name)) || vocabulary_.has(term(prefix::denied, name));
  }

  // The last word of the longest name of at least `words` words from `first` on that the index has; less than `first`
  // where there is none.
  std::size_t known_to_index(std::size_t first, std::size_t words) {
    std::size_t last = std::min(first + longest_name, question_.text.size());
    while (last-- > first + words - 1) {
      // Signs between words are part of some names: "Van Duin & Kool".
      if (!is_recipient(folded(first, last)) && !is_recipient(fold(surface(first, last)))) continue;
      add(first, last, party_named(surface(first, last), lexicon_));
      return last;
    }
    return first == 0 ? 0 : first - 1;
  }

  void take_unknown(std::size_t word) {
    const std::string name = folded(word, word);
    const bool looks_like_one = (capital(word) && word > 0) || after_preposition(word);
    if (!looks_like_one) return;
    if (!vocabulary_.has(term(prefix::stem, question_.text.tokens[1][word].word->stem))) {
      std::vector<std::string> names = vocabulary_.recipients();
      names.insert(names.end(), lexicon_.party_names().begin(), lexicon_.party_names().end());
      if (const auto meant = nearest(name, names)) {
        AskedParty party = party_named(*meant, lexicon_);
        question_.corrections.push_back({std::string(question_.text.surface(word)), party.name});
        add(word, word, std::move(party));
        return;
      }
    }
    if (!capital(word)) return;
    std::size_t last = word;
    while (last + 1 < question_.text.size() && is_free(last + 1) && capital(last + 1)) ++last;
    add(word, last, party_named(surface(word, last), lexicon_));
  }

  Question& question_;
  std::span<const Reading> readings_;
  const QuestionLexicon& lexicon_;
  const Vocabulary& vocabulary_;
  bool sharing_;
  std::vector<bool>& taken_;
};

bool is_recipient_preposition(const Reading& reading) { return reading.meaning.entry->id == "to-party"; }

}  // namespace

void find_party_by_place(Question& question, std::span<const Reading> readings, const QuestionLexicon& lexicon,
                         std::vector<bool>& taken) {
  for (const Reading& preposition : readings) {
    const std::size_t word = preposition.last + 1;
    if (!is_recipient_preposition(preposition) || word >= question.text.size() || taken[word]) continue;
    const bool known =
        std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) { return reading.covers(word); });
    if (known || question.text.stop(word, 0) || question.text.stop(word, 1) || question.text.stop(word, 2)) continue;
    taken[word] = true;
    question.parties.push_back(party_named(question.text.surface(word), lexicon));
    return;
  }
}

AskedParty party_named(std::string_view name, const QuestionLexicon& lexicon) {
  const std::string folded = fold(name);
  const LexiconEntry* entry = lexicon.party(folded);
  if (entry == nullptr) return {std::string(name), folded, {}};
  return {std::string(entry->value("name")), fold(entry->value("name")), std::string(entry->value("category"))};
}

void find_parties(Question& question, std::span<const Reading> readings, const QuestionLexicon& lexicon,
                  const Vocabulary& vocabulary, bool sharing, std::vector<bool>& taken) {
  PartyFinder(question, readings, lexicon, vocabulary, sharing, taken).find();
}

}  // namespace clausula
