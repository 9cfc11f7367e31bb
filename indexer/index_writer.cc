#include "indexer/index_writer.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include <xapian.h>

#include "corpus/error.h"
#include "corpus/hash.h"
#include "indexer/document.h"
#include "indexer/generation.h"
#include "indexer/index.h"
#include "indexer/policy_indexer.h"
#include "indexer/schema.h"

namespace clausula {
namespace fs = std::filesystem;

namespace {

// Policies a segment. Small databases that are merged once by compaction are Xapian's fast path; more of them cost file
// handles, larger ones memory.
constexpr std::size_t segment_policies = 16;
// Segments that are merged at once: each keeps a few files open.
constexpr std::size_t segments_a_merge = 64;
// Up to so many changed policies an existing index is updated in place; it is built anew where they are more, or more
// than a quarter.
constexpr std::size_t most_in_place = 500;

// A policy of the corpus, with what tells whether it changed.
struct Candidate {
  const Provenance* listed = nullptr;
  std::string fingerprint;
  std::string error;  // why its file could not be hashed
  enum class Change { none, added, changed } change = Change::none;
};

// Bytes of the file and everything that is stored of the provenance.
std::string fingerprint_of(const Provenance& source, const std::string& hash) {
  std::string all = hash;
  for (const std::string* field :
       {&source.id, &source.version, &source.shop, &source.language, &source.country, &source.sector, &source.url,
        &source.retrieved, &source.file, &source.license, &source.notes}) {
    all.append(1, '\0').append(*field);
  }
  return sha256_hex(all).substr(0, 32);
}

void set_metadata(Xapian::WritableDatabase& database, const Lexicon& lexicon) {
  database.set_metadata(std::string(metadata::schema), std::to_string(schema_version));
  database.set_metadata(std::string(metadata::analyzer), analyzer_id(lexicon));
  database.set_metadata(std::string(metadata::lexicon), lexicon.id());
  database.set_metadata(std::string(metadata::writer), CLAUSULA_VERSION);
}

// Whether an existing index was written by this schema, analyzer and lexicon. An index of the future is refused.
bool can_extend(const Xapian::Database& database, const std::string& path, const Lexicon& lexicon) {
  const std::string schema = database.get_metadata(std::string(metadata::schema));
  if (schema.empty()) {
    throw InputError(path + ": is a Xapian database, but not an index of this program; name another --index");
  }
  if (std::atoi(schema.c_str()) > schema_version) {
    throw InputError(path + ": has schema " + schema + ", this program writes " + std::to_string(schema_version) +
                     "; use a newer clausula-index or name another --index");
  }
  return schema == std::to_string(schema_version) &&
         database.get_metadata(std::string(metadata::analyzer)) == analyzer_id(lexicon) &&
         database.get_metadata(std::string(metadata::lexicon)) == lexicon.id();
}

// What an index knows of a policy.
struct Known {
  std::string fingerprint;
  std::string skipped;  // why it was not indexed; empty for one that was
};

// By versioned id.
std::map<std::string, Known> what_is_known(const Xapian::Database& database) {
  std::map<std::string, Known> known;
  for (const std::string_view kind : {"policy", "skipped"}) {
    const std::string documents = term(prefix::kind, kind);
    for (auto it = database.postlist_begin(documents); it != database.postlist_end(documents); ++it) {
      const Xapian::Document document = database.get_document(*it);
      known[document.get_value(slot::policy)] = {document.get_value(slot::fingerprint),
                                                 kind == "skipped" ? document.get_data() : std::string()};
    }
  }
  return known;
}

// Remembers that a policy is not indexed, and why, so that it is not read again until it changes.
Xapian::Document skipped_document(const Candidate& candidate, const std::string& why) {
  Xapian::Document document;
  const std::string id = versioned_id(*candidate.listed);
  document.add_boolean_term(term(prefix::kind, "skipped"));
  document.add_boolean_term(term(prefix::version, id));
  document.add_value(slot::policy, id);
  document.add_value(slot::fingerprint, candidate.fingerprint);
  document.set_data(why);
  return document;
}

// One run. The order of documents in the index is that of the listing, whatever the threads do.
class Update {
 public:
  Update(const Listing& corpus, const IndexOptions& options) : corpus_(corpus), options_(options) {
    report_.problems = corpus.problems;
    jobs_ = options.jobs > 0 ? static_cast<unsigned>(options.jobs) : std::max(1U, std::thread::hardware_concurrency());
  }

