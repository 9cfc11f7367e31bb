#include "indexer/index.h"

#include <cerrno>
#include <filesystem>

#include "corpus/error.h"
#include "indexer/analyzer.h"
#include "indexer/schema.h"

namespace clausula {
namespace {

void check_fits(const Xapian::Database& database, const std::string& path, const std::string& analysis) {
  const std::string schema = database.get_metadata(std::string(metadata::schema));
  if (schema.empty()) {
    throw InputError(path + ": is a Xapian database, but not an index of this program; name another --index");
  }
  if (schema != std::to_string(schema_version)) {
    const bool newer = std::atoi(schema.c_str()) > schema_version;
    throw InputError(path + ": has schema " + schema + ", this program reads " + std::to_string(schema_version) +
                     (newer ? "; use a newer clausula-query" : "; run clausula-index on its corpus again"));
  }
  const std::string analyzer = database.get_metadata(std::string(metadata::analyzer));
  if (analyzer != analysis) {
    throw InputError(path + ": was written with the analysis '" + analyzer + "', this program has '" + analysis +
                     "'; run clausula-index on its corpus again, with the same --lexicon if there is one");
  }
}

}  // namespace

Xapian::Database open_index(const std::vector<std::string>& paths, const Lexicon& lexicon) {
  const std::string analysis = analyzer_id(lexicon);
  Xapian::Database all;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
      std::string message = path;
      message.append(": there is no index; build one with clausula-index CORPUS --index ").append(path);
      throw InputError(message);
    }
    guarded(path, [&] {
      const Xapian::Database one(path);
      check_fits(one, path, analysis);
      all.add_database(one);
    });
  }
  return all;
}

void rethrow_as_own(const std::string& index) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw IoError(index + ": another process is writing to it; wait for it to end");
  } catch (const Xapian::DatabaseModifiedError&) {
    throw IoError(index + ": was rewritten while it was read; ask again");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw InputError(index + ": is damaged (" + error.get_msg() + "); rebuild it with clausula-index --rebuild");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw InputError(index + ": was written by another version of Xapian (" + error.get_msg() +
                     "); run clausula-index --rebuild");
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw InputError(index + ": is no index; build one with clausula-index CORPUS --index " + index);
  } catch (const Xapian::NetworkError& error) {
    throw IoError(index + ": the remote index does not answer (" + error.get_msg() + ")");
  } catch (const Xapian::QueryParserError& error) {
    throw UsageError("the query cannot be read: " + error.get_msg());
  } catch (const Xapian::DatabaseError& error) {
    const char* system = error.get_error_string();
    throw IoError(index + ": " + error.get_msg() + (system ? std::string(" (") + system + ")" : std::string()) +
                  "; check the disk and permissions");
  } catch (const Xapian::Error& error) {
    throw IoError(index + ": " + error.get_description());
  }
}

}  // namespace clausula
