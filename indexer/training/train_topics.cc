// train-topics FOLDER WEIGHTS.tsv: learns the topic model of one language from annotated policies, the same weights
// each time.
//
// The first step is L2-regularized logistic regression, one topic against the rest. The second step must see the first
// as it is on texts that it did not learn from: its scores come from cross-validation by policy.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <unordered_map>

#include <linear.h>

#include "corpus/cli/program.h"
#include "corpus/error.h"
#include "indexer/topic_evidence.h"
#include "indexer/topic_features.h"
#include "indexer/topic_model.h"
#include "indexer/training/annotated.h"

namespace clausula {
namespace {

constexpr std::size_t folds = 5;
// Strength of fit; found by cross-validation on the training set.
constexpr double first_step_cost = 3;
constexpr double second_step_cost = 0.3;
// A feature of fewer clauses is chance.
constexpr unsigned least_occurrences = 2;
// Weights nearer to zero are not kept: they make the file long and change nothing.
constexpr double least_weight = 0.2;

// A policy made ready: clauses, words and what the annotator says.
struct Example {
  std::vector<Clause> clauses;
  std::vector<ClauseView> views;
  std::vector<bool> learn;  // clauses with annotated lines
  std::vector<std::array<bool, topic_count>> topics;
};

using Row = std::vector<feature_node>;

void quiet(const char*) {}

// One binary problem after another over the same rows.
class Learner {
 public:
  explicit Learner(std::vector<Row> rows, int features) : rows_(std::move(rows)) {
    set_print_string_function(quiet);
    for (Row& row : rows_) {
      row.push_back({-1, 0});
      pointers_.push_back(row.data());
    }
    problem_.l = static_cast<int>(rows_.size());
    problem_.n = features;
    problem_.bias = -1;
    problem_.x = pointers_.data();
  }

  // Weights of the features 1..n for "yes" against "no"; all zero where one of them does not occur.
  std::vector<double> learn(const std::vector<bool>& answers, double cost, bool balanced) {
    std::vector<double> targets(answers.begin(), answers.end());
    const auto yes = std::count(answers.begin(), answers.end(), true);
    const auto no = static_cast<std::ptrdiff_t>(answers.size()) - yes;
    if (yes == 0 || no == 0) return std::vector<double>(static_cast<std::size_t>(problem_.n), 0.0);
    problem_.y = targets.data();
    parameter settings{};
    settings.solver_type = L2R_LR;
    settings.eps = 0.001;
    settings.C = cost;
    std::array<int, 2> labels{1, 0};
    // A rare topic counts as much as the rest together, so that it is not simply denied.
    const double total = static_cast<double>(answers.size());
    std::array<double, 2> label_weights{total / (2.0 * static_cast<double>(yes)),
                                        total / (2.0 * static_cast<double>(no))};
    if (balanced) {
      settings.nr_weight = 2;
      settings.weight_label = labels.data();
      settings.weight = label_weights.data();
    }
    std::unique_ptr<model, void (*)(model*)> learnt(train(&problem_, &settings),
                                                    [](model* m) { free_and_destroy_model(&m); });
    std::vector<double> weights(learnt->w, learnt->w + problem_.n);
    // The first class that the library met is its positive one.
    if (learnt->label[0] == 0) {
      for (double& weight : weights) weight = -weight;
    }
    return weights;
  }

 private:
  std::vector<Row> rows_;
  std::vector<feature_node*> pointers_;
  problem problem_{};
};

// A learnt first step. Feature 1 is the bias.
struct FirstWeights {
  std::unordered_map<std::uint64_t, int> index;
  std::array<std::vector<double>, topic_count> weights;

