// Bounds the depth of a page before it is parsed. Internal to corpus/.
#pragma once

#include <string>
#include <string_view>

namespace clausula {

// The page without the tags of elements nested deeper than browsers go (512); their text stays. A parser of HTML looks
// through all open elements at each tag, so that a page of nothing but open tags would keep it busy for hours.
std::string flatten_nesting(std::string_view html);

}  // namespace clausula
