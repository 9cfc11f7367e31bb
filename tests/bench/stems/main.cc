// stem_bench --lang lv|nl [GROUPS.tsv]: tables of how well stemmers do on groups of word forms, on the whole paradigms
// of the installed hunspell dictionary by part of speech, and how many words a second they take.
#include <libstemmer.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus/unicode.h"
#include "indexer/stemmer.h"
#include "tests/bench/stems/baselines.h"
#include "tests/bench/stems/dutch_paradigms.h"
#include "tests/bench/stems/hunspell_paradigms.h"
#include "tests/bench/stems/measures.h"

namespace {

std::size_t allocations = 0;  // so far, of this thread alone: the benchmark has no other

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace clausula::bench {
namespace {

constexpr const char* kDictionaries = "/usr/share/hunspell/";

struct Candidate {
  std::string name;
  StemFunction stem;
};

struct Options {
  std::string language = "lv";
  std::string groups;
  std::size_t mistakes = 0;  // how many splits and merges of our own stemmer to print for each table
};

StemFunction snowball(const char* algorithm) {
  const std::shared_ptr<sb_stemmer> stemmer(sb_stemmer_new(algorithm, "UTF_8"), &sb_stemmer_delete);
  if (!stemmer) throw std::runtime_error(std::string("libstemmer has no algorithm ") + algorithm);
  return [stemmer](std::string_view word, std::string& stem) {
    const sb_symbol* result =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    stem.assign(reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
  };
}

StemFunction ours(Language language) {
  const std::shared_ptr<Stemmer> stemmer = make_stemmer(language);
  return [stemmer](std::string_view word, std::string& stem) { stemmer->stem(word, stem); };
}

// For text that lost its diacritics: what folding the word before stemming gives, and ours.
std::vector<Candidate> folded_candidates(Language language) {
  const std::shared_ptr<Stemmer> stemmer = make_stemmer(language);
  return {{"stem of the folded word", ours(language)},
          {"ours, folded", [stemmer](std::string_view word, std::string& stem) { stemmer->stem_folded(word, stem); }}};
}

// Baselines first; the last is ours.
std::vector<Candidate> candidates(Language language) {
  std::vector<Candidate> result;
  result.push_back({"truncate to 6", [](auto word, auto& stem) { truncate(word, 6, stem); }});
  if (language == Language::latvian) {
    result.push_back({"light", latvian_light});
  } else {
    result.push_back({"Porter", snowball("dutch")});
    result.push_back({"Kraaij-Pohlmann", [stemmer = Xapian::Stem("kraaij_pohlmann")](auto word, auto& stem) {
                        stem = stemmer(std::string(word));
                      }});
  }
  result.push_back({"ours", ours(language)});
  return result;
}

void print_table(const std::string& title, const std::vector<Group>& groups, const std::vector<Candidate>& stemmers,
                 std::size_t mistakes) {
  std::printf("\n%-34s %7s %8s %6s %6s %6s %6s %6s\n", title.c_str(), "UI", "OI e-5", "P", "R", "F1", "B3-F", "stems");
  for (const Candidate& candidate : stemmers) {
    const Evaluation evaluation = evaluate(groups, candidate.stem);
    const Scores& s = evaluation.scores;
    std::printf("%-34s %7.4f %8.3f %6.4f %6.4f %6.4f %6.4f %zu\n", candidate.name.c_str(), s.understemming,
                s.overstemming * 1e5, s.precision, s.recall, s.f1, s.bcubed_f, s.stems);
    if (&candidate != &stemmers.back()) continue;
    std::printf("  (%zu groups, %zu forms)\n", s.groups, s.forms);
    for (const auto* list : {&evaluation.splits, &evaluation.merges}) {
      if (mistakes > 0) std::puts(list == &evaluation.splits ? "  splits:" : "  merges:");
      for (std::size_t i = 0; i < std::min(mistakes, list->size()); ++i) {
        std::printf("  %8.0f %s\n", (*list)[i].cost, (*list)[i].text.c_str());
      }
    }
  }
}

void print_dictionary_tables(Language language, const std::vector<Candidate>& stemmers, std::size_t mistakes) {
  const bool dutch = language == Language::dutch;
  const std::filesystem::path base = std::string(kDictionaries) + (dutch ? "nl_NL" : "lv_LV");
  if (!std::filesystem::exists(base.string() + ".dic")) {
    std::printf("\n%s.dic is not installed: no tables of whole paradigms\n", base.c_str());
    return;
  }
  std::vector<Group> all, nouns, adjectives, verbs;
  for (Paradigm& paradigm : dutch ? read_dutch_paradigms(base) : read_paradigms(base, latvian_paradigms())) {
    Group group{std::move(paradigm.lemma), std::move(paradigm.forms)};
    if (paradigm.part == PartOfSpeech::noun) nouns.push_back(group);
    if (paradigm.part == PartOfSpeech::adjective) adjectives.push_back(group);
    if (paradigm.part == PartOfSpeech::verb) verbs.push_back(group);
    all.push_back(std::move(group));
  }
  print_table("dictionary, nouns", nouns, stemmers, mistakes);
  print_table("dictionary, adjectives", adjectives, stemmers, mistakes);
  print_table("dictionary, verbs", verbs, stemmers, mistakes);
  print_table("dictionary, all", all, stemmers, mistakes);
}

double nanoseconds_a_word(const std::vector<std::string>& words, const StemFunction& stem) {
  using Clock = std::chrono::steady_clock;
  double best = 0;
  std::string result;
  for (int round = 0; round < 5; ++round) {
    const auto begin = Clock::now();
    for (const std::string& word : words) stem(word, result);
    const double spent = std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
    if (round == 0 || spent < best) best = spent;
  }
  return best / static_cast<double>(words.size());
}

// Once the result has grown to its size.
double allocations_a_word(const std::vector<std::string>& words, const StemFunction& stem) {
  std::string result(200, ' ');
  for (const std::string& word : words) stem(word, result);
  const std::size_t before = allocations;
  for (const std::string& word : words) stem(word, result);
  return static_cast<double>(allocations - before) / static_cast<double>(words.size());
}

// Snowball's Dutch is the yardstick for every language: one algorithm of known cost, timed in the same run on the same
// words.
void print_throughput(const std::vector<Group>& groups, const std::vector<Candidate>& stemmers) {
  std::vector<std::string> words;
  for (const Group& group : groups) words.insert(words.end(), group.forms.begin(), group.forms.end());
  const double yardstick = nanoseconds_a_word(words, snowball("dutch"));
  std::printf("\n%-34s %9s %9s %11s\n%-34s %9.0f %9.2f\n", "throughput", "ns/word", "x Snowball", "allocations",
              "Snowball Dutch", yardstick, 1.0);
  for (const Candidate& candidate : stemmers) {
    const double spent = nanoseconds_a_word(words, candidate.stem);
    std::printf("%-34s %9.0f %9.2f %11.3f\n", candidate.name.c_str(), spent, spent / yardstick,
                allocations_a_word(words, candidate.stem));
  }
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) {
      options.language = argv[++i];
    } else if (argument == "--mistakes" && i + 1 < argc) {
      options.mistakes = static_cast<std::size_t>(std::strtoul(argv[++i], nullptr, 10));
    } else if (!argument.starts_with("-")) {
      options.groups = argument;
    } else {
      throw std::runtime_error("usage: stem_bench --lang lv|nl [--mistakes N] [GROUPS.tsv]");
    }
  }
  return options;
}

void run(const Options& options) {
  const Language language = options.language == "nl" ? Language::dutch : Language::latvian;
  const std::vector<Candidate> stemmers = candidates(language);
  if (!options.groups.empty()) {
    const std::vector<Group> groups = read_groups(options.groups);
    print_table("groups", groups, stemmers, options.mistakes);
    std::vector<Group> folded = groups;
    for (Group& group : folded) {
      for (std::string& form : group.forms) form = fold(form);
    }
    print_table("groups without diacritics", folded, folded_candidates(language), options.mistakes);
    print_throughput(groups, stemmers);
  }
  print_dictionary_tables(language, stemmers, options.mistakes);
}

}  // namespace
}  // namespace clausula::bench

int main(int argc, char** argv) {
  try {
    clausula::bench::run(clausula::bench::parse(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "stem_bench: " << error.what() << '\n';
    return 1;
  }
}
