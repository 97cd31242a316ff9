// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/sentence_view.h"

#include "text/language/character.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

namespace recital {

SentenceView::SentenceView(std::string_view sentence, const Language& language, std::vector<Lexeme> lexemes)
    : sentence_(sentence), language_(language), lexemes_(std::move(lexemes)) {}

std::string_view SentenceView::span(std::size_t first, std::size_t after) const {
    const auto begin = lexemes_[first].begin;
    return sentence_.substr(begin, lexemes_[after - 1].end() - begin);
}

bool SentenceView::is_any_mark(std::size_t index,
                               std::initializer_list<std::string_view> marks) const noexcept {
    const auto mark = text(index);
    return !mark.empty() && std::find(marks.begin(), marks.end(), mark) != marks.end();
}

bool SentenceView::is_dash(std::size_t index) const noexcept {
    return is_any_mark(index, {"-", "–", "—", "−", "‐", "‑", "―"});
}

bool SentenceView::is_class(std::size_t index, LexicalClass lexical_class) const {
    return is_word(index) && language_.is(text(index), lexical_class);
}

std::size_t SentenceView::word_before(std::size_t index) const noexcept {
    if (index == 0) {
        return index;
    }
    const bool stop = is_mark(index - 1, ".") && index > 1 && is_glued(index - 1);
    return stop ? index - 2 : index - 1;
}

std::optional<unsigned> SentenceView::small_number(std::size_t index) const noexcept {
    constexpr std::size_t max_digits = 4;
    const auto written = text(index);
    if (!is_number(index) || written.size() > max_digits ||
        !std::all_of(written.begin(), written.end(), is_ascii_digit)) {
        return std::nullopt;
    }
    unsigned value = 0;
    for (const char digit : written) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

Number SentenceView::number_of(std::string_view written) const {
    Number number;
    bool decimals = false;
    for (std::size_t position = 0; position < written.size();) {
        const auto character = character_at(written, position);
        if (character.kind == CharacterKind::digit) {
            const auto digit = u_charDigitValue(static_cast<UChar32>(character.code_point));
            (decimals ? number.fraction : number.whole) += static_cast<char>('0' + digit);
        } else if (written[position] == language_.number_marks().decimal) {
            decimals = true;
        }
        position = character.end;
    }
    return number;
}

} // namespace recital
