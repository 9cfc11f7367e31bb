#include "indexer/facts.h"

#include <algorithm>
#include <array>

#include "corpus/unicode.h"
#include "indexer/fact_cues.h"
#include "indexer/fact_rules.h"
#include "indexer/speaker.h"

namespace clausula {
namespace {

struct KindNames {
  std::string_view kind;
  std::string_view value;
};

constexpr std::array<KindNames, fact_kind_count> kind_names{{{"recipient", "name"},
                                                             {"recipient-category", "category"},
                                                             {"retention", "duration"},
                                                             {"minimum-age", "age"},
                                                             {"right", "right"},
                                                             {"legal-basis", "basis"},
                                                             {"transfer", "outside-eea"},
                                                             {"authority", "name"},
                                                             {"controller", "name"},
                                                             {"deadline", "duration"},
                                                             {"effective-date", "date"}}};

bool is_recipient(const Fact& fact) {
  return fact.kind == FactKind::recipient || fact.kind == FactKind::recipient_category;
}

// Recipients are equal by who and polarity; other facts, which their own rules have merged, by all that is said of
// them. A period that its rule tells twice holds for different data each time.
bool equal(const Fact& a, const Fact& b) {
  if (a.kind == FactKind::retention || a.kind != b.kind || a.value != b.value || a.denied != b.denied) return false;
  return is_recipient(a) || a.details == b.details;
}

// What a further statement adds to the details: another product is listed, any other key is taken where it is new.
// A condition holds only as long as every statement has one.
void merge_details(Fact& known, const Fact& more) {
  if (known.detail("condition") && !more.detail("condition")) {
    std::erase_if(known.details, [](const auto& detail) { return detail.first == "condition"; });
  }
  for (const auto& [key, value] : more.details) {
    const auto found =
        std::find_if(known.details.begin(), known.details.end(),
                     [&, name = std::string_view(key)](const auto& detail) { return detail.first == name; });
    if (found == known.details.end()) {
      if (key != "condition") known.details.emplace_back(key, value);
    } else if (key == "product" && ("," + found->second + ",").find(value) == std::string::npos) {
      found->second += ", " + value;
    }
  }
}

std::vector<Fact> merge(std::vector<Fact>& statements) {
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Fact& a, const Fact& b) { return a.evidence.begin < b.evidence.begin; });
  std::vector<Fact> facts;
  for (Fact& statement : statements) {
    const auto known =
        std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return equal(fact, statement); });
    if (known == facts.end()) {
      facts.push_back(std::move(statement));
      continue;
    }
    merge_details(*known, statement);
    known->also.push_back(statement.evidence);
    known->also.insert(known->also.end(), statement.also.begin(), statement.also.end());
  }
  return facts;
}

}  // namespace

std::string_view name_of(FactKind kind) { return kind_names[static_cast<std::size_t>(kind)].kind; }

std::string_view value_key(FactKind kind) { return kind_names[static_cast<std::size_t>(kind)].value; }

std::optional<FactKind> fact_kind_of(std::string_view name) {
  const auto found =
      std::find_if(kind_names.begin(), kind_names.end(), [&](const KindNames& names) { return names.kind == name; });
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<FactKind>(found - kind_names.begin());
}

std::optional<std::string_view> Fact::detail(std::string_view key) const {
  const auto found =
      std::find_if(details.begin(), details.end(), [&](const auto& detail) { return detail.first == key; });
  if (found == details.end()) return std::nullopt;
  return found->second;
}

FactExtractor::FactExtractor(const Lexicon& lexicon)
    : lexicon_(lexicon), phrases_(std::make_unique<const FactPhrases>(lexicon)) {}

FactExtractor::~FactExtractor() = default;

std::vector<Fact> FactExtractor::extract(const Policy& policy, std::span<const ClauseView> clauses,
                                         std::span<const std::vector<TopicTag>> tags) const {
  const std::vector<std::vector<SentenceView>> sentences = sentences_of(clauses);
  std::vector<std::string> speakers(clauses.size());
  const PolicyCues cues(phrases_->of(policy.language), clauses, sentences);
  FactContext context{policy, policy.language, clauses, tags, sentences, speakers, lexicon_, *phrases_, cues};
  const std::vector<std::string> found = speakers_of(context);
  context.speakers = found;

  std::vector<Fact> facts;
  // The controller first: who the shop is tells it from its recipients.
  extract_controller(context, facts);
  extract_recipients(context, facts);
  extract_retention(context, facts);
  extract_minimum_age(context, facts);
  extract_right(context, facts);
  extract_legal_basis(context, facts);
  extract_transfer(context, facts);
  extract_authority(context, facts);
  extract_deadline(context, facts);
  extract_effective_date(context, facts);
  return merge(facts);
}

}  // namespace clausula
