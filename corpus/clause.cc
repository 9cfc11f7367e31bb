#include "corpus/clause.h"

namespace clausula {

std::string_view name_of(ClauseKind kind) {
  switch (kind) {
    case ClauseKind::heading:
      return "heading";
    case ClauseKind::paragraph:
      return "paragraph";
    case ClauseKind::item:
      return "item";
    case ClauseKind::row:
      return "row";
  }
  return "paragraph";
}

}  // namespace clausula
