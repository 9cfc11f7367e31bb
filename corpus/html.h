// The text of a web page. Internal to corpus/.
#pragma once

#include <string>
#include <string_view>

namespace clausula {

// The encoding that the page declares in its first kilobytes; empty where it declares none.
std::string declared_encoding(std::string_view html);

// The text of a page (UTF-8), one block a line, blocks parted by a blank line. What it is stays to be seen in the signs
// of Markdown: headings are "## …", paragraphs in bold "**…**", items "- …" or "1. …" indented by their depth; rows of
// a table are lines of cells parted by " | ". Navigation, banners, scripts and what is hidden are left out.
std::string text_of_html(std::string_view html);

}  // namespace clausula
