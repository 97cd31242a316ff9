// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"
#include "text/classifier.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace recital {

bool Classifier::read_mark() {
    return read_money() || read_range() || read_short_year() || read_rank() || read_negative() ||
           read_vulgar_fraction() || read_punctuation();
}

/// P!nk, AC/DC: the longest entry that starts here and ends with a word.
bool Classifier::read_stylised_name() {
    constexpr std::size_t most_pieces = 6;
    if (index_ > 0 && is_glued(index_) && pieces_[index_ - 1].kind == PieceKind::word) {
        return false;
    }
    for (std::size_t count = std::min(most_pieces, pieces_.size() - index_); count > 0; --count) {
        const auto& last = pieces_[index_ + count - 1];
        const auto written = sentence_.substr(pieces_[index_].begin, last.end() - pieces_[index_].begin);
        const auto spoken = language_.stylised_name(written);
        const bool whole = !is_glued(index_ + count) || pieces_[index_ + count].kind == PieceKind::mark;
        if (!spoken.empty() && whole) {
            return take(Entry{spoken}, index_ + count);
        }
    }
    return false;
}

/// www.example.com, name@example.com
bool Classifier::read_address() {
    if (index_ > 0 && is_glued(index_)) {
        return false;
    }
    std::size_t next = index_ + 1;
    while (is_glued(next)) {
        ++next;
    }
    const auto written =
        sentence_.substr(pieces_[index_].begin, pieces_[next - 1].end() - pieces_[index_].begin);
    const bool address =
        written.starts_with("www.") || written.find("://") != std::string_view::npos ||
        (written.find('@') != std::string_view::npos && written.find('.') != std::string_view::npos);
    if (!address) {
        return false;
    }
    while (next > index_ + 1 &&
           (is_mark(next - 1, ".") || is_mark(next - 1, ",") || is_mark(next - 1, ")"))) {
        --next;
    }
    while (index_ < next) {
        if (text(index_) == "www") {
            take(Letters{text(index_), {}}, index_ + 1);
        } else if (is_word(index_)) {
            take(PlainWord{text(index_)}, index_ + 1);
        } else if (is_number(index_)) {
            read_plain_number();
        } else if (is_mark(index_, ".")) {
            take(Entry{language_.phrase("dot")}, index_ + 1);
        } else if (is_mark(index_, "/")) {
            take(Entry{language_.phrase("slash")}, index_ + 1);
        } else {
            take(Entry{language_.symbol(text(index_))}, index_ + 1);
        }
    }
    return true;
}

/// $2.5 million, £500, ¥30b
bool Classifier::read_money() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> suffixes{
        {{"b", "billion"},
         {"bn", "billion"},
         {"m", "million"},
         {"M", "million"},
         {"k", "thousand"},
         {"K", "thousand"},
         {"B", "billion"}}};
    const auto* currency = language_.currency(text(index_));
    if (currency == nullptr || !is_number(index_ + 1)) {
        return false;
    }
    Money money{number_of(text(index_ + 1)), {}, currency};
    std::size_t next = index_ + 2;
    if (is_word(next) && language_.is(text(next), WordClass::magnitude)) {
        money.magnitude = text(next++);
    } else if (is_word(next) && is_glued(next)) {
        for (const auto& [suffix, magnitude] : suffixes) {
            if (text(next) == suffix) {
                money.magnitude = magnitude;
                ++next;
                break;
            }
        }
    }
    return take(money, next);
}

