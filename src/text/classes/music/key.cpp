// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/key.h"

#include "text/language/character.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool recognise_key(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto word = cursor.text(here);
    const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'G';
    std::size_t next = here + 1;
    if (letter && cursor.is_glued(next) && cursor.is_any_mark(next, {"♭", "♯", "#", "♮"}) &&
        !cursor.is_number(next + 1)) {
        const auto* accidental = cursor.is_mark(next, "♭")   ? "flat"
                                 : cursor.is_mark(next, "♮") ? "natural"
                                                             : "sharp";
        cursor.take(Letters{word, false}, next);
        cursor.take(Entry{language.phrase(accidental)}, next + 1);
        const bool chord = cursor.is_mark(cursor.index(), "m") && cursor.is_glued(cursor.index());
        return !chord || cursor.take(Entry{language.phrase("minor")}, cursor.index() + 1);
    }
    if (letter) {
        // D min., E maj.
        const bool shortened =
            cursor.is_any_mark(next, {"min", "maj", "Min", "Maj"}) && !cursor.is_glued(next);
        if (const auto* mode = shortened ? language.chord_quality(cursor.text(next)) : nullptr;
            mode != nullptr) {
            cursor.take(Letters{word, false}, next);
            const bool stop =
                cursor.is_mark(next + 1, ".") && cursor.is_glued(next + 1) && cursor.has(next + 2);
            return cursor.take(Entry{mode->second}, stop ? next + 2 : next + 1);
        }
        next += cursor.is_mark(next, "-") && cursor.is_glued(next) ? 1U : 0U;
        // "Of A Minor's Rights": a key owns little.
        if (word == "A" && cursor.is_kind(next + 1, LexemeKind::possessive) &&
            starts_upper(cursor.text(next))) {
            return false;
        }
        return cursor.is_class(next, LexicalClass::key_word) && cursor.take(Letters{word, false}, next);
    }
    const bool flat = word.size() == 2 && word[0] >= 'A' && word[0] <= 'G' && word[1] == 'b';
    // "Ab", "Cb" and "Fb" are as often something else; "Gb" after a number is a unit.
    const auto is_flat_key = [&](std::size_t index) {
        const auto key = cursor.text(index);
        return key.size() == 2 && key[0] >= 'A' && key[0] <= 'G' && key[1] == 'b' &&
               (index == 0 || !cursor.is_number(index - 1));
    };
    const bool after_article = here > 0 && cursor.is_class(here - 1, LexicalClass::determiner);
    const bool keyed =
        flat && (cursor.is_class(next, LexicalClass::instrument) || is_flat_key(here + 2) ||
                 (here > 1 && (is_flat_key(here - 2) || is_flat_key(here - 3))) ||
                 ((is_flat_key(here + 3) || is_flat_key(here + 4)) && !starts_upper(cursor.text(next))) ||
                 (here > 0 && cursor.text(here - 1) == language.phrase("in")) ||
                 (after_article && !cursor.is_word(next)));
    constexpr std::string_view sure_flats = "BEDG";
    const bool sure = flat && sure_flats.find(word[0]) != std::string_view::npos &&
                      (here == 0 || !cursor.is_number(here - 1));
    if (flat && (sure || keyed || cursor.is_class(next, LexicalClass::key_word))) {
        cursor.take(Letters{word.substr(0, 1), false}, next);
        cursor.add_after_last(Entry{language.phrase("flat")});
        return true;
    }
    // "Sonata in a minor," names a key unless a noun follows "minor".
    const bool small_key = word == "a" && here > 0 && cursor.text(here - 1) == language.phrase("in") &&
                           cursor.is_class(next, LexicalClass::key_word) && !cursor.is_word(next + 1);
    return small_key && cursor.take(Letters{word, false}, next);
}

} // namespace recital
