#include "query/topic_counts.h"

#include "indexer/index.h"
#include "indexer/schema.h"
#include "query/policy_table.h"

namespace clausula {

std::vector<TopicCount> count_topics(const Store& store, const Lexicon& lexicon) {
  return guarded(store.name(), [&] {
    const Xapian::Database& database = store.database();
    const PolicyTable table(database);
    std::vector<TopicCount> counts;
    for (const LexiconEntry& entry : lexicon.entries("topic-names.toml")) {
      const auto first = [&](std::string_view language) {
        const auto& names = entry.list(language);
        return names.empty() ? std::string() : names.front();
      };
      TopicCount count{entry.id, std::string(entry.value("gdpr")), first("en"), first("nl"), first("lv"), 0, 0, 0};
      const DocSet documents = docs_with(database, term(prefix::topic, entry.id));
      count.policies = intersect(documents, table.latest()).size();
      count.silent = table.latest().size() - count.policies;
      count.clauses = documents.size() - intersect(documents, table.all()).size();
      counts.push_back(std::move(count));
    }
    return counts;
  });
}

}  // namespace clausula
