// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

namespace recital {

bool Classifier::read_mark() {
    return read_angle_quote() || read_stars() || read_money() || read_doubt() || read_elision() ||
           read_short_year() || read_rank() || read_negative() || read_leading_point() ||
           read_vulgar_fraction() || read_hashtag() || read_dash() || read_stroke() || read_plus() ||
           read_punctuation();
}

/// <<La Mer>>: the marks of a quotation.
bool Classifier::read_angle_quote() {
    const bool opens = is_mark(index_, "<") && is_mark(index_ + 1, "<") && is_glued(index_ + 1) &&
                       is_glued(index_ + 2) && !is_mark(index_ + 2, "<");
    const bool closes =
        is_mark(index_, ">") && is_mark(index_ + 1, ">") && is_glued(index_) && is_glued(index_ + 1);
    return (opens || closes) && take(Silent{}, index_ + 2);
}

/// ★★★☆☆, ★★★★, ★★½: as many stars, out of so many if some are empty.
bool Classifier::read_stars() {
    const auto* star = language_.unit("★");
    std::size_t next = index_;
    const auto count = [&](std::string_view sign) {
        const std::size_t first = next;
        while (is_mark(next, sign) && (next == index_ || is_glued(next))) {
            ++next;
        }
        return next - first;
    };
    const auto full = count("★");
    const bool half = full > 0 && is_mark(next, "½") && is_glued(next);
    next += half ? 1U : 0U;
    const auto empty = full > 0 ? count("☆") : 0;
    const auto all = full + empty + (half ? 1U : 0U);
    if (star == nullptr || full == 0 || all < 2) {
        return false;
    }
    const auto begin = lexemes_[index_].begin;
    const auto end = lexemes_[next - 1].end();
    const auto whole = std::to_string(full);
    tokens_.push_back(
        {half ? TokenClass(Fraction{whole, 1, 2}) : TokenClass(Number{whole, {}, false, false}), begin, end});
    if (empty != 0) {
        tokens_.push_back({Entry{language_.phrase("out of")}, begin, end});
        tokens_.push_back({Number{std::to_string(all), {}, false, false}, begin, end});
    }
    tokens_.push_back({UnitName{star, false}, begin, end});
    index_ = next;
    return true;
}

/// '68, '60s
bool Classifier::read_short_year() {
    constexpr std::size_t digits = 2;
    const bool apostrophe = is_any_mark(index_, {"'", "’", "‘"}) && is_glued(index_ + 1);
    const auto year = small_number(index_ + 1);
    if (!apostrophe || !year || text(index_ + 1).size() != digits) {
        return false;
    }
    const bool ending = is_kind(index_ + 2, LexemeKind::possessive) || text(index_ + 2) == "s";
    if (is_glued(index_ + 2) && ending && *year % 10 == 0) {
        constexpr unsigned this_century = 2000;
        return take(Decade{*year == 0 ? this_century : *year}, index_ + 3);
    }
    if (is_glued(index_ + 2) && text(index_ + 2) == "s") { // '78s
        return take(Number{std::to_string(*year), {}, false, true}, index_ + 3);
    }
    const bool quoted = is_any_mark(index_ + 2, {"'", "’"}) && is_glued(index_ + 2);
    return !quoted && take(Year{*year, true}, index_ + 2);
}

/// #1, № 5
bool Classifier::read_rank() {
    return is_any_mark(index_, {"#", "№"}) && is_number(index_ + 1) &&
           take(Entry{language_.phrase("number sign")}, index_ + 1);
}

/// -2
bool Classifier::read_negative() {
    const bool money = (language_.classes(text(index_ + 1)) &
                        static_cast<std::uint64_t>(LexicalClass::opens_currency)) != 0 &&
                       is_number(index_ + 2);
    const bool point = is_mark(index_ + 1, ".") && is_number(index_ + 2) && is_glued(index_ + 2); // -.5
    const bool sign = is_any_mark(index_, {"-", "−", "–"}) && is_glued(index_ + 1) &&
                      (is_number(index_ + 1) || money || point);
    const bool apart =
        index_ == 0 || lexemes_[index_].spaced || is_any_mark(index_ - 1, {"(", "[", "\"", "“"});
    const bool after_number =
        index_ > 0 && (is_number(index_ - 1) || (money && lexemes_[index_ - 1].kind != LexemeKind::mark));
    return sign && apart && !after_number &&
           !(is_mark(index_, "–") && lexemes_[index_].spaced && index_ > 0) &&
           take(Entry{language_.phrase("minus")}, index_ + 1);
}

/// .506
bool Classifier::read_leading_point() {
    const bool apart =
        index_ == 0 || lexemes_[index_].spaced || is_any_mark(index_ - 1, {"(", "[", "-", "−", "\"", "“"});
    if (!is_mark(index_, ".") || !apart || !is_glued(index_ + 1) || !is_number(index_ + 1)) {
        return false;
    }
    const auto number = number_of(text(index_ + 1));
    if (!number.fraction.empty()) {
        return false;
    }
    take(Number{{}, number.whole, false, false}, index_ + 2);
    read_unit();
    return true;
}

/// 1900?–1950, 1900–?, ?–1950: a doubtful year and an unknown one.
bool Classifier::read_doubt() {
    const auto glued_dash = [&](std::size_t index) { return is_dash(index) && is_glued(index); };
    if (is_mark(index_, "?") && index_ > 0 && is_number(index_ - 1) && is_glued(index_) &&
        (glued_dash(index_ + 1) || is_any_mark(index_ + 1, {")", ","}))) {
        take(Silent{}, index_ + 1);
        return !is_dash(index_) || !is_number(index_ + 1) ||
               take(Entry{language_.phrase("range")}, index_ + 1);
    }
    const bool opens = index_ == 0 || is_mark(index_ - 1, "(");
    if (is_mark(index_, "?") && (glued_dash(index_ + 1) || (opens && is_dash(index_ + 1))) &&
        is_number(index_ + 2)) {
        take(Entry{language_.phrase("unknown")}, index_ + 1);
        return take(Entry{language_.phrase("range")}, index_ + 1);
    }
    if (is_dash(index_) && index_ > 0 && is_number(index_ - 1) && is_mark(index_ + 1, "?") &&
        (is_glued(index_) || is_mark(index_ + 2, ")"))) {
        take(Entry{language_.phrase("range")}, index_ + 1);
        return take(Entry{language_.phrase("unknown")}, index_ + 1);
    }
    return false;
}

bool Classifier::read_dash() {
    const bool doubled = is_mark(index_, "-") && is_mark(index_ + 1, "-") && is_glued(index_ + 1);
    if (!is_dash(index_)) {
        return false;
    }
    std::size_t next = index_ + 1;
    while (doubled && is_mark(next, "-") && is_glued(next)) {
        ++next;
    }
    const bool parts_clauses = doubled || is_any_mark(index_, {"—", "―"});
    const bool spaced_before = index_ == 0 || lexemes_[index_].spaced;
    const bool spaced_after = lexeme(next) == nullptr || lexemes_[next].spaced;
    return take(Dash{parts_clauses, spaced_before, spaced_after}, next);
}

/// The apostrophe of "l'8 novembre", "nell'83" and "all' opera" joins the article to what follows it.
bool Classifier::read_elision() {
    const bool apostrophe = index_ > 0 && is_any_mark(index_, {"'", "’"}) && is_glued(index_);
    if (!apostrophe || !is_word(index_ - 1)) {
        return false;
    }
    const bool number = is_number(index_ + 1) && is_glued(index_ + 1);
    const bool spaced_word =
        is_word(index_ + 1) && !is_glued(index_ + 1) &&
        std::string_view("aeiouhAEIOUH").find(text(index_ + 1)[0]) != std::string_view::npos;
    std::string article(text(index_ - 1));
    article[0] = to_ascii_lower(article[0]);
    return (number || spaced_word) && language_.lists("elided", article) && take(Elision{}, index_ + 1);
}

/// Whether the word is capitalised and part of a name, not an initialism: neither "The" nor "TCP".
bool Classifier::is_name_part(std::size_t index) const {
    return is_word(index) && text(index).size() > 1 && starts_upper(text(index)) &&
           !is_class(index, LexicalClass::sentence_starter) &&
           std::any_of(text(index).begin(), text(index).end(), is_ascii_lower);
}

/// Whether several capitalised words end at the index: "César Franck", "J. Bach"; not "Best Rap", which an
/// award has.
bool Classifier::ends_full_name(std::size_t index) const {
    constexpr std::size_t max_words = 4;
    const auto before = word_before(index);
    const bool initial = before + 1 != index && is_word(before) && starts_upper(text(before));
    if (!is_name_part(index) || before == index || is_glued(index) || !(initial || is_name_part(before))) {
        return false;
    }
    for (std::size_t word = before; word + max_words > before && is_name_part(word); --word) {
        if (language_.lists("award openers", text(word))) {
            return false;
        }
        if (word == 0) {
            break;
        }
    }
    return true;
}

/// César Franck/Olivier Messiaen, E minor/Major, Berlin / London: a pause. "And/or" and "singer/songwriter"
/// have none.
bool Classifier::read_stroke() {
    if (!is_mark(index_, "/") || index_ == 0 || lexeme(index_ + 1) == nullptr) {
        return false;
    }
    const auto left = index_ - 1;
    const auto right = index_ + 1;
    const bool words = is_word(left) && is_word(right);
    const bool spaced =
        words && !is_glued(index_) && !is_glued(right) && (text(left).size() > 1 || text(right).size() > 1);
    const bool quoted = is_any_mark(left, {"\"", "”"}) && is_any_mark(right, {"\"", "“"});
    const bool keys = words && is_class(left, LexicalClass::key_word) &&
                      (is_class(right, LexicalClass::key_word) || text(right).size() == 1);
    // "/The Copper Field", "/J. Bach"
    const bool title = is_class(right, LexicalClass::determiner) && starts_upper(text(right)) &&
                       is_name_part(right + 1) && !is_glued(right + 1);
    const bool initial = text(right).size() == 1 && is_mark(right + 1, ".");
    const bool names = words && is_name_part(left) && (title || initial || is_name_part(right)) &&
                       (title || ends_full_name(left));
    return (spaced || quoted || keys || names) && take(Punctuation{','}, right);
}

/// Florence + the Machine; "A + B", "50+" and "Canal+" have a plus.
bool Classifier::read_plus() {
    if (!is_mark(index_, "+") || index_ == 0) {
        return false;
    }
    const auto left = index_ - 1;
    const auto right = index_ + 1;
    const bool words = is_word(left) && is_word(right) && text(left).size() > 1 && text(right).size() > 1;
    const bool spaced = !is_glued(index_) && !is_glued(right);
    const bool glued = is_glued(index_) && is_glued(right) && is_name_part(left) && is_name_part(right);
    return words && (spaced || glued) && take(Entry{language_.phrase("and")}, right);
}

bool Classifier::read_punctuation() {
    const auto mark = text(index_);
    if (mark.size() == 1 && std::string_view(",;:?!").find(mark[0]) != std::string_view::npos) {
        const bool inside_number = mark[0] != '?' && mark[0] != '!' && index_ > 0 && is_number(index_ - 1) &&
                                   is_number(index_ + 1) && is_glued(index_) && is_glued(index_ + 1);
        // A mark that belongs to a name (Yahoo!) is not a pause.
        const bool name = mark == "!" && index_ > 0 && is_class(index_ - 1, LexicalClass::exclamation_name) &&
                          is_word(index_ + 1);
        if (name) {
            return take(Silent{}, index_ + 1);
        }
        return take(Punctuation{inside_number ? ',' : mark[0]}, index_ + 1);
    }
    if (mark == "." || mark == "…") {
        std::size_t next = index_ + 1;
        while (is_any_mark(next, {".", "…"})) {
            ++next;
        }
        const std::size_t run_end = next;
        const bool dots = next > index_ + 1 || mark == "…";
        const bool glued = is_glued(next) && (is_word(next) || is_number(next)) && !dots;
        while (is_any_mark(next, {"\"", "”", "’", "'", ")", "]"}) && is_glued(next)) {
            ++next;
        }
        // Inside a quotation a full stop before a capital ends a sentence; any other belongs to an
        // abbreviation.
        const bool ends =
            lexeme(next) == nullptr || (!dots && lexemes_[next].spaced && starts_upper(text(next)));
        // "The N.Y. Phil.'s concert"
        if (glued || (is_kind(run_end, LexemeKind::possessive) && is_glued(run_end))) {
            return take(Silent{}, run_end);
        }
        return take(Punctuation{ends ? '.' : ','}, run_end);
    }
    if (is_any_mark(index_, {"\"", "“", "”"})) {
        const bool opens = mark == "“" || (mark == "\"" && open_quotes_ == 0);
        open_quotes_ += opens ? 1 : -1;
        return take(Silent{}, index_ + 1);
    }
    // A word inserted by an editor is not an aside.
    const bool opens_word = mark == "[" && is_word(index_ + 1) && is_mark(index_ + 2, "]");
    const bool closes_word = mark == "]" && index_ > 1 && is_word(index_ - 1) && is_mark(index_ - 2, "[");
    if (opens_word || closes_word) {
        return take(Silent{}, index_ + 1);
    }
    if (is_any_mark(index_, {"(", ")", "[", "]"})) {
        return take(Punctuation{','}, index_ + 1);
    }
    // "♩ =" is read, a lone note is an ornament.
    const bool dotted = is_mark(index_ + 1, ".") && is_mark(index_ + 2, "=");
    if (dotted || is_mark(index_ + 1, "=")) {
        if (const auto spoken = language_.symbol(std::string(mark) + "="); !spoken.empty()) {
            if (dotted) {
                take(Entry{language_.phrase("dotted")}, index_ + 1);
            }
            return take(Entry{spoken}, index_ + 2);
        }
    }
    if (const auto spoken = language_.symbol(mark); !spoken.empty()) {
        return take(Entry{spoken}, index_ + 1);
    }
    const auto code_point = character_at(mark, 0).code_point;
    const double value = u_getNumericValue(static_cast<UChar32>(code_point));
    if (value >= 0 && value == static_cast<double>(static_cast<unsigned>(value)) &&
        !is_superscript_digit(code_point)) {
        return take(Number{std::to_string(static_cast<unsigned>(value)), {}, false, false}, index_ + 1);
    }
    return take(Silent{}, index_ + 1);
}

} // namespace recital
