// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/lost_bytes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace recital {

namespace {

template <std::size_t Count>
bool is_one_of(std::u32string_view word, const std::array<std::u32string_view, Count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_vowel(char32_t letter) {
    constexpr std::u32string_view vowels = U"aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœāēīōūăěůőűąęį";
    return vowels.find(letter) != std::u32string_view::npos;
}

} // namespace

bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::u32string_view leading_letters(std::u32string_view text) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_ascii_letter);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool continues_portuguese(std::u32string_view letters) {
    constexpr std::array<std::u32string_view, 6> endings = {U"s",     U"quele",  U"quela",
                                                            U"quilo", U"queles", U"quelas"};
    return is_one_of(letters, endings);
}

bool ends_word(std::u32string_view text, std::size_t start, std::u32string_view following) {
    constexpr std::array<std::u32string_view, 8> beginnings = {U"j",   U"l",  U"voil", U"del",
                                                               U"hol", U"gi", U"cel",  U"sar"};
    constexpr std::array<std::u32string_view, 48> small_words = {
        U"le",  U"la",  U"les",  U"l",   U"de",   U"des", U"du",  U"d",   U"un",    U"une", U"en",  U"et",
        U"que", U"qui", U"pour", U"par", U"plus", U"sa",  U"son", U"ses", U"mon",   U"ma",  U"nos", U"ce",
        U"il",  U"lo",  U"gli",  U"i",   U"una",  U"di",  U"da",  U"del", U"della", U"e",   U"che", U"con",
        U"per", U"in",  U"non",  U"si",  U"a",    U"os",  U"as",  U"do",  U"dos",   U"das", U"no",  U"na"};
    std::size_t from = start;
    while (from > 0 && is_ascii_letter(text[from - 1])) {
        --from;
    }
    const std::u32string_view before = text.substr(from, start - from);
    constexpr std::array<std::u32string_view, 6> italian = {U"it", U"tt", U"ert", U"olt", U"ont", U"iet"};
    const bool ends_italian =
        std::any_of(italian.begin(), italian.end(),
                    [before](std::u32string_view ending) { return before.ends_with(ending); });
    return before.empty() || ends_italian || is_one_of(before, beginnings) ||
           is_one_of(following, small_words);
}

/// rough estimate over the languages of Europe; letters that are not listed are never guessed.
std::optional<double> guess_cost(char32_t value) {
    struct Guess {
        std::u32string_view values;
        double cost;
    };
    constexpr std::array<Guess, 5> guesses = {
        {{U"ÁčŁ”", 0.0}, {U"Íōọ‐", 1.0}, {U"āŐềờ♯", 1.5}, {U"ÝĐďỏỐ", 2.5}, {U"ÏÐŏŝ", 3.5}}};
    const auto* const found = std::find_if(guesses.begin(), guesses.end(), [value](const Guess& guess) {
        return guess.values.find(value) != std::u32string_view::npos;
    });
    return found == guesses.end() ? std::nullopt : std::optional(found->cost);
}

double alternation_cost(char32_t before, char32_t value, char32_t after) {
    constexpr double beside_vowel = 1.5;
    constexpr double between_consonants = 3.0;
    const auto lower = [](char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); };
    const bool vowel_before = is_vowel(lower(before));
    const bool vowel_after = is_vowel(lower(after));
    if (is_vowel(lower(value))) {
        return beside_vowel * (static_cast<int>(vowel_before) + static_cast<int>(vowel_after));
    }
    const bool letters =
        u_isalpha(static_cast<UChar32>(before)) != 0 && u_isalpha(static_cast<UChar32>(after)) != 0;
    return letters && !vowel_before && !vowel_after ? between_consonants : 0.0;
}

} // namespace recital
