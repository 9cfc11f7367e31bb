// Text from outside inside a page.
#pragma once

#include <string>
#include <string_view>

namespace clausula {

// Printable, with & < > " ' as entities: fit for elements and for quoted attributes.
std::string escaped(std::string_view text);

}  // namespace clausula
