#include "corpus/unicode.h"

#include <unicode/translit.h>

#include <catch2/catch.hpp>
#include <memory>
#include <random>

#include "corpus/unicode_fold.h"

namespace clausula {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> found;
  for (const WordSpan& span : words(text)) found.emplace_back(text.substr(span.begin, span.end - span.begin));
  return found;
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> found;
  for (const WordSpan& span : sentences(text)) {
    found.emplace_back(trim(text.substr(span.begin, span.end - span.begin)));
  }
  return found;
}

using Strings = std::vector<std::string>;

TEST_CASE("The table of folded letters is what ICU makes of them") {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_ascii(
      icu::Transliterator::createInstance("Latin-ASCII; Lower", UTRANS_FORWARD, error));
  REQUIRE(U_SUCCESS(error));
  for (const FoldRange& range : fold_ranges) {
    for (UChar32 c = range.first; c <= range.last; ++c) {
      icu::UnicodeString letter(c);
      std::string itself;
      letter.toUTF8String(itself);
      to_ascii->transliterate(letter);
      std::string expected;
      letter.toUTF8String(expected);
      REQUIRE_FALSE(expected.empty());
      const std::string form = folded_forms[range.offset + static_cast<std::size_t>(c - range.first)];
      INFO("U+" << std::hex << c);
      CHECK((form.empty() ? itself : form) == expected);
    }
  }
}

TEST_CASE("normalize makes spellings of one word equal") {
  CHECK(normalize("GLABĀŠANA") == "glabāšana");
  CHECK(normalize("gla\u0062a\u0304s\u030Cana") == "glabāšana");
  CHECK(normalize("K\u0327e\u0304nin\u0326s\u030C") == normalize("ķēniņš"));
  CHECK(normalize("k\u0326") == "ķ");
  CHECK(normalize("s\u0327") == normalize("ș"));
  CHECK(normalize("\u015F") == normalize("\u0219"));
  CHECK(normalize("Ĳsbeer") == "ijsbeer");
  CHECK(normalize("be\u00ADwaar\u200Btermijn") == "bewaartermijn");
  CHECK(normalize("7\u00A0jaar\u202Flang") == "7 jaar lang");
  CHECK(normalize("foto’s") == "foto's");
  CHECK(normalize("foto´s") == "foto's");
  CHECK(normalize("e\u2011pasts") == "e-pasts");
  CHECK(normalize("de\uFB01nitie") == "definitie");
}

TEST_CASE("fold takes diacritics away") {
  CHECK(fold("Glabāšana") == "glabasana");
  CHECK(fold("ģķļņŗ") == "gklnr");
  CHECK(fold("Cliënt Ĳmuiden café") == "client ijmuiden cafe");
  CHECK(fold("x\u0323") == "x");
  CHECK(fold("политика") == "политика");
}

TEST_CASE("normalize and fold settle at once") {
  std::mt19937 random(20240517);
  // Latin, marks, punctuation, Cyrillic and Hangul by turns: whatever combines with something.
  const std::vector<std::pair<char32_t, char32_t>> ranges = {{0x20, 0x7E},     {0xA0, 0x24F},    {0x300, 0x345},
                                                             {0x2000, 0x206F}, {0x410, 0x45F},   {0x1100, 0x11FF},
                                                             {0xFB00, 0xFB06}, {0x1E00, 0x1EFF}, {0x390, 0x3C9}};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      const auto& [first, last] = ranges[random() % ranges.size()];
      const auto c = static_cast<char32_t>(first + random() % (last - first + 1));
      if (c < 0x80) {
        text += static_cast<char>(c);
      } else if (c < 0x800) {
        text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
      } else {
        text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (c & 0x3F))};
      }
    }
    CAPTURE(text);
    CHECK(normalize(normalize(text)) == normalize(text));
    CHECK(fold(fold(text)) == fold(text));
  }
}

