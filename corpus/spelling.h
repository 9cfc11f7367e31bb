// What was probably meant.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace clausula {

// Letters to insert, delete, replace or swap with a neighbour to get from one to the other; more than `most` counts as
// most + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

// Mistakes that a word of this length may have: none in very short ones, where everything is near.
std::size_t allowed_mistakes(std::string_view word);

// The nearest candidate within the allowed mistakes; nothing where there is none, or two that are equally near.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace clausula
