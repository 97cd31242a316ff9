// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/list_marker.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace recital {

namespace {

constexpr std::size_t max_item_length = 2000; ///< in bytes
constexpr std::size_t max_marker_digits = 3;

constexpr std::array<std::string_view, 12> bullets{"•", "⁃", "‣", "▪", "·", "◦",
                                                   "■", "□", "●", "○", "►", "*"};

struct Marker {
    std::string_view before; ///< "", "("
    std::string_view value;  ///< digits or one letter
    std::string_view after;  ///< ".", ")", ".)"
    std::size_t end = 0;
    bool glued = false; ///< no blank follows: 1.First 2.Second
};

std::size_t bullet_length(std::string_view text) {
    for (const auto bullet : bullets) {
        if (text.starts_with(bullet)) {
            return bullet.size();
        }
    }
    return 0;
}

constexpr std::array<std::string_view, 20> small_romans{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                        "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                        "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

/// End of the digits, the small roman numeral or the one letter that is at the position.
std::size_t end_of_value(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size() && end - position < max_marker_digits && is_ascii_digit(text[end])) {
        ++end;
    }
    if (end != position) {
        return end;
    }
    const std::string_view numerals =
        position < text.size() && is_ascii_upper(text[position]) ? "IVX" : "ivx";
    while (end < text.size() && numerals.find(text[end]) != npos) {
        ++end;
    }
    const bool letter =
        position < text.size() && (is_ascii_lower(text[position]) || is_ascii_upper(text[position]));
    return end > position + 1 ? end : position + (letter ? 1 : 0);
}

/// The marker at the start of the text; an empty value if there is none.
Marker marker_of(std::string_view text) {
    Marker marker;
    const std::size_t position = text.starts_with('(') ? 1 : 0;
    marker.before = text.substr(0, position);
    const std::size_t end = end_of_value(text, position);
    const auto after = text.substr(end);
    for (const std::string_view close : {".)", ")", "."}) {
        const auto item = after.substr(std::min(close.size(), after.size()));
        const bool glued =
            end != position && is_ascii_digit(text[position]) && !item.empty() && is_ascii_upper(item[0]);
        if (end != position && after.starts_with(close) && (glued || item.starts_with(' '))) {
            marker.glued = glued;
            marker.value = text.substr(position, end - position);
            marker.after = close;
            marker.end = end + close.size();
            break;
        }
    }
    // "A. Smith and B. Jones" is not a list; "I. Allegro II. Andante" is one.
    const bool initial =
        !marker.value.empty() && is_ascii_upper(marker.value[0]) && marker.after == "." &&
        (marker.value.size() == 1 && marker.value != "I" && marker.value != "V" && marker.value != "X");
    return initial ? Marker{} : marker;
}

std::string with_case(std::string_view word, char (*to_case)(char)) {
    std::string changed(word);
    std::transform(changed.begin(), changed.end(), changed.begin(), to_case);
    return changed;
}

/// The roman numeral after this one in the same case, empty if there is none.
std::string roman_successor(std::string_view value) {
    const auto small = with_case(value, to_ascii_lower);
    const auto* const roman = std::find(small_romans.begin(), small_romans.end(), small);
    if (roman == small_romans.end() || roman + 1 == small_romans.end()) {
        return {};
    }
    return is_ascii_upper(value[0]) ? with_case(*(roman + 1), to_ascii_upper) : std::string(*(roman + 1));
}

/// The number or letter after this one, empty if there is none.
std::string successor(std::string_view value) {
    if (is_ascii_digit(value[0])) {
        return std::to_string(std::strtoul(std::string(value).c_str(), nullptr, 10) + 1);
    }
    return value.size() > 1 || value == "z" || value == "Z" ? std::string()
                                                            : std::string(1, static_cast<char>(value[0] + 1));
}

} // namespace

