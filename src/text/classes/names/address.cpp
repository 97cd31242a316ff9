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

namespace {

/// The index after the lexemes that no space divides from the current one; the current one if they are too
/// few, or too many: rows of "a[b[a[b" may be endless.
std::size_t after_glued(const Cursor& cursor) {
    constexpr std::size_t max_lexemes = 200;
    const std::size_t here = cursor.index();
    std::size_t after = here + 1;
    while (cursor.is_glued(after) && after <= here + max_lexemes) {
        ++after;
    }
    return after < here + 3 || after > here + max_lexemes ? here : after;
}

/// The index of the first "/" from `first` on; `after` if there is none before it.
std::size_t find_slash(const Cursor& cursor, std::size_t first, std::size_t after) {
    while (first < after && !cursor.is_mark(first, "/")) {
        ++first;
    }
    return first;
}

/// Whether the lexemes up to `after`, or those up to the first "/", end in a domain: example.com
bool has_domain(const Cursor& cursor, std::size_t after) {
    const std::size_t here = cursor.index();
    const auto ends_domain = [&](std::size_t last) {
        return cursor.is_class(last, LexicalClass::top_level_domain) && cursor.is_mark(last - 1, ".") &&
               last > here + 1;
    };
    return ends_domain(after - 1) || ends_domain(find_slash(cursor, here, after) - 1);
}

/// Takes one word, number or mark of an address that ends before `after`.
void take_part(Cursor& cursor, std::size_t after) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto part = cursor.text(here);
    if (cursor.is_number(here)) {
        recognise_digits_in_name(cursor) || recognise_year(cursor) || recognise_cardinal(cursor);
    } else if (cursor.is_word(here)) {
        const bool spelled = part == "www" || (here + 1 == after && part.size() == 2);
        cursor.take(spelled ? TokenClass(Letters{part, false}) : TokenClass(PlainWord{part}), here + 1);
    } else if (part == "." || part == "/" || part == "-" || part == "_") {
        cursor.take(Entry{language.phrase(part == "."   ? "dot"
                                          : part == "/" ? "slash"
                                          : part == "-" ? "dash"
                                                        : "underscore")},
                    here + 1);
    } else {
        cursor.take(Entry{language.symbol(part)}, here + 1);
    }
}

} // namespace

bool recognise_address(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool opens =
        here == 0 || !cursor.is_glued(here) || cursor.is_any_mark(here - 1, {"(", "<", "[", "\"", "“"});
    auto after = opens ? after_glued(cursor) : here;
    if (after == here) {
        return false;
    }
    const auto written = cursor.span(here, after);
    const bool scheme = written.find("://") != std::string_view::npos;
    const bool address =
        written.starts_with("www.") || scheme ||
        (written.find('@') != std::string_view::npos && written.find('.') != std::string_view::npos);
    while (after > here + 1 &&
           cursor.is_any_mark(after - 1, {".", ",", ")", "]", ">", ";", ":", "?", "!", "\"", "”", "/"})) {
        --after;
    }
    if (!address && !has_domain(cursor, after)) {
        return false;
    }
    if (scheme) {
        cursor.take(Silent{}, std::min(after, here + 4));
    }
    const auto host_end = find_slash(cursor, cursor.index(), after);
    const bool code =
        host_end < after && !cursor.is_mark(host_end + 1, "/") && holds_code(cursor.span(host_end, after));
    const auto said_end = code ? host_end : after;
    while (cursor.index() < said_end) {
        take_part(cursor, said_end);
    }
    return !code || cursor.take(Silent{}, after);
}

} // namespace recital
