#include "corpus/reader.h"

#include <catch2/catch.hpp>
#include <random>

#include "corpus/error.h"
#include "corpus/hash.h"
#include "corpus/inspection.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

const std::string dutch =
    "Privacyverklaring\n\nWij bewaren de gegevens van uw bestelling zo lang als de wet dat vraagt.\n";

std::vector<std::string> ids_of(const Listing& listing) {
  std::vector<std::string> ids;
  for (const Provenance& policy : listing.policies) ids.push_back(versioned_id(policy));
  return ids;
}

std::string problems_of(const std::vector<Problem>& problems) {
  std::string all;
  for (const Problem& problem : problems) all += problem.file + ": " + problem.message + "\n";
  return all;
}

Policy read_only(const TemporaryFolder& folder, std::string_view name, std::string_view bytes) {
  folder.write(name, bytes);
  const Listing listing = list_corpus(folder.path() / name);
  REQUIRE(listing.policies.size() == 1);
  return read_policy(listing, listing.policies.front());
}

using Ids = std::vector<std::string>;

TEST_CASE("a plain folder is a corpus") {
  const TemporaryFolder folder;
  folder.write("nl/zon.txt", dutch);
  folder.write("lv/saule.md", "# Privātums\n");
  folder.write("maan.html", "<p>Hallo");
  folder.write("ster.HTM", "<p>Hallo");
  folder.write(".verborgen.txt", dutch);
  folder.write("notities.json", "{}");
  folder.write("meer.json", "{}");
  const Listing listing = list_corpus(folder.path());
  CHECK(ids_of(listing) == Ids{"maan", "saule", "ster", "zon"});
  CHECK(listing.policies[3].file == "nl/zon.txt");
  CHECK(listing.root == folder.path());
  CHECK_THAT(problems_of(listing.problems), Contains("2 files of type .json"));
  CHECK(listing.problems.size() == 1);
}

TEST_CASE("files of one stem: the first by path is kept") {
  const TemporaryFolder folder;
  folder.write("b/zon.txt", dutch);
  folder.write("a/zon.md", dutch);
  const Listing listing = list_corpus(folder.path());
  REQUIRE(listing.policies.size() == 1);
  CHECK(listing.policies[0].file == "a/zon.md");
  CHECK_THAT(problems_of(listing.problems), Contains("b/zon.txt: a second policy zon; a/zon.md is kept"));
}

TEST_CASE("versions of one policy") {
  const TemporaryFolder folder;
  SECTION("by the names of files") {
    folder.write("zon@2020-10-12.txt", dutch);
    folder.write("zon@2023-01-05.txt", dutch);
    folder.write("maan@2022-02-02.txt", dutch);
    folder.write("maan.txt", dutch);
    const Listing listing = list_corpus(folder.path());
    CHECK(ids_of(listing) == Ids{"maan", "maan@2022-02-02", "zon", "zon@2020-10-12"});
    CHECK(listing.policies[2].retrieved == "2023-01-05");
    CHECK(listing.policies[2].version.empty());
  }
  SECTION("by rows of one id") {
    folder.write("a.txt", dutch);
    folder.write("b.txt", dutch);
    folder.write("policies.csv",
                 "id,file,retrieved\nzon,b.txt,2020-01-01\nzon,a.txt,2021-01-01\nzon,a.txt,2020-01-01\n");
    const Listing listing = list_corpus(folder.path());
    CHECK(ids_of(listing) == Ids{"zon", "zon@2020-01-01"});
    CHECK(listing.policies[0].file == "a.txt");
    CHECK(listing.policies[1].file == "b.txt");
    CHECK_THAT(problems_of(listing.problems), Contains("a second policy zon of 2020-01-01"));
  }
  SECTION("an @ without a date is part of the id") {
    folder.write("zon@home.txt", dutch);
    CHECK(ids_of(list_corpus(folder.path())) == Ids{"zon@home"});
  }
}