  TopicScores score(std::span<const Feature> features) const {
    TopicScores scores{};
    for (std::size_t t = 0; t < topic_count; ++t) scores[t] = static_cast<float>(weights[t][0]);
    for (const Feature& feature : features) {
      const auto found = index.find(feature.hash);
      if (found == index.end()) continue;
      for (std::size_t t = 0; t < topic_count; ++t) {
        scores[t] += static_cast<float>(feature.value * weights[t][static_cast<std::size_t>(found->second) - 1]);
      }
    }
    return scores;
  }
};

std::vector<Example> prepare(const std::vector<AnnotatedText>& texts, Analyzer& analyzer) {
  std::vector<Example> examples;
  examples.reserve(texts.size());
  for (const AnnotatedText& text : texts) {
    Example& example = examples.emplace_back();
    example.clauses = segment(text.policy);
    for (const Clause& clause : example.clauses) {
      ClauseView& view = example.views.emplace_back();
      view.clause = &clause;
      view.text = clause.text(text.policy);
      view.language = text.policy.language;
      analyzer.analyze(view.text, view.tokens);
      bool annotated = false;
      std::array<bool, topic_count> topics{};
      for (int line = clause.lines.first; line <= clause.lines.last; ++line) {
        const auto found = text.lines.find(line);
        if (found == text.lines.end()) continue;
        annotated = true;
        for (const Topic topic : found->second) topics[static_cast<std::size_t>(topic)] = true;
      }
      example.learn.push_back(annotated);
      example.topics.push_back(topics);
    }
  }
  return examples;
}

FirstWeights learn_first(const std::vector<const Example*>& examples, const TopicFeatures& features) {
  FirstWeights result;
  std::unordered_map<std::uint64_t, unsigned> occurrences;
  std::vector<std::vector<Feature>> extracted;
  std::vector<const std::array<bool, topic_count>*> answers;
  for (const Example* example : examples) {
    for (std::size_t i = 0; i < example->views.size(); ++i) {
      if (!example->learn[i]) continue;
      features.extract(input_of(example->views, i), extracted.emplace_back());
      answers.push_back(&example->topics[i]);
    }
  }
  for (auto& row : extracted) {
    // The same feature twice in a clause counts twice, in one node.
    std::sort(row.begin(), row.end(), [](const Feature& a, const Feature& b) { return a.hash < b.hash; });
    std::vector<Feature> merged;
    for (const Feature& feature : row) {
      if (!merged.empty() && merged.back().hash == feature.hash) {
        merged.back().value += feature.value;
      } else {
        merged.push_back(feature);
        ++occurrences[feature.hash];
      }
    }
    row = std::move(merged);
  }
  std::vector<std::uint64_t> kept;
  for (const auto& [hash, count] : occurrences) {
    if (count >= least_occurrences) kept.push_back(hash);
  }
  std::sort(kept.begin(), kept.end());
  int next = 2;
  for (const std::uint64_t hash : kept) result.index[hash] = next++;
  std::vector<Row> rows;
  for (const auto& row : extracted) {
    Row& nodes = rows.emplace_back();
    nodes.push_back({1, 1.0});
    for (const Feature& feature : row) {
      const auto found = result.index.find(feature.hash);
      if (found != result.index.end()) nodes.push_back({found->second, feature.value});
    }
  }
  Learner learner(std::move(rows), next - 1);
  for (std::size_t t = 0; t < topic_count; ++t) {
    std::vector<bool> wanted;
    for (const auto* answer : answers) wanted.push_back((*answer)[t]);
    result.weights[t] = learner.learn(wanted, first_step_cost, true);
  }
  return result;
}

std::string short_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g", value);
  return text;
}

struct Counts {
  double hit = 0, extra = 0, missed = 0;
  double f1() const { return hit == 0 ? 0 : 2 * hit / (2 * hit + extra + missed); }
};

class Trainer {
 public:
  Trainer(const std::vector<AnnotatedText>& texts, Language language)
      : language_(language), analyzer_(language), features_(Lexicon::builtin(), language) {
    // Each policy as it is, and then with long paragraphs; both fall into one fold.
    texts_ = texts;
    for (const AnnotatedText& text : texts) texts_.push_back(with_long_paragraphs(text));
    policies_ = texts.size();
    examples_ = prepare(texts_, analyzer_);
  }

  void run(std::ostream& out) {
    cross_validate();
    learn_second();
    std::vector<const Example*> all;
    for (const Example& example : examples_) all.push_back(&example);
    write(out, learn_first(all, features_));
  }

 private:
  std::size_t fold_of(std::size_t example) const { return example % policies_ % folds; }

