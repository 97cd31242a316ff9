// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/work_number.h"

#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

namespace {

/// The group of a number with two parts: the XVI of Hob. XVI:52, the VIIb of Hob. VIIb:1.
struct Group {
    unsigned number = 0;   ///< 0 if there is none
    std::string_view part; ///< its letter; may be empty
};

Group group_at(const Cursor& cursor, std::size_t index) {
    Group group;
    auto numeral = cursor.text(index);
    if (numeral.size() > 1 && is_ascii_lower(numeral.back())) {
        group.part = numeral.substr(numeral.size() - 1);
        numeral.remove_suffix(1);
    }
    const bool divided = cursor.is_any_mark(index + 1, {":", "/"}) && cursor.is_glued(index + 1);
    if (cursor.is_word(index) && divided && cursor.is_number(index + 2)) {
        group.number = roman_value(numeral);
    }
    return group;
}

void take_group(Cursor& cursor, const Group& group) {
    cursor.take(Number{std::to_string(group.number), {}, false, false}, cursor.index() + 1);
    if (!group.part.empty()) {
        cursor.add_after_last(Letters{group.part, false});
    }
    cursor.take(Silent{}, cursor.index() + 1);
}

/// The number, and others that a dash or a stroke joins to it: 846–893, 331/300i.
void take_numbers(Cursor& cursor) {
    while (cursor.small_number(cursor.index())) {
        cursor.take(Digits{std::string(cursor.text(cursor.index())), false}, cursor.index() + 1);
        const auto joint = cursor.index();
        const bool range = cursor.is_dash(joint) && cursor.is_glued(joint) &&
                           cursor.small_number(joint + 1) && cursor.is_glued(joint + 1);
        const bool stroke =
            cursor.is_mark(joint, "/") && cursor.is_glued(joint) && cursor.small_number(joint + 1);
        if (!range && !stroke) {
            break;
        }
        const auto to = cursor.language().phrase("range");
        cursor.take(range ? TokenClass(Entry{to}) : TokenClass(Silent{}), joint + 1);
    }
    const auto letter = cursor.index();
    if (cursor.is_word(letter) && cursor.is_glued(letter) && cursor.text(letter).size() == 1) {
        cursor.take(Letters{cursor.text(letter), false}, letter + 1);
    }
}

} // namespace

bool recognise_work_number(Cursor& cursor) {
    if (!cursor.is_current(LexicalClass::catalogue)) {
        return false;
    }
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const std::size_t after =
        cursor.is_mark(here + 1, ".") && cursor.is_glued(here + 1) ? here + 2 : here + 1;
    const Group group = group_at(cursor, after);
    const std::size_t number = group.number == 0 ? after : after + 2;
    const bool glued_letter = cursor.is_glued(number) && number == here + 1 && cursor.text(here).size() == 1;
    const bool ordinal =
        cursor.is_glued(number + 1) && language.is_ordinal_ending(cursor.text(number + 1)); // W. 57th Street
    if (!cursor.small_number(number) || ordinal || (glued_letter && cursor.text(number).size() < 3)) {
        return false;
    }
    const auto* name = language.stylised_name(cursor.text(here));
    cursor.take(name == nullptr ? TokenClass(Letters{cursor.text(here), false})
                                : TokenClass(Entry{name->spoken}),
                after);
    if (group.number != 0) {
        take_group(cursor, group);
    }
    take_numbers(cursor);
    return true;
}

} // namespace recital
