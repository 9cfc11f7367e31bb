// Every weight that orders results, with its reason. Nothing else in the query tool holds a number of this kind.
#pragma once

namespace clausula::ranking {

// ---- How much evidence a way of matching a word is. A clause that matches in several ways gets the sum: one with the
// exact form has its stem as well.
inline constexpr double stem = 0.8;
// The form that was typed, on top of its stem: what was typed comes first.
inline constexpr double exact = 0.4;
// Both parts of a compound, or the compound of a part: mostly the same matter, not always.
inline constexpr double part = 0.6;
// The same letters without diacritics: different words collide (precision .748 against .831 measured on Latvian).
inline constexpr double folded = 0.5;
// Another word for the concept, or its word in another language: the lexicon vouches for the matter, not for the
// wording.
inline constexpr double concept_word = 0.5;
// … where the policy leaves the diacritics out.
inline constexpr double concept_folded = 0.25;
// An article or a duration, however it is written: says what its three or four words say together.
inline constexpr double unit = 3.0;
// The word in the heading of the clause instead of its text.
inline constexpr double heading = 0.4;

// ---- What finds candidates, in the units of a BM25 weight, where a rare word gives about 8.
// A clause tagged with an asked topic is worth about an ordinary word.
inline constexpr double topic_boost = 4.0;
// A clause that states a fact of the topic ("minors" → a minimum age) is what the topic's searcher is after.
inline constexpr double fact_boost = 4.0;
// Where only a topic is asked for, its name in the clause counts so many times: as a word, and against the tag.
inline constexpr double topic_name = 2.0;
// A clause with everything that was asked for counts so many times one with the same words of one thing.
inline constexpr double everything = 2.0;

// ---- How a candidate's final score, from 0 to 1, is made up.
// Words and concepts have what the others leave, measured against the best candidate.
inline constexpr double share_topic = 0.2;  // probability that the clause is about the asked topic
inline constexpr double share_fact = 0.2;   // states the asked fact, or one of the topic where only that is asked for
// Headings announce, they do not say: below any clause that does.
inline constexpr double heading_clause = 0.3;
// A clause of fewer words than this seldom says anything by itself.
inline constexpr int short_clause_words = 4;
inline constexpr double short_clause = 0.6;

// ---- Scores of answers: how firmly the policy says it.
inline constexpr double says = 1.0;
inline constexpr double says_on_condition = 0.9;  // "if you pay later, Klarna …"
inline constexpr double denies = 1.0;
inline constexpr double partly = 0.5;  // only a category that would include the party

// ---- Sizes.
inline constexpr unsigned clauses_a_policy = 3;  // best clauses shown of a policy
// … each at least so good as this share of the policy's best.
inline constexpr double further_clause = 0.7;
inline constexpr unsigned candidates = 100;       // clauses that are read and scored finally, at least
inline constexpr unsigned most_candidates = 800;  // … and at most, while too few policies are among them
// Of the clauses that have a topic and none of its words, so many times as are wanted are compared word for word.
inline constexpr unsigned looked_at = 4;
// Up to so many matching clauses, the policies that have them are counted; of more their number is estimated.
inline constexpr unsigned counted = 5'000;
inline constexpr unsigned expansions_of_wildcard = 200;
// Up to so many clauses, whether a period belongs to the data that were asked for is looked up in each clause's facts;
// beyond it the words of the clause decide, and the result is marked as not exact.
inline constexpr unsigned most_verified = 300;
// Policies that a condition on practices may leave for the word search to be limited to them inside the engine.
inline constexpr unsigned most_policy_filters = 300;

}  // namespace clausula::ranking
