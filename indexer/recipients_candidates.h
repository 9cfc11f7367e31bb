// The words of a sentence that could be groups of recipients, before anybody asks what is said of them.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/recipients.h"

namespace clausula {

struct GroupCandidate {
  const Cue* cue = nullptr;  // of categories.toml
  bool counts = false;       // whether the statement makes it a recipient, or denies that it is one
  bool denied = false;
};

// Borrows the text.
class GroupCandidates {
 public:
  using Place = SharingText::Place;

  explicit GroupCandidates(const SharingText& text) : text_(text) {}

  // Overlapping ones are down to the one that says most; none is part of a name.
  std::vector<GroupCandidate> of(Place place) const;

  // "… providers such as payment handling, hosting and analysis": what they do, behind a group that does not say.
  bool exemplified(Place place, const Cue& cue) const;
  // "Suppliers that work for us": no suppliers of goods, so what they do tells them.
  bool engaged(Place place, const Cue& cue) const;

 private:
  bool crosses(Place place, const Cue& cue) const;
  bool in_brackets(Place place, std::size_t left, std::size_t right) const;
  bool taken_back(Place place, const Cue& cue) const;
  bool names_one(Place place, const Cue& cue) const;
  bool part_of_name(Place place, const Cue& cue) const;
  bool own_name(Place place, const Cue& cue) const;

  const SharingText& text_;
};

// "Such as" before an example.
bool names_example(std::string_view word);

}  // namespace clausula
