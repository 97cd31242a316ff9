// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr std::array<std::pair<std::string_view, std::pair<unsigned, unsigned>>, 15> vulgar_fractions{
    {{"½", {1, 2}},
     {"⅓", {1, 3}},
     {"⅔", {2, 3}},
     {"¼", {1, 4}},
     {"¾", {3, 4}},
     {"⅕", {1, 5}},
     {"⅖", {2, 5}},
     {"⅗", {3, 5}},
     {"⅘", {4, 5}},
     {"⅙", {1, 6}},
     {"⅚", {5, 6}},
     {"⅛", {1, 8}},
     {"⅜", {3, 8}},
     {"⅝", {5, 8}},
     {"⅞", {7, 8}}}};

} // namespace

/// The magnitude that is at the index, which is moved after it: "million", or the "bn" that abbreviates it.
std::string_view Classifier::magnitude(std::size_t& index) const {
    if (is_mark(index, "-") && is_glued(index) && is_class(index + 1, LexicalClass::magnitude)) {
        index += 2;
        return text(index - 1);
    }
    if (is_class(index, LexicalClass::magnitude)) {
        return text(index++);
    }
    // "1.4 M views", "£3 bn"
    const bool apart =
        (text(index).size() > 1 && !is_mark(index + 1, ".")) || (is_mark(index, "M") && is_plural(index + 1));
    if (is_word(index) && (is_glued(index) || apart)) {
        if (const auto spoken = language_.magnitude_mark(text(index)); !spoken.empty()) {
            ++index;
            return spoken;
        }
    }
    return {};
}

/// $2.5 million, £500, ¥30b, US$1.2 billion, US $5, $.50, a $5 bill
bool Classifier::read_money() {
    constexpr std::size_t max_lexemes = 3;
    // A small letter is a mark after the amount only: 50p.
    const bool after_only = text(index_).size() == 1 && starts_lower(text(index_));
    if (!known_as(LexicalClass::opens_currency) || after_only) {
        return false;
    }
    std::size_t amount = index_;
    const Currency* currency = nullptr;
    for (std::size_t count = max_lexemes; count > 0 && currency == nullptr; --count) {
        if (lexeme(index_ + count - 1) != nullptr) {
            currency = language_.currency(span(index_, index_ + count));
            amount = index_ + count;
        }
    }
    if (currency == nullptr) {
        return false;
    }
    if (is_word(amount - 1) && is_mark(amount, ".")) {
        ++amount;
    }
    const bool point = is_mark(amount, ".") && is_glued(amount + 1);
    const std::size_t number = point ? amount + 1 : amount;
    if (!is_number(number)) {
        return false;
    }
    Money money{number_of(text(number)), {}, currency, false};
    if (point) {
        money.amount = {{}, money.amount.whole, false, false};
    }
    std::size_t next = number + 1;
    // "$5–10 million" says its unit once, at the end.
    if (is_dash(next) && is_glued(next) && is_number(next + 1) && is_glued(next + 1)) {
        take(money.amount, next);
        take(Dash{false, false, false}, next + 1);
        money.amount = number_of(text(index_));
        next = index_ + 1;
    }
    read_foreign_decimals(money.amount, next, true);
    money.magnitude = magnitude(next);
    // "$20 USD"
    constexpr std::size_t code_letters = 3;
    const auto code = is_word(next) && text(next).size() == code_letters ? text(next) : std::string_view{};
    if (const auto* named = code.empty() ? nullptr : language_.currency(code);
        named != nullptr && std::all_of(code.begin(), code.end(), is_ascii_upper)) {
        money.currency = named;
        ++next;
    }
    const bool article = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner);
    // "a $20-a-week job"
    const bool rate = is_mark(next, "-") && is_glued(next) && is_class(next + 1, LexicalClass::determiner);
    money.one = article && rate;
    money.one = money.one || (article && is_word(next) && starts_lower(text(next)) &&
                              !language_.is(text(next), LexicalClass::preposition) &&
                              !language_.is(text(next), LexicalClass::conjunction) &&
                              !language_.is(text(next), LexicalClass::singular_in_s));
    take(money, next);
    read_rate();
    return true;
}

