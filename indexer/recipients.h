// Who gets the data: one reading of a policy, from which the rules for known names, unknown names and groups draw.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fact_cues.h"
#include "indexer/parties.h"
#include "indexer/polarity.h"

namespace clausula {

// What stands over a clause and makes it a list of recipients.
struct ListContext {
  bool sharing = false;   // under a sharing lead-in or a heading about recipients
  bool engaging = false;  // the parties are engaged to do something: what they do names them ("hosting")
  Statement statement;    // of the lead-in
};

// The sentences of a policy with what they say of sharing. Borrows the context.
class SharingText {
 public:
  // `own` are names of the shop itself.
  SharingText(const FactContext& context, std::span<const std::string> own);

  struct Place {
    std::size_t clause = 0;
    std::size_t sentence = 0;
  };

  const FactContext& context() const { return context_; }
  const ClauseView& view(std::size_t clause) const { return context_.clauses[clause]; }
  bool latvian() const { return context_.language == Language::latvian; }

  const SentenceReading& reading(Place place) const { return readings_[place.clause][place.sentence]; }
  const SentenceView& sentence(Place place) const { return context_.sentences[place.clause][place.sentence]; }
  const ListContext& list(std::size_t clause) const { return lists_[clause]; }
  std::span<const PartyHit> parties(std::size_t clause) const { return parties_[clause]; }
  // Without the words of sharing that are none of the shop's ("die u verstrekt").
  std::span<const Cue> sharing(Place place) const { return sharing_cues_[place.clause][place.sentence]; }
  std::span<const Cue> groups(Place place) const { return groups_.of(place.clause, place.sentence); }
  std::span<const Cue> negation(Place place) const { return negation_.of(place.clause, place.sentence); }

  // Whether a clause stands right under a heading, set as one or not, about recipients.
  bool titled(std::size_t clause) const { return titled_[clause]; }

  // Whether a token stands in a row whose table has a column of receivers, and not in that column.
  bool outside_receivers(std::size_t clause, std::size_t token) const;

  // Whether a clause is the header of a table.
  bool header(std::size_t clause) const { return headers_[clause]; }

  // Whether a clause says nothing of recipients by its kind or place: a bare heading, another party's notice.
  bool skipped(std::size_t clause) const;

  // Whether the segment's subject is another party, so that what it denies is its own doing ("Klarna deelt niet …").
  bool foreign(Place place, const Segment& segment) const;

  // The word before a token in the same sentence, `steps` back; empty where there is none.
  std::string_view word_before(Place place, std::size_t token, std::size_t steps = 1) const;

  // The text between two tokens of a clause.
  std::string_view gap(std::size_t clause, std::size_t left, std::size_t right) const;

  // Whether `name` is one of the shop's own.
  bool is_own(std::string_view name) const;

 private:
  void read_list(std::size_t clause);
  Statement announced(std::size_t clause) const;
  bool announces(std::size_t clause) const;
  bool names_only(std::size_t clause) const;
  bool names_unknown(std::size_t clause, std::size_t first, std::size_t end) const;
  bool titles(std::size_t clause) const;
  void read_clause(std::size_t clause);

  const FactContext& context_;
  std::vector<std::string> own_;  // keys
  Cues negation_;
  Cues sharing_;
  Cues groups_;
  Sections sections_;
  std::vector<std::vector<std::vector<Cue>>> sharing_cues_;  // by clause and sentence
  std::vector<std::vector<PartyHit>> parties_;
  std::vector<ListContext> lists_;
  std::vector<bool> headers_;
  std::vector<bool> titled_;
  std::optional<std::size_t> title_;  // while reading: the last line that is a heading but was not set as one
  std::vector<std::vector<SentenceReading>> readings_;
};

// Whether the party at these tokens is where the data come from: "iegūstam no X", "verkrijgen wij uit bronnen als X".
bool is_source(const SharingText& text, SharingText::Place place, std::size_t first, std::size_t last);

// A fact with the polarity and the condition of its sentence.
Fact recipient_fact(const SharingText& text, SharingText::Place place, FactKind kind, std::string_view value,
                    bool denied, std::size_t first, std::size_t last);

// Organisations of parties.toml.
void read_known_recipients(const SharingText& text, std::vector<Fact>& facts);
// Organisations that their form or place in the sentence shows. Leaves out those that `facts` has already.
void read_unknown_recipients(const SharingText& text, std::vector<Fact>& facts);
// Unnamed groups. `facts` has the named ones, which an apposition ("our payment provider Mollie") leaves alone.
void read_recipient_groups(const SharingText& text, std::vector<Fact>& facts);

}  // namespace clausula
