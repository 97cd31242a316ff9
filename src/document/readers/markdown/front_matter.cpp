// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/front_matter.h"

#include "base/nesting.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace recital {

namespace {

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// A YAML scalar without its quotation marks and without the comment behind it.
std::string scalar(std::string_view value) {
    value = trimmed(value);
    if (value.starts_with('[')) {
        value = trimmed(value.substr(1, value.find_first_of(",]") - 1));
    }
    if (value.starts_with("- ")) {
        value = trimmed(value.substr(2));
    }
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) {
        const auto end = value.find(value.front(), 1);
        if (end != std::string_view::npos) {
            return std::string(value.substr(1, end - 1));
        }
    }
    return std::string(trimmed(value.substr(0, value.find(" #"))));
}

/// Whether a plain scalar says that there is nothing (YAML 1.2.2, section 10.3.2).
bool is_null(std::string_view scalar) {
    return scalar == "null" || scalar == "Null" || scalar == "NULL" || scalar == "~";
}

void read_yaml(std::string_view matter, Outline& outline) {
    std::string pending; // a key whose value stands in the lines below
    while (!matter.empty()) {
        const std::string_view line = cut_front(matter, '\n');
        const bool nested = line.starts_with(' ') || line.starts_with('\t') || line.starts_with('-');
        if (nested) {
            if (!pending.empty() && !trimmed(line).empty()) {
                set_field(outline, pending, scalar(line));
                pending.clear();
            }
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || line.starts_with('#')) {
            continue;
        }
        const std::string key(trimmed(line.substr(0, colon)));
        if (is_null(trimmed(line.substr(colon + 1)))) {
            pending.clear();
            continue;
        }
        const std::string value = scalar(line.substr(colon + 1));
        const bool below = value.empty() || value == "|" || value == ">" || value == "|-" || value == ">-";
        pending = below ? key : std::string();
        if (!below) {
            set_field(outline, key, value);
        }
    }
}

void read_toml(std::string_view matter, const std::string& name, Outline& outline) {
    if (const auto line = line_of_deep_toml(matter)) {
        outline.diagnostics.push_back(
            {fmt::format("the front matter nests more than {} levels deep and was skipped: flatten it",
                         max_nesting),
             {name, *line + 1}});
        return;
    }
    try {
        const toml::table table = toml::parse(matter);
        for (const auto& [key, node] : table) {
            const toml::node* value =
                node.is_array() && !node.as_array()->empty() ? node.as_array()->get(0) : &node;
            if (const auto text = value->value<std::string>()) {
                set_field(outline, key.str(), *text);
            } else if (value->is_date() || value->is_integer()) {
                std::ostringstream written;
                value->visit([&written](const auto& typed) { written << typed; });
                set_field(outline, key.str(), written.str());
            }
        }
    } catch (const toml::parse_error& error) {
        outline.diagnostics.push_back(
            {"the front matter is not valid TOML and was skipped: " + std::string(error.description()),
             {name, static_cast<std::size_t>(error.source().begin.line) + 1}});
    }
}

struct FieldName {
    std::string_view key;
    std::string Outline::* field;
};

constexpr std::array field_names = {FieldName{"musician", &Outline::musician},
                                    FieldName{"name", &Outline::musician},
                                    FieldName{"artist", &Outline::musician},
                                    FieldName{"subject", &Outline::musician},
                                    FieldName{"id", &Outline::id},
                                    FieldName{"mbid", &Outline::id},
                                    FieldName{"title", &Outline::title},
                                    FieldName{"author", &Outline::author},
                                    FieldName{"authors", &Outline::author},
                                    FieldName{"creator", &Outline::author},
                                    FieldName{"date", &Outline::date},
                                    FieldName{"language", &Outline::language},
                                    FieldName{"lang", &Outline::language},
                                    FieldName{"description", &Outline::description},
                                    FieldName{"rights", &Outline::rights},
                                    FieldName{"licence", &Outline::rights},
                                    FieldName{"license", &Outline::rights}};

/// Whether the line is "key: value" with a key of one word in lower case or with a capital: "slug: x",
/// "Title: x".
bool is_header_line(std::string_view line) {
    constexpr std::size_t max_key = 24;
    const auto colon = line.substr(0, max_key).find(':');
    return colon != std::string_view::npos && colon > 0 &&
           line.substr(0, colon).find(' ') == std::string_view::npos &&
           (colon + 1 == line.size() || line[colon + 1] == ' ') &&
           std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](char byte) {
               return is_ascii_lower(byte) || is_ascii_upper(byte) || byte == '_' || byte == '-';
           });
}

/// The text after a header without fences, as Pelican, Nikola and MultiMarkdown have: its first lines up to
/// an empty one are fields, several of them those of generators.
std::string_view take_open_header(std::string_view text, Outline& outline, std::size_t& lines) {
    constexpr std::array<std::string_view, 13> known = {"title",  "slug",   "date",    "tags",   "category",
                                                        "author", "status", "summary", "layout", "modified",
                                                        "lang",   "type",   "template"};
    constexpr std::size_t max_lines = 40;
    constexpr std::size_t min_known = 2;
    std::size_t found = 0;
    std::size_t number = 0;
    std::size_t at = 0;
    while (at < text.size() && number < max_lines) {
        const std::string_view line = first_line(text.substr(at));
        if (trimmed(line).empty()) {
            break;
        }
        if (!is_header_line(trimmed(line))) {
            return text;
        }
        const std::string key = fold_case(line.substr(0, line.find(':')));
        const bool is_known = std::find(known.begin(), known.end(), key) != known.end();
        if (number == 0 && !is_known) {
            return text;
        }
        found += static_cast<std::size_t>(is_known);
        at = std::min(text.size(), at + line.size() + 1);
        ++number;
    }
    if (found < min_known || at >= text.size() || number == max_lines) {
        return text;
    }
    read_yaml(text.substr(0, at), outline);
    lines = number;
    return text.substr(at);
}

} // namespace

bool set_field(Outline& outline, std::string_view key, std::string_view value) {
    const std::string folded = fold_case(key);
    if (folded == "part") {
        std::from_chars(value.data(), value.data() + value.size(), outline.part);
        return true;
    }
    const auto* const found = std::find_if(field_names.begin(), field_names.end(),
                                           [&folded](const FieldName& name) { return name.key == folded; });
    if (found == field_names.end()) {
        return false;
    }
    outline.*(found->field) = normalise_text(value);
    return true;
}

std::string_view take_front_matter(std::string_view text, const std::string& name, Outline& outline,
                                   std::size_t& lines) {
    const std::string_view fence = trimmed(first_line(text));
    if (fence != "---" && fence != "+++") {
        return take_open_header(text, outline, lines);
    }
    std::size_t at = std::min(text.size(), first_line(text).size() + 1);
    const std::size_t from = at;
    for (std::size_t number = 2; at < text.size(); ++number) {
        const std::string_view line = first_line(text.substr(at));
        const std::size_t after = std::min(text.size(), at + line.size() + 1);
        if (trimmed(line) == fence || (fence == "---" && trimmed(line) == "...")) {
            const std::string_view matter = text.substr(from, at - from);
            if (fence == "---" && matter.find(':') == std::string_view::npos) {
                return text; // two rules, no front matter
            }
            lines = number;
            if (fence == "---") {
                read_yaml(matter, outline);
            } else {
                read_toml(matter, name, outline);
            }
            return text.substr(after);
        }
        at = after;
    }
    return text;
}

} // namespace recital