bool is_list_marker(std::string_view text) {
    if (const auto bullet = bullet_length(text); bullet != 0) {
        text.remove_prefix(bullet);
        text.remove_prefix(text.starts_with(' ') ? 1 : 0);
    }
    text.remove_prefix(text.starts_with('(') ? 1 : 0);
    const bool numeral = consists_of(text, "IVXLivxl");
    const bool number = text.size() <= max_marker_digits && is_digits(text);
    return numeral || number || (!text.empty() && character_at(text, 0).end == text.size());
}

std::size_t end_of_list_item(std::string_view text, std::size_t start) {
    const auto rest = text.substr(start, max_item_length);
    if (const auto length = bullet_length(rest); length != 0) {
        const bool star = rest[0] == '*'; // a star may be a name's: *NSYNC
        if (star && !rest.starts_with("* ")) {
            return npos;
        }
        const auto next = rest.find(fmt::format(" {}{}", rest.substr(0, length), star ? " " : ""), length);
        return next == npos ? npos : start + next;
    }
    const auto marker = marker_of(rest);
    if (marker.value.empty()) {
        return npos;
    }
    const auto place_of = [&](const std::string& following) {
        if (following.empty()) {
            return npos;
        }
        const auto mark =
            fmt::format(" {}{}{}{}", marker.before, following, marker.after, marker.glued ? "" : " ");
        const auto place = rest.find(mark, marker.end);
        const bool fits = !marker.glued || (place != npos && starts_upper(rest.substr(place + mark.size())));
        return fits ? place : npos;
    };
    // "i" is a numeral if "ii" follows, otherwise a letter.
    auto next = place_of(roman_successor(marker.value));
    const bool letter = is_ascii_lower(marker.value[0]) || marker.after != "."; // "I. J" are initials
    next = next == npos && (letter || is_ascii_digit(marker.value[0])) ? place_of(successor(marker.value))
                                                                       : next;
    // "I. Allegro; II. Andante" is one sentence.
    const bool joined = next != npos && next > 0 && (rest[next - 1] == ';' || rest[next - 1] == ',');
    return next == npos || joined ? npos : start + next;
}

bool is_ordinal_number(std::string_view number, std::string_view before, const Language& language) {
    constexpr std::size_t max_digits = 2;
    if (!language.has_ordinal_stop() || number.empty()) {
        return false;
    }
    if (const auto hyphen = number.rfind(".-"); hyphen != npos && is_digits(number.substr(0, hyphen))) {
        number.remove_prefix(hyphen + 2); // 5.-7. Juni
    }
    const bool determined = language.is(before, LexicalClass::determiner);
    if (!is_digits(number)) {
        return number.find_first_not_of("IVX") == npos &&
               (determined || language.is(before, LexicalClass::ruler_name));
    }
    before.remove_suffix(before.ends_with('.') ? 1 : 0);
    const auto readings = language.abbreviations(before);
    const bool numbered =
        language.is(before, LexicalClass::numbered_thing) || language.is(before, LexicalClass::catalogue) ||
        std::any_of(readings.begin(), readings.end(),
                    [](const Abbreviation& reading) { return reading.context == Context::before_number; });
    return !numbered && (number.size() <= max_digits || (number.size() == max_digits + 1 && determined));
}

bool counts_thing(std::string_view before, std::string_view number, std::string_view after,
                  const Language& language) {
    const auto possessive = language.phrase("possessive");
    constexpr std::size_t max_part = 4; // of the orchestra: the 2. Violin, not "the 7. Guitar in hand"
    const bool determined = (before.size() > 1 && language.is(before, LexicalClass::determiner)) ||
                            (!possessive.empty() && before.ends_with(possessive)) || before.ends_with("’s");
    if (!determined || after.empty() || !is_ascii_upper(after.front()) || !language.is_known()) {
        return false;
    }
    const auto value =
        is_digits(number) ? std::strtoul(std::string(number).c_str(), nullptr, 10) : roman_value(number);
    const auto small = with_case(after.substr(0, 1), to_ascii_lower) + std::string(after.substr(1));
    return language.is(after, LexicalClass::numbered_thing) || language.lists("stopped ordinals", after) ||
           (language.is(small, LexicalClass::instrument) && value <= max_part);
}

} // namespace recital
