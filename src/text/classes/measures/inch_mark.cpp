// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/inch_mark.h"

#include "text/classes/measures/multiplication.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>

namespace recital {

bool is_size_of_disc(const Cursor& cursor, std::size_t mark) {
    if (mark < 2 || !cursor.is_number(mark - 1) || !cursor.is_glued(mark)) {
        return false;
    }
    const auto inches = cursor.text(mark - 1);
    const bool usual = inches == "7" || inches == "10" || inches == "12";
    const auto before = mark - 2;
    const bool joined =
        cursor.is_any_mark(before, {",", cursor.language().phrase("and"), cursor.language().phrase("or")}) &&
        before > 0 && is_size_of_disc(cursor, before - 1); // on 7" and 12"
    return cursor.is_class(before, LexicalClass::determiner) ||
           cursor.is_class(mark + 1, LexicalClass::disc) ||
           (usual && (cursor.is_mark(before, "(") || joined ||
                      (!cursor.language().phrase("on day").empty() &&
                       cursor.is_mark(before, cursor.language().phrase("on day")))));
}

bool closes_quotation(const Cursor& cursor, std::size_t index) {
    if (cursor.state().open_quotes <= 0 || !cursor.is_any_mark(index, {"\"", "”"})) {
        return false;
    }
    constexpr std::size_t far = 200;
    std::size_t remaining = 1;
    for (auto next = index + 1; next < std::min(index + far, cursor.size()); ++next) {
        if (cursor.is_mark(next, "“")) { // another quotation opens, so this one is closed
            break;
        }
        remaining += cursor.text(next) == cursor.text(index) && !is_size_of_disc(cursor, next) ? 1U : 0U;
    }
    return remaining % 2 != 0;
}

namespace {

/// Whether a single quotation mark before the current lexeme may be closed by one after it.
bool may_be_quoted(const Cursor& cursor) {
    for (std::size_t index = 0; index < cursor.index(); ++index) {
        if (cursor.is_any_mark(index, {"'", "‘", "`"}) &&
            !(index > 0 && cursor.is_glued(index) && cursor.is_word(index - 1)) &&
            cursor.is_glued(index + 1)) {
            return true;
        }
    }
    return false;
}

/// Whether a word of height stands shortly before, or another amount of the sentence is in feet.
bool is_height(const Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t near = 8; // lexemes
    constexpr unsigned min_height = 4;
    constexpr unsigned max_height = 7;
    const auto number = *cursor.small_number(here);
    bool found = here == 1 && cursor.is_class(0, LexicalClass::preposition) && number >= min_height &&
                 number <= max_height &&
                 !cursor.is_class(here + 2, LexicalClass::determiner); // At 6' he; not "At 7' the"
    found = found || language.lists("heights", cursor.text(here + 3)); // 6' in height
    for (auto index = here - std::min(here, near); index < here; ++index) {
        found = found || language.lists("heights", cursor.text(index));
    }
    for (std::size_t index = 1; index < cursor.size() && !found; ++index) {
        found = index != here + 1 && cursor.is_any_mark(index, {"'", "’", "′"}) && cursor.is_glued(index) &&
                cursor.is_number(index - 1) &&
                (cursor.small_number(index + 1) || language.lists("sized in feet", cursor.text(index + 1)));
    }
    return found;
}

/// Whether the word is a piece of music, which lasts some minutes.
bool is_work(const Cursor& cursor, std::size_t index) {
    return cursor.is_class(index, LexicalClass::movement_title) ||
           cursor.language().lists("works in minutes", cursor.text(index));
}

/// Minutes: lasts 7', the overture (5'), a 3' song
bool recognise_minutes(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto next = here + 2;
    constexpr std::size_t near = 4; // lexemes
    const auto* minute = cursor.language().unit("min");
    const bool noun = here > 0 && is_work(cursor, next) &&
                      (cursor.is_class(here - 1, LexicalClass::determiner) || !cursor.is_word(here - 1));
    bool cued = noun || follows_lasting(cursor, here);
    for (auto index = here - std::min(here, near); index < here; ++index) {
        cued = cued || is_work(cursor, index);
    }
    const auto number = cursor.small_number(here);
    if (minute == nullptr || !cued || may_be_quoted(cursor)) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(here)), here + 1);
    return cursor.take(UnitName{minute, noun || *number == 1}, next);
}

/// Feet or minutes: over 6' tall, an 8' stop, "He was 6'; she was 5'3\"", lasts 7'
bool recognise_feet(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned max_feet = 99;
    const auto number = cursor.small_number(here);
    const auto next = here + 2;
    const auto* unit = language.unit("ft");
    if (!number || *number > max_feet || unit == nullptr || (cursor.is_glued(next) && cursor.is_word(next))) {
        return false;
    }
    const bool built = language.lists("built in feet", cursor.text(next));
    const auto* sign = cursor.last_token<Entry>();
    const bool dimension = (cursor.is_any_mark(next, {"x", "×"}) && cursor.is_number(next + 1)) ||
                           (sign != nullptr && sign->spoken == language.symbol("×")); // 20' x 30'
    if (!built && !dimension && recognise_minutes(cursor)) {
        return true;
    }
    const bool noun = built || (here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) &&
                                is_noun(cursor, next) && !may_be_quoted(cursor)); // his 6' frame
    const bool sized = language.lists("sized in feet", cursor.text(next)) || is_height(cursor);
    if (!noun && !dimension && (!sized || may_be_quoted(cursor))) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(here)), here + 1);
    cursor.take(UnitName{unit, noun || *number == 1}, next);
    recognise_dimensions(cursor);
    return true;
}

} // namespace

bool recognise_foot_and_inch(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto next = here + 1;
    if (!cursor.is_any_mark(next, {"'", "’", "′"}) || !cursor.is_glued(next)) {
        return false;
    }
    const bool closed = cursor.is_any_mark(next + 2, {"\"", "”", "″"}) && cursor.is_glued(next + 2);
    const bool feet = cursor.small_number(next + 1) &&
                      (cursor.is_glued(next + 1) || (closed && cursor.state().open_quotes == 0)); // 6' 2"
    if (!feet || !cursor.small_number(here)) {
        return recognise_feet(cursor);
    }
    cursor.take(cursor.number_of(cursor.text(here)), here + 1);
    cursor.take(Entry{cursor.language().phrase("foot")}, here + 2);
    return cursor.take(cursor.number_of(cursor.text(here + 2)), here + (closed ? 4 : 3));
}

} // namespace recital
