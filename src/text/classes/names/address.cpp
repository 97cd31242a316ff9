// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/address.h"

#include "text/classes/numbers/cardinal.h"
#include "text/classes/numbers/model.h"
#include "text/classes/times/year.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// Whether the path of an address has a part that is a code and not words: "dQw4w9WgXcQ", "a81bc81b". Only
/// the host of such an address is read.
bool holds_code(std::string_view path) {
    constexpr std::size_t min_length = 5;
    constexpr std::size_t min_capitals_length = 8;
    constexpr std::string_view between = "/-_.?=&#+%~:,";
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find_first_of(between));
        const auto count = [part](char first, char last) {
            return std::count_if(part.begin(), part.end(),
                                 [first, last](char byte) { return byte >= first && byte <= last; });
        };
        const auto digits = count('0', '9');
        const auto capitals = count('A', 'Z');
        const auto small = count('a', 'z');
        if (part.size() >= min_length &&
            ((digits > 0 && capitals + small > 1) ||
             (part.size() >= min_capitals_length && capitals > 2 && small > 1))) {
            return true;
        }
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return false;
}

} // namespace

bool recognise_address(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (here > 0 && cursor.is_glued(here) && !cursor.is_any_mark(here - 1, {"(", "<", "[", "\"", "“"})) {
        return false;
    }
    if (!cursor.is_word(here) && !cursor.is_number(here)) {
        return false;
    }
    constexpr std::size_t max_lexemes = 200; // rows of "a[b[a[b" may be endless
    std::size_t after = here + 1;
    while (cursor.is_glued(after) && after <= here + max_lexemes) {
        ++after;
    }
    if (after < here + 3 || after > here + max_lexemes) {
        return false;
    }
    auto written = cursor.span(here, after);
    const auto scheme = written.find("://");
    const bool address =
        written.starts_with("www.") || scheme != std::string_view::npos ||
        (written.find('@') != std::string_view::npos && written.find('.') != std::string_view::npos);
    while (after > here + 1 &&
           cursor.is_any_mark(after - 1, {".", ",", ")", "]", ">", ";", ":", "?", "!", "\"", "”", "/"})) {
        --after;
    }
    const auto ends_domain = [&](std::size_t last) {
        return cursor.is_class(last, LexicalClass::top_level_domain) && cursor.is_mark(last - 1, ".") &&
               last > here + 1;
    };
    auto slash = here;
    while (slash < after && !cursor.is_mark(slash, "/")) {
        ++slash;
    }
    const bool domain = ends_domain(after - 1) || ends_domain(slash - 1);
    if (!address && !domain) {
        return false;
    }
    if (scheme != std::string_view::npos) {
        cursor.take(Silent{}, std::min(after, cursor.index() + 4));
    }
    auto host_end = cursor.index();
    while (host_end < after && !cursor.is_mark(host_end, "/")) {
        ++host_end;
    }
    const bool code = (address || domain) && host_end < after && !cursor.is_mark(host_end + 1, "/") &&
                      holds_code(cursor.span(host_end, after));
    const auto end = after;
    after = code ? host_end : after;
    while (cursor.index() < after) {
        const auto part = cursor.text(cursor.index());
        if (cursor.is_number(cursor.index())) {
            recognise_digits_in_name(cursor) || recognise_year(cursor) || recognise_cardinal(cursor);
        } else if (cursor.is_word(cursor.index())) {
            const bool spelled = part == "www" || (cursor.index() + 1 == after && part.size() == 2);
            cursor.take(spelled ? TokenClass(Letters{part, false}) : TokenClass(PlainWord{part}),
                        cursor.index() + 1);
        } else if (part == "." || part == "/" || part == "-" || part == "_") {
            cursor.take(Entry{language.phrase(part == "."   ? "dot"
                                              : part == "/" ? "slash"
                                              : part == "-" ? "dash"
                                                            : "underscore")},
                        cursor.index() + 1);
        } else {
            cursor.take(Entry{language.symbol(part)}, cursor.index() + 1);
        }
    }
    return !code || cursor.take(Silent{}, end);
}

} // namespace recital
