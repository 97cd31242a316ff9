// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/link_leftovers.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_database_tag = 300; ///< bytes

/// "Mara Bell" of "Mara Bell (2)": databases number persons of one name.
std::string_view without_person_number(std::string_view name) {
    const auto bracket = name.rfind(" (");
    const bool is_number = bracket != npos && name.ends_with(')') &&
                           is_digits(name.substr(bracket + 2, name.size() - bracket - 3));
    return is_number ? name.substr(0, bracket) : name;
}

/// What a tag of a database or forum stands for, of which `inside` is between its brackets.
struct DatabaseTag {
    bool found = false;
    std::string_view text;
};

constexpr std::array<std::string_view, 6> kinds = {"a", "l", "m", "r", "g", "t"};
constexpr std::array<std::string_view, 9> paired = {"b",     "i",    "u",     "s",     "url",
                                                    "quote", "size", "color", "center"};

/// The names of tags of forums that the text closes.
std::vector<std::string_view> closed_tags(std::string_view text) {
    std::vector<std::string_view> closed;
    for (const std::string_view name : paired) {
        if (text.find("[/" + std::string(name) + "]") != npos) {
            closed.push_back(name);
        }
    }
    return closed;
}

DatabaseTag database_tag(std::string_view inside, const std::vector<std::string_view>& closed) {
    const auto equals = inside.find('=');
    const std::string name = fold_case(inside.substr(0, std::min(equals, inside.size())));
    const bool is_kind = std::find(kinds.begin(), kinds.end(), name) != kinds.end();
    if (equals != npos && is_kind && equals + 1 < inside.size()) {
        const std::string_view value = inside.substr(equals + 1);
        return {true, is_digits(value) ? std::string_view() : without_person_number(value)};
    }
    const bool closes = name.starts_with('/');
    const std::string_view bare = std::string_view(name).substr(closes ? 1 : 0);
    return {std::find(closed.begin(), closed.end(), bare) != closed.end(), {}};
}

/// Whether "[a=" or the end of a tag, "[/", is in the text.
bool has_database_tag(std::string_view text) {
    for (auto at = text.find('['); at != npos; at = text.find('[', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 2);
        if (rest.starts_with('/') || (rest.ends_with('=') && std::find(kinds.begin(), kinds.end(),
                                                                       rest.substr(0, 1)) != kinds.end())) {
            return true;
        }
    }
    return false;
}

std::string without_tags(std::string_view text) {
    std::string result;
    const std::vector<std::string_view> closed = closed_tags(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('[', at), text.size());
        result.append(text, at, open - at);
        at = open;
        const auto close = text.substr(0, open + max_database_tag).find_first_of("]\n[", open + 1);
        const bool is_closed = open < text.size() && close != npos && text[close] == ']';
        const DatabaseTag tag =
            is_closed ? database_tag(text.substr(open + 1, close - open - 1), closed) : DatabaseTag{};
        if (tag.found) {
            result += tag.text;
            at = close + 1;
        } else if (open < text.size()) {
            result += text[at++];
        }
    }
    return result;
}

/// The place after a caption that was cut at its front: up to "]]", if no "[[" precedes it in the line.
std::size_t after_cut_caption(std::string_view line) {
    const auto close = line.find("]]");
    const bool is_cut = close != npos && line.find("[[") > close;
    if (!is_cut) {
        return 0;
    }
    const bool is_caption = close == 0 || line.substr(0, close).find('|') != npos;
    return is_caption ? close + 2 : 0;
}

std::string without_cut_captions(std::string_view text, std::vector<Omission>& omissions) {
    std::string result;
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, size);
        const std::size_t caption = after_cut_caption(line);
        ++number;
        if (caption > 2) {
            omissions.push_back(
                {"files and categories of a wiki", std::string(line.substr(0, caption)), number});
        }
        result += trimmed(line.substr(caption), caption > 0 ? " ]" : "");
        result += size < rest.size() ? "\n" : "";
        rest.remove_prefix(std::min(rest.size(), size + 1));
    }
    return result;
}

} // namespace

std::string without_link_leftovers(std::string text, std::vector<Omission>& omissions) {
    if (has_database_tag(text)) {
        text = without_tags(text);
    }
    return text.find("]]") == npos ? std::move(text) : without_cut_captions(text, omissions);
}

} // namespace recital
