#include "query/csv.h"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/unit/stored_policies.h"

namespace clausula {
namespace {

std::string record(const std::vector<std::string>& cells) { return csv_record(cells); }

TEST_CASE("cells are quoted where RFC 4180 asks for it") {
  CHECK(record({"a", "b"}) == "a,b\r\n");
  CHECK(record({"a,b", "c"}) == "\"a,b\",c\r\n");
  CHECK(record({"say \"no\""}) == "\"say \"\"no\"\"\"\r\n");
  CHECK(record({"", ""}) == ",\r\n");
  CHECK(record({" a", "b "}) == "\" a\",\"b \"\r\n");
  CHECK(record({"glabāšana"}) == "glabāšana\r\n");
}

TEST_CASE("a record is one line without control characters") {
  const std::string line = record({"one\ntwo\r\nthree", hostile_text});
  CHECK(is_harmless(line));
  CHECK(line.find('\n') == line.size() - 1);
}

}  // namespace
}  // namespace clausula