/// Whether a word in small letters is there that may be a noun: no preposition, no known verb, and none that
/// opens sentences as pronouns do.
bool Classifier::is_noun(std::size_t index) const {
    constexpr std::size_t shortest_participle = 4; // "reed" is a noun
    if (!is_word(index) || is_glued(index) || !starts_lower(text(index)) ||
        is_class(index, LexicalClass::preposition) || is_class(index, LexicalClass::conjunction) ||
        is_class(index, LexicalClass::singular_in_s) || is_class(index, LexicalClass::finite_verb) ||
        is_class(index, LexicalClass::lasting) || is_class(index, LexicalClass::speech_verb) ||
        (text(index).size() > shortest_participle && text(index).ends_with("ed"))) {
        return false;
    }
    std::string opener(text(index));
    std::transform(opener.begin(), opener.begin() + 1, opener.begin(), to_ascii_upper);
    return !language_.is(opener, LexicalClass::sentence_starter);
}

/// Whether an article or the like precedes the last token, and a noun is at the index: a 10 km walk.
bool Classifier::is_before_noun(std::size_t noun) const {
    std::size_t first = index_;
    while (first > 0 && !tokens_.empty() && lexemes_[first - 1].begin >= tokens_.back().begin) {
        --first;
    }
    return first > 0 && is_class(first - 1, LexicalClass::determiner) && is_noun(noun);
}

/// 10 €, 50p
bool Classifier::read_money_after() {
    auto amount = number_of(text(index_));
    std::size_t next = index_ + 1;
    if (language_.phrase("spaced groups") == "decimals") {
        read_spaced_groups(amount, next);
    }
    read_foreign_decimals(amount, next);
    const auto words = magnitude(next);
    const auto* currency = lexeme(next) == nullptr ? nullptr : language_.currency(text(next));
    const bool number_follows = is_number(next + 1) && is_glued(next + 1);
    const bool glued_letters = is_word(next) && text(next).size() == 1;
    if (currency == nullptr || number_follows || (glued_letters && !is_glued(next))) {
        return false;
    }
    const bool article = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner);
    const bool one = article && is_noun(next + 1);
    return take(Money{std::move(amount), words, currency, one}, next + 1);
}

/// Whether the mark follows the size of a disc: a 12" single, the 7" of it.
bool Classifier::is_size_of_disc(std::size_t mark) const {
    if (mark < 2 || !is_number(mark - 1) || !is_glued(mark)) {
        return false;
    }
    const auto inches = text(mark - 1);
    const bool usual = inches == "7" || inches == "10" || inches == "12";
    return is_class(mark - 2, LexicalClass::determiner) || is_class(mark + 1, LexicalClass::disc) ||
           (usual && is_mark(mark - 2, "("));
}

/// Whether the mark closes a quotation rather than standing for inches: one that is open, and not needed for
/// it further on.
bool Classifier::closes_quotation(std::size_t index) const {
    if (open_quotes_ <= 0 || !is_any_mark(index, {"\"", "”"})) {
        return false;
    }
    constexpr std::size_t far = 200;
    std::size_t remaining = 1;
    for (auto next = index + 1; next < std::min(index + far, lexemes_.size()); ++next) {
        if (is_mark(next, "“")) { // another quotation opens, so this one is closed
            break;
        }
        remaining += text(next) == text(index) && !is_size_of_disc(next) ? 1U : 0U;
    }
    return remaining % 2 != 0;
}

/// 8" x 10", 20 cm × 30 cm
bool Classifier::read_by() {
    const bool sign = is_any_mark(index_, {"×", "x"}) && is_number(index_ + 1);
    const bool sizes = last_token<UnitName>() != nullptr;
    return sign && sizes && take(Entry{language_.symbol("×")}, index_ + 1);
}

