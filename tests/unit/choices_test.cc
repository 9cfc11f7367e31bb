#include "query/choices.h"

#include <catch2/catch.hpp>

#include "corpus/error.h"

namespace clausula {
namespace {

using Catch::Matchers::Contains;

std::vector<Topic> topics(const std::vector<std::string>& names) { return topics_named(names); }

TEST_CASE("names may be given several times or with commas between, each counts once") {
  CHECK(topics({"retention, minors", "retention"}) == std::vector{Topic::retention, Topic::minors});
  CHECK(topics({}).empty());
}

TEST_CASE("an unknown name is answered with what was meant or what there is") {
  CHECK_THROWS_WITH(topics({"retentoin"}), Contains("did you mean retention"));
  CHECK_THROWS_WITH(topics({"weather"}), Contains("controller, dpo, data") && Contains("changes"));
  CHECK_THROWS_AS(topics({"retention,"}), UsageError);
  const std::vector<std::string> kind{"recipients-list-of-all"};
  CHECK_THROWS_WITH(fact_kinds_named(kind), Contains("kind of fact") && Contains("recipient-category"));
}

}  // namespace
}  // namespace clausula