/// The dash between two numbers.
bool Classifier::read_range() {
    if (!is_dash(index_) || index_ == 0) {
        return false;
    }
    const bool spaced = pieces_[index_].spaced;
    const bool number_before = is_number(index_ - 1) || text(index_ - 1) == "s" || text(index_ - 1) == "m" ||
                               text(index_ - 1) == "pm" || text(index_ - 1) == "am";
    const bool number_behind =
        is_number(index_ + 1) || (language_.currency(text(index_ + 1)) != nullptr && is_number(index_ + 2));
    const bool same_spacing = piece(index_ + 1) != nullptr && pieces_[index_ + 1].spaced == spaced;
    if (number_before && number_behind && same_spacing) {
        return take(Entry{language_.phrase("range")}, index_ + 1);
    }
    if (number_before && !spaced && text(index_ + 1) == language_.phrase("present")) {
        return take(Entry{language_.phrase("range")}, index_ + 1);
    }
    // (1958–)
    if (is_number(index_ - 1) && looks_like_year(index_ - 1) && is_mark(index_ + 1, ")")) {
        take(Entry{language_.phrase("range")}, index_ + 1);
        tokens_.push_back({Entry{language_.phrase("present")}, tokens_.back().end, tokens_.back().end});
        return true;
    }
    return false;
}

/// '68, '60s
bool Classifier::read_short_year() {
    if (!(is_mark(index_, "'") || is_mark(index_, "’") || is_mark(index_, "‘")) || !is_glued(index_ + 1)) {
        return false;
    }
    const auto year = small_number(index_ + 1);
    if (!year || text(index_ + 1).size() != 2) {
        return false;
    }
    if (is_glued(index_ + 2) && text(index_ + 2) == "s" && *year % 10 == 0) {
        return take(Decade{*year}, index_ + 3);
    }
    return take(Year{*year}, index_ + 2);
}

/// #1
bool Classifier::read_rank() {
    return is_mark(index_, "#") && is_number(index_ + 1) &&
           take(Entry{language_.phrase("number")}, index_ + 1);
}

/// -2
bool Classifier::read_negative() {
    const bool sign = is_mark(index_, "-") || is_mark(index_, "−");
    const bool apart = index_ == 0 || pieces_[index_].spaced;
    return sign && apart && is_glued(index_ + 1) && is_number(index_ + 1) &&
           take(Entry{language_.phrase("minus")}, index_ + 1);
}

/// 7½, ¾
bool Classifier::read_vulgar_fraction() {
    static constexpr std::array<std::pair<std::string_view, std::pair<unsigned, unsigned>>, 9> fractions{
        {{"½", {1, 2}},
         {"¼", {1, 4}},
         {"¾", {3, 4}},
         {"⅓", {1, 3}},
         {"⅔", {2, 3}},
         {"⅛", {1, 8}},
         {"⅜", {3, 8}},
         {"⅝", {5, 8}},
         {"⅞", {7, 8}}}};
    for (const auto& [mark, parts] : fractions) {
        if (text(index_) != mark) {
            continue;
        }
        Fraction fraction{{}, parts.first, parts.second};
        if (index_ > 0 && is_number(index_ - 1) && !tokens_.empty() &&
            std::holds_alternative<Number>(tokens_.back().token_class)) {
            fraction.whole = std::get<Number>(tokens_.back().token_class).whole;
            tokens_.pop_back();
        }
        return take(fraction, index_ + 1);
    }
    return false;
}

bool Classifier::read_punctuation() {
    const auto mark = text(index_);
    if (mark.size() == 1 && std::string_view(",;:.?!").find(mark[0]) != std::string_view::npos) {
        // A stop inside is no pause unless more of them make an ellipsis.
        const bool inside = mark[0] == '.' && index_ + 1 < pieces_.size() && !is_mark(index_ + 1, ".");
        return take(Punctuation{inside ? ',' : mark[0]}, index_ + 1);
    }
    const bool apart = pieces_[index_].spaced && (piece(index_ + 1) == nullptr || pieces_[index_ + 1].spaced);
    const bool dash = is_dash(index_);
    if (mark == "…" || mark == "(" || mark == ")" || mark == "[" || mark == "]" || mark == "—" ||
        (dash && apart)) {
        return take(Punctuation{','}, index_ + 1);
    }
    if (const auto spoken = language_.symbol(mark); !spoken.empty()) {
        return take(Entry{spoken}, index_ + 1);
    }
    return take(Silent{}, index_ + 1);
}

} // namespace recital
