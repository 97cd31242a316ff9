// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/work_number.h"

#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_work_number(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (!cursor.is_current(LexicalClass::catalogue)) {
        return false;
    }
    std::size_t next = here + 1;
    if (cursor.is_mark(next, ".") && cursor.is_glued(next)) {
        ++next;
    }
    std::size_t group = 0;
    std::string_view part; // the letter of Hob. VIIb:1
    auto numeral = cursor.text(next);
    if (numeral.size() > 1 && is_ascii_lower(numeral.back())) {
        part = numeral.substr(numeral.size() - 1);
        numeral.remove_suffix(1);
    }
    const bool parted = cursor.is_any_mark(next + 1, {":", "/"}) && cursor.is_glued(next + 1);
    if (cursor.is_word(next) && roman_value(numeral) != 0 && parted && cursor.is_number(next + 2)) {
        group = roman_value(numeral);
        next += 2;
    }
    const bool glued_letter = cursor.is_glued(next) && next == here + 1 && cursor.text(here).size() == 1;
    const bool ordinal = cursor.is_glued(next + 1) &&
                         cursor.language().is_ordinal_ending(cursor.text(next + 1)); // W. 57th Street
    if (!cursor.small_number(next) || ordinal || (glued_letter && cursor.text(next).size() < 3)) {
        return false;
    }
    const auto* name = language.stylised_name(cursor.text(here));
    const std::size_t number = next;
    if (name == nullptr) {
        cursor.take(Letters{cursor.text(cursor.index()), false}, group == 0 ? number : number - 2);
    } else {
        cursor.take(Entry{name->spoken}, group == 0 ? number : number - 2);
    }
    if (group != 0) {
        cursor.take(Number{std::to_string(group), {}, false, false}, number - 1);
        if (!part.empty()) {
            cursor.add_after_last(Letters{part, false});
        }
        cursor.take(Silent{}, number);
    }
    while (cursor.small_number(cursor.index())) {
        cursor.take(Digits{std::string(cursor.text(cursor.index())), false}, cursor.index() + 1);
        // The second number of "846–893" and "331/300i" is said alike.
        const bool range = cursor.is_dash(cursor.index()) && cursor.is_glued(cursor.index()) &&
                           cursor.small_number(cursor.index() + 1) && cursor.is_glued(cursor.index() + 1);
        const bool slash = cursor.is_mark(cursor.index(), "/") && cursor.is_glued(cursor.index()) &&
                           cursor.small_number(cursor.index() + 1);
        if (!range && !slash) {
            break;
        }
        cursor.take(range ? TokenClass(Entry{language.phrase("range")}) : TokenClass(Silent{}),
                    cursor.index() + 1);
    }
    if (cursor.is_word(cursor.index()) && cursor.is_glued(cursor.index()) &&
        cursor.text(cursor.index()).size() == 1) {
        cursor.take(Letters{cursor.text(cursor.index()), false}, cursor.index() + 1);
    }
    return true;
}

} // namespace recital
