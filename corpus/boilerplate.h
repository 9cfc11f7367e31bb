// What of a web page is no policy: navigation, banners, and what is not shown.
#pragma once

#include <array>
#include <string_view>

namespace clausula {

// Elements that never hold text of a policy.
inline constexpr std::array<std::string_view, 27> dropped_elements = {
    "script", "style",  "noscript", "template", "nav",    "aside",  "head",     "svg",      "math",
    "iframe", "object", "embed",    "canvas",   "audio",  "video",  "map",      "select",   "option",
    "input",  "label",  "textarea", "datalist", "dialog", "footer", "progress", "colgroup", "frameset"};

// Values of `role` that mark the same.
inline constexpr std::array<std::string_view, 7> dropped_roles = {"navigation", "banner",      "contentinfo",  "search",
                                                                  "dialog",     "alertdialog", "complementary"};

// Parts of `class` and `id`, compared in lower case. "cookiedeclaration" is the list of cookies that policies show and
// must not be caught.
inline constexpr std::array<std::string_view, 30> dropped_names = {
    "cookie-banner",   "cookiebanner",     "cookie_banner",   "cookie-consent",     "cookieconsent", "cookie-notice",
    "cookienotice",    "cookie-bar",       "cookiebar",       "cookie-popup",       "cookie-modal",  "cookie-law",
    "cookiebotdialog", "onetrust-consent", "onetrust-banner", "cmplz-cookiebanner", "gdpr-banner",   "consent-banner",
    "breadcrumb",      "skip-link",        "skip-to",         "screen-reader",      "sr-only",       "visually-hidden",
    "navbar",          "site-header",      "site-footer",     "newsletter-popup",   "mega-menu",     "share-buttons"};

// Parts of `class` that say that what is not shown will be, at a click: sections that fold.
inline constexpr std::array<std::string_view, 7> folding_names = {"accordion", "collaps", "panel",  "toggle",
                                                                  "tab",       "faq",     "content"};

}  // namespace clausula
