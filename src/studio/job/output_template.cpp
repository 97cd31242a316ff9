// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/output_template.h"

#include "base/error.h"
#include "base/strings.h"
#include "studio/job/file_name.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// The replacement must not hold the part.
void replace_all(std::string& text, std::string_view part, std::string_view replacement) {
    for (auto place = text.find(part); place != std::string::npos; place = text.find(part)) {
        text.replace(place, part.size(), replacement);
    }
}

/// Takes away what stood around values that are not there.
std::string without_remains(std::string text) {
    for (const std::string_view brackets : {"()", "[]", "{}"}) {
        replace_all(text, brackets, "");
    }
    replace_all(text, "  ", " ");
    replace_all(text, " - - ", " - ");
    return std::string(trimmed(text, " -_,;."));
}

/// A value is one name, whatever slashes it has.
std::string safe_value(std::string value) {
    std::replace(value.begin(), value.end(), '/', '-');
    return value;
}

} // namespace

const std::vector<std::string>& OutputTemplate::field_names() {
    static const std::vector<std::string> names = {"musician", "title", "author", "language",
                                                   "year",     "id",    "format"};
    return names;
}

OutputTemplate::OutputTemplate(std::string_view text) : text_(text) {
    if (text.empty() || text.ends_with('/')) {
        throw Error(ErrorKind::usage, fmt::format("--output-template {} does not end in a file name: end it "
                                                  "like {{author}}/{{title}}/{{title}}",
                                                  text));
    }
    while (!text.empty()) {
        if (const std::string_view component = cut_front(text, '/'); !component.empty()) {
            components_.push_back(parse_component(component));
        }
    }
}

OutputTemplate::Component OutputTemplate::parse_component(std::string_view text) {
    Component component;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        const std::string_view plain = text.substr(0, open);
        if (plain.find('}') != std::string_view::npos) {
            throw Error(ErrorKind::usage,
                        fmt::format("--output-template: '{}' closes a brace that is not open", text));
        }
        if (open > 0) {
            component.push_back({std::string(plain), false});
        }
        text.remove_prefix(open);
        if (text.empty()) {
            break;
        }
        const auto close = text.find('}');
        if (close == std::string_view::npos) {
            throw Error(ErrorKind::usage, fmt::format("--output-template: '{}' has no closing brace", text));
        }
        std::string name(text.substr(1, close - 1));
        const auto& names = field_names();
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw Error(ErrorKind::usage,
                        fmt::format("--output-template has no field {{{}}}: the fields are {{{}}}", name,
                                    fmt::join(names, "}, {")));
        }
        component.push_back({std::move(name), true});
        text.remove_prefix(close + 1);
    }
    return component;
}

std::filesystem::path OutputTemplate::path(const std::map<std::string, std::string>& values,
                                           const std::string& otherwise) const {
    std::filesystem::path path;
    for (const Component& component : components_) {
        std::string name;
        bool has_field = false;
        bool has_value = false;
        bool lacks_value = false;
        for (const Piece& piece : component) {
            if (!piece.is_field) {
                name += piece.text;
                continue;
            }
            has_field = true;
            const auto value = values.find(piece.text);
            const bool is_there = value != values.end() && !value->second.empty();
            has_value = has_value || is_there;
            lacks_value = lacks_value || !is_there;
            name += is_there ? safe_value(value->second) : "";
        }
        if (lacks_value) {
            name = without_remains(std::move(name));
        }
        const bool is_file = &component == &components_.back();
        const bool is_empty = (has_field && !has_value) || name.empty();
        if (!is_empty) {
            path /= safe_file_name(name);
        } else if (is_file) {
            path /= safe_file_name(otherwise);
        }
    }
    return path;
}

} // namespace recital
