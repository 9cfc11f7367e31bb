#include "query/render_facts.h"

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "query/csv.h"
#include "query/fact_text.h"
#include "query/json.h"

namespace clausula {
namespace {

// A table has to know all its rows before it can be laid out.
class TextRenderer : public FactRenderer {
 public:
  TextRenderer(const TextOptions& options, std::ostream& out) : options_(options), out_(out) {}
  void row(const FactRow& row) override {
    rows_.push_back({versioned_id(row.policy->source), std::string(name_of(row.fact.kind)) + ": " + fact_text(row.fact),
                     std::to_string(row.fact.evidence.lines.first), row.quote});
  }
  void end() override {
    if (rows_.size() > 1) out_ << text_table(rows_, options_);
  }

 private:
  TextOptions options_;
  std::ostream& out_;
  std::vector<std::vector<std::string>> rows_{{"policy", "fact", "line", "quote"}};
};

class JsonRenderer : public FactRenderer {
 public:
  explicit JsonRenderer(std::ostream& out) : out_(out) { out_ << "{\"facts\": ["; }
  void row(const FactRow& row) override {
    Json object = {{"policy", versioned_id(row.policy->source)},
                   {"shop", row.policy->source.shop},
                   {"language", code_of(row.policy->language)}};
    object.update(to_json(row.fact));
    object["quote"] = row.quote;
    out_ << (first_ ? "\n" : ",\n") << dump(object);
    first_ = false;
  }
  void end() override { out_ << (first_ ? "]}\n" : "\n]}\n"); }

 private:
  std::ostream& out_;
  bool first_ = true;
};

// The same columns for every kind and every index, so that tables can be put under one another.
constexpr std::array<std::string_view, 11> detail_columns{"category",     "product", "condition", "what",
                                                          "trigger",      "country", "safeguard", "email",
                                                          "registration", "phone",   "address"};

class CsvRenderer : public FactRenderer {
 public:
  explicit CsvRenderer(std::ostream& out) : out_(out) {
    std::vector<std::string> head{"policy", "shop", "language", "kind", "value", "polarity"};
    for (const std::string_view column : detail_columns) head.emplace_back(column);
    head.insert(head.end(), {"other", "quote", "line"});
    out_ << csv_record(head);
  }
  void row(const FactRow& row) override {
    const Fact& fact = row.fact;
    const bool has_polarity = fact.kind == FactKind::recipient || fact.kind == FactKind::recipient_category;
    std::vector<std::string> cells{versioned_id(row.policy->source),
                                   row.policy->source.shop,
                                   std::string(code_of(row.policy->language)),
                                   std::string(name_of(fact.kind)),
                                   fact.value,
                                   !has_polarity ? ""
                                   : fact.denied ? "denies"
                                                 : "shares"};
    const std::size_t first = cells.size();
    cells.resize(first + detail_columns.size() + 1);
    for (const auto& [key, value] : fact.details) {
      std::size_t column = 0;
      while (column < detail_columns.size() && detail_columns[column] != key) ++column;
      std::string& cell = cells[first + column];
      if (!cell.empty()) cell += "; ";
      if (column == detail_columns.size()) cell.append(key).append("=");
      cell += value;
    }
    cells.push_back(row.quote);
    cells.push_back(std::to_string(fact.evidence.lines.first));
    out_ << csv_record(cells);
  }
  void end() override {}

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<FactRenderer> fact_renderer(std::string_view format, const TextOptions& options, std::ostream& out) {
  if (format == "json") return std::make_unique<JsonRenderer>(out);
  if (format == "csv") return std::make_unique<CsvRenderer>(out);
  return std::make_unique<TextRenderer>(options, out);
}

}  // namespace clausula