  IndexReport run(const fs::path& path) {
    IndexFolder folder(path);
    hash_files();
    bool fresh = options_.rebuild || !folder.has_current();
    std::map<std::string, Known> known;
    if (!fresh) {
      const Xapian::Database old(path.string());
      if (can_extend(old, path.string(), *options_.lexicon)) {
        known = what_is_known(old);
      } else {
        fresh = true;
      }
    }
    const std::vector<const Candidate*> wanted = compare(std::move(known));
    const std::size_t work = wanted.size() + gone_.size();
    fresh = fresh || work > most_in_place || 4 * work > candidates_.size();
    if (fresh) {
      build(folder);
      return std::move(report_);
    }
    // What was skipped before and did not change is not read again, but stays a problem.
    report_.skipped += still_skipped_.size();
    std::move(still_skipped_.begin(), still_skipped_.end(), std::back_inserter(report_.problems));
    if (work > 0) change(path, wanted);
    return std::move(report_);
  }

 private:
  // Runs `work(thread)` in each thread and rethrows the first exception of any.
  template <class Work>
  void in_parallel(std::size_t tasks, Work&& work) {
    std::vector<std::thread> threads;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto guarded_work = [&] {
      try {
        work();
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        stop_ = true;
      }
    };
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs_, tasks); ++i) threads.emplace_back(guarded_work);
    guarded_work();
    for (std::thread& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
  }

  void hash_files() {
    candidates_.resize(corpus_.policies.size());
    std::atomic<std::size_t> next = 0;
    in_parallel(candidates_.size(), [&] {
      for (std::size_t i = next++; i < candidates_.size() && !stop_; i = next++) {
        Candidate& candidate = candidates_[i];
        candidate.listed = &corpus_.policies[i];
        try {
          candidate.fingerprint =
              fingerprint_of(*candidate.listed, hash_of_file(corpus_.root / candidate.listed->file));
        } catch (const std::exception& error) {
          candidate.error = error.what();
        }
      }
    });
  }

  // Sorts out what is new, changed, unchanged and gone.
  std::vector<const Candidate*> compare(std::map<std::string, Known> left) {
    std::vector<const Candidate*> wanted;
    for (Candidate& candidate : candidates_) {
      const auto old = left.find(versioned_id(*candidate.listed));
      if (!candidate.error.empty()) {
        // What cannot be read now is kept as it was.
        if (old != left.end()) left.erase(old);
        report_.problems.push_back({candidate.listed->file, 0, candidate.error});
        ++report_.skipped;
        continue;
      }
      if (old == left.end()) {
        ++report_.added;
        candidate.change = Candidate::Change::added;
        wanted.push_back(&candidate);
      } else {
        if (old->second.fingerprint == candidate.fingerprint) {
          if (old->second.skipped.empty()) {
            ++report_.unchanged;
          } else {
            still_skipped_.push_back({candidate.listed->file, 0, old->second.skipped});
          }
        } else {
          ++report_.changed;
          candidate.change = Candidate::Change::changed;
          wanted.push_back(&candidate);
        }
        left.erase(old);
      }
    }
    for (const auto& [id, old] : left) {
      gone_.push_back(id);
      if (old.skipped.empty()) ++report_.removed;
    }
    return wanted;
  }

  // Reads one policy and hands its documents to `write`; what is wrong with it alone is reported and skipped.
  template <class Write>
  void index_one(PolicyIndexer& indexer, const Candidate& candidate, std::size_t total, Write&& write) {
    std::vector<Problem> problems;
    std::size_t clauses = 0;
    std::size_t bytes = 0;
    std::string skipped;
    std::vector<Xapian::Document> documents;
    try {
      Policy policy = read_policy(corpus_, *candidate.listed);
      problems = std::move(policy.problems);
      bytes = policy.text.size();
      clauses = indexer.index(policy, candidate.fingerprint,
                              [&](const Xapian::Document& document) { documents.push_back(document); });
    } catch (const InputError& error) {
      skipped = error.what();
    } catch (const IoError& error) {
      skipped = error.what();
    }
    if (!skipped.empty()) documents = {skipped_document(candidate, skipped)};
    for (const Xapian::Document& document : documents) write(document);
    const std::lock_guard lock(mutex_);
    for (Problem& problem : problems) report_.problems.push_back(std::move(problem));
    if (!skipped.empty()) {
      report_.problems.push_back({candidate.listed->file, 0, skipped});
      ++report_.skipped;
      if (candidate.change == Candidate::Change::changed) --report_.changed;
      if (candidate.change == Candidate::Change::added) --report_.added;
    }
    report_.clauses += clauses;
    report_.bytes += bytes;
    ++done_;
    if (options_.progress) options_.progress(done_, total, report_.bytes);
  }