TEST_CASE("a data package is a corpus") {
  const TemporaryFolder folder;
  folder.write("t/zon.txt", dutch);
  SECTION("with a descriptor") {
    folder.write(
        "datapackage.json",
        R"({"resources": [{"path": "x.csv"}, {"name": "policies", "path": "lijst.csv", "dialect": {"delimiter": ";"}}]})");
    folder.write("lijst.csv", "\xEF\xBB\xBFid;File;shop;kleur\r\nzon;t/zon.txt;\"Zon; \"\"de winkel\"\"\";geel\r\n");
    const Listing listing = list_corpus(folder.path());
    CHECK(problems_of(listing.problems).empty());
    REQUIRE(listing.policies.size() == 1);
    CHECK(listing.policies[0].shop == "Zon; \"de winkel\"");
    CHECK(list_corpus(folder.path() / "datapackage.json").policies.size() == 1);
  }
  SECTION("errors of rows name the line and spare the others") {
    folder.write("policies.csv",
                 "id,shop,file,retrieved,sha256\n"
                 "zon,\"Twee\nregels\",t/zon.txt,,\n"
                 ",X,t/zon.txt,,\n"
                 "weg,X,t/weg.txt,,\n"
                 "boven,X,../zon.txt,,\n"
                 "vast,X,/etc/passwd,,\n"
                 "een twee,X,t/zon.txt,,\n"
                 "kort,X,t/zon.txt\n"
                 "datum,X,t/zon.txt,gisteren,abc\n");
    const Listing listing = list_corpus(folder.path());
    CHECK(ids_of(listing) == Ids{"datum", "kort", "zon"});
    CHECK(listing.policies[0].retrieved.empty());
    const std::string problems = problems_of(listing.problems);
    CHECK_THAT(problems, Contains("policies.csv: line 4: no id"));
    CHECK_THAT(problems, Contains("line 5: the file t/weg.txt is missing"));
    CHECK_THAT(problems, Contains("line 6: the file ../zon.txt is not inside the corpus"));
    CHECK_THAT(problems, Contains("line 7: the file /etc/passwd is not inside the corpus"));
    CHECK_THAT(problems, Contains("line 8: the id een twee"));
    CHECK_THAT(problems, Contains("line 9: 3 cells where the header has 5"));
    CHECK_THAT(problems, Contains("line 10: retrieved gisteren"));
    CHECK_THAT(problems, Contains("line 10: sha256"));
  }
  SECTION("a link out of the corpus is not followed") {
    fs::create_symlink("/etc/passwd", folder.path() / "t/link.txt");
    folder.write("policies.csv", "id,file\nlink,t/link.txt\n");
    CHECK(list_corpus(folder.path()).policies.empty());
  }
  SECTION("a table that cannot be used is an error") {
    folder.write("policies.csv", "");
    CHECK_THROWS_AS(list_corpus(folder.path()), InputError);
    folder.write("policies.csv", "naam,file\nzon,t/zon.txt\n");
    CHECK_THROWS_WITH(list_corpus(folder.path()), Contains("no column id"));
    folder.write("datapackage.json", "{");
    CHECK_THROWS_WITH(list_corpus(folder.path()), Contains("not valid JSON"));
    folder.write("datapackage.json", R"({"resources": [{"name": "policies", "path": "../x.csv"}]})");
    CHECK_THROWS_AS(list_corpus(folder.path()), InputError);
    folder.write("datapackage.json", R"({"resources": 3})");
    CHECK_THROWS_AS(list_corpus(folder.path()), InputError);
  }
  SECTION("a quote that does not end") {
    folder.write("policies.csv", "id,file\nzon,t/zon.txt\nmaan,\"t/zon.txt\n");
    CHECK_THAT(problems_of(list_corpus(folder.path()).problems), Contains("a quoted cell does not end"));
  }
}

