// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/power_bases.h"
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <unicode/uchar.h>

#include <string>
#include <utility>

namespace recital {

namespace {

bool is_superscript(std::string_view mark) {
    return !mark.empty() && is_superscript_digit(character_at(mark, 0).code_point);
}

} // namespace

/// 5², 5³, 10⁶, 10^6
bool Classifier::read_exponent() {
    if (is_mark(index_, "^") && is_glued(index_) && is_number(index_ + 1) && is_glued(index_ + 1)) {
        return take(Entry{language_.phrase("to the power of")}, index_ + 1);
    }
    // Two or more digits after a number that is not a base are a note mark.
    const bool power = has_power(index_ - 1) || !is_superscript(text(index_ + 1)) || !is_glued(index_ + 1);
    return is_glued(index_) && power && read_superscript();
}

/// Whether a power is glued to the base that is there.
bool Classifier::has_power(std::size_t base) const {
    const std::size_t raised = is_mark(base + 1, "⁻") ? base + 2 : base + 1;
    return is_glued(base + 1) && is_glued(raised) && is_superscript(text(raised)) &&
           is_power_base(text(base));
}

/// The power after its base: squared, cubed, to the power of six. After anything else, only small powers.
bool Classifier::read_superscript() {
    Number power;
    std::size_t next = index_;
    power.negative = is_mark(next, "⁻") && is_glued(next + 1) && is_superscript(text(next + 1));
    next += power.negative ? 1 : 0;
    for (; is_superscript(text(next)) && (next == index_ || is_glued(next)); ++next) {
        const auto figure = static_cast<UChar32>(character_at(text(next), 0).code_point);
        power.whole += std::to_string(static_cast<int>(u_getNumericValue(figure)));
    }
    if (!power.negative && (power.whole == "2" || power.whole == "3")) {
        return take(Entry{language_.phrase(power.whole == "2" ? "squared" : "cubed")}, next);
    }
    const auto phrase = language_.phrase("to the power of");
    if (power.whole.empty() || phrase.empty() || index_ == 0 || !has_power(index_ - 1)) {
        return false;
    }
    tokens_.push_back({Entry{phrase}, lexemes_[index_].begin, lexemes_[index_].begin});
    return take(std::move(power), next);
}

/// x², mc², "its area in m²"
bool Classifier::read_formula() {
    if (!has_power(index_)) {
        return false;
    }
    if (const auto* unit = language_.unit(span(index_, index_ + 2)); unit != nullptr) {
        return take(UnitName{unit, false}, index_ + 2);
    }
    if (const auto* unit = language_.unit(text(index_)); unit != nullptr && text(index_).size() > 1) {
        take(UnitName{unit, false}, index_ + 1);
        return read_superscript();
    }
    const auto signs = text(index_);
    const auto begin = lexemes_[index_].begin;
    std::size_t position = 0;
    for (; character_at(signs, position).end < signs.size(); position = character_at(signs, position).end) {
        const auto end = character_at(signs, position).end;
        tokens_.push_back(
            {Letters{signs.substr(position, end - position), false}, begin + position, begin + end});
    }
    take(Letters{signs.substr(position), false}, index_ + 1);
    tokens_.back().begin = begin + position;
    return read_superscript();
}

} // namespace recital
