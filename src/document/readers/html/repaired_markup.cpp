// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/repaired_markup.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace recital {

namespace {

bool is_alphanumeric(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// The position after a malformed comment that begins at `begin`; `begin` if there is none.
std::size_t after_malformed_comment(std::string_view page, std::size_t begin) {
    const std::string_view rest = page.substr(begin);
    if (!rest.starts_with("<!") || rest.starts_with("<!--") || rest.starts_with("<![CDATA[") ||
        fold_case(rest.substr(0, 9)) == "<!doctype") {
        return begin;
    }
    const auto end = page.find('>', begin);
    return end == npos ? begin : end + 1;
}

/// The position after the code of a program in a page, "<?php ... ?>", "<? include(x) ?>" or "<% x %>", which
/// begins at `begin`.
std::size_t after_code(std::string_view page, std::size_t begin) {
    const char next = begin + 1 < page.size() ? page[begin + 1] : ' ';
    if (next != '?' && next != '%') {
        return begin;
    }
    const std::string folded = fold_case(page.substr(begin, 5));
    const std::string_view two = std::string_view(folded).substr(0, 2);
    const bool is_certain = folded.starts_with("<?php") || folded.starts_with("<?=");
    if (!is_certain && (two != "<?" || folded == "<?xml") && two != "<%") {
        return begin;
    }
    constexpr std::size_t max_uncertain = 4000; // each "<?" of a damaged page is looked at
    const std::string_view reach = is_certain ? page : page.substr(0, begin + max_uncertain);
    const auto end = reach.find(two == "<%" ? "%>" : "?>", begin);
    if (end == npos) {
        return is_certain ? page.size() : begin;
    }
    return end + 2;
}

/// The character of windows-1252 that a reference to a control character stands for; 0 for others.
char32_t character_of_windows_1252(unsigned number) {
    constexpr std::array<char16_t, 32> characters = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return number >= 128 && number < 160 ? characters.at(number - 128) : 0;
}

/// Appends what the reference "&#151;" at `begin` stands for; returns the position after it, or `begin` if it
/// is an ordinary one.
std::size_t take_number(std::string_view page, std::size_t begin, std::string& result) {
    constexpr std::size_t digits = 3;
    const char* const first = page.data() + begin + 2;
    unsigned number = 0;
    const auto parsed =
        std::from_chars(first, page.data() + std::min(page.size(), begin + 2 + digits), number);
    const char32_t character = parsed.ec == std::errc() ? character_of_windows_1252(number) : 0;
    const auto end = static_cast<std::size_t>(parsed.ptr - page.data());
    if (character == 0 || (end < page.size() && page[end] >= '0' && page[end] <= '9')) {
        return begin;
    }
    append_utf8(result, character);
    return end + (page.substr(end).starts_with(';') ? 1 : 0);
}

/// Whether a name without a semicolon is a reference in HTML: those of Latin-1 and of the signs of markup.
bool is_old_name(const std::string& name) {
    constexpr unsigned last_of_latin_1 = 255;
    const htmlEntityDesc* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return entity != nullptr && entity->value <= last_of_latin_1;
}

/// Appends a named reference, with the semicolon that it lacks; returns the position after it, or `begin` if
/// nothing is to be changed.
std::size_t take_name(std::string_view page, std::size_t begin, std::string& result) {
    constexpr std::size_t max_name = 8;
    std::size_t end = begin + 1;
    while (end < page.size() && end - begin <= max_name && is_alphanumeric(page[end])) {
        ++end;
    }
    const char next = end < page.size() ? page[end] : ' ';
    if (next == ';' || next == '=' || is_alphanumeric(next) || end == begin + 1) {
        return begin;
    }
    const std::string name(page.substr(begin + 1, end - begin - 1));
    if (!is_old_name(name)) {
        return begin;
    }
    result += '&' + name + ';';
    return end;
}

} // namespace

std::string repaired_markup(std::string_view page) {
    static constexpr ByteSet signs("<&");
    std::string result;
    result.reserve(page.size());
    for (std::size_t at = 0; at < page.size();) {
        const std::size_t next = std::min(signs.find_in(page, at), page.size());
        result.append(page, at, next - at);
        at = next;
        if (at == page.size()) {
            break;
        }
        std::size_t end = at;
        if (page.substr(at).starts_with("<!--")) {
            end = std::min(page.find("-->", at + 4), page.size());
            result.append(page, at, end - at);
        } else if (page[at] == '<') {
            end = std::max(after_malformed_comment(page, at), after_code(page, at));
            const std::string_view comment = page.substr(at, end - at);
            result.append(static_cast<std::size_t>(std::count(comment.begin(), comment.end(), '\n')), '\n');
        } else {
            end = page.substr(at).starts_with("&#") ? take_number(page, at, result)
                                                    : take_name(page, at, result);
        }
        if (end == at) {
            result += page[at++];
        }
        at = std::max(at, end);
    }
    return result;
}

} // namespace recital
