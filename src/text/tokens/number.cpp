// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr unsigned latest_year = 2099;
constexpr unsigned this_century = 2000; ///< the 00s

/// The parts in 5ths.
bool is_plural_ordinal_ending(std::string_view word) {
    return word == "sts" || word == "nds" || word == "rds" || word == "ths";
}

std::uint64_t to_number(const std::string& digits) {
    return std::strtoull(digits.c_str(), nullptr, 10);
}

} // namespace

bool is_ordinal_ending(std::string_view word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "ST" || word == "ND" ||
           word == "RD" || word == "TH" || word == "ª" || word == "º";
}

bool Classifier::read_number() {
    return read_shillings() || read_duration_by_letters() || read_numeric_date() || read_days_of_month() ||
           read_date_from_day() || read_time() || read_ratio() || read_rating() || read_ordinal() ||
           read_decade() || read_fraction() || read_angle() || read_duration() || read_foot_and_inch() ||
           read_money_after() || read_code() || read_plain_number();
}

/// Whether the "d" after 2, 3, 22, 33 and so on is an ordinal's: the 2d edition, Bach's 3d suite, 22d Street.
bool Classifier::is_old_ordinal(unsigned number, std::size_t ending) const {
    const auto next = ending + 1;
    const bool determined =
        index_ > 0 && ((text(index_ - 1).size() > 1 && is_class(index_ - 1, LexicalClass::determiner)) ||
                       is_kind(index_ - 1, LexemeKind::possessive));
    const bool shortened = is_word(next) && is_mark(next + 1, ".") && is_glued(next + 1) &&
                           !language_.abbreviations(text(next)).empty() &&
                           language_.unit(text(next)) == nullptr;
    const bool named = is_word(next) && !is_glued(next) && starts_upper(text(next));
    const bool follows = is_word(next) || lexeme(next) == nullptr || is_any_mark(next, {",", ".", ";", ")"});
    constexpr std::size_t recent = 4; // tokens
    const auto first = tokens_.end() - static_cast<std::ptrdiff_t>(std::min(tokens_.size(), recent));
    const bool again = is_word(next) && std::any_of(first, tokens_.end(), [](const Token& token) {
                           return std::holds_alternative<Ordinal>(token.token_class);
                       }); // her 3d opera and 2d mass
    const bool part =
        again || is_class(next, LexicalClass::instrument) || is_class(next, LexicalClass::numbered_thing);
    return (number % 10 == 2 || number % 10 == 3) && ((determined && follows) || shortened || named || part);
}

/// 21st, 1,000th, tuned in 5ths
bool Classifier::read_ordinal() {
    constexpr std::size_t max_length = 18;
    // Spanish writes a point before the ending: 1.º
    const bool point =
        is_mark(index_ + 1, ".") && is_any_mark(index_ + 2, {"º", "ª"}) && is_glued(index_ + 2);
    const auto ending = point ? index_ + 2 : index_ + 1;
    const auto written = small_number(index_);
    if (language_.has_ordinal_stop() && written && text(index_).size() <= 2 && is_mark(index_ + 1, ".") &&
        is_glued(index_ + 1) && is_word(index_ + 2) && !is_glued(index_ + 2)) {
        return take(Ordinal{*written, false, false, false}, index_ + 2);
    }
    const bool plural = is_plural_ordinal_ending(text(ending));
    const bool ruler = index_ > 0 && is_class(index_ - 1, LexicalClass::ruler_name) && !is_glued(index_) &&
                       written && *written < 10 && (*written == 2 || *written == 3);
    if (ruler && text(ending) == "d" && is_glued(ending)) { // Otto 2d
        return take(Ordinal{*written, true, false, false}, ending + 1);
    }
    // "The 2d edition", as old books have it.
    const bool old = text(ending) == "d" && written && is_old_ordinal(*written, ending);
    if (!is_glued(index_ + 1) || !(plural || old || is_ordinal_ending(text(ending)))) {
        return false;
    }
    const auto number = number_of(text(index_));
    return number.fraction.empty() && number.whole.size() <= max_length &&
           take(Ordinal{to_number(number.whole), false, text(ending) == "ª", plural}, ending + 1);
}

