#include "corpus/html.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <memory_resource>
#include <utility>
#include <vector>

#include "corpus/boilerplate.h"
#include "corpus/html_nesting.h"
#include "corpus/text_builder.h"
#include "corpus/unicode.h"

namespace clausula {
namespace {

constexpr std::size_t charset_window = 4096;
constexpr std::size_t longest_cell = 300;  // bytes; a table with longer ones lays a page out
constexpr std::size_t least_main = 300;    // bytes of text that make <main> the page

// Memory of one parse. The tree is never torn down node by node: gumbo does that by recursion, which a deep page would
// take to the end of the stack.
class Arena {
 public:
  GumboOptions options() {
    GumboOptions options = kGumboDefaultOptions;
    options.userdata = this;
    options.allocator = [](void* self, std::size_t size) {
      return static_cast<Arena*>(self)->pool_.allocate(size, 16);
    };
    options.deallocator = [](void*, void*) {};
    options.max_errors = 0;
    return options;
  }

 private:
  std::pmr::monotonic_buffer_resource pool_{1u << 16};
};

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece tag = element.original_tag;
  gumbo_tag_from_original_text(&tag);
  return normalize(std::string_view(tag.data, tag.length));
}

bool contains(const auto& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool holds_any(const std::string& names, const auto& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](auto part) { return names.find(part) != std::string::npos; });
}

int heading_level(const GumboElement& element) {
  return element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6 ? static_cast<int>(element.tag - GUMBO_TAG_H1) + 1
                                                                    : 0;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_CAPTION:
      return true;
    default:
      return false;
  }
}

struct Context {
  bool bold = false;
  bool in_main = false;  // inside the article, where a <header> heads it and not the site
  bool in_heading = false;
  bool in_list = false;
  std::size_t depth = 0;  // of lists
};

class PageReader {
 public:
  explicit PageReader(TextBuilder& out) : out_(out) {}

