// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>

namespace recital {

/// Whether the slash between two numbers makes a time signature.
bool Classifier::is_metre(std::size_t slash) const {
    const auto beats = *small_number(slash - 1);
    const auto value = *small_number(slash + 1);
    const bool note_value = value == 2 || value == 4 || value == 8 || value == 16;
    if (!note_value || beats < 2 || (is_number(slash - 2) && lexemes_[slash - 1].spaced)) {
        return false;
    }
    const std::size_t after = slash + 2;
    const bool hyphen = is_dash(after) && is_glued(after);
    if (is_class(hyphen ? after + 1 : after, LexicalClass::metre_word) || beats >= value) {
        return true;
    }
    // "Between 3/4 and 4/4": the second is a metre beyond doubt.
    const auto other = small_number(after + 1);
    const auto other_value = small_number(after + 3);
    const bool paired =
        other && is_mark(after + 2, "/") && is_glued(after + 2) && other_value && is_glued(after + 3);
    const bool sure = paired && (*other_value == 2 || *other_value == 4 || *other_value == 8) &&
                      (*other >= *other_value || is_class(after + 4, LexicalClass::metre_word));
    if (sure) {
        return true;
    }
    const auto before = slash > 1 ? text(slash - 2) : std::string_view{};
    const bool of = text(after) == language_.phrase("of");
    return !of && (metre_seen_ || (before == language_.phrase("in") ||
                                   (slash > 1 && is_class(slash - 2, LexicalClass::metre_word))));
}

/// Whether the slash parts a mark from the best one: 8/10, rated 4/5, 3/5 stars.
bool Classifier::is_rating(std::size_t slash) const {
    constexpr unsigned best = 10;
    constexpr std::size_t near = 6;
    const auto mark = *small_number(slash - 1);
    const auto full = *small_number(slash + 1);
    const auto after = slash + 2;
    const bool goes_on = text(after) == language_.phrase("of") || (is_glued(after) && is_word(after)) ||
                         (text(after) != language_.phrase("in") && language_.unit(text(after)) != nullptr);
    if (full < 4 || full > best || mark > full || goes_on || is_class(after, LexicalClass::metre_word)) {
        return false;
    }
    const auto before = slash > 1 ? word_before(slash - 1) : 0;
    if (is_class(before, LexicalClass::numbered_thing) || is_class(before, LexicalClass::group_noun)) {
        return false; // Nos. 8/10, Orchestra 7/10
    }
    // "Uncut: 3/5."
    constexpr std::size_t recent = 8; // tokens
    const bool again = std::any_of(
        tokens_.end() - static_cast<std::ptrdiff_t>(std::min(tokens_.size(), recent)), tokens_.end(),
        [&](const Token& token) {
            const auto* entry = std::get_if<Entry>(&token.token_class);
            return entry != nullptr && !entry->spoken.empty() && entry->spoken == language_.phrase("out of");
        });
    bool cued = again || is_class(after, LexicalClass::rating_word) ||
                (slash > 1 && is_mark(slash - 2, ":") && !is_word(after));
    for (std::size_t back = 2; !cued && back <= near && back <= slash; ++back) {
        cued = is_class(slash - back, LexicalClass::rating_word);
    }
    return cued || (full == best && mark > 1 && !metre_seen_ && !language_.phrase("out of").empty());
}

/// 3/4, 2 1/2
bool Classifier::read_fraction() {
    std::size_t slash = index_ + 1;
    std::string whole;
    if (is_number(slash) && !is_glued(slash) && is_any_mark(slash + 1, {"/", "⁄"}) && small_number(index_)) {
        whole = std::string(text(index_));
        ++slash;
    }
    const bool glued = is_glued(slash) && is_glued(slash + 1);
    if (!is_any_mark(slash, {"/", "⁄"}) || !glued || is_any_mark(slash + 2, {"/", "⁄"})) {
        return false;
    }
    const auto numerator = small_number(slash - 1);
    const auto denominator = small_number(slash + 1);
    if (!numerator || !denominator) {
        return false;
    }
    // Q3/2021
    if (whole.empty() && text(index_).size() < year_digits && is_year(slash + 1)) {
        return false;
    }
    // Op. 12/1 is a number of the opus.
    const auto before = word_before(index_);
    if (before != index_ && (text(before) == "Op" || text(before) == "op" || text(before) == "Opus")) {
        take(number_of(text(index_)), index_ + 1);
        take(Entry{language_.phrase("number sign")}, index_ + 1);
        return take(number_of(text(index_)), index_ + 1);
    }
    if (*denominator < 2) {
        return false;
    }
    if (whole.empty() && is_rating(slash)) {
        take(number_of(text(index_)), slash);
        take(Entry{language_.phrase("out of")}, slash + 1);
        return take(number_of(text(index_)), index_ + 1);
    }
    // The season of 1939/40, of 1938/9.
    const bool next_year = text(slash + 1).size() == 1 && *numerator % 10 + 1 == *denominator;
    if (whole.empty() && text(index_).size() == year_digits && is_year(index_) &&
        (text(slash + 1).size() % 2 == 0 || next_year)) {
        // No "to" in the 1915/16 season and from 1915/16 to 1917/18.
        const auto after = slash + 2;
        const auto before_year = index_ > 0 ? text(index_ - 1) : std::string_view{};
        const bool attribute =
            is_noun(after) || is_plural(after) || text(after) == language_.phrase("range") ||
            before_year == language_.phrase("range") ||
            (index_ > 0 && is_class(index_ - 1, LexicalClass::determiner) && is_word(after));
        take(Year{*numerator, false}, index_ + 1);
        take(attribute ? TokenClass(Silent{}) : TokenClass(Entry{language_.phrase("range")}), index_ + 1);
        return take(Year{*denominator, text(index_).size() == 2}, index_ + 1);
    }
    constexpr unsigned max_part = 16;
    constexpr unsigned full_marks = 100;
    const bool percentage = whole.empty() && *denominator == full_marks && *numerator > max_part &&
                            text(slash + 2) != language_.phrase("of");
    const bool reducible =
        percentage || (whole.empty() && *denominator > max_part && std::gcd(*numerator, *denominator) > 1);
    if ((whole.empty() && is_metre(slash)) || reducible) {
        metre_seen_ = metre_seen_ || !reducible;
        const bool score = reducible && *denominator == full_marks;
        take(number_of(text(index_)), index_ + 1);
        take(score ? TokenClass(Entry{language_.phrase("out of")}) : TokenClass(Silent{}), index_ + 1);
        return take(number_of(text(index_)), index_ + 1);
    }
    // Ensemble 10/10
    const bool named = index_ > 0 && starts_upper(text(index_ - 1)) &&
                       (is_class(index_ - 1, LexicalClass::group_noun) ||
                        is_class(index_ - 1, LexicalClass::numbered_thing));
    if (whole.empty() && named) {
        take(number_of(text(index_)), index_ + 1);
        take(Silent{}, index_ + 1);
        return take(number_of(text(index_)), index_ + 1);
    }
    const bool glued_letters = is_word(slash + 2) && is_glued(slash + 2);
    const bool ordinal = glued_letters && is_ordinal_ending(text(slash + 2));
    if (glued_letters && !ordinal && language_.unit(text(slash + 2)) == nullptr) {
        return false;
    }
    take(Fraction{whole, *numerator, *denominator}, slash + (ordinal ? 3 : 2));
    read_unit();
    return true;
}

/// 9.5/10: a number with decimals is not part of a fraction.
bool Classifier::read_rating() {
    const auto slash = index_ + 1;
    const bool glued = is_mark(slash, "/") && is_glued(slash) && is_glued(slash + 1);
    auto number = number_of(text(index_));
    if (!glued || number.fraction.empty() || !small_number(slash + 1)) {
        return false;
    }
    take(std::move(number), slash);
    take(Entry{language_.phrase("out of")}, slash + 1);
    return take(number_of(text(index_)), index_ + 1);
}

} // namespace recital
