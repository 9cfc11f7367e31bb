// SHA-256, by libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace clausula {

// Lower-case hex digest of the bytes.
std::string sha256_hex(std::string_view bytes);

}  // namespace clausula
