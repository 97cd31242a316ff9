// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/scraped_style.h"

#include "base/strings.h"

#include <algorithm>
#include <cstddef>

namespace recital {

namespace {

/// The position after the brace that closes the one at `open`; npos if there is none near.
std::size_t after_brace(std::string_view text, std::size_t open) {
    constexpr std::size_t max_length = 3000;
    const std::string_view reach = text.substr(0, std::min(text.size(), open + max_length));
    int depth = 0;
    for (std::size_t at = open; at < reach.size(); ++at) {
        depth += reach[at] == '{' ? 1 : (reach[at] == '}' ? -1 : 0);
        if (depth == 0) {
            return at + 1;
        }
    }
    return npos;
}

/// "margin:0": a property in lower case, a colon, a value.
bool is_declaration(std::string_view text) {
    text = trimmed(text);
    const auto colon = text.find(':');
    return colon != npos && colon > 1 && colon + 1 < text.size() &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == colon;
}

bool holds_declarations(std::string_view inside) {
    if (const auto brace = inside.find('{'); brace != npos) { // of "@media screen{.x{color:red}}"
        const auto close = inside.find('}', brace);
        return close != npos && holds_declarations(inside.substr(brace + 1, close - brace - 1));
    }
    bool found = false;
    for (const std::string_view part : split(inside, ';')) {
        if (trimmed(part).empty()) {
            continue;
        }
        if (!is_declaration(part)) {
            return false;
        }
        found = true;
    }
    return found;
}

/// A class, an identifier, or an element with one: ".quote", "#top", "p.first".
bool names_class(std::string_view token) {
    const auto sign = token.find_first_of(".#");
    return sign != npos && sign + 1 < token.size() &&
           token.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-", sign) == sign + 1;
}

bool may_be_selector(std::string_view token) {
    return names_class(token) ||
           token.find_first_not_of("abcdefghijklmnopqrstuvwxyz123456>+~*:,()-[]=\"'") == npos;
}

/// Where the selector before the brace begins; `brace` if there is none. Not before `from`.
std::size_t selector_begin(std::string_view text, std::size_t from, std::size_t brace) {
    constexpr std::size_t max_length = 600;
    const std::size_t first = brace - from > max_length ? brace - max_length : from;
    const std::string_view reach = text.substr(first, brace - first);
    if (const auto at = reach.rfind('@'); at != npos && reach.find_first_of(".;", at) == npos) {
        return first + at;
    }
    std::size_t begin = brace;
    for (std::size_t end = reach.size(); end > 0;) {
        const auto last = reach.find_last_not_of(' ', end - 1);
        if (last == npos) {
            break;
        }
        const auto blank = reach.find_last_of(' ', last);
        const std::size_t start = blank == npos ? 0 : blank + 1;
        const std::string_view token = reach.substr(start, last + 1 - start);
        if (!may_be_selector(token)) {
            break;
        }
        begin = names_class(token) ? first + start : begin;
        end = start;
    }
    return begin;
}

} // namespace

std::vector<Edit> style_edits(std::string_view text) {
    std::vector<Edit> edits;
    std::size_t from = 0;
    for (auto brace = text.find('{'); brace != npos;) {
        const std::size_t end = after_brace(text, brace);
        const bool style = end != npos && holds_declarations(text.substr(brace + 1, end - brace - 2));
        const std::size_t begin = style ? selector_begin(text, from, brace) : brace;
        if (begin < brace) {
            edits.push_back({{begin, end}});
            from = end;
        }
        brace = text.find('{', begin < brace ? end : brace + 1);
    }
    return edits;
}

std::string without_scraped_style(std::string text) {
    const std::vector<Edit> edits = style_edits(text);
    if (!edits.empty()) {
        std::vector<TextRange> no_emphases;
        apply_edits(text, edits, no_emphases);
        text = std::string(trimmed(text, " "));
    }
    return text;
}

} // namespace recital
