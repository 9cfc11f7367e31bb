#include "tests/bench/stems/measures.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace clausula::bench {
namespace {

using Ids = std::vector<std::uint32_t>;

double pairs(std::size_t n) { return n < 2 ? 0.0 : static_cast<double>(n) * static_cast<double>(n - 1) / 2; }

// Words by number, and for each the groups it is in and the class (stem) it got.
struct Tables {
  std::vector<std::string_view> words;
  std::vector<Ids> members;        // word → groups
  std::vector<Ids> groups;         // group → words
  Ids class_of;                    // word → class
  std::vector<Ids> classes;        // class → words
  std::vector<std::string> stems;  // class → stem
};

bool share(const Ids& a, const Ids& b) {
  return std::any_of(a.begin(), a.end(), [&](auto group) { return std::find(b.begin(), b.end(), group) != b.end(); });
}

// Pairs of `words` that share a group, each once. Words of a single group are counted, the few others compared.
double related(const Tables& tables, const Ids& words) {
  std::unordered_map<std::uint32_t, std::size_t> single;
  Ids several;
  for (const auto word : words) {
    if (tables.members[word].size() == 1) {
      ++single[tables.members[word].front()];
    } else {
      several.push_back(word);
    }
  }
  double count = 0;
  for (const auto& [group, size] : single) count += pairs(size);
  for (std::size_t i = 0; i < several.size(); ++i) {
    for (const auto group : tables.members[several[i]]) {
      if (const auto found = single.find(group); found != single.end()) count += static_cast<double>(found->second);
    }
    for (std::size_t j = i + 1; j < several.size(); ++j) {
      count += share(tables.members[several[i]], tables.members[several[j]]) ? 1 : 0;
    }
  }
  return count;
}

Tables build(const std::vector<Group>& groups, const StemFunction& stem) {
  Tables tables;
  std::unordered_map<std::string_view, std::uint32_t> word_ids;
  for (const Group& group : groups) {
    Ids ids;
    for (const std::string& form : group.forms) {
      const auto [found, added] = word_ids.try_emplace(form, static_cast<std::uint32_t>(tables.words.size()));
      if (added) {
        tables.words.push_back(form);
        tables.members.emplace_back();
      }
      Ids& member = tables.members[found->second];
      const auto number = static_cast<std::uint32_t>(tables.groups.size());
      if (!member.empty() && member.back() == number) continue;
      member.push_back(number);
      ids.push_back(found->second);
    }
    tables.groups.push_back(std::move(ids));
  }
  std::unordered_map<std::string, std::uint32_t> class_ids;
  std::string result;
  for (std::uint32_t word = 0; word < tables.words.size(); ++word) {
    stem(tables.words[word], result);
    const auto [found, added] = class_ids.try_emplace(result, static_cast<std::uint32_t>(tables.classes.size()));
    if (added) {
      tables.classes.emplace_back();
      tables.stems.push_back(result);
    }
    tables.classes[found->second].push_back(word);
    tables.class_of.push_back(found->second);
  }
  return tables;
}

Mistake describe_merge(const std::vector<Group>& groups, const Tables& tables, std::size_t number, double cost) {
  std::map<std::string, std::pair<std::size_t, std::string_view>> sources;
  for (const auto word : tables.classes[number]) {
    auto& [count, example] = sources[groups[tables.members[word].front()].lemma];
    ++count;
    example = tables.words[word];
  }
  std::ostringstream text;
  text << tables.stems[number] << ":";
  for (const auto& [lemma, source] : sources)
    text << ' ' << lemma << '(' << source.first << ' ' << source.second << ')';
  return {cost, text.str()};
}

}  // namespace

Evaluation evaluate(const std::vector<Group>& all_groups, const StemFunction& stem) {
  std::vector<Group> groups;
  std::copy_if(all_groups.begin(), all_groups.end(), std::back_inserter(groups),
               [](const Group& group) { return group.forms.size() > 1; });
  const Tables tables = build(groups, stem);
  Evaluation evaluation;
  Scores& scores = evaluation.scores;
  scores.groups = groups.size();
  scores.forms = tables.words.size();
  scores.stems = tables.classes.size();

  Ids everything(tables.words.size());
  for (std::uint32_t i = 0; i < everything.size(); ++i) everything[i] = i;
  const double desired = related(tables, everything);
  double merged = 0, rightly = 0;
  for (std::size_t i = 0; i < tables.classes.size(); ++i) {
    const double mine = pairs(tables.classes[i].size()), right = related(tables, tables.classes[i]);
    merged += mine;
    rightly += right;
    if (mine > right) evaluation.merges.push_back(describe_merge(groups, tables, i, mine - right));
  }

  double bcubed_precision = 0, bcubed_recall = 0;
  for (std::size_t i = 0; i < tables.groups.size(); ++i) {
    std::map<std::uint32_t, Ids> parts;
    for (const auto word : tables.groups[i]) parts[tables.class_of[word]].push_back(word);
    const double size = static_cast<double>(tables.groups[i].size());
    double lost = pairs(tables.groups[i].size());
    std::ostringstream text;
    text << groups[i].lemma << ":";
    for (const auto& [number, words] : parts) {
      const double share_size = static_cast<double>(words.size());
      bcubed_precision += share_size * share_size / static_cast<double>(tables.classes[number].size()) / size;
      bcubed_recall += share_size * share_size / (size * size);
      lost -= pairs(words.size());
      if (parts.size() > 1)
        text << ' ' << tables.stems[number] << '(' << words.size() << ' ' << tables.words[words.front()] << ')';
    }
    if (parts.size() > 1) evaluation.splits.push_back({lost, text.str()});
  }
  const double count = static_cast<double>(tables.groups.size());
  bcubed_precision /= count;
  bcubed_recall /= count;
  const auto harmonic = [](double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0.0; };
  scores.precision = merged > 0 ? rightly / merged : 1;
  scores.recall = desired > 0 ? rightly / desired : 1;
  scores.understemming = 1 - scores.recall;
  scores.overstemming = (merged - rightly) / std::max(1.0, pairs(tables.words.size()) - desired);
  scores.f1 = harmonic(scores.precision, scores.recall);
  scores.bcubed_f = harmonic(bcubed_precision, bcubed_recall);
  const auto dearest = [](const Mistake& a, const Mistake& b) { return a.cost > b.cost; };
  std::sort(evaluation.splits.begin(), evaluation.splits.end(), dearest);
  std::sort(evaluation.merges.begin(), evaluation.merges.end(), dearest);
  return evaluation;
}

std::vector<Group> read_groups(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Group> groups;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.starts_with('#')) continue;
    Group group{line.substr(0, tab), {}};
    std::istringstream forms(line.substr(tab + 1));
    for (std::string form; forms >> form;) group.forms.push_back(form);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace clausula::bench
