// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/key.h"

#include "text/language/character.h"

#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// B♭, F#, C♮, F♯m
bool recognise_accidental(Cursor& cursor) {
    const auto& language = cursor.language();
    const auto next = cursor.index() + 1;
    if (!cursor.is_glued(next) || !cursor.is_any_mark(next, {"♭", "♯", "#", "♮"}) ||
        cursor.is_number(next + 1)) {
        return false;
    }
    const auto* accidental = cursor.is_mark(next, "♭")   ? "flat"
                             : cursor.is_mark(next, "♮") ? "natural"
                                                         : "sharp";
    cursor.take(Letters{cursor.text(cursor.index()), false}, next);
    cursor.take(Entry{language.phrase(accidental)}, next + 1);
    const bool chord = cursor.is_mark(next + 1, "m") && cursor.is_glued(next + 1);
    return !chord || cursor.take(Entry{language.phrase("minor")}, next + 2);
}

/// A minor, E-flat, D min., E maj.
bool recognise_letter_key(Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::size_t next = here + 1;
    const Letters letter{cursor.text(here), false};
    const bool shortened = cursor.is_any_mark(next, {"min", "maj", "Min", "Maj"}) && !cursor.is_glued(next);
    const auto* mode = shortened ? cursor.language().chord_quality(cursor.text(next)) : nullptr;
    if (mode != nullptr) {
        cursor.take(letter, next);
        const bool stop = cursor.is_mark(next + 1, ".") && cursor.is_glued(next + 1) && cursor.has(next + 2);
        return cursor.take(Entry{mode->second}, stop ? next + 2 : next + 1);
    }
    next += cursor.is_mark(next, "-") && cursor.is_glued(next) ? 1U : 0U;
    // "Of A Minor's Rights": a key owns little.
    const bool owner = cursor.is_mark(here, "A") && cursor.is_kind(next + 1, LexemeKind::possessive) &&
                       starts_upper(cursor.text(next));
    return !owner && cursor.is_class(next, LexicalClass::key_word) && cursor.take(letter, next);
}

/// Bb, not as the unit after a number.
bool is_flat_key(const Cursor& cursor, std::size_t index) {
    const auto key = cursor.text(index);
    return key.size() == 2 && key[0] >= 'A' && key[0] <= 'G' && key[1] == 'b' &&
           (index == 0 || !cursor.is_number(index - 1));
}

/// Whether the neighbours make a flat key of "Ab", "Cb" or "Fb", which are as often something else: an Ab
/// trumpet, in Ab, Ab and Db.
bool is_beside_key(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto next = here + 1;
    const bool before = here > 1 && (is_flat_key(cursor, here - 2) || is_flat_key(cursor, here - 3));
    const bool after =
        is_flat_key(cursor, here + 2) || ((is_flat_key(cursor, here + 3) || is_flat_key(cursor, here + 4)) &&
                                          !starts_upper(cursor.text(next)));
    const bool in = here > 0 && cursor.text(here - 1) == cursor.language().phrase("in");
    const bool determined =
        here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) && !cursor.is_word(next);
    return before || after || in || determined || cursor.is_class(next, LexicalClass::instrument) ||
           cursor.is_class(next, LexicalClass::key_word);
}

/// Bb major, the Eb clarinet
bool recognise_flat_key(Cursor& cursor) {
    constexpr std::string_view sure_flats = "BEDG";
    const std::size_t here = cursor.index();
    const auto word = cursor.text(here);
    if (word.size() != 2 || word[0] < 'A' || word[0] > 'G' || word[1] != 'b') {
        return false;
    }
    const bool sure = sure_flats.find(word[0]) != std::string_view::npos && is_flat_key(cursor, here);
    if (!sure && !is_beside_key(cursor)) {
        return false;
    }
    cursor.take(Letters{word.substr(0, 1), false}, here + 1);
    cursor.add_after_last(Entry{cursor.language().phrase("flat")});
    return true;
}

/// "Sonata in a minor," names a key unless a noun follows "minor".
bool recognise_small_key(Cursor& cursor) {
    const std::size_t here = cursor.index();
    return cursor.is_mark(here, "a") && here > 0 && cursor.text(here - 1) == cursor.language().phrase("in") &&
           cursor.is_class(here + 1, LexicalClass::key_word) && !cursor.is_word(here + 2) &&
           cursor.take(Letters{cursor.text(here), false}, here + 1);
}

} // namespace

bool recognise_key(Cursor& cursor) {
    const auto word = cursor.text(cursor.index());
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'G') {
        return recognise_accidental(cursor) || recognise_letter_key(cursor);
    }
    return recognise_flat_key(cursor) || recognise_small_key(cursor);
}

} // namespace recital
