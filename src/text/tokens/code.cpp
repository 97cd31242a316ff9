// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>
#include <utility>

namespace recital {

/// +44 20 7946 0958, (212) 555-0199: after the sign of an international number, or an area code in
/// parentheses.
bool Classifier::read_telephone() {
    constexpr std::size_t min_digits = 7;
    constexpr std::size_t prefix_digits = 3;
    constexpr std::size_t max_group_length = 4;
    const bool international = is_mark(index_, "+");
    const bool area = is_mark(index_, "(") && text(index_ + 1).size() == prefix_digits &&
                      is_mark(index_ + 2, ")") && text(index_ + 3).size() == prefix_digits;
    if (!(international || area) || !is_glued(index_ + 1)) {
        return false;
    }
    std::size_t after = index_ + 1;
    std::size_t digits = 0;
    std::size_t groups = 0;
    for (auto next = after; is_number(next) || is_any_mark(next, {"(", ")", "-", "."}); ++next) {
        if (is_number(next)) {
            if (!small_number(next) || text(next).size() > max_group_length) {
                break;
            }
            digits += text(next).size();
            ++groups;
            after = next + 1;
        }
    }
    if (digits < min_digits || groups < 2) {
        return false;
    }
    take(international ? TokenClass(Entry{language_.symbol("+")}) : TokenClass(Silent{}), index_ + 1);
    bool first = true;
    while (index_ < after) {
        if (!is_number(index_)) {
            take(Silent{}, index_ + 1);
            continue;
        }
        if (!std::exchange(first, false)) {
            tokens_.push_back({Punctuation{','}, tokens_.back().end, tokens_.back().end});
        }
        take(Digits{std::string(text(index_)), true}, index_ + 1);
    }
    return true;
}

/// The code after a state in capitals: New York, NY 10019.
bool Classifier::read_postal_code() {
    constexpr std::size_t code_digits = 5;
    const auto written = text(index_);
    const auto state = index_ > 0 ? text(index_ - 1) : std::string_view{};
    const bool after_state = state.size() == 2 && std::all_of(state.begin(), state.end(), is_ascii_upper);
    const bool digits =
        written.size() == code_digits && std::all_of(written.begin(), written.end(), is_ascii_digit);
    return after_state && digits && !is_glued(index_) && take(Digits{std::string(written), true}, index_ + 1);
}

/// 020 7946 0958: three and more groups of digits of which the first starts with a zero.
bool Classifier::read_grouped_digits() {
    constexpr std::size_t min_digits = 9;
    constexpr std::size_t min_groups = 3;
    constexpr std::size_t max_group_length = 5;
    std::size_t after = index_;
    std::size_t digits = 0;
    while (is_number(after) && text(after).size() <= max_group_length &&
           number_of(text(after)).whole.size() == text(after).size()) {
        digits += text(after).size();
        ++after;
    }
    if (text(index_)[0] != '0' || digits < min_digits || after < index_ + min_groups) {
        return false;
    }
    for (bool first = true; index_ < after; first = false) {
        if (!first) {
            tokens_.push_back({Punctuation{','}, tokens_.back().end, tokens_.back().end});
        }
        take(Digits{std::string(text(index_)), true}, index_ + 1);
    }
    return true;
}

/// ISBN 9783161484100, SRX 1234567: long numbers after capitals are not quantities.
bool Classifier::read_serial_number() {
    constexpr std::size_t min_digits = 7;
    const auto mark = index_ > 0 ? text(index_ - 1) : std::string_view{};
    const bool after_capitals =
        mark.size() > 1 && is_word(index_ - 1) && std::all_of(mark.begin(), mark.end(), is_ascii_upper);
    const auto written = text(index_);
    return after_capitals && written.size() >= min_digits &&
           std::all_of(written.begin(), written.end(), is_ascii_digit) &&
           take(Digits{std::string(written), true}, index_ + 1);
}

/// 1.000.000, as much of Europe groups thousands: three digits after every point.
bool Classifier::read_grouped_by_points(std::size_t last) {
    constexpr std::size_t group = 3;
    Number number{std::string(text(index_)), {}, false, false};
    for (auto index = index_; index < last; index += 2) {
        if (!is_mark(index + 1, ".") || text(index + 2).size() != group) {
            return false;
        }
        number.whole += text(index + 2);
    }
    if (text(index_).size() > group || text(index_).starts_with('0') || last < index_ + 4) {
        return false;
    }
    take(std::move(number), last + 1);
    read_unit();
    return true;
}

/// Sections and versions: 2.3.1
bool Classifier::read_version(std::size_t last) {
    constexpr std::size_t parts = 3;
    constexpr std::size_t max_digits = 2;
    std::size_t count = 0;
    for (auto index = index_; index <= last; index += 2, ++count) {
        const bool point = index == last || is_mark(index + 1, ".");
        if (!point || text(index).size() > max_digits) {
            return false;
        }
    }
    if (count != parts) {
        return false;
    }
    while (index_ < last) {
        take(number_of(text(index_)), index_ + 1);
        take(Entry{language_.phrase("decimal point")}, index_ + 1);
    }
    return take(number_of(text(index_)), index_ + 1);
}

/// 555-0123, 1-800-555-0123, 192.168.0.1, 007, 4AD
bool Classifier::read_code() {
    if (read_postal_code() || read_serial_number() || read_grouped_digits()) {
        return true;
    }
    constexpr std::size_t prefix_digits = 3;
    std::size_t last = index_;
    while (is_any_mark(last + 1, {"-", "."}) && is_glued(last + 1) && is_number(last + 2) &&
           is_glued(last + 2)) {
        last += 2;
    }
    if (read_version(last) || read_grouped_by_points(last)) {
        return true;
    }
    const auto groups = (last - index_) / 2 + 1;
    const bool telephone = groups == 2 && is_mark(index_ + 1, "-") && text(index_).size() == prefix_digits &&
                           text(last).size() == year_digits;
    const bool pair = groups == 2 && is_mark(index_ + 1, "-") && text(index_).size() == year_digits &&
                      text(last).size() == year_digits && !(is_year(index_) && is_year(last));
    // RCA 47-6420
    const bool record = groups == 2 && is_mark(index_ + 1, "-") && text(index_).size() == 2 &&
                        text(last).size() == year_digits && !is_year(last);
    if (record) {
        take(number_of(text(index_)), index_ + 1);
        take(Silent{}, index_ + 1);
        return take(Digits{std::string(text(index_)), false}, index_ + 1);
    }
    if (groups > 2 || telephone || pair) {
        for (bool first = true; index_ <= last; first = false) {
            if (!first) {
                take(Silent{}, index_ + 1);
            }
            take(Digits{number_of(text(index_)).whole + number_of(text(index_)).fraction, true}, index_ + 1);
        }
        return true;
    }
    const auto written = text(index_);
    if (written.size() > 1 && written[0] == '0' && number_of(written).fraction.empty()) {
        return take(Digits{number_of(written).whole, true}, index_ + 1);
    }
    return read_code_suffix();
}

/// The capitals after a number: 4AD, 3D, 180A; small letters after works: Op. 35b.
bool Classifier::read_code_suffix() {
    const auto next = index_ + 1;
    const auto letters = text(next);
    const bool magnitude =
        !language_.magnitude_mark(letters).empty() && (is_mark(next + 1, "+") || is_plural(next + 1));
    const bool capitals = is_word(next) && is_glued(next) && letters.size() <= 3 &&
                          std::all_of(letters.begin(), letters.end(), is_ascii_upper);
    const bool one_small = is_word(next) && is_glued(next) && letters.size() == 1 &&
                           is_ascii_lower(letters[0]) && language_.unit(letters) == nullptr;
    if (!(capitals || one_small) || magnitude || letters == "x" || !small_number(index_) ||
        language_.unit(letters) != nullptr) {
        return false;
    }
    take(number_of(text(index_)), index_ + 1);
    return take(Letters{text(index_), false}, index_ + 1);
}

/// A Boeing 747, the Studer 810, a Learjet 245: three figures after a maker's name, or after a name with "a".
bool Classifier::is_model(std::size_t index) const {
    constexpr std::size_t model_digits = 3;
    if (index == 0 || !small_number(index) || text(index).size() != model_digits || !is_word(index - 1) ||
        is_glued(index)) {
        return false;
    }
    if (is_class(index - 1, LexicalClass::maker)) {
        return !is_class(index + 1, LexicalClass::count_noun);
    }
    const bool counted = is_plural(index + 1) || is_class(index + 1, LexicalClass::count_noun) ||
                         is_class(index + 1, LexicalClass::magnitude) ||
                         language_.unit(text(index + 1)) != nullptr;
    return index > 1 && text(index - 2) != language_.phrase("ordinal article") &&
           is_class(index - 2, LexicalClass::determiner) && starts_upper(text(index - 1)) && !counted &&
           !is_class(index - 1, LexicalClass::numbered_thing);
}

/// The number in Blink-182, TR-808, MP3, B-52, Apollo 13 as it belongs to a name.
bool Classifier::read_digits_in_name() {
    constexpr std::size_t pair_digits = 3;
    // No. DG 2530, no. 4521
    const auto is_sign = [&](std::size_t back) {
        const auto* entry =
            tokens_.size() < back ? nullptr : std::get_if<Entry>(&tokens_[tokens_.size() - back].token_class);
        return entry != nullptr && entry->spoken.ends_with(language_.phrase("number sign"));
    };
    const bool catalogue = small_number(index_) && ((is_sign(2) && last_token<Letters>() != nullptr) ||
                                                    (is_sign(1) && text(index_).size() == year_digits));
    const bool aircraft = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner) &&
                          language_.lists("aircraft", text(index_)) && !is_plural(index_ + 1);
    if (is_model(index_) || catalogue || aircraft) {
        return take(Digits{std::string(text(index_)), false}, index_ + 1);
    }
    const bool dimension = (text(index_) == "2" || text(index_) == "3") && is_mark(index_ + 1, "d") &&
                           is_glued(index_ + 1) && language_.lists("dimension things", text(index_ + 2));
    if (dimension) { // a 3d film
        take(number_of(text(index_)), index_ + 1);
        return take(Letters{text(index_), false}, index_ + 1);
    }
    if (index_ == 0 || !is_glued(index_) || !small_number(index_)) {
        return false;
    }
    const bool hyphen = is_mark(index_ - 1, "-") && is_glued(index_ - 1) && index_ > 1;
    const bool abbreviation = last_token<Entry>() != nullptr; // c1500
    const bool name = is_word(hyphen ? index_ - 2 : index_ - 1) && (hyphen || !abbreviation);
    const bool year = text(index_).size() == year_digits && is_year(index_) && hyphen;
    if (!name || text(index_).size() < pair_digits || year) {
        return false;
    }
    take(Digits{std::string(text(index_)), false}, index_ + 1);
    return true;
}

} // namespace recital