/// Intro – 40s, (40s), 3 min 40s, lasts 40s, 30s of silence
bool Classifier::read_seconds() {
    const auto* second = language_.unit("sec");
    const auto* minute = language_.unit("min");
    const auto next = index_ + 1;
    const auto after = index_ + 2;
    const bool attached = index_ > 0 && is_glued(index_) && !is_mark(index_ - 1, "("); // CRC32s
    if (second == nullptr || minute == nullptr || index_ == 0 || attached || !small_number(index_) ||
        text(index_).size() > 2 || text(next) != "s" || !is_glued(next) ||
        (is_glued(after) && is_word(after))) {
        return false;
    }
    const auto before = index_ - 1;
    const auto* unit = last_token<UnitName>();
    const bool enclosed = is_mark(before, "(") && is_mark(after, ")");
    const bool ends = lexeme(after) == nullptr || is_any_mark(after, {",", ";", "."});
    const bool listed = is_dash(before) && lexemes_[before].spaced && lexemes_[index_].spaced && ends &&
                        before > 0 && is_word(before - 1) && text(before - 1) != "s";
    const bool goes_on = unit != nullptr && unit->unit->many == minute->many;
    const bool dated =
        is_class(before, LexicalClass::determiner) ||
        (is_class(before, LexicalClass::year_cue) && !is_class(before, LexicalClass::hour_cue));
    const bool of = text(after) == language_.phrase("of") && !dated;
    const bool lasts = is_class(before, LexicalClass::lasting) && !is_word(after);
    const auto seconds = *small_number(index_);
    const bool disc = seconds == 16 || seconds == 33 || seconds == 45 || seconds == 78;
    const bool gap = text(before) == language_.phrase("of") && !disc &&
                     (seconds % 10 != 0 || language_.lists("timed clips", text(before - 1))); // a fade of 12s
    const bool since = language_.lists("before lengths", text(before)) && !is_noun(after);
    const bool clip = language_.lists("timed clips", text(after));
    if (!(enclosed || listed || goes_on || of || lasts || gap || since || clip)) {
        return false;
    }
    const bool one = seconds == 1 || clip;
    take(number_of(text(index_)), next);
    return take(UnitName{second, one}, after);
}

/// 1990s, 1990's, 60s, the 60's; "the 78s" is not a decade but a plural.
bool Classifier::read_decade() {
    if (read_seconds()) {
        return true;
    }
    const auto year = small_number(index_);
    const bool several = year && is_glued(index_ + 1) && text(index_ + 1) == "s" &&
                         (*year % 10 != 0 || text(index_).size() == 3);
    if (several && is_model(index_)) {
        return take(Digits{std::string(text(index_)), false, true}, index_ + 2);
    }
    if (several) {
        return take(Number{std::to_string(*year), {}, false, true}, index_ + 2);
    }
    if (!year || *year % 10 != 0 || text(index_).size() % 2 != 0) {
        return false;
    }
    const auto next = index_ + 1;
    // With two digits, "60's" is none after a name ("Matchbox 20's hit") or a thing that is numbered, unless
    // it follows "the", "the late" or "mid-".
    const auto determined = [&](std::size_t distance) {
        return index_ >= distance && is_class(index_ - distance, LexicalClass::determiner);
    };
    const bool compound = is_dash(next + 1) && is_glued(next + 1);
    const auto before = word_before(index_);
    const bool name =
        before != index_ && (is_glued(index_) || is_class(before, LexicalClass::numbered_thing) ||
                             (is_word(before) && starts_upper(text(before)) &&
                              !is_class(before, LexicalClass::sentence_starter)));
    const bool short_decade =
        determined(1) || determined(2) || compound || (index_ > 0 && is_dash(index_ - 1)) || !name;
    const bool possessive =
        is_kind(next, LexemeKind::possessive) && (text(index_).size() == year_digits || short_decade);
    return (possessive || (is_glued(next) && text(next) == "s")) &&
           take(Decade{*year == 0 ? this_century : *year}, next + 1);
}

