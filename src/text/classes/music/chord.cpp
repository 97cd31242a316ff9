// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/chord.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view roots = "ABCDEFG";

/// Removes a sharp or a flat from the start of a chord symbol and returns its spoken form; otherwise an empty
/// string.
std::string_view cut_accidental(std::string_view& symbol) {
    struct Accidental {
        std::string_view written;
        std::string_view phrase;
    };
    static constexpr std::array<Accidental, 4> accidentals{
        {{"#", "sharp"}, {"♯", "sharp"}, {"b", "flat"}, {"♭", "flat"}}};
    for (const auto& accidental : accidentals) {
        if (symbol.starts_with(accidental.written)) {
            symbol.remove_prefix(accidental.written.size());
            return accidental.phrase;
        }
    }
    return {};
}

/// Cuts the digits off the front.
std::string cut_digits(std::string_view& symbol) {
    const auto end = std::min(symbol.find_first_not_of("0123456789"), symbol.size());
    std::string digits(symbol.substr(0, end));
    symbol.remove_prefix(end);
    return digits;
}

} // namespace

bool recognise_chord(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_length = 24;
    constexpr std::size_t max_digits = 2;
    const auto begin = cursor.lexeme(here).begin;
    const auto rest = cursor.sentence().substr(begin, max_length);
    if (roots.find(rest[0]) == std::string_view::npos ||
        (here > 0 && cursor.is_glued(here) && cursor.is_word(here - 1))) {
        return false;
    }
    auto symbol = rest.substr(0, rest.find_first_of(" ,;:.)]!?'\""));
    for (const std::string_view dash : {"-", "–", "—", "’"}) {
        symbol = symbol.substr(0, symbol.find(dash));
    }
    const auto end = begin + symbol.size();
    std::vector<TokenClass> said{Letters{symbol.substr(0, 1), false}};
    symbol.remove_prefix(1);
    const auto say_phrase = [&](std::string_view key) { said.emplace_back(Entry{language.phrase(key)}); };
    bool quality_seen = false;
    bool name_like = false; // "Amin" and "Emin" are persons
    if (const auto accidental = cut_accidental(symbol); !accidental.empty()) {
        say_phrase(accidental);
    }
    while (!symbol.empty()) {
        if (symbol[0] == '/' && symbol.size() > 1 && roots.find(symbol[1]) != std::string_view::npos) {
            say_phrase("over");
            said.emplace_back(Letters{symbol.substr(1, 1), false});
            symbol.remove_prefix(2);
            const auto accidental = cut_accidental(symbol);
            if (!accidental.empty()) {
                say_phrase(accidental);
            }
            quality_seen = quality_seen || !accidental.empty();
        } else if (const auto* quality = language.chord_quality(symbol)) {
            said.emplace_back(Entry{quality->second});
            symbol.remove_prefix(quality->first.size());
            quality_seen = true;
            name_like = name_like || quality->first.size() > 2;
        } else {
            const auto accidental = cut_accidental(symbol);
            const auto digits = cut_digits(symbol);
            if (digits.empty() || digits.size() > max_digits) {
                return false;
            }
            quality_seen = quality_seen || !accidental.empty() || said.size() == 2; // F#7
            if (!accidental.empty()) {
                say_phrase(accidental);
            }
            said.emplace_back(Number{digits, {}, false, false});
        }
    }
    // "Am" opens questions, and "A4" is only a letter and a number.
    const bool am = said.size() == 2 && cursor.sentence().substr(begin, end - begin) == "Am" &&
                    !cursor.is_any_mark(here + 1, {",", "-", "–", "/"});
    const bool person = name_like && said.size() == 2;
    if (!quality_seen || am || person) {
        return false;
    }
    for (auto& part : said) {
        cursor.add(std::move(part), begin, end);
    }
    auto next = here;
    while (cursor.has(next) && cursor.lexeme(next).begin < end) {
        ++next;
    }
    return cursor.go_to(next);
}

} // namespace recital