  void read(const GumboNode& node, const Context& context) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        out_.add(node.v.text.text, context.bold);
        break;
      case GUMBO_NODE_ELEMENT:
        read_element(node.v.element, context);
        break;
      case GUMBO_NODE_DOCUMENT:
        read_children(node.v.document.children, context);
        break;
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }

 private:
  void read_children(const GumboVector& children, const Context& context) {
    for (unsigned int i = 0; i < children.length; ++i) read(*static_cast<const GumboNode*>(children.data[i]), context);
  }

  bool is_dropped(const GumboElement& element, const Context& context) const {
    const std::string name = name_of(element);
    if (contains(dropped_elements, name)) return true;
    if (name == "header" && !context.in_main && !holds_heading(element)) return true;
    // A button folds a section where it has something to unfold, and is the section's heading.
    if (name == "button" && !context.in_heading && attribute(element, "aria-controls").empty() &&
        attribute(element, "aria-expanded").empty()) {
      return true;
    }
    if (contains(dropped_roles, attribute(element, "role"))) return true;
    if (name == "body" || name == "html" || name == "main") return false;
    const std::string names =
        normalize(std::string(attribute(element, "class")) + " " + std::string(attribute(element, "id")));
    if (holds_any(names, dropped_names)) return true;
    return is_hidden(element) && !holds_any(names, folding_names) && attribute(element, "role") != "tabpanel";
  }

  static bool is_hidden(const GumboElement& element) {
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    std::string style = normalize(attribute(element, "style"));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
  }

  // Whether a page's <header> holds a heading of the first level and no navigation: it is the policy's title.
  static bool holds_heading(const GumboElement& element) {
    bool heading = false;
    for (unsigned int i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (child->type != GUMBO_NODE_ELEMENT) continue;
      if (child->v.element.tag == GUMBO_TAG_NAV) return false;
      heading = heading || child->v.element.tag == GUMBO_TAG_H1;
    }
    return heading;
  }

  void read_element(const GumboElement& element, Context context) {
    if (is_dropped(element, context)) return;
    switch (element.tag) {
      case GUMBO_TAG_BR:
        out_.add_line_break();
        return;
      case GUMBO_TAG_B:
      case GUMBO_TAG_STRONG:
        context.bold = true;
        break;
      case GUMBO_TAG_MAIN:
      case GUMBO_TAG_ARTICLE:
        context.in_main = true;
        break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        read_list(element, context);
        return;
      case GUMBO_TAG_TABLE:
        if (read_table(element)) return;
        break;
      case GUMBO_TAG_DT:
      case GUMBO_TAG_SUMMARY:
      case GUMBO_TAG_BUTTON:
        context.bold = true;
        break;
      default:
        break;
    }
    if (heading_level(element) > 0) {
      read_heading(element, context);
      return;
    }
    const bool block = is_block(element.tag) || element.tag == GUMBO_TAG_BUTTON;
    if (block) out_.end_block(context.in_list);
    read_children(element.children, context);
    if (block) out_.end_block(context.in_list);
  }

  void read_heading(const GumboElement& element, Context context) {
    out_.end_block();
    const std::string number = out_.take_prefix();  // of the list item that the heading begins
    context.in_heading = true;
    context.bold = false;
    out_.set_indent(0);
    out_.set_prefix(std::string(static_cast<std::size_t>(heading_level(element)), '#') + " " +
                    (number == "- " ? "" : number));
    read_children(element.children, context);
    out_.end_block();
    out_.take_prefix();
  }

  void read_list(const GumboElement& list, Context context) {
    out_.end_block(true);
    out_.take_prefix();
    int number = 1;
    const std::string_view start = attribute(list, "start");
    if (!start.empty() && start.size() < 6) number = std::max(1, std::atoi(std::string(start).c_str()));
    const bool ordered = list.tag == GUMBO_TAG_OL;
    const bool lettered = ordered && (attribute(list, "type") == "a" || attribute(list, "type") == "A");
    const std::size_t outer = indent_of(context.depth);
    ++context.depth;
    context.in_list = true;
    for (unsigned int i = 0; i < list.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(list.children.data[i]);
      if (child.type == GUMBO_NODE_ELEMENT && child.v.element.tag == GUMBO_TAG_LI &&
          !is_dropped(child.v.element, context)) {
        std::string prefix = "- ";
        if (lettered && number <= 26) {
          prefix = std::string(1, static_cast<char>('a' + number - 1)) + ") ";
        } else if (ordered) {
          prefix = std::to_string(number) + ". ";
        }
        ++number;
        out_.set_indent(outer + prefix.size());
        out_.set_prefix(std::move(prefix));
        read_children(child.v.element.children, context);
        out_.end_block(true);
        out_.take_prefix();
      } else {
        read(child, context);
      }
    }
    out_.set_indent(outer);
    out_.end_block(context.depth > 1);
  }

  // Two columns a level, up to where depth no longer says anything.
  static std::size_t indent_of(std::size_t depth) { return 2 * std::min<std::size_t>(depth, 8); }

  struct Row {
    std::vector<std::string> cells;
  };

  // Writes a table of data row by row; false for one that lays the page out, which is read as if it were none.
  bool read_table(const GumboElement& table) {
    std::vector<Row> rows;
    if (!collect_rows(table, rows)) return false;
    std::size_t widest = 0;
    for (const Row& row : rows) widest = std::max(widest, row.cells.size());
    if (widest < 2) return false;
    out_.end_block();
    for (const Row& row : rows) {
      std::string line;
      for (std::size_t i = 0; i < row.cells.size(); ++i) line += (i > 0 ? " | " : "") + row.cells[i];
      out_.add(line, false);
      out_.end_block(true);
    }
    out_.end_block(false);
    return true;
  }

  bool collect_rows(const GumboElement& element, std::vector<Row>& rows) {
    for (unsigned int i = 0; i < element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      switch (child.v.element.tag) {
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
          if (!collect_rows(child.v.element, rows)) return false;
          break;
        case GUMBO_TAG_TR: {
          Row row;
          if (!collect_cells(child.v.element, row)) return false;
          if (!row.cells.empty()) rows.push_back(std::move(row));
          break;
        }
        default:
          break;
      }
    }
    return true;
  }

  bool collect_cells(const GumboElement& row_element, Row& row) {
    bool anything = false;
    for (unsigned int i = 0; i < row_element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(row_element.children.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      const GumboElement& cell = child.v.element;
      if (cell.tag != GUMBO_TAG_TD && cell.tag != GUMBO_TAG_TH) continue;
      if (lays_out(cell)) return false;
      TextBuilder text;
      PageReader(text).read_children(cell.children, {});
      std::string content = text.finish();
      if (content.size() > longest_cell && row_element.children.length < 4) return false;
      std::replace(content.begin(), content.end(), '\n', ' ');
      TextBuilder clean;  // white space once more, now that lines are one
      clean.add(content, false);
      clean.set_indent(1);
      content = std::string(trim(clean.finish()));
      if (content.size() > 4 && content.starts_with("**") && content.ends_with("**")) {
        content = content.substr(2, content.size() - 4);
      }
      anything = anything || !content.empty();
      row.cells.push_back(content.empty() ? "-" : std::move(content));
    }
    if (!anything) row.cells.clear();
    return true;
  }

  // Tables in tables and headings in cells: the table is a layout.
  static bool lays_out(const GumboElement& element) {
    for (unsigned int i = 0; i < element.children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
      if (child.type != GUMBO_NODE_ELEMENT) continue;
      if (child.v.element.tag == GUMBO_TAG_TABLE || heading_level(child.v.element) > 0 || lays_out(child.v.element)) {
        return true;
      }
    }
    return false;
  }

  TextBuilder& out_;
};

const GumboNode* find_main(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return nullptr;
  const GumboElement& element = node.v.element;
  if (element.tag == GUMBO_TAG_MAIN || attribute(element, "role") == "main") return &node;
  for (unsigned int i = 0; i < element.children.length; ++i) {
    if (const GumboNode* found = find_main(*static_cast<const GumboNode*>(element.children.data[i]))) return found;
  }
  return nullptr;
}

std::string text_of(const GumboNode& node, bool in_main) {
  TextBuilder builder;
  Context context;
  context.in_main = in_main;
  PageReader(builder).read(node, context);
  return builder.finish();
}

}  // namespace

std::string declared_encoding(std::string_view html) {
  const std::string head = normalize(html.substr(0, charset_window));
  const std::size_t found = head.find("charset");
  if (found == std::string::npos) return {};
  const std::size_t begin = head.find_first_not_of(" =\"'", found + 7);
  if (begin == std::string::npos) return {};
  return head.substr(begin, head.find_first_of("\"' ;>/", begin) - begin);
}

std::string text_of_html(std::string_view html) {
  const std::string flat = flatten_nesting(html);
  Arena arena;
  const GumboOptions options = arena.options();
  const GumboOutput* page = gumbo_parse_with_options(&options, flat.data(), flat.size());
  if (const GumboNode* main = find_main(*page->root)) {
    std::string text = text_of(*main, true);
    if (text.size() >= least_main) return text;
  }
  return text_of(*page->root, false);
}

}  // namespace clausula
