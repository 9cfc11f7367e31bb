// Files that are compiled into the program; the build writes the tables (cmake/Embed.cmake).
#pragma once

#include <cstddef>

namespace clausula {

struct EmbeddedFile {
  const char* name;
  const char* begin;
  const char* end;
};

}  // namespace clausula