/// 2h30m, 3m 45s: it has several parts, so the m does not mean million.
bool Classifier::read_duration_by_letters() {
    constexpr std::array<std::string_view, 3> letters{"h", "m", "s"};
    constexpr std::array<std::string_view, 3> units{"h", "min", "sec"};
    std::size_t after = index_;
    std::size_t parts = 0;
    for (std::size_t part = 0; part < letters.size(); ++part) {
        const bool word_goes_on = is_glued(after + 2) && is_word(after + 2);
        if (small_number(after) && is_glued(after + 1) && text(after + 1) == letters.at(part) &&
            !word_goes_on && language_.unit(units.at(part)) != nullptr) {
            after += 2;
            ++parts;
        }
    }
    if (parts < 2) {
        return false;
    }
    while (index_ < after) {
        const auto part = std::find(letters.begin(), letters.end(), text(index_ + 1)) - letters.begin();
        const bool one = *small_number(index_) == 1;
        take(number_of(text(index_)), index_ + 1);
        take(UnitName{language_.unit(units.at(static_cast<std::size_t>(part))), one}, index_ + 1);
    }
    return true;
}

/// 3'45": more than eleven are not inches.
bool Classifier::read_duration() {
    constexpr unsigned inches_in_foot = 12;
    const auto next = index_ + 1;
    const auto seconds = small_number(next + 1);
    const bool minutes =
        is_any_mark(next, {"'", "’", "′"}) && is_glued(next) && seconds && is_glued(next + 1);
    const auto* minute = language_.unit("min");
    const auto* second = language_.unit("sec");
    if (!minutes || !small_number(index_) || *seconds < inches_in_foot || minute == nullptr ||
        second == nullptr) {
        return false;
    }
    const bool closed = is_any_mark(next + 2, {"\"", "”", "″"}) && is_glued(next + 2);
    const bool one = *small_number(index_) == 1;
    take(number_of(text(index_)), index_ + 1);
    take(UnitName{minute, one}, index_ + 1);
    take(number_of(text(index_)), index_ + 1);
    return !closed || take(UnitName{second, false}, index_ + 1);
}

/// 5'11", 6′2
bool Classifier::read_foot_and_inch() {
    const auto next = index_ + 1;
    const bool closed = is_any_mark(next + 2, {"\"", "”", "″"}) && is_glued(next + 2);
    const bool feet = is_any_mark(next, {"'", "’", "′"}) && is_glued(next) && small_number(next + 1) &&
                      (is_glued(next + 1) || (closed && open_quotes_ == 0)); // 6' 2"
    if (!feet || !small_number(index_)) {
        return false;
    }
    take(number_of(text(index_)), index_ + 1);
    take(Entry{language_.phrase("foot")}, index_ + 1);
    return take(number_of(text(index_)), index_ + (closed ? 2 : 1));
}

/// Whether a noun of several things is there.
bool Classifier::is_plural(std::size_t index) const {
    constexpr std::size_t min_length = 4;
    const auto word = text(index);
    return is_word(index) && !is_glued(index) && word.size() >= min_length && starts_lower(word) &&
           word.back() == 's' && !word.ends_with("ss") && !language_.is(word, LexicalClass::singular_in_s);
}

/// Whether the number of four digits counts something rather than names a year.
bool Classifier::is_count(std::size_t index) const {
    const bool before_noun = is_class(index + 1, LexicalClass::count_noun);
    const bool hyphen = is_mark(index + 1, "-") && is_glued(index + 1) && is_glued(index + 2);
    if (index == 0) {
        return before_noun || (is_plural(index + 1) && *small_number(index) % 100 == 0) ||
               (hyphen && is_class(index + 2, LexicalClass::count_noun));
    }
    if (is_class(index - 1, LexicalClass::count_cue)) {
        return true;
    }
    if (before_noun || (hyphen && is_class(index + 2, LexicalClass::count_noun))) {
        return true;
    }
    const auto before = word_before(index);
    const bool year_before = is_class(before, LexicalClass::year_cue) ||
                             is_class(before, LexicalClass::determiner) ||
                             is_kind(index - 1, LexemeKind::possessive) || language_.month(text(before)) != 0;
    return is_plural(index + 1) && !year_before;
}

bool Classifier::is_year(std::size_t index) const {
    const auto number = small_number(index);
    return number && text(index).size() == year_digits && *number >= earliest_year &&
           *number <= latest_year && !is_count(index);
}