TEST_CASE("words keep what belongs together") {
  CHECK(words_of("e-pasts, IP-adres en Klarna-betaling") == Strings{"e-pasts", "IP-adres", "en", "Klarna-betaling"});
  CHECK(words_of("Voor- en achternaam") == Strings{"Voor", "en", "achternaam"});
  CHECK(words_of("Mail info@winkel.example.nl.") == Strings{"Mail", "info@winkel.example.nl"});
  CHECK(words_of("https://www.winkel.example/privacy") == Strings{"https", "www.winkel.example", "privacy"});
  CHECK(words_of("art. 6(1)(f) en 5.5") == Strings{"art", "6", "1", "f", "en", "5.5"});
  CHECK(words_of("€ 1.250,50") == Strings{"1.250,50"});
  CHECK(words_of("foto's en auto’s") == Strings{"foto's", "en", "auto’s"});
  CHECK(words_of("'tikt aizmirstam'") == Strings{"tikt", "aizmirstam"});
  CHECK(words_of("en/of") == Strings{"en", "of"});
  CHECK(words_of("Wissen.Wij doen dat, d.m.v. B.V. Voorbeeld") ==
        Strings{"Wissen", "Wij", "doen", "dat", "d.m.v", "B.V", "Voorbeeld"});
  CHECK(words_of("2026.gada 3. maijā") == Strings{"2026", "gada", "3", "maijā"});
  CHECK(words_of("be\u00ADwaren gla\u0304ba\u0304") == Strings{"be\u00ADwaren", "gla\u0304ba\u0304"});
  CHECK(words_of("_ga ___") == Strings{"_ga"});
  CHECK(words_of("").empty());
}

TEST_CASE("sentences end where a reader would end them") {
  CHECK(sentences_of("Wij bewaren facturen. Daarna wissen wij ze.") ==
        Strings{"Wij bewaren facturen.", "Daarna wissen wij ze."});
  CHECK(sentences_of("Gegevens, bijv. Uw naam, bewaren wij. Bel tel. 0101234567.") ==
        Strings{"Gegevens, bijv. Uw naam, bewaren wij.", "Bel tel. 0101234567."});
  CHECK(sentences_of("SIA Paraugs, reģ. Nr. 123, tālr. 67000000. Rakstiet mums!") ==
        Strings{"SIA Paraugs, reģ. Nr. 123, tālr. 67000000.", "Rakstiet mums!"});
  CHECK(sentences_of("Politika ir spēkā no 2016. gada 5. maija. Tā var mainīties.") ==
        Strings{"Politika ir spēkā no 2016. gada 5. maija.", "Tā var mainīties."});
  CHECK(sentences_of("1. Wij delen niets. 2.1. Dit geldt altijd.") ==
        Strings{"1. Wij delen niets.", "2.1. Dit geldt altijd."});
  CHECK(sentences_of("Vārds, adrese utt. Mēs tos dzēšam.") == Strings{"Vārds, adrese utt.", "Mēs tos dzēšam."});
  CHECK(sentences_of("Namen, adressen enz. worden gewist.") == Strings{"Namen, adressen enz. worden gewist."});
  CHECK(sentences_of("Voorbeeld B.V. bewaart uw gegevens.") == Strings{"Voorbeeld B.V. bewaart uw gegevens."});
  CHECK(sentences_of("Wij delen uw gegevens\nmet de bezorger.") == Strings{"Wij delen uw gegevens\nmet de bezorger."});
  CHECK(sentences_of("Contact\n\nBel ons.") == Strings{"Contact", "Bel ons."});
  CHECK(sentences("").empty());
}

TEST_CASE("sentences cover the text") {
  const std::string text = "  Eerst dit. En dan dat!\n\nTot slot: niets.  ";
  std::size_t end = 0;
  for (const WordSpan& span : sentences(text)) {
    CHECK(span.begin == end);
    end = span.end;
  }
  CHECK(end == text.size());
}

