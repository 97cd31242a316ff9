// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/elements.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace recital {

namespace {

/// What is not read, from `data/document/unread.tsv`.
struct UnreadNames {
    using Set = std::set<std::string, std::less<>>;

    Set elements;
    Set ids;
    Set classes;
    Set roles;

    UnreadNames() {
        const std::map<std::string, Set*, std::less<>> sets = {
            {"element", &elements}, {"id", &ids}, {"class", &classes}, {"role", &roles}};
        for (const DataRow& row :
             read_data_table(resource_folder() / "data" / "document" / "unread.tsv", 2, 2)) {
            const auto found = sets.find(row.cells[0]);
            if (found == sets.end()) {
                throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not element, id, class or role",
                            row.place);
            }
            found->second->insert(row.cells[1]);
        }
    }

    static const UnreadNames& instance() {
        static const UnreadNames names;
        return names;
    }
};

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 20> blocks = {
    "p",  "div", "section", "article", "blockquote", "main", "header",  "address", "body", "ul",
    "ol", "dl",  "hr",      "center",  "aside",      "html", "details", "summary", "td",   "th"};

constexpr std::array<std::string_view, 3> items = {"li", "dt", "dd"};

bool has_word_of(std::string_view words, const UnreadNames::Set& set) {
    while (!words.empty()) {
        const auto end = words.find_first_of(" \t\n\r\f");
        if (end != 0 && set.contains(fold_case(words.substr(0, end)))) {
            return true;
        }
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
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
    if (UnreadNames::instance().elements.contains(name)) {
        return ElementKind::unread;
    }
    return is_one_of(name, blocks) || name == "tr" ? ElementKind::block : ElementKind::inline_text;
}

bool is_fraction(std::string_view classes) {
    static const UnreadNames::Set fractions = {"frac", "fraction", "num"};
    return has_word_of(classes, fractions);
}

bool is_marked_unread(const ElementMarks& marks) {
    const UnreadNames& names = UnreadNames::instance();
    return marks.hidden || hides(marks.style) || names.ids.contains(fold_case(marks.id)) ||
           has_word_of(marks.classes, names.classes) || has_word_of(marks.role, names.roles);
}

} // namespace recital
