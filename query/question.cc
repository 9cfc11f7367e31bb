#include "query/question.h"

#include <algorithm>

#include "indexer/iso_duration.h"
#include "query/asked_parties.h"
#include "query/quantities.h"
#include "query/question_spelling.h"

namespace clausula {
namespace {

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

Comparison negation_of(const Bounds& bounds) {
  if (bounds.low) return bounds.strict_low ? Comparison::at_most : Comparison::less;
  return bounds.strict_high ? Comparison::at_least : Comparison::more;
}

// Turns the readings of one question into what it asks for.
class Interpreter {
 public:
  Interpreter(const QuestionLexicon& lexicon, const Vocabulary& vocabulary, std::vector<std::string>& quoted)
      : lexicon_(lexicon), vocabulary_(vocabulary), quoted_(quoted) {}

  Question interpret(QuestionText text) {
    question_.text = std::move(text);
    taken_.assign(question_.text.size(), false);
    readings_ = lexicon_.read(question_.text, true);
    const bool says_something = std::any_of(readings_.begin(), readings_.end(), [](const Reading& reading) {
      const std::string_view role = reading.meaning.role();
      return role != "filler" && role != "compare";
    });
    if (!says_something) readings_ = lexicon_.read(question_.text, false);
    for (const Reading& reading : readings_) look_at_pattern(reading);
    for (const Reading& reading : readings_) look_at_concept(reading);
    take_quantities();
    const bool sharing = shares_ || gives_ || uses_ || negated_;
    find_parties(question_, readings_, lexicon_, vocabulary_, sharing || asks_policies_, taken_);
    if (shares_ && question_.parties.empty() && question_.categories.empty() && implied_object_.empty()) {
      find_party_by_place(question_, readings_, lexicon_, taken_);
    }
    if ((shares_ || gives_) && question_.parties.empty() && question_.categories.empty()) take_quoted();
    decide();
    take_articles();
    collect_words();
    return std::move(question_);
  }

 private:
  void take(const Reading& reading) {
    for (std::size_t word = reading.first; word <= reading.last; ++word) {
      if (reading.covers(word)) taken_[word] = true;
    }
  }

  void add_topic(std::string_view name) {
    if (const auto topic = topic_of(name)) add_once(question_.topics, *topic);
  }

  void look_at_pattern(const Reading& reading) {
    const std::string_view role = reading.meaning.role();
    if (role.empty()) return;
    const LexiconEntry& entry = *reading.meaning.entry;
    if (role != "age" && role != "compare") take(reading);
    if (role == "ask") {
      const std::string_view group = entry.value("group");
      asks_policies_ |= group == "policy";
      asks_numbers_ |= group == "numbers";
      add_topic(entry.value("topic"));
    } else if (role == "verb") {
      const std::string_view act = entry.value("act");
      shares_ |= act == "shares";
      uses_ |= act == "uses";
      keeps_ |= act == "keeps";
      mentions_ |= act == "mentions" || act == "asks";
      gives_ |= act == "gives";
      has_ |= act == "has";
      answers_ |= act == "answers";
      deletes_ |= act == "deletes";
      if (!entry.value("topic").empty()) {
        add_topic(entry.value("topic"));
        add_concept(reading);
      }
      negated_ |= reading.negated;
    } else if (role == "not") {
      negated_ = true;
      if (!entry.value("object").empty()) implied_object_ = entry.value("object");
    } else if (role == "age") {
      about_age_ = true;
    } else if (role == "filter") {
      if (const auto language = language_of_code(entry.value("lang"))) add_once(question_.languages, *language);
      if (!entry.value("country").empty()) add_once(question_.countries, std::string(entry.value("country")));
    }
  }

  bool names_topic(const Reading& reading) const {
    if (reading.meaning.kind == MeaningKind::topic || topic_of(reading.meaning.entry->id)) return true;
    return std::any_of(readings_.begin(), readings_.end(), [&](const Reading& other) {
      return other.meaning.kind == MeaningKind::topic && other.first == reading.first && other.last == reading.last;
    });
  }

  void add_concept(const Reading& reading) {
    AskedConcept asked{reading.meaning.entry, {}, names_topic(reading)};
    for (std::size_t word = reading.first; word <= reading.last; ++word) {
      if (reading.covers(word)) asked.words.push_back(word);
    }
    (reading.inner ? question_.inner_concepts : question_.concepts).push_back(std::move(asked));
  }

