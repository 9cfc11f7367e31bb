// Facts in words, for people: the same ones in a terminal, a table cell and a page.
#pragma once

#include <string>
#include <string_view>

#include "indexer/facts.h"

namespace clausula {

// "P18M" → "18 months", "P1Y6M" → "1 year 6 months", "until-event" → "until an event", other text as it is.
std::string duration_text(std::string_view duration);

// The value alone: "Klarna", "not Google", "7 years", "16 years", "not outside the EEA", "legal obligation".
std::string value_text(const Fact& fact);

// What else is known of it: "payment; if you pay later"; empty where nothing is.
std::string detail_text(const Fact& fact);

// "7 years (invoices)"
std::string fact_text(const Fact& fact);

}  // namespace clausula
