#include "indexer/recipients_arguments.h"

#include <algorithm>
#include <array>

#include "indexer/rule_words.h"

namespace clausula {
namespace {

using Place = SharingText::Place;

// Words that make what follows a receiver, an agent, or something else.
constexpr std::array<std::string_view, 8> to_words{"aan", "met", "door", "via", "naar", "bij", "tot", "tussen"};
constexpr std::array<std::string_view, 16> other_words{"van",    "voor", "tegen", "over",  "uit", "op",
                                                       "no",     "pret", "par",   "starp", "pie", "dēļ",
                                                       "namens", "rond", "per",   "zonder"};

// How far before a group such a word may stand, and the words of quantity that "van" may follow on the way.
constexpr std::size_t reach = 6;
constexpr std::array<std::string_view, 8> quantities{"kring",   "groep",       "aantal", "soort",
                                                     "soorten", "categorieën", "reeks",  "tal"};

bool ours(std::string_view word) { return word == "onze" || word == "ons" || word == "mijn"; }

// "Voor de aangifte kijkt onze boekhouder mee": the subject right behind its verb.
bool is_inverted_subject(const SharingText& text, Place place, const Cue& cue) {
  if (!ours(text.word_before(place, cue.first)) || is_generic(cue)) return false;
  const auto cues = text.sharing(place);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& verb) {
    const std::string& id = verb.entry->id;
    return verb.first + 2 == cue.first && (id == "learn" || id == "receive" || id == "process") &&
           text.view(place.clause).tokens[verb.first].word->text.ends_with('t');
  });
}

bool dutch_argument(const SharingText& text, Place place, const Cue& cue, const Segment& segment) {
  const bool third = cue.entry->id == "third-parties";
  const unsigned actions = segment.actions;
  if (actions == 0) return false;
  const bool authority = cue.entry->id == "authorities";
  if (authority && (actions & action::share) && !names_no_receiver(text, place, cue.first)) return true;
  // "De rechter kan, als hij dat eist, alles inzien".
  if (authority && segment.own == 0 && (actions & action::receive) && cue.first <= segment.first + 3) return true;
  // "Onze providers (…) krijgen": what the brackets have cut off from its verb.
  if (!third && segment.own == 0 && (actions & (action::receive | action::process)) && cue.first <= segment.first + 1 &&
      segment.first == text.sentence(place).first_token && cue.last + 1 == segment.end &&
      segment.end < text.sentence(place).end_token && text.gap(place.clause, cue.last, segment.end) == " (")
    return true;
  if (authority && segment.own == action::process) return false;
  if (third && (actions & action::transfer) == 0) return false;
  if (is_inverted_subject(text, place, cue)) return !segment.subject;
  for (std::size_t step = 1; step <= reach; ++step) {
    const std::string_view word = text.word_before(place, cue.first, step);
    if (word.empty() || (step > 1 && cue.first - step < segment.first)) break;
    // Handling alone takes an agent: "met leveranciers … verwerken" names no receiver.
    if (contains(to_words, word)) {
      const bool agent = word == "door" || word == "via" || word == "bij";
      if (!agent && !(actions & ~(action::process | action::via))) return false;
      if (third && (word == "door" || word == "via" || word == "bij")) return false;
      return true;
    }
    // "Aan een beperkte kring van derden".
    if (word == "van" && contains(quantities, text.word_before(place, cue.first, step + 1))) continue;
    if (is_other_link(word)) {
      const bool used = word == "van" && (actions & action::use) && !third &&
                        text.word_before(place, cue.first, step + 1).starts_with("gebruik");
      return used || (word == "voor" && (segment.own & action::share) && segment.denied && third);
    }
  }
  // "Sponsors niet": what the statement before says, denied of the group alone.
  if (segment.own == 0 && segment.denied && cue.first == segment.first && cue.last + 2 == segment.end && !third &&
      (actions & (action::share | action::receive)))
    return true;
  // The subject of getting or handling, the object of engaging.
  if (segment.own & action::receive) return !third || segment.denied || cue.first == segment.first;
  if (third) return false;
  if (segment.own & action::engage) return true;
  if ((segment.own & action::trade) && cue.first <= segment.first + 2 && !is_generic(cue) && !segment.subject &&
      ours(text.word_before(place, cue.first)))
    return true;
  if (segment.own & action::process) return cue.first <= segment.first + 3 && !is_generic(cue) && !segment.subject;
  return (segment.actions & action::use) != 0 && !is_generic(cue) && cue.first <= segment.first + 3 && segment.own == 0;
}

bool latvian_argument(const SharingText& text, Place place, const Cue& cue, const Segment& segment) {
  const bool third = cue.entry->id == "third-parties";
  const unsigned actions = segment.actions;
  if (actions == 0) return false;
  if (third && (actions & action::transfer) == 0) return false;
  const bool at = text.word_before(place, cue.first) == "pie" || text.word_before(place, cue.first, 2) == "pie";
  const bool kept = at && (segment.own & (action::process | action::share)) && !third;
  if (kept) return true;
  if (names_no_receiver(text, place, cue.first) || is_other_link(text.word_before(place, cue.first, 2))) return false;
  const std::string& form = text.view(place.clause).tokens[cue.last].word->text;
  const auto after = [&](std::string_view word) {
    return text.word_before(place, cue.first) == word || text.word_before(place, cue.first, 2) == word;
  };
  const bool with = after("ar") || after("uz");
  const bool dative = form.ends_with("iem") || form.ends_with("ām") || form.ends_with("ēm") || form.ends_with("am") ||
                      form.ends_with("im") || form.ends_with("um") || form.ends_with("ai") || form.ends_with("ei") ||
                      form.ends_with("ij") || form.ends_with("mam");
  if (dative || with) {
    if (segment.own & (action::use | action::process)) {
      if (!(actions & (action::transfer | action::engage))) return with && !third;
    }
    return true;
  }
  if (cue.entry->id == "authorities" && (actions & action::share) && cue.last > cue.first) return true;
  const bool genitive = form.ends_with("ēja") || form.ends_with("āja") || form.ends_with("uma") ||
                        form.ends_with("era") || form.ends_with("ora");
  const bool to_us = cue.last + 1 < segment.end && text.view(place.clause).tokens[cue.last + 1].word->text == "mums";
  if (genitive || to_us) return false;
  const bool accusative = form.ends_with('u') || form.ends_with("us");
  if (segment.role == SegmentRole::exception) return true;
  if (accusative) return (actions & (action::use | action::engage)) != 0 && !third;
  // Nominative: the subject of getting or handling.
  if (actions & (action::receive | action::process | action::use)) {
    if (third) return (segment.own & action::receive) != 0;
    return true;
  }
  return !third && !is_generic(cue) && (actions & action::share) != 0 && text.list(place.clause).sharing;
}

}  // namespace

bool is_generic(const Cue& cue) { return cue.entry->value("generic") == "true"; }

bool is_other_link(std::string_view word) { return contains(other_words, word); }

bool names_no_receiver(const SharingText& text, Place place, std::size_t token) {
  return is_other_link(text.word_before(place, token));
}

bool is_argument(const SharingText& text, Place place, const Cue& cue, const Segment& segment) {
  return text.latvian() ? latvian_argument(text, place, cue, segment) : dutch_argument(text, place, cue, segment);
}

}  // namespace clausula