/// 4× platinum, 10x its price, 5 × 10⁶; 3×5 is "by".
bool Classifier::read_times() {
    const bool sign =
        is_any_mark(index_, {"×", "x"}) && is_glued(index_) && index_ > 0 && is_number(index_ - 1);
    if (is_any_mark(index_, {"×", "x"}) && index_ > 0 && is_number(index_ - 1) && has_power(index_ + 1)) {
        return take(Entry{language_.phrase("times")}, index_ + 1);
    }
    const bool goes_on = is_glued(index_ + 1) && !is_any_mark(index_ + 1, {",", ".", ";", ")", "!", "?"});
    if (!sign || goes_on) {
        const bool by = sign && is_number(index_ + 1);
        return by && take(Entry{language_.symbol("×")}, index_ + 1);
    }
    return take(Entry{language_.phrase("times")}, index_ + 1);
}

/// £3 10s. 6d., £3 10s 6d
bool Classifier::read_shillings() {
    const auto* before = last_token<UnitName>();
    const bool in_sum =
        last_token<Money>() != nullptr || (before != nullptr && before->unit == language_.unit("£s"));
    const auto is_glued_to = [&](std::size_t index, std::string_view mark) {
        return small_number(index) && is_mark(index + 1, mark) && is_glued(index + 1);
    };
    const bool shillings = is_glued_to(index_, "s");
    const auto after = is_mark(index_ + 2, ".") ? index_ + 3 : index_ + 2;
    const bool both = shillings && is_glued_to(after, "d");
    if (!(both || (in_sum && (shillings || is_glued_to(index_, "d"))))) {
        return false;
    }
    const auto* unit = language_.unit(shillings ? "£s" : "£d");
    if (unit == nullptr) {
        return false;
    }
    const bool one = *small_number(index_) == 1;
    take(number_of(text(index_)), index_ + 1);
    const bool stop = is_mark(index_ + 1, ".") && is_glued(index_ + 1) && lexeme(index_ + 2) != nullptr;
    return take(UnitName{unit, one}, stop ? index_ + 2 : index_ + 1);
}

