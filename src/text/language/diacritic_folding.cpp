// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/diacritic_folding.h"

#include "base/unicode.h"
#include "text/language/character.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// The letters a voice in Latin script reads end here (see transliterate).
constexpr char32_t table_size = 0x180;

struct FoldedLetter {
    char32_t lower = 0;
    std::string base; ///< in ASCII, lower case; empty for anything but a letter with a diacritic
};

char ascii_lower(char byte) {
    constexpr char to_lower = 'a' - 'A';
    return is_ascii_upper(byte) ? static_cast<char>(byte + to_lower) : byte;
}

/// Letters whose mark Unicode does not take off.
std::string_view undivided_base(char32_t lower) {
    constexpr std::array<std::pair<char32_t, std::string_view>, 10> bases = {{{U'ß', "ss"},
                                                                              {U'æ', "ae"},
                                                                              {U'ø', "o"},
                                                                              {U'đ', "d"},
                                                                              {U'ð', "d"},
                                                                              {U'þ', "th"},
                                                                              {U'ħ', "h"},
                                                                              {U'ı', "i"},
                                                                              {U'ł', "l"},
                                                                              {U'œ', "oe"}}};
    for (const auto& [letter, base] : bases) {
        if (letter == lower) {
            return base;
        }
    }
    return {};
}

std::vector<FoldedLetter> make_table() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    std::vector<FoldedLetter> table(table_size);
    for (char32_t code_point = 0; code_point < table_size; ++code_point) {
        FoldedLetter& letter = table[code_point];
        letter.lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
        letter.base = undivided_base(letter.lower);
        icu::UnicodeString divided;
        if (letter.base.empty() && U_SUCCESS(status) != 0 &&
            nfd->getDecomposition(static_cast<UChar32>(letter.lower), divided) != 0) {
            const auto first = static_cast<char32_t>(divided.char32At(0));
            if (first < 0x80) {
                letter.base = static_cast<char>(first);
            }
        }
    }
    return table;
}

const FoldedLetter* folded(char32_t code_point) {
    static const std::vector<FoldedLetter> table = make_table();
    return code_point < table_size ? &table[code_point] : nullptr;
}

char32_t lower(char32_t code_point) {
    const auto* letter = folded(code_point);
    return letter == nullptr ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)))
                             : letter->lower;
}

/// Whether the text at `position` is the base in any case; moves after it.
bool take_base(std::string_view text, std::size_t& position, std::string_view base) {
    if (base.empty() || text.size() - position < base.size()) {
        return false;
    }
    for (std::size_t n = 0; n < base.size(); ++n) {
        if (ascii_lower(text[position + n]) != base[n]) {
            return false;
        }
    }
    position += base.size();
    return true;
}

} // namespace

std::string known_letter(char32_t code_point) {
    std::string letter;
    if (code_point < table_size) {
        append_utf8(letter, code_point);
        return letter;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString divided;
    icu::Normalizer2::getNFKDInstance(status)->normalize(icu::UnicodeString(static_cast<UChar32>(code_point)),
                                                         divided, status);
    const auto base = U_SUCCESS(status) != 0 ? static_cast<char32_t>(divided.char32At(0)) : code_point;
    if (base < table_size) {
        append_utf8(letter, base);
    }
    return letter;
}

std::string fold_letters(std::string_view text) {
    std::string plain;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t code_point = next_code_point(text, position);
        if (const auto* letter = folded(code_point); letter != nullptr && !letter->base.empty()) {
            plain += letter->base;
            continue;
        }
        const std::string known = known_letter(code_point);
        std::size_t begin = 0;
        append_utf8(plain, lower(known.empty() ? code_point : next_code_point(known, begin)));
    }
    return plain;
}

std::uint64_t folded_hash(std::string_view word) {
    FoldedHash hash;
    for (std::size_t position = 0; position < word.size();) {
        position = hash.add(word, position);
    }
    return hash.value();
}

std::size_t FoldedHash::add_other(std::string_view text, std::size_t position) {
    std::size_t end = position;
    const char32_t code_point = next_code_point(text, end);
    const auto* letter = folded(code_point);
    if (letter != nullptr && !letter->base.empty()) {
        for (const char byte : letter->base) {
            mix(static_cast<unsigned char>(byte));
        }
        return end;
    }
    for (char32_t rest = lower(code_point); rest != 0; rest >>= 8U) {
        mix(static_cast<unsigned char>(rest & 0xFFU));
    }
    return end;
}

LetterMatch match_letters(std::string_view written, std::string_view entry) {
    LetterMatch match = LetterMatch::same;
    std::size_t there = 0;
    std::size_t position = 0;
    while (there < entry.size()) {
        if (position == written.size()) {
            return LetterMatch::different;
        }
        if (is_ascii(entry[there])) {
            if (ascii_lower(written[position]) != ascii_lower(entry[there])) {
                return LetterMatch::different;
            }
            ++there;
            ++position;
            continue;
        }
        const char32_t expected = next_code_point(entry, there);
        std::size_t end = position;
        if (lower(next_code_point(written, end)) == lower(expected)) {
            position = end;
            continue;
        }
        const auto* letter = folded(expected);
        if (letter == nullptr || !take_base(written, position, letter->base)) {
            return LetterMatch::different;
        }
        match = LetterMatch::without_accents;
    }
    return position == written.size() ? match : LetterMatch::different;
}

} // namespace recital