TEST_CASE("decode tells encodings") {
  SECTION("UTF-8 stays as it is, with its mark") {
    const std::string text = "\xEF\xBB\xBFPrivātuma politika\r\n";
    const DecodedText decoded = decode(text, "windows-1257");
    CHECK(decoded.text == text);
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.invalid_count == 0);
  }
  SECTION("UTF-16 by its mark") {
    CHECK(decode(std::string("\xFF\xFE\x01\x01\x41\x00", 6)).text == "āA");
    CHECK(decode(std::string("\xFE\xFF\x01\x01\xD8\x3D\xDE\x00", 8)).text == "ā\U0001F600");
    const DecodedText broken = decode(std::string("\xFF\xFE\x00\xD8\x41\x00\x42", 7));
    CHECK(broken.text == "\uFFFDA\uFFFD");
    CHECK(broken.invalid == std::vector<std::size_t>{2, 6});
  }
  SECTION("old encodings by their letters") {
    const DecodedText dutch = decode("Onze cli\xEBnten betalen \x80 5; idee\xEBn \x93welkom\x94");
    CHECK(dutch.encoding == "windows-1252");
    CHECK(dutch.text == "Onze cliënten betalen € 5; ideeën “welkom”");
    const DecodedText latvian = decode(
        "M\xE7s glab\xE2jam dat\xFBs \x84\xF0\xEEs zi\xF2"
        "as\x93");
    CHECK(latvian.encoding == "windows-1257");
    CHECK(latvian.text == "Mēs glabājam datūs „šīs ziņas“");
    const DecodedText baltic = decode(
        "M\xE7s glab\xE2jam \xA5zi\xF2"
        "as\xA1");
    CHECK(baltic.encoding == "ISO-8859-13");
    CHECK(baltic.text == "Mēs glabājam „ziņas”");
  }
  SECTION("a declared encoding goes before the letters, an unknown one is not believed") {
    CHECK(decode("\xE2", "windows-1257").text == "ā");
    CHECK(decode("\xE2", "ISO-8859-1").text == "â");
    CHECK(decode("cli\xEBnt", "klingon").text == "cliënt");
    CHECK(decode("cli\xEBnt", "utf-8").text == "cliënt");
  }
  SECTION("damaged UTF-8 is repaired and says where") {
    const DecodedText decoded = decode(
        "ā\xFF"
        "ē\x80ī");
    CHECK(decoded.encoding == "UTF-8");
    CHECK(decoded.text == "ā\uFFFDē\uFFFDī");
    CHECK(decoded.invalid == std::vector<std::size_t>{2, 5});
    CHECK(decoded.invalid_count == 2);
  }
  SECTION("at most a hundred offsets are kept") {
    const DecodedText decoded = decode(std::string(250, '\x81'));
    CHECK(decoded.invalid.size() == 100);
    CHECK(decoded.invalid_count == 250);
  }
}

TEST_CASE("decode yields valid UTF-8 for any bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const DecodedText once = decode(bytes);
    const bool marked = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
    if (!marked) CHECK(decode(once.text).invalid_count == 0);
    CHECK(decode(once.text).text == once.text);
    for (const std::size_t offset : once.invalid) CHECK(offset < bytes.size());
  }
}

TEST_CASE("printable is safe for a terminal") {
  CHECK(printable("a\tb\nc\x1B[31m\u202Ed\u0007") == "a b c[31md");
  CHECK(columns("glabā") == 5);
  CHECK(columns("a\u0304\u200B漢") == 3);
}

TEST_CASE("trim and count_letters know Unicode") {
  CHECK(trim("\uFEFF \u00A0Naam\u200B\r\n") == "Naam");
  CHECK(trim(" \n").empty());
  const LetterCounts counts = count_letters("“Ēka 12b");
  CHECK(counts.characters == 8);
  CHECK(counts.upper == 1);
  CHECK(counts.lower == 3);
  CHECK(counts.digits == 2);
  CHECK(counts.starts_upper);
  CHECK(count_letters("1. naam").starts_lower == false);
}

}  // namespace
}  // namespace clausula
