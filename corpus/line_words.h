// What the segmenter knows of Dutch, Latvian and English: words that tell a heading from a sentence and a list's
// lead-in from either. All in the form of normalize(); nothing here is about privacy alone.
#pragma once

#include <array>
#include <string_view>

namespace clausula {

// A line that begins with one asks a question, with or without its mark: "Hoe lang bewaren wij gegevens". "Wanneer" and
// "kad" are left out: they mostly begin a condition.
inline constexpr std::array<std::string_view, 39> question_words = {
    "hoe",  "hoelang", "waarom", "waarvoor", "waarmee", "wat",    "welk",  "welke", "wie",   "wiens",
    "aan",  "met",     "cik",    "kā",       "kam",     "kāpēc",  "kādēļ", "kas",   "ko",    "kur",
    "kāda", "kādai",   "kādam",  "kādas",    "kādi",    "kādiem", "kādos", "kādu",  "kādus", "kādām",
    "kuri", "kurus",   "vai",    "how",      "what",    "which",  "who",   "why",   "where"};

// A line that ends in a colon and holds one of these is a sentence that leads a list in, not a heading.
inline constexpr std::array<std::string_view, 96> statement_words = {
    // Dutch: pronouns, verbs of every sentence, words that announce.
    "wij", "we", "ik", "u", "je", "jij", "jullie", "is", "zijn", "worden", "wordt", "kan", "kunnen", "kunt", "mag",
    "mogen", "moet", "moeten", "zullen", "zal", "heeft", "hebben", "hebt", "heb", "om", "zoals", "namelijk",
    "waaronder", "delen", "deelt", "verwerken", "verwerkt", "verzamelen", "verzamelt", "gebruiken", "gebruikt",
    "bewaren", "bewaart", "via", "volgende", "indien", "als", "wanneer", "neem", "mits", "tenzij", "doordat", "omdat",
    // Latvian.
    "mēs", "jūs", "jums", "jūsu", "tu", "tev", "ir", "nav", "tiek", "tika", "var", "varam", "varat", "būs", "lai",
    "kamēr", "kad", "ja", "piemēram", "proti", "apstrādā", "apstrādājam", "vāc", "vācam", "iegūst", "iegūstam",
    "izmanto", "izmantojam", "glabā", "glabājam", "nodod", "nododam", "veic", "veicam", "ievēro", "sekojošas",
    "sekojoši", "sekojošiem", "sekojošos",
    // English.
    "you", "your", "our", "are", "may", "following", "such", "if", "to"};

// A sentence with a word that begins so announces what follows, even where it ends in no colon.
inline constexpr std::array<std::string_view, 12> announcing_stems = {
    "volgende", "onderstaande", "hieronder", "hierna", "namelijk", "zoals",
    "šād",      "sekojoš",      "turpmāk",   "zemāk",  "tostarp",  "following"};

// Whole lines that are headings wherever they stand, and names of the document.
inline constexpr std::array<std::string_view, 37> plain_headings = {"privacy",
                                                                    "privacybeleid",
                                                                    "privacy beleid",
                                                                    "privacyverklaring",
                                                                    "privacy verklaring",
                                                                    "privacy policy",
                                                                    "cookies",
                                                                    "cookiebeleid",
                                                                    "cookieverklaring",
                                                                    "cookie policy",
                                                                    "inleiding",
                                                                    "algemeen",
                                                                    "contact",
                                                                    "contactgegevens",
                                                                    "contactinformatie",
                                                                    "klachten",
                                                                    "wijzigingen",
                                                                    "beveiliging",
                                                                    "bewaartermijn",
                                                                    "bewaartermijnen",
                                                                    "jouw rechten",
                                                                    "uw rechten",
                                                                    "vragen",
                                                                    "privātums",
                                                                    "privātuma politika",
                                                                    "konfidencialitātes politika",
                                                                    "sīkdatnes",
                                                                    "sīkdatņu politika",
                                                                    "ievads",
                                                                    "vispārīgi noteikumi",
                                                                    "kontakti",
                                                                    "kontaktinformācija",
                                                                    "sūdzības",
                                                                    "izmaiņas",
                                                                    "drošība",
                                                                    "tavas tiesības",
                                                                    "jūsu tiesības"};

// Words before a number that make the two a heading's number: "Artikel 3".
inline constexpr std::array<std::string_view, 9> article_words = {"artikel", "art.", "hoofdstuk", "paragraaf", "§",
                                                                  "deel",    "stap", "nodaļa",    "sadaļa"};

// A number before one of these is an ordinal of a date or of a law, not of a paragraph: "6. septembrī", "13. pants".
inline constexpr std::array<std::string_view, 15> ordinal_stems = {"janvār",  "februār", "mart",   "aprīl",    "maij",
                                                                   "jūnij",   "jūlij",   "august", "septembr", "oktobr",
                                                                   "novembr", "decembr", "gad",    "pant",     "punkt"};

// Words that begin a sentence. Where one is glued to the line before it, a scraper has lost the heading's line break:
// "BewaartermijnWij bewaren …". Words that end brand names (LinkedIn, YouTube) must not stand here.
inline constexpr std::array<std::string_view, 46> sentence_starts = {
    "Wij",  "We",       "Je",      "Jouw",         "U",          "Uw",   "Ik",   "De",      "Het",      "Een",
    "Deze", "Dit",      "Als",     "Bij",          "Om",         "Onze", "Voor", "Wanneer", "Indien",   "Hieronder",
    "Alle", "Er",       "Via",     "Mēs",          "Mūsu",       "Jūs",  "Jums", "Jūsu",    "Ja",       "Lai",
    "Šī",   "Šajā",     "Šīs",     "Kad",          "Tu",         "Tev",  "Tava", "Visi",    "Personas", "Dati",
    "Datu", "Pārzinis", "Saskaņā", "Pamatojoties", "Izmantojot", "The"};

}  // namespace clausula