  void look_at_concept(const Reading& reading) {
    const LexiconEntry& entry = *reading.meaning.entry;
    if (reading.inner) return add_concept(reading);
    if (reading.meaning.kind == MeaningKind::topic) {
      take(reading);
      add_topic(entry.id);
      // Where a concept has the same name, it knows more words for it.
      const bool has_concept = std::any_of(readings_.begin(), readings_.end(), [&](const Reading& other) {
        return other.meaning.kind == MeaningKind::concept_ && other.first == reading.first &&
               other.last == reading.last;
      });
      if (!has_concept) add_concept(reading);
    }
    if (reading.meaning.kind != MeaningKind::concept_) return;
    take(reading);
    answers_ |= entry.value("act") == "answers";
    add_topic(entry.value("topic"));
    add_concept(reading);
    if (!entry.value("category").empty()) {
      add_once(question_.categories, std::string(entry.value("category")));
    } else if (!entry.value("parties").empty()) {
      add_once(question_.categories, std::string(entry.value("parties")));
    }
    if (!entry.value("fact").empty()) add_once(question_.facts, std::string(entry.value("fact")));
  }

  void take_quantities() {
    const bool about_minors = question_.about(Topic::minors) || about_age_;
    Quantities found = read_quantities(question_.text, readings_, question_.about(Topic::minors));
    question_.period = found.period;
    question_.age = found.age;
    for (const std::size_t word : found.consumed) taken_[word] = true;
    if (found.period && !found.consumed.empty()) {
      const auto [first, last] = std::minmax_element(found.consumed.begin(), found.consumed.end());
      period_words_ = {*first, *last};
    }
    if (found.age && about_minors) add_once(question_.topics, Topic::minors);
    for (const Reading& reading : readings_) {
      const std::string_view role = reading.meaning.role();
      if (role == "compare" || role == "age") take(reading);
    }
  }

  void take_quoted() {
    for (const std::string& name : quoted_) question_.parties.push_back(party_named(name, lexicon_));
    quoted_.clear();
  }

  void decide() {
    const bool named = !question_.parties.empty() || !question_.categories.empty();
    const bool asked = asks_policies_ || negated_;
    Question& q = question_;
    // "Give no retention period" gives information, "give nothing to others" data.
    if (gives_) (named || q.topics.empty() || !q.facts.empty() ? shares_ : mentions_) = true;
    // To delete within a month is to keep no longer; the right to have data deleted knows no period.
    deletes_ |= std::find(q.facts.begin(), q.facts.end(), "right:erasure") != q.facts.end();
    keeps_ |= deletes_ && q.period;
    if (names_length_only(named)) {
      Unit unit{WordKind::duration, iso_of_days(*q.period->low), static_cast<std::uint32_t>(period_words_.first),
                static_cast<std::uint32_t>(period_words_.second)};
      q.units.push_back(std::move(unit));
      q.period.reset();
    }
    if ((answers_ && (q.period || asks_numbers_)) || (q.about(Topic::rights) && q.period && !keeps_)) {
      q.practice = Practice::deadline;
      q.topics = {Topic::rights};
    } else if (q.period || (asks_numbers_ && q.about(Topic::retention) && !named)) {
      q.practice = Practice::period;
      add_once(q.topics, Topic::retention);
      std::erase(q.topics, Topic::rights);
      if (negated_ && q.period && (q.period->low.has_value() != q.period->high.has_value())) {
        q.period = compare(negation_of(*q.period), q.period->low ? *q.period->low : *q.period->high);
        q.throughout = true;
      }
    } else if (q.age || (asks_numbers_ && q.about(Topic::minors))) {
      q.practice = Practice::age;
      add_once(q.topics, Topic::minors);
    } else if (negated_ && (mentions_ || ((has_ || uses_) && asks_policies_ && !named && !shares_)) &&
               !q.topics.empty()) {
      q.practice = q.facts.empty() ? Practice::mention : Practice::fact;
      q.lacking = true;
    } else if ((named && (shares_ || uses_ || asked)) || (shares_ && asked && q.facts.empty())) {
      q.practice = Practice::sharing;
      add_once(q.topics, Topic::recipients);
      q.polarity = negated_ ? Polarity::denies : Polarity::shares;
      if (!named) q.categories.emplace_back(implied_object_.empty() ? "third-parties" : implied_object_);
    } else if (!q.facts.empty() && asked) {
      q.practice = Practice::fact;
      if (negated_) negate_facts();
    } else if ((mentions_ || has_ || uses_) && asks_policies_ && !negated_ && !q.topics.empty()) {
      q.practice = Practice::mention;
    }
    if (q.practice != Practice::sharing) q.categories.clear();
    // "transfer data outside the EU" speaks of a place, not of parties.
    if (q.practice == Practice::fact) std::erase(q.topics, Topic::recipients);
    if (q.practice == Practice::period || q.practice == Practice::age) q.facts.clear();
    q.group = asks_numbers_                                    ? Group::numbers
              : asks_policies_ || q.practice != Practice::none ? Group::policy
                                                               : Group::clause;
  }

