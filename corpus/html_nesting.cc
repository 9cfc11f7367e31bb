#include "corpus/html_nesting.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <vector>

namespace clausula {
namespace {

constexpr std::size_t deepest = 512;

// Elements without an end tag, and those that the next of their kind closes: they do not nest by themselves.
constexpr std::array<std::string_view, 31> not_nesting = {
    "area",  "base",     "br",   "col",  "embed", "hr",    "img",   "input", "link",    "meta",   "source",
    "track", "wbr",      "p",    "li",   "dt",    "dd",    "td",    "th",    "tr",      "option", "rt",
    "rp",    "optgroup", "html", "head", "body",  "thead", "tbody", "tfoot", "colgroup"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string name_at(std::string_view html, std::size_t i) {
  std::string name;
  for (; i < html.size() && name.size() < 16 && (is_letter(html[i]) || (html[i] >= '0' && html[i] <= '9')); ++i) {
    name += html[i] >= 'A' && html[i] <= 'Z' ? static_cast<char>(html[i] + 32) : html[i];
  }
  return name;
}

// The end of the element whose content is no markup, from its start tag on.
std::size_t end_of_raw(std::string_view html, std::size_t from, const std::string& name) {
  for (std::size_t i = html.find("</", from); i != std::string_view::npos; i = html.find("</", i + 2)) {
    if (name_at(html, i + 2) == name) return i;
  }
  return html.size();
}

// The elements that the parser will have open. End tags that close nothing are left out too, since they make it look
// through all that is open; misnested ones stay, for they are closed in their own way.
class OpenElements {
 public:
  // Whether the tag is to stay.
  bool open(const std::string& name) {
    if (open_.size() < deepest) {
      open_.push_back(name);
      return true;
    }
    ++dropped_[name];
    return false;
  }

  bool close(const std::string& name) {
    if (const auto found = dropped_.find(name); found != dropped_.end() && found->second > 0) {
      --found->second;
      return false;
    }
    const auto last = std::find(open_.rbegin(), open_.rend(), name);
    if (last == open_.rend()) return false;
    open_.erase(std::next(last).base());
    return true;
  }

 private:
  std::vector<std::string> open_;
  std::map<std::string, std::size_t> dropped_;
};

}  // namespace

std::string flatten_nesting(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  OpenElements open;
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t tag = std::min(html.find('<', i), html.size());
    out.append(html.substr(i, tag - i));
    if (tag == html.size()) break;
    if (html.substr(tag, 4) == "<!--") {
      const std::size_t end = html.find("-->", tag + 4);
      i = end == std::string_view::npos ? html.size() : end + 3;
      continue;
    }
    const bool closes = html.substr(tag + 1, 1) == "/";
    const std::string name = name_at(html, tag + 1 + (closes ? 1 : 0));
    const std::size_t close = html.find('>', tag);
    const std::size_t end = close == std::string_view::npos ? html.size() : close + 1;
    const bool nests = !name.empty() && std::find(not_nesting.begin(), not_nesting.end(), name) == not_nesting.end();
    const bool keep = !nests || (closes ? open.close(name) : open.open(name));
    if (keep) out.append(html.substr(tag, end - tag));
    i = end;
    if (!closes && (name == "script" || name == "style" || name == "textarea" || name == "title")) {
      const std::size_t raw = end_of_raw(html, end, name);
      out.append(html.substr(end, raw - end));
      i = raw;
    }
  }
  return out;
}

}  // namespace clausula
