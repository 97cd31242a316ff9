// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html_elements.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Classes of what is not read: Wikipedia's, Project Gutenberg's, and those that many sites share.
constexpr std::array<std::string_view, 45> unread_classes = {"navbox",
                                                             "vertical-navbox",
                                                             "infobox",
                                                             "toc",
                                                             "metadata",
                                                             "hatnote",
                                                             "noprint",
                                                             "sidebar",
                                                             "mw-editsection",
                                                             "reference",
                                                             "references",
                                                             "reflist",
                                                             "mw-references-wrap",
                                                             "thumb",
                                                             "gallery",
                                                             "footnote",
                                                             "footnotes",
                                                             "endnotes",
                                                             "noteref",
                                                             "pagenum",
                                                             "pageno",
                                                             "page-number",
                                                             "catlinks",
                                                             "mw-jump-link",
                                                             "printfooter",
                                                             "authority-control",
                                                             "ambox",
                                                             "ipa",
                                                             "ext-phonos",
                                                             "sr-only",
                                                             "visually-hidden",
                                                             "breadcrumb",
                                                             "breadcrumbs",
                                                             "cookie-banner",
                                                             "share-buttons",
                                                             "shortdescription",
                                                             "sistersitebox",
                                                             "mw-empty-elt",
                                                             "navigation",
                                                             "navbar",
                                                             "pg-boilerplate",
                                                             "pgheader",
                                                             "transnote",
                                                             "tnote",
                                                             "fnanchor"};

/// Roles (WAI-ARIA, DPUB-ARIA 1.0) and types (EPUB Structural Semantics) of what is not read.
constexpr std::array<std::string_view, 26> unread_roles = {
    "navigation",  "doc-endnote",   "doc-endnotes",     "doc-footnote", "doc-toc",   "doc-index",
    "doc-noteref", "doc-pagebreak", "doc-bibliography", "doc-pagelist", "search",    "banner",
    "contentinfo", "toc",           "footnote",         "footnotes",    "endnote",   "endnotes",
    "rearnote",    "rearnotes",     "noteref",          "pagebreak",    "page-list", "index",
    "landmarks",   "doc-backlink"};

constexpr std::array<std::string_view, 27> unread_elements = {
    "script", "style",  "noscript", "nav",    "svg",    "math",     "button", "form", "select",
    "iframe", "object", "audio",    "video",  "canvas", "template", "rt",     "rp",   "textarea",
    "input",  "map",    "datalist", "dialog", "embed",  "footer",   "menu",   "del",  "applet"};

constexpr std::array<std::string_view, 20> blocks = {
    "p",  "div", "section", "article", "blockquote", "main", "header",  "address", "body", "ul",
    "ol", "dl",  "hr",      "center",  "aside",      "html", "details", "summary", "td",   "th"};

constexpr std::array<std::string_view, 3> items = {"li", "dt", "dd"};

template <typename Test>
bool any_word(std::string_view words, Test test) {
    while (!words.empty()) {
        const auto end = words.find_first_of(" \t\n\r\f");
        if (end != 0 && test(words.substr(0, end))) {
            return true;
        }
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

template <std::size_t Count>
bool has_word_of(std::string_view words, const std::array<std::string_view, Count>& set) {
    return any_word(words, [&set](std::string_view word) {
        return std::any_of(set.begin(), set.end(),
                           [word](std::string_view name) { return equal_ignoring_case(word, name); });
    });
}

bool hides(std::string_view style) {
    const auto display = style.find("display");
    return display != std::string_view::npos && style.find("none", display) != std::string_view::npos &&
           style.substr(display, 16).find("none") != std::string_view::npos;
}

} // namespace

ElementKind element_kind(std::string_view name) {
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        return ElementKind::heading;
    }
    if (name == "br") {
        return ElementKind::line_break;
    }
    if (name == "table") {
        return ElementKind::table;
    }
    if (name == "figure" || name == "figcaption") {
        return ElementKind::figure;
    }
    if (name == "pre") {
        return ElementKind::preformatted;
    }
    if (is_one_of(name, items)) {
        return ElementKind::item;
    }
    if (is_one_of(name, unread_elements)) {
        return ElementKind::unread;
    }
    return is_one_of(name, blocks) || name == "tr" ? ElementKind::block : ElementKind::inline_text;
}

bool is_marked_unread(const ElementMarks& marks) {
    return marks.hidden || hides(marks.style) || has_word_of(marks.classes, unread_classes) ||
           has_word_of(marks.role, unread_roles);
}

} // namespace recital
