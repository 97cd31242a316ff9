// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/transliteration.h"

#include "base/error.h"
#include "text/language/character.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

namespace recital {

namespace {

constexpr char32_t last_known_letter = 0x17F;

bool is_known(const Character& character) {
    const bool letter = character.kind == CharacterKind::letter && character.code_point <= last_known_letter;
    const bool ordinal_sign =
        character.code_point == U'ª' || character.code_point == U'º' || character.code_point == U'µ';
    return (letter && !ordinal_sign) || character.code_point == U'\'' || character.code_point == U'-';
}

const icu::Transliterator& to_latin() {
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Russian-Latin/BGN; Any-Latin; NFKD; [:Nonspacing Mark:] Remove; NFC", UTRANS_FORWARD, status));
        if (U_FAILURE(status) != 0) {
            throw Error(ErrorKind::internal, std::string("no transliteration: ") + u_errorName(status));
        }
        return made;
    }();
    return *transliterator;
}

bool is_latin(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const auto character = character_at(word, position);
        UErrorCode status = U_ZERO_ERROR;
        const auto code_point = static_cast<UChar32>(character.code_point);
        if (!is_known(character) && uscript_getScript(code_point, &status) != USCRIPT_LATIN) {
            return false;
        }
        position = character.end;
    }
    return true;
}

/// What `to_latin` makes of text in Latin letters. The transliterator itself takes long to start.
icu::UnicodeString without_marks(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const decomposition = icu::Normalizer2::getNFKDInstance(status);
    const icu::Normalizer2* const composition = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorKind::internal, std::string("no normalisation: ") + u_errorName(status));
    }
    const icu::UnicodeString marked = decomposition->normalize(text, status);
    icu::UnicodeString letters;
    for (std::int32_t n = 0; n < marked.length(); n = marked.moveIndex32(n, 1)) {
        if (u_charType(marked.char32At(n)) != U_NON_SPACING_MARK) {
            letters.append(marked.char32At(n));
        }
    }
    return composition->normalize(letters, status);
}

/// What remains of a word. A long one gets blanks between syllables, because the engine speaks at most 160
/// bytes of a word, and a transliterated text may be a whole sentence without blanks.
std::string known_letters(std::string_view word, bool& complete) {
    constexpr std::size_t max_word_length = 48;
    std::string kept;
    complete = true;
    for (std::size_t position = 0; position < word.size();) {
        const auto character = character_at(word, position);
        if (is_known(character)) {
            kept += word.substr(position, character.end - position);
        } else if (character.code_point == U' ' && word.size() > max_word_length) {
            kept += ' ';
        } else if (character.code_point == U'’') {
            kept += '\'';
        } else {
            complete = false;
        }
        position = character.end;
    }
    return kept;
}

} // namespace

std::string transliterate(std::string_view word) {
    bool complete = false;
    auto letters = known_letters(word, complete);
    if (complete) {
        return letters;
    }
    // Transliteration takes more than linear time in the length of its text.
    constexpr std::size_t max_length = 240;
    const bool is_only_marked = is_latin(word);
    std::string latin;
    while (!word.empty()) {
        const auto part = prefix_on_character(word, max_length);
        const auto length = part.empty() ? std::min(word.size(), max_length) : part.size();
        auto text =
            icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(length)));
        if (is_only_marked) {
            text = without_marks(text);
        } else {
            to_latin().transliterate(text);
        }
        text.toUTF8String(latin);
        word.remove_prefix(length);
    }
    return known_letters(latin, complete);
}

} // namespace recital