  void build(IndexFolder& folder) {
    const fs::path building = folder.building();
    const std::string name = folder.path().string();
    std::vector<const Candidate*> readable;
    for (const Candidate& candidate : candidates_) {
      if (candidate.error.empty()) readable.push_back(&candidate);
    }
    const std::size_t count = (readable.size() + segment_policies - 1) / segment_policies;
    const Readers readers(*options_.lexicon);
    std::atomic<std::size_t> next = 0;
    in_parallel(count, [&] {
      PolicyIndexer indexer(readers, *options_.lexicon);
      for (std::size_t i = next++; i < count && !stop_; i = next++) {
        guarded(name, [&] {
          Xapian::WritableDatabase segment((building / std::to_string(i)).string(),
                                           Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
          const std::size_t end = std::min(readable.size(), (i + 1) * segment_policies);
          for (std::size_t j = i * segment_policies; j < end && !stop_; ++j) {
            index_one(indexer, *readable[j], readable.size(),
                      [&](const Xapian::Document& document) { segment.add_document(document); });
          }
          segment.commit();
        });
      }
    });
    guarded(name, [&] { merge(building, count, folder.next()); });
    folder.publish();
  }

  // Compacts the segments, in order, to one database, by way of intermediate ones where they are many.
  void merge(const fs::path& building, std::size_t count, const fs::path& target) {
    std::error_code error;
    fs::remove_all(target, error);
    std::vector<fs::path> parts;
    for (std::size_t i = 0; i < count; ++i) parts.push_back(building / std::to_string(i));
    if (parts.empty()) {
      parts.push_back(building / "empty");
      Xapian::WritableDatabase(parts.back().string(), Xapian::DB_CREATE).commit();
    }
    for (std::size_t level = 0; parts.size() > segments_a_merge; ++level) {
      std::vector<fs::path> merged;
      for (std::size_t i = 0; i < parts.size(); i += segments_a_merge) {
        merged.push_back(building / ("m" + std::to_string(level) + "-" + std::to_string(merged.size())));
        compact({parts.begin() + i, parts.begin() + std::min(parts.size(), i + segments_a_merge)}, merged.back());
        for (std::size_t j = i; j < std::min(parts.size(), i + segments_a_merge); ++j) fs::remove_all(parts[j]);
      }
      parts = std::move(merged);
    }
    const fs::path whole = building / "whole";
    compact(parts, whole);
    {
      Xapian::WritableDatabase database(whole.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
      set_metadata(database, *options_.lexicon);
      database.commit();
    }
    fs::rename(whole, target);
  }

  static void compact(const std::vector<fs::path>& parts, const fs::path& target) {
    Xapian::Database all;
    for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
    all.compact(target.string());
  }

  // Changes an existing index in one transaction: a reader, and a crash, sees the old state or the new.
  void change(const fs::path& path, const std::vector<const Candidate*>& wanted) {
    guarded(path.string(), [&] {
      Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
      database.begin_transaction();
      for (const std::string& id : gone_) database.delete_document(term(prefix::version, id));
      const Readers readers(*options_.lexicon);
      PolicyIndexer indexer(readers, *options_.lexicon);
      for (const Candidate* candidate : wanted) {
        database.delete_document(term(prefix::version, versioned_id(*candidate->listed)));
        index_one(indexer, *candidate, wanted.size(),
                  [&](const Xapian::Document& document) { database.add_document(document); });
      }
      database.commit_transaction();
    });
  }

  const Listing& corpus_;
  const IndexOptions& options_;
  unsigned jobs_ = 1;
  std::vector<Candidate> candidates_;
  std::vector<std::string> gone_;
  std::vector<Problem> still_skipped_;
  IndexReport report_;
  std::mutex mutex_;
  std::atomic<bool> stop_ = false;
  std::size_t done_ = 0;
};

}  // namespace

IndexReport update_index(const Listing& corpus, const fs::path& index, const IndexOptions& options) {
  return guarded(index.string(), [&] { return Update(corpus, options).run(index); });
}

}  // namespace clausula