TEST_CASE("a folder with odd entries is read to its end") {
  const TemporaryFolder folder;
  folder.write("a/zon.txt", dutch);
  fs::create_directory_symlink("..", folder.path() / "a/terug");
  fs::create_symlink("nergens", folder.path() / "los.txt");
  folder.write("\xFF\xFE.txt", dutch);
  folder.write("twee woorden.txt", dutch);
  const Listing listing = list_corpus(folder.path());
  CHECK(ids_of(listing) == Ids{"zon"});
  const std::string problems = problems_of(listing.problems);
  CHECK_THAT(problems, Contains("a/terug: a link to a folder that is read already"));
  CHECK_THAT(problems, Contains("los.txt: a link to nothing"));
  CHECK_THAT(problems, Contains("twee woorden.txt: the name is no id"));
  CHECK(listing.problems.size() == 4);
}

TEST_CASE("list_corpus names what is missing") { CHECK_THROWS_AS(list_corpus("/nergens/winkels"), IoError); }

TEST_CASE("a UTF-8 text is kept byte for byte") {
  const TemporaryFolder folder;
  const std::string text = "\xEF\xBB\xBF" + dutch + "\r\nMēs glabājam\u00A0datus.\f\r";
  const Policy policy = read_only(folder, "zon.txt", text);
  CHECK(policy.text == text);
  CHECK(policy.problems.empty());
  CHECK(policy.language == Language::dutch);
}

TEST_CASE("old encodings are read and reported") {
  const TemporaryFolder folder;
  const Policy text = read_only(folder, "vecs.txt",
                                "M\xE7s glab\xE2jam pas\xFBt\xEEjuma datus, l\xEE"
                                "dz tie vairs nav vajadz\xEEgi.");
  CHECK(text.text == "Mēs glabājam pasūtījuma datus, līdz tie vairs nav vajadzīgi.");
  CHECK(text.language == Language::latvian);
  CHECK_THAT(problems_of(text.problems), Contains("read as windows-1257"));
  const Policy page = read_only(folder, "vecs.html", "<meta charset=windows-1257><p>\xF0\xEEs un t\xE2s");
  CHECK(page.text == "šīs un tās\n");
}

TEST_CASE("bytes that are not UTF-8 are replaced and reported where they are") {
  const TemporaryFolder folder;
  const Policy policy = read_only(folder, "zon.txt", "Eén idee\xFF en één ander idee.");
  CHECK(policy.text == "Eén idee\uFFFD en één ander idee.");
  REQUIRE(policy.problems.size() == 1);
  CHECK(policy.problems[0].offset == 9);
  CHECK(policy.problems[0].message == "byte 0xFF is not UTF-8; replaced by U+FFFD");

  std::string many = "éééééééééééééééééééééééééééééé";
  for (int i = 0; i < 25; ++i) many += "a\xFF";
  const Policy damaged = read_only(folder, "veel.txt", many);
  CHECK(damaged.problems.size() == 11);
  CHECK_THAT(damaged.problems.back().message, Contains("15 more bytes"));
}

TEST_CASE("files that are no policy are refused by name") {
  const TemporaryFolder folder;
  CHECK_THROWS_WITH(read_only(folder, "leeg.txt", ""), Contains("leeg.txt: empty"));
  CHECK_THROWS_WITH(read_only(folder, "wit.txt", " \n\u00A0\n"), Contains("holds no text"));
  CHECK_THROWS_WITH(read_only(folder, "beeld.txt", std::string("GIF89a\0\0", 8)), Contains("binary (byte 6 is NUL)"));
  CHECK_THROWS_WITH(read_only(folder, "kapot.pdf", "%PDF-1.4\nniets"), Contains("not a readable PDF"));
  folder.write("lang.txt", std::string(2000, 'a'));
  const Listing listing = list_corpus(folder.path() / "lang.txt");
  CHECK_THROWS_WITH(read_policy(listing, listing.policies[0], 1000), Contains("larger than 1000 bytes"));
  fs::remove(folder.path() / "lang.txt");
  CHECK_THROWS_AS(read_policy(listing, listing.policies[0]), IoError);
  CHECK_THROWS_AS(hash_of_file(folder.path() / "lang.txt"), IoError);
}

