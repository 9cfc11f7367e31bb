// Words that end in a dot without ending a sentence, in normalized form and without that last dot.
#pragma once

#include <array>
#include <string_view>

namespace clausula {

// Dutch: a word always follows.
inline constexpr std::array<std::string_view, 50> dutch_abbreviations = {
    "aant",  "afd", "afk", "alg",   "art",  "bijv",  "blz",   "bv",      "ca",    "cfr",   "d.d",   "dd",    "d.m.v",
    "d.w.z", "dhr", "dr",  "drs",   "excl", "fa",    "fig",   "h.o.d.n", "i.c",   "i.h.b", "i.p.v", "i.v.m", "incl",
    "ing",   "inz", "ir",  "jhr",   "jl",   "m.a.w", "m.b.t", "m.b.v",   "m.i.v", "m.n",   "m.u.v", "max",   "mevr",
    "min",   "mr",  "mw",  "n.a.v", "nl",   "nr",    "nrs",   "o.a",     "o.b.v", "o.g.v", "o.m"};

// The same, continued: titles, contact details, measures.
inline constexpr std::array<std::string_view, 27> dutch_abbreviations_more = {
    "o.v.v", "p",     "p/a",   "par",   "pag", "ph",  "prof",  "red", "resp", "secr", "sr",  "st",  "str",  "t.a.v",
    "t.b.v", "t.g.v", "t.n.v", "t.o.v", "t.w", "tel", "telnr", "vb",  "vgl",  "vlg",  "zgn", "z.g", "z.s.m"};

// Latvian: a word or a number always follows.
inline constexpr std::array<std::string_view, 38> latvian_abbreviations = {
    "apm",   "att", "dz",   "dz.g", "e-p", "g",      "gs",    "iel", "jur",  "jur.adr", "k-gs", "kab", "kl",
    "lpp",   "lt",  "milj", "min",  "mob", "mr",     "n.p.k", "nod", "nr",   "p",       "p.k",  "pag", "piem",
    "plkst", "pr",  "prof", "red",  "reģ", "reģ.nr", "sask",  "sk",  "skat", "st",      "str",  "t.i"};

inline constexpr std::array<std::string_view, 10> latvian_abbreviations_more = {
    "t.s", "t.sk", "tālr", "tel", "tālr.nr", "tūkst", "v.k", "vien", "vien.reģ", "ziņ"};

// Ends of enumerations, in both languages and English: they may end a sentence, and do where a capital follows.
inline constexpr std::array<std::string_view, 20> closing_abbreviations = {
    "a.u.b", "e.a", "e.c", "e.d",   "e.v",   "enz",   "etc",  "i.d", "m.m",   "n.v.t",
    "t.l",   "t.t", "u.c", "u.d.z", "u.t.t", "u.tml", "utml", "utt", "v.chr", "z.o.z"};

}  // namespace clausula