/// A ratio of 2:1: no time has one digit after its colon, and a verse follows the name of its book.
bool Classifier::read_ratio() {
    const auto colon = index_ + 1;
    const bool glued = is_mark(colon, ":") && is_glued(colon) && is_glued(colon + 1);
    if (!glued || !small_number(index_) || !small_number(colon + 1) || text(colon + 1).size() != 1 ||
        index_ == 0 || starts_upper(text(word_before(index_)))) {
        return false;
    }
    take(number_of(text(index_)), colon);
    take(Entry{language_.phrase("range")}, colon + 1);
    return take(number_of(text(index_)), index_ + 1);
}

/// "3,5 million", as much of Europe writes it: groups of thousands have three digits. Whether the decimals
/// were found; `next` is then moved after them.
bool Classifier::read_foreign_decimals(Number& number, std::size_t& next, bool money) const {
    constexpr std::size_t max_decimals = 2;
    const auto decimals = next + 1;
    const bool glued = is_mark(next, ",") && is_glued(next) && is_glued(decimals) && small_number(decimals) &&
                       text(decimals).size() <= max_decimals;
    const auto after = decimals + 1;
    const bool letter =
        text(after).size() == 1 && is_word(after) && starts_lower(text(after)) && !is_mark(after + 1, ".");
    const bool amount =
        is_class(after, LexicalClass::magnitude) || is_mark(after, "%") ||
        (is_word(after) && text(after) == language_.symbol("%")) ||
        ((text(after).size() > 1 || letter) && language_.unit(text(after)) != nullptr) ||
        number.whole == "0" || (money && text(decimals).size() == max_decimals) || is_plural(after) ||
        (lexeme(after) != nullptr && !is_word(after) && language_.currency(text(after)) != nullptr);
    if (!glued || !amount || !number.fraction.empty()) {
        return false;
    }
    number.fraction = std::string(text(decimals));
    next = decimals + 1;
    return true;
}

/// 10 000: groups of three after spaces, of which the last one may have decimals in some languages: 1 250,75.
void Classifier::read_spaced_groups(Number& number, std::size_t& next) const {
    constexpr std::size_t group = 3;
    const bool part_of_name = index_ > 0 && is_glued(index_) && is_word(index_ - 1); // the U2 360 tour
    const bool head = small_number(index_) && text(index_).size() <= group && !part_of_name &&
                      (index_ == 0 || !is_number(index_ - 1));
    while (head && small_number(next) && !is_glued(next) && text(next).size() == group) {
        number.whole += text(next);
        ++next;
    }
    if (!head || !is_number(next) || is_glued(next) || language_.phrase("spaced groups") != "decimals") {
        return;
    }
    auto last = number_of(text(next));
    if (last.whole.size() == group && !last.fraction.empty() && text(next).find('.') == std::string::npos) {
        number.whole += last.whole;
        number.fraction = std::move(last.fraction);
        ++next;
    }
}

bool Classifier::read_plain_number() {
    if (read_digits_in_name()) {
        return true;
    }
    const auto before = word_before(index_);
    const bool numbered =
        index_ > 0 && is_glued(index_) && is_word(index_ - 1) && last_token<Entry>() == nullptr; // c1500
    if (is_year(index_) && !numbered &&
        !(before != index_ && text(before) == language_.phrase("number sign"))) {
        const bool unit_follows = is_glued(index_ + 1) && language_.unit(text(index_ + 1)) != nullptr &&
                                  !closes_quotation(index_ + 1);
        const bool spaced_unit = is_word(index_ + 1) && text(index_ + 1).size() > 1 &&
                                 language_.unit(text(index_ + 1)) != nullptr &&
                                 text(index_ + 1) != language_.phrase("in");
        if (!unit_follows && !spaced_unit) {
            return take(Year{*small_number(index_), false}, index_ + 1);
        }
    }
    auto number = number_of(text(index_));
    std::size_t next = index_ + 1;
    read_spaced_groups(number, next);
    read_foreign_decimals(number, next);
    take(number, next);
    read_exponent() || read_vulgar_fraction() || read_times();
    read_unit();
    return true;
}

} // namespace recital