  // Evidence for every clause from a first step that did not see its policy.
  void cross_validate() {
    evidence_.resize(examples_.size());
    std::vector<Feature> found;
    for (std::size_t fold = 0; fold < folds; ++fold) {
      std::vector<const Example*> others;
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (fold_of(i) != fold) others.push_back(&examples_[i]);
      }
      const FirstWeights weights = learn_first(others, features_);
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        if (fold_of(i) != fold) continue;
        evidence_[i] = evidence_of(examples_[i].views, [&](const TopicFeatures::Input& input) {
          features_.extract(input, found);
          return weights.score(found);
        });
      }
    }
  }

  void learn_second() {
    for (std::size_t t = 0; t < topic_count; ++t) {
      std::vector<Row> rows;
      std::vector<bool> wanted;
      for (std::size_t i = 0; i < examples_.size(); ++i) {
        for (std::size_t j = 0; j < examples_[i].views.size(); ++j) {
          if (!examples_[i].learn[j]) continue;
          const auto inputs = evidence_vector(evidence_[i][j], t);
          Row& row = rows.emplace_back();
          for (std::size_t k = 0; k < inputs.size(); ++k) row.push_back({static_cast<int>(k) + 1, inputs[k]});
          row.push_back({static_cast<int>(inputs.size()) + 1, 1.0});
          wanted.push_back(examples_[i].topics[j][t]);
        }
      }
      Learner learner(rows, static_cast<int>(evidence_inputs) + 1);
      second_[t] = learner.learn(wanted, second_step_cost, false);
      Counts counts;
      for (std::size_t n = 0; n < rows.size(); ++n) {
        double odds = 0;
        for (std::size_t k = 0; k <= evidence_inputs; ++k) odds += second_[t][k] * rows[n][k].value;
        const bool tagged = 1 / (1 + std::exp(-odds)) >= tag_threshold;
        (tagged ? (wanted[n] ? counts.hit : counts.extra) : (wanted[n] ? counts.missed : none_)) += 1;
      }
      std::cerr << "  " << name_of(static_cast<Topic>(t)) << ": F1 " << short_number(counts.f1()) << ", "
                << counts.hit + counts.missed << " clauses\n";
      total_.hit += counts.hit;
      total_.extra += counts.extra;
      total_.missed += counts.missed;
    }
    std::cerr << code_of(language_) << ": cross-validated micro F1 " << short_number(total_.f1()) << " on " << policies_
              << " policies\n";
  }

  void write(std::ostream& out, const FirstWeights& first) {
    out << "# Learnt by train-topics from indexer/training; do not edit. Feature, then topic:weight. Features: w word, "
           "s stem,\n"
           "# b pair of stems, c piece of a word, q cue; h, hc, hq of the heading, o of the outer heading, l, lc, lq "
           "of the\n"
           "# lead-in, p stem of the clause before, k kind, n length, i place.\n";
    for (std::size_t t = 0; t < topic_count; ++t) {
      out << "@bias\t" << name_of(static_cast<Topic>(t)) << '\t' << short_number(first.weights[t][0]) << '\n';
    }
    for (std::size_t t = 0; t < topic_count; ++t) {
      out << "@second\t" << name_of(static_cast<Topic>(t));
      for (const double weight : second_[t]) out << '\t' << short_number(weight);
      out << '\n';
    }
    for (const auto& [name, index] : names(first)) {
      std::string line;
      for (std::size_t t = 0; t < topic_count; ++t) {
        const std::string weight = short_number(first.weights[t][static_cast<std::size_t>(index) - 1]);
        if (std::abs(std::stod(weight)) < least_weight) continue;
        line.append("\t").append(name_of(static_cast<Topic>(t))).append(":").append(weight);
      }
      if (!line.empty()) out << name << line << '\n';
    }
  }

  std::map<std::string, int> names(const FirstWeights& first) const {
    std::map<std::string, int> names;
    std::vector<Feature> found;
    std::vector<std::string> texts;
    for (const Example& example : examples_) {
      for (std::size_t i = 0; i < example.views.size(); ++i) {
        if (!example.learn[i]) continue;
        features_.extract(input_of(example.views, i), found, &texts);
        for (const std::string& text : texts) {
          const auto index = first.index.find(hash_of_feature(text));
          if (index != first.index.end()) names[text] = index->second;
        }
      }
    }
    return names;
  }

  Language language_;
  Analyzer analyzer_;
  TopicFeatures features_;
  std::vector<AnnotatedText> texts_;
  std::size_t policies_ = 0;
  std::vector<Example> examples_;
  std::vector<std::vector<TopicEvidence>> evidence_;
  std::array<std::vector<double>, topic_count> second_;
  Counts total_;
  double none_ = 0;
};

ExitStatus run(int argc, char** argv) {
  if (argc != 3) throw UsageError("usage: train-topics FOLDER WEIGHTS.tsv");
  const std::vector<AnnotatedText> texts = read_annotated_folder(argv[1]);
  if (texts.empty()) throw InputError(std::string(argv[1]) + ": has no .ann files");
  Trainer trainer(texts, texts.front().policy.language);
  std::ofstream out(argv[2]);
  trainer.run(out);
  out.flush();
  if (!out) throw IoError(std::string(argv[2]) + ": cannot be written");
  return ExitStatus::done;
}

}  // namespace
}  // namespace clausula

int main(int argc, char** argv) {
  return clausula::run_program("train-topics", [&] { return clausula::run(argc, argv); });
}