  // "two years", "kandelaar 24 maanden": a length of time and nothing that says how long what is kept.
  bool names_length_only(bool named) const {
    const Question& q = question_;
    return q.period && q.period->low && q.period->low == q.period->high && !named && !keeps_ && !answers_ &&
           !mentions_ && !asks_policies_ && !asks_numbers_ && !negated_ && !q.about(Topic::retention) &&
           !q.about(Topic::rights) && q.data().empty();
  }

  void take_articles() {
    for (const Unit& unit : question_.text.articles) {
      for (std::size_t word = unit.first; word <= unit.last; ++word) taken_[word] = true;
      question_.units.push_back(unit);
    }
  }

  // That data do not leave the EEA is stated; that a right is not granted is left unsaid.
  void negate_facts() {
    for (std::string& fact : question_.facts) {
      if (fact == "transfer:yes") {
        fact = "transfer:no";
      } else {
        question_.lacking = true;
      }
    }
  }

  void collect_words() {
    std::vector<std::size_t> stops;
    for (std::size_t word = 0; word < question_.text.size(); ++word) {
      if (taken_[word]) continue;
      bool stop = false;
      for (std::size_t language = 0; language < question_language_count; ++language) {
        stop |= question_.text.stop(word, language);
      }
      (stop ? stops : question_.words).push_back(word);
    }
    const bool empty = question_.topics.empty() && question_.concepts.empty() && question_.parties.empty() &&
                       question_.words.empty() && question_.units.empty() && question_.practice == Practice::none;
    if (empty) question_.words = std::move(stops);
  }

  const QuestionLexicon& lexicon_;
  const Vocabulary& vocabulary_;
  std::vector<std::string>& quoted_;
  Question question_;
  std::vector<Reading> readings_;
  std::vector<bool> taken_;
  std::string implied_object_;
  std::pair<std::size_t, std::size_t> period_words_;
  bool asks_policies_ = false;
  bool asks_numbers_ = false;
  bool shares_ = false;
  bool uses_ = false;
  bool keeps_ = false;
  bool mentions_ = false;
  bool gives_ = false;
  bool has_ = false;
  bool answers_ = false;
  bool deletes_ = false;
  bool negated_ = false;
  bool about_age_ = false;
};

}  // namespace

std::vector<std::string> Question::data() const {
  std::vector<std::string> names;
  for (const AskedConcept& asked : concepts) {
    for (const std::string& what : asked.entry->list("what")) add_once(names, what);
  }
  return names;
}

bool Question::about(Topic topic) const { return std::find(topics.begin(), topics.end(), topic) != topics.end(); }

QuestionReader::QuestionReader(const Lexicon& lexicon) : analyzers_(lexicon), lexicon_(lexicon, analyzers_) {}

Question QuestionReader::read(std::string_view text, const Vocabulary& vocabulary, std::vector<std::string>& quoted) {
  QuestionText typed = analyze_question(text, analyzers_);
  std::vector<Correction> corrections = misspelt_words(typed, lexicon_, vocabulary);
  if (!corrections.empty()) typed = analyze_question(corrected(typed, corrections), analyzers_);
  Question question = Interpreter(lexicon_, vocabulary, quoted).interpret(std::move(typed));
  question.corrections.insert(question.corrections.begin(), corrections.begin(), corrections.end());
  return question;
}

}  // namespace clausula
