// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/elements.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "document/language/word_set.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace recital {

namespace {

/// What is not read, from `data/document/unread.tsv`.
struct UnreadNames {
    using Set = WordSet;

    Set elements;
    Set ids;
    Set classes;
    Set roles;
    Set parts;    ///< of class names and identifiers
    Set pictures; ///< of class names
    Set layouts;  ///< likewise; the element may hold the text of the page after all

    UnreadNames() {
        const std::map<std::string, Set*, std::less<>> sets = {
            {"element", &elements}, {"id", &ids},         {"class", &classes},   {"role", &roles},
            {"part", &parts},       {"layout", &layouts}, {"picture", &pictures}};
        for (const DataRow& row :
             read_data_table(resource_folder() / "data" / "document" / "unread.tsv", 2, 2)) {
            const auto found = sets.find(row.cells[0]);
            if (found == sets.end()) {
                throw Error(ErrorKind::usage,
                            "\"" + row.cells[0] +
                                "\" is not element, id, class, role, part, layout or picture",
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

constexpr std::array<std::string_view, 20> block_names = {
    "p",  "div", "section", "article", "blockquote", "main", "header",  "address", "body", "ul",
    "ol", "dl",  "hr",      "center",  "aside",      "html", "details", "summary", "td",   "th"};

constexpr std::array<std::string_view, 3> items = {"li", "dt", "dd"};

/// The first of the words, separated by white space, for which `matches` is true; empty if there is none.
template <typename Matches>
std::string_view first_word(std::string_view words, Matches matches) {
    while (!words.empty()) {
        const auto end = words.find_first_of(" \t\n\r\f");
        const std::string_view word = words.substr(0, end);
        if (!word.empty() && matches(word)) {
            return word;
        }
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return {};
}

std::string_view word_of(std::string_view words, const UnreadNames::Set& set) {
    return first_word(words, [&set](std::string_view word) { return set.contains_folded(word); });
}

/// The parts of a name: "main-nav", "main_nav" and "mainNav" have two.
std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts(1);
    bool after_small = false;
    for (const char byte : name) {
        const bool capital = byte >= 'A' && byte <= 'Z';
        const bool separator = byte == '-' || byte == '_' || byte == ':' || byte == '.';
        if (separator || (capital && after_small)) {
            parts.emplace_back();
        }
        if (!separator) {
            parts.back() += capital ? static_cast<char>(byte - 'A' + 'a') : byte;
        }
        after_small = byte >= 'a' && byte <= 'z';
    }
    return parts;
}

/// Names such as "has-sidebar" describe a layout.
bool describes_layout(const std::vector<std::string>& parts) {
    constexpr std::array<std::string_view, 7> words = {"has", "no", "with", "without", "is", "not", "layout"};
    return std::any_of(parts.begin(), parts.end(),
                       [&words](const std::string& part) { return is_one_of(part, words); });
}

/// The first of the words that has a part of the set.
std::string_view word_with_part(std::string_view words, const UnreadNames::Set& set) {
    return first_word(words, [&set](std::string_view word) {
        const std::vector<std::string> parts = parts_of(word);
        const bool layout = parts.size() > 1 && describes_layout(parts);
        return !layout && std::any_of(parts.begin(), parts.end(),
                                      [&set](const std::string& part) { return set.contains(part); });
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
    if (UnreadNames::instance().elements.contains(name)) {
        return ElementKind::unread;
    }
    return is_one_of(name, block_names) || name == "tr" ? ElementKind::block : ElementKind::inline_text;
}

bool is_picture_frame(std::string_view classes) {
    return !word_with_part(classes, UnreadNames::instance().pictures).empty();
}

bool is_fraction(std::string_view classes) {
    static const UnreadNames::Set fractions = {"frac", "fraction", "num"};
    return !word_of(classes, fractions).empty();
}

namespace {

UnreadReason named(const char* kind, std::string_view name, bool certain) {
    return {std::string(kind) + " \"" + std::string(name) + '"', certain};
}

/// The reason in a part of a class name or identifier.
std::optional<UnreadReason> reason_of_parts(const ElementMarks& marks) {
    constexpr std::size_t max_parts = 2; // longer identifiers are titles: "building_an_overlay"
    const UnreadNames& names = UnreadNames::instance();
    for (const bool certain : {true, false}) {
        const UnreadNames::Set& set = certain ? names.parts : names.layouts;
        if (const std::string_view name = word_with_part(marks.classes, set); !name.empty()) {
            return named("class", name, certain);
        }
        if (const std::string_view name = word_with_part(marks.id, set);
            !name.empty() && parts_of(name).size() <= max_parts) {
            return named("id", name, certain);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<UnreadReason> unread_reason(const ElementMarks& marks) {
    const UnreadNames& names = UnreadNames::instance();
    if (marks.hidden || hides(marks.style)) {
        return UnreadReason{{}, true};
    }
    if (names.ids.contains_folded(marks.id)) {
        return named("id", marks.id, true);
    }
    if (const std::string_view name = word_of(marks.classes, names.classes); !name.empty()) {
        return named("class", name, true);
    }
    if (const std::string_view name = word_of(marks.role, names.roles); !name.empty()) {
        return named("role", name, true);
    }
    if (const std::string_view name = word_of(marks.type, names.roles); !name.empty()) {
        return named("type", name, true);
    }
    return marks.heading ? std::nullopt : reason_of_parts(marks);
}

} // namespace recital