/// The unit after a number: 12 kg, 100 million km, a 12" single, 45%.
bool Classifier::read_unit() {
    constexpr std::size_t max_lexemes = 3;
    std::size_t next = index_;
    auto words = magnitude(next);
    // "Sold 31m", yet "ran 100m".
    constexpr std::size_t near = 4;
    bool counted = is_plural(next) || is_mark(next, "+") || is_class(next, LexicalClass::count_noun);
    for (std::size_t back = 1; back <= near && back < index_; ++back) {
        counted = counted || is_class(index_ - 1 - back, LexicalClass::count_cue);
    }
    if (next == index_ + 1 && is_mark(index_, "m") && is_glued(index_) && !counted &&
        last_token<Number>() != nullptr && last_token<Number>()->fraction.empty()) {
        words = {};
        next = index_;
    }
    const bool hyphen = is_mark(next, "-") && is_glued(next) && is_glued(next + 1) && is_word(next + 1);
    const std::size_t first = hyphen ? next + 1 : next;
    const Unit* unit = nullptr;
    std::size_t after = first;
    for (std::size_t count = max_lexemes; count > 0 && unit == nullptr; --count) {
        if (lexeme(first + count - 1) != nullptr) {
            unit = language_.unit(span(first, first + count));
            after = first + count;
        }
    }
    // "1h 25m" continues from hours to minutes, "6 ft 2 in" from feet to inches.
    const auto* larger =
        tokens_.size() > 1 ? std::get_if<UnitName>(&tokens_[tokens_.size() - 2].token_class) : nullptr;
    const bool minutes = larger != nullptr && text(first) == "m" && is_glued(first) &&
                         (larger->unit == language_.unit("h") || larger->unit == language_.unit("hr") ||
                          larger->unit == language_.unit("hrs"));
    if (minutes) {
        unit = language_.unit("min");
    }
    const bool pence = unit != nullptr && text(first) == "d" && is_glued(first) && is_mark(after, ".") &&
                       is_glued(after); // 3d.
    if (pence && language_.unit("£d") != nullptr) {
        unit = language_.unit("£d");
    }
    const bool inches = larger != nullptr && larger->unit == language_.unit("ft");
    const bool shortened = is_mark(after, ".") && is_glued(after) && is_noun(after + 1); // 12 in. record
    const bool preposition = unit != nullptr && text(first) == language_.phrase("in") &&
                             lexemes_[first].spaced && !inches && !shortened;
    const bool abbreviation = unit != nullptr && !preposition && !is_class(first, LexicalClass::magnitude);
    if (!abbreviation) {
        if (!words.empty() && next > index_ && !is_word(index_)) {
            return take(Entry{words}, next);
        }
        return !words.empty() && text(index_) != words && take(Entry{words}, next);
    }
    const bool small = text(first).size() == 1 && is_word(first) && lexemes_[first].spaced;
    const bool primed = lexemes_[first].kind == LexemeKind::mark && lexemes_[first].spaced &&
                        is_any_mark(first, {"\"", "″", "”", "'", "′"});
    const bool word_follows = is_word(after) && is_glued(after);
    const auto* amount = last_token<Number>();
    const bool decimals = amount != nullptr && !amount->fraction.empty();
    const bool ends_phrase = lexeme(after) == nullptr || is_any_mark(after, {",", ".", ";", ")"}) ||
                             is_class(after, LexicalClass::preposition);
    const bool phrase_goes_on = is_word(after) && !is_glued(after) && starts_lower(text(after));
    const bool rate = is_mark(after, "/") && is_glued(after) && is_glued(after + 1) &&
                      language_.unit(text(after + 1)) != nullptr; // 5 g/l
    const bool lower = starts_lower(text(first));
    const bool ends = ends_phrase && (lower || !is_mark(after, "."));
    const bool compound =
        small && ((lower && (is_number(after) || decimals)) || ends || phrase_goes_on || rate);
    if ((small && !compound) || primed || word_follows || closes_quotation(after - 1)) {
        return false;
    }
    const auto* number = last_token<Number>();
    const bool inch = is_any_mark(after - 1, {"\"", "″", "”", "'", "′"});
    const bool inch_after_word =
        tokens_.size() == 1 ||
        (tokens_.size() > 1 && std::holds_alternative<PlainWord>(tokens_[tokens_.size() - 2].token_class));
    const bool adjective =
        hyphen || is_before_noun(shortened ? after + 1 : after) ||
        (inch && (is_class(after, LexicalClass::disc) || is_size_of_disc(after - 1))) ||
        (inch && inch_after_word && is_word(after) && !is_class(after, LexicalClass::preposition));
    const auto* fraction = last_token<Fraction>();
    const bool part = fraction != nullptr && fraction->whole.empty();
    const bool below_two = number != nullptr && !number->fraction.empty() &&
                           (number->whole == "0" || number->whole == "1") &&
                           language_.phrase("singular below two") == "yes"; // 1,5 heure
    const bool one = adjective || part || below_two ||
                     (number != nullptr && number->whole == "1" && number->fraction.empty() && words.empty());
    if (!words.empty()) {
        take(Entry{words}, next);
    }
    // The full stop of "min." or "ft." inside a sentence is not a pause.
    const bool stop =
        is_word(after - 1) && is_mark(after, ".") && is_glued(after) && lexeme(after + 1) != nullptr;
    take(UnitName{unit, one}, stop ? after + 1 : after);
    read_rate() || (has_power(index_ - 1) && read_superscript()) || read_by();
    return true;
}

/// $350/yr, $40,000/year
bool Classifier::read_rate() {
    const bool slash =
        is_mark(index_, "/") && is_glued(index_) && is_word(index_ + 1) && is_glued(index_ + 1);
    const auto* unit = slash ? language_.unit(text(index_ + 1)) : nullptr;
    const auto* raised =
        slash && is_glued(index_ + 2) ? language_.unit(span(index_ + 1, index_ + 3)) : nullptr;
    if (raised != nullptr) { // kg/m²
        take(Entry{language_.phrase("per")}, index_ + 1);
        return take(UnitName{raised, true}, index_ + 2);
    }
    if (slash && unit == nullptr && last_token<Money>() != nullptr && starts_lower(text(index_ + 1))) {
        take(Entry{language_.phrase("per")}, index_ + 1);
        return take(PlainWord{text(index_)}, index_ + 1);
    }
    if (unit == nullptr) {
        return false;
    }
    take(Entry{language_.phrase("per")}, index_ + 1);
    take(UnitName{unit, true}, index_ + 1);
    return !has_power(index_ - 1) || read_superscript();
}

