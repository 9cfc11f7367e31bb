// A sentence as the rules of roles see it: its words, what they are, and the names beside them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "indexer/names.h"
#include "indexer/recipients.h"

namespace clausula {

// Borrows all that it is given. Tokens are those of the clause.
struct RoleSentence {
  using Place = SharingText::Place;

  RoleSentence(const SharingText& sharing, Place at, const NameReader& reader, std::span<const Cue> cues)
      : text(sharing),
        place(at),
        view(sharing.view(at.clause)),
        sentence(sharing.sentence(at)),
        names(reader),
        words(cues) {}

  const std::string& word(std::size_t token) const { return view.tokens[token].word->text; }
  // The organisation of parties.toml at a token, or nullptr.
  const PartyHit* party_at(std::size_t token) const;
  // Whether a token is part of a phrase of recipient-words.toml.
  bool is(std::size_t token, std::string_view id) const;
  // Whether nothing but a blank stands between a token and the next.
  bool blank(std::size_t left) const;
  // The last of the capitals that follow a token without a break.
  std::size_t last_capital(std::size_t first) const;
  // Whether a joining word comes after further names only: then a comma before was one of the same list.
  bool list_goes_on(std::size_t token) const;
  // Whether "our" stands at most three words before.
  bool ours_before(std::size_t token) const;
  // Whether a word that says what a party is stands right before.
  bool kind_before(std::size_t token) const;
  // A verb of doing, handling or getting at a token, or nullptr.
  const Cue* verb_at(std::size_t token) const;
  // A form of the third person, not of the shop's own doing nor of the passive.
  bool third_person(std::size_t token) const;
  // A Latvian form that may be a dative.
  bool dative(std::size_t token) const;

  const SharingText& text;
  Place place;
  const ClauseView& view;
  const SentenceView& sentence;
  const NameReader& names;
  std::span<const Cue> words;  // of recipient-words.toml
};

}  // namespace clausula
