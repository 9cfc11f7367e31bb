// How well stems conflate the forms of a word and keep words apart.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clausula::bench {

// Forms that should share a stem. A form may belong to several groups; two forms are related if they share one.
struct Group {
  std::string lemma;
  std::vector<std::string> forms;
};

struct Scores {
  std::size_t groups = 0, forms = 0, stems = 0;
  double understemming = 0;                  // Paice's UI: the share of related pairs that got two stems
  double overstemming = 0;                   // Paice's OI: the share of unrelated pairs that got one
  double precision = 0, recall = 0, f1 = 0;  // over pairs of forms
  double bcubed_f = 0;                       // B-cubed, averaged over groups
};

// A group whose forms got several stems, or a stem whose forms come from several groups, with what it costs.
struct Mistake {
  double cost = 0;
  std::string text;
};

struct Evaluation {
  Scores scores;
  std::vector<Mistake> splits, merges;  // dearest first
};

using StemFunction = std::function<void(std::string_view word, std::string& stem)>;

// Groups of a single form count for overstemming only in company, so they are left out, as in the literature.
Evaluation evaluate(const std::vector<Group>& groups, const StemFunction& stem);

// Reads "lemma<TAB>form form …"; lines that begin with # are comments. Throws std::runtime_error.
std::vector<Group> read_groups(const std::string& path);

}  // namespace clausula::bench