// A page with one line of text; poppler rebuilds the table of objects that is left out here.
std::string pdf_of(const std::string& line) {
  const std::string stream = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
  return "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
         "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
         "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
         "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>\nendobj\n"
         "4 0 obj\n<</Length " +
         std::to_string(stream.size()) + ">>stream\n" + stream + "\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\n";
}

TEST_CASE("a PDF is read, and one without text is refused") {
  const TemporaryFolder folder;
  const Policy policy = read_only(folder, "zon.pdf", pdf_of("Wij bewaren de gegevens van uw bestelling zeven jaar."));
  CHECK_THAT(policy.text, Contains("Wij bewaren de gegevens van uw bestelling zeven jaar."));
  CHECK(policy.language == Language::dutch);
  CHECK_THROWS_WITH(read_only(folder, "beeld.pdf", pdf_of("")), Contains("holds no text"));
}

TEST_CASE("UTF-16 with its mark is text") {
  const TemporaryFolder folder;
  std::string bytes = "\xFF\xFE";
  for (const char c : dutch) bytes += {c, '\0'};
  CHECK(read_only(folder, "zon.txt", bytes).text == dutch);
}

TEST_CASE("the declared language and hash are used") {
  const TemporaryFolder folder;
  folder.write("zon.txt", dutch);
  folder.write("policies.csv", "id,file,language,sha256\na,zon.txt,lv-LV," + sha256_hex(dutch) + "\nb,zon.txt,de," +
                                   std::string(64, '0') + "\n");
  const Listing listing = list_corpus(folder.path());
  const Policy a = read_policy(listing, listing.policies[0]);
  CHECK(a.language == Language::latvian);
  CHECK(a.problems.empty());
  const Policy b = read_policy(listing, listing.policies[1]);
  CHECK(b.language == Language::other);
  CHECK_THAT(problems_of(b.problems), Contains("sha256"));
  CHECK(hash_of_file(folder.path() / "zon.txt") == sha256_hex(dutch));
}

TEST_CASE("inspect_corpus lists what is wrong and counts the rest") {
  const TemporaryFolder folder;
  folder.write("a.txt", dutch);
  folder.write("b.txt", dutch);
  folder.write("c.txt",
               "Our shop keeps the data of your order for as long as the law asks us to, and not a day longer.");
  folder.write("leeg.txt", "");
  folder.write("policies.csv", "id,file,language\na,a.txt,nl\nb,b.txt,lv\nc,c.txt,\nleeg,leeg.txt,nl\n");
  const Inspection inspection = inspect_corpus(folder.path());
  REQUIRE(inspection.policies.size() == 3);
  CHECK(inspection.policies[0].words == 15);
  CHECK(inspection.policies[0].clauses == std::array<std::size_t, 4>{1, 1, 0, 0});
  const std::string problems = problems_of(inspection.problems);
  CHECK_THAT(problems, Contains("b.txt: declared as lv, but looks like nl"));
  CHECK_THAT(problems, Contains("b.txt: has the same bytes as a.txt"));
  CHECK_THAT(problems, Contains("c.txt: neither Dutch nor Latvian (en)"));
  CHECK_THAT(problems, Contains("leeg.txt: empty"));
}

TEST_CASE("random bytes are read or refused, never more") {
  const TemporaryFolder folder;
  std::mt19937 random(11);
  for (const char* name : {"x.txt", "x.html", "x.md"}) {
    for (int round = 0; round < 60; ++round) {
      std::string bytes(random() % 300, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? random() : "<p>/div ="[random() % 9]);
      folder.write(name, bytes);
      const Listing listing = list_corpus(folder.path() / name);
      try {
        const Policy policy = read_policy(listing, listing.policies.front());
        CHECK(!policy.text.empty());
      } catch (const InputError&) {
        SUCCEED();
      }
    }
  }
}

}  // namespace
}  // namespace clausula