/// In ¾ time, from ¾ to 4/4: whether the sign at the current lexeme is a time signature.
bool Classifier::is_vulgar_metre(unsigned beats, unsigned value) const {
    constexpr unsigned least_beats = 3;
    const bool whole = index_ > 0 && is_number(index_ - 1);
    if (beats < least_beats || (value != 4 && value != 8) || whole) {
        return false;
    }
    const bool in = index_ > 0 && text(index_ - 1) == language_.phrase("in");
    const bool joined =
        text(index_ + 1) == language_.phrase("range") || text(index_ + 1) == language_.phrase("and");
    const bool paired = joined && small_number(index_ + 2) && is_mark(index_ + 3, "/");
    return is_class(index_ + 1, LexicalClass::metre_word) || paired ||
           ((in || metre_seen_) && !is_word(index_ + 1));
}

/// 7½, ¾
bool Classifier::read_vulgar_fraction() {
    for (const auto& [mark, parts] : vulgar_fractions) {
        if (!is_mark(index_, mark)) {
            continue;
        }
        if (is_vulgar_metre(parts.first, parts.second)) {
            metre_seen_ = true;
            tokens_.push_back({Number{std::to_string(parts.first), {}, false, false}, lexemes_[index_].begin,
                               lexemes_[index_].end()});
            return take(Number{std::to_string(parts.second), {}, false, false}, index_ + 1);
        }
        Fraction fraction{{}, parts.first, parts.second};
        if (const auto* number = last_token<Number>();
            number != nullptr && number->fraction.empty() && index_ > 0 && is_number(index_ - 1)) {
            fraction.whole = number->whole;
            const auto begin = tokens_.back().begin;
            tokens_.pop_back();
            take(fraction, index_ + 1);
            tokens_.back().begin = begin;
        } else {
            take(fraction, index_ + 1);
        }
        read_unit();
        return true;
    }
    return false;
}

/// 51° 30′ 12″ N: after degrees the primes are minutes and seconds.
bool Classifier::read_angle() {
    const auto part = [&](std::size_t index, std::initializer_list<std::string_view> marks) {
        return small_number(index) && is_any_mark(index + 1, marks) && is_glued(index + 1);
    };
    const std::size_t minutes = index_ + 2;
    const bool has_minutes = part(minutes, {"′", "'", "’"});
    const std::size_t seconds = minutes + (has_minutes ? 2 : 0);
    const bool has_seconds = has_minutes && part(seconds, {"″", "\"", "”"});
    const std::size_t after = seconds + (has_seconds ? 2 : 0);
    const auto compass = is_any_mark(after, {"N", "S", "E", "W"})
                             ? language_.phrase("compass " + std::string(text(after)))
                             : std::string_view{};
    const auto* minute = language_.unit("min");
    const auto* second = language_.unit("sec");
    if (!is_number(index_) || !is_mark(index_ + 1, "°") || !is_glued(index_ + 1) ||
        (!has_minutes && compass.empty()) || minute == nullptr || second == nullptr) {
        return false;
    }
    take(number_of(text(index_)), index_ + 1);
    take(Entry{language_.symbol("°")}, index_ + 1);
    while (index_ < after) {
        const auto* unit = index_ == minutes ? minute : second;
        const bool one = *small_number(index_) == 1;
        take(number_of(text(index_)), index_ + 1);
        take(UnitName{unit, one}, index_ + 1);
    }
    return compass.empty() || take(Entry{compass}, after + 1);
}

} // namespace recital
