// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/sentence_border.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/visible_text.h"
#include "text/language/character.h"
#include "text/language/language.h"
#include "text/sentences/abbreviation.h"
#include "text/sentences/bracket_matching.h"
#include "text/sentences/following_words.h"
#include "text/sentences/list_marker.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace recital {

namespace {

/// "At 5 a.m." before a name opens its sentence; in words.
constexpr std::ptrdiff_t max_opening_phrase_length = 4;

bool is_single_letter(std::string_view word) {
    return !word.empty() && character_at(word, 0).end == word.size() &&
           character_at(word, 0).kind == CharacterKind::letter;
}

/// The text around one terminator, asked one question after the other.
class BorderContext {
public:
    BorderContext(std::string_view text, std::size_t start, const Terminator& terminator,
                  const Language& language, bool without_capitals)
        : text_(text), start_(start), terminator_(terminator), language_(language),
          without_capitals_(without_capitals) {
        next_ = terminator.end;
        while (next_ < text.size() && text[next_] == ' ') {
            ++next_;
        }
        if (const auto dash = dash_mark(text, next_); dash != 0) {
            next_ =
                std::min(text.size(), next_ + dash + (text.substr(next_ + dash).starts_with(' ') ? 1 : 0));
        }
        word_start_ = next_;
        while (opening_mark(text, word_start_) != 0) {
            word_start_ += opening_mark(text, word_start_);
        }
    }

    [[nodiscard]] bool is_border() const {
        if (is_list_marker(so_far()) || !has_letter_or_digit(so_far())) {
            return false;
        }
        if (word_start_ >= text_.size()) {
            return true;
        }
        // " .5"
        if (without_capitals_ && terminator_.first > 0 && text_[terminator_.first - 1] == ' ') {
            return false;
        }
        if (starts_lower(text_.substr(word_start_)) && !without_capitals_ && !opens_in_lower_case()) {
            return false;
        }
        if (std::string_view(",;:)]=").find(text_[next_]) != npos ||
            is_continued_by_parenthesis(text_, next_)) {
            return false;
        }
        const bool single_stop =
            terminator_.run_end == terminator_.first + 1 && text_[terminator_.first] == '.';
        const bool quoted = terminator_.end > terminator_.run_end && text_[terminator_.end - 1] != ']' &&
                            text_[terminator_.end - 1] != ')';
        if (!single_stop) {
            return is_border_after_mark(quoted);
        }
        return quoted || is_border_after_stop();
    }

private:
    /// The end of the sentence so far.
    [[nodiscard]] std::string_view so_far() const {
        constexpr std::size_t looked_at = 256;
        const auto length = std::min(terminator_.first - start_, looked_at);
        return text_.substr(terminator_.first - length, length);
    }

    /// A list item, or a name that is never capitalised: "iPod", "k.d. lang".
    [[nodiscard]] bool opens_in_lower_case() const {
        const auto word = letters_at(text_, word_start_);
        const bool camel_case = std::any_of(word.begin(), word.end(), is_ascii_upper);
        return camel_case || end_of_list_item(text_, next_) != npos ||
               language_.stylised_name(text_, word_start_) != nullptr;
    }

    /// After "?", "!" or an ellipsis.
    [[nodiscard]] bool is_border_after_mark(bool quoted) const {
        if (quoted && is_speaker(text_, word_start_, language_)) {
            return false;
        }
        const auto run = text_.substr(terminator_.first, terminator_.run_end - terminator_.first);
        const auto dots = std::count(run.begin(), run.end(), '.');
        const bool ellipsis = dots == 3 || run == "…";
        if (ellipsis && (letters_at(text_, word_start_) == "I" || (!quoted && is_inside_title()))) {
            return false;
        }
        const auto chunk = chunk_before(text_, start_, terminator_.first);
        const bool name = run == "!" && language_.is(chunk, LexicalClass::exclamation_name);
        return !name || opens_sentence(text_, word_start_, language_) ||
               names_actor(text_, word_start_, {}, language_);
    }

    /// "His score for Jaane Tu... Ya Jaane Na": whether capitalised words surround the terminator, two on
    /// either side.
    [[nodiscard]] bool is_inside_title() const {
        const auto last = chunk_before(text_, start_, terminator_.first);
        const auto first = letters_at(text_, word_start_);
        const auto second = std::min(text_.size(), word_start_ + first.size() + 1);
        return starts_upper(last) && starts_upper(word_before(last)) &&
               terminator_.first - start_ > last.size() + word_before(last).size() + 1 && !is_starter() &&
               starts_upper(first) && starts_upper(text_.substr(second));
    }

    /// "Did it sell? No. 40 copies were left.": whether the word answers the question before it.
    [[nodiscard]] bool is_answer(std::string_view chunk) const {
        if (terminator_.first - start_ != chunk.size() || !language_.lists("answers", chunk)) {
            return false;
        }
        auto before = text_.substr(0, start_);
        while (before.ends_with(' ')) {
            before.remove_suffix(1);
        }
        const auto number = text_.find_first_not_of("0123456789", word_start_);
        const auto next = number == npos ? std::string_view{} : letters_at(text_, number + 1);
        // "No. 12 was played", but "No. 1952 was dull."
        constexpr std::size_t year_digits = 4;
        const bool counts =
            number != npos && (number - word_start_ == year_digits || !is_verb(next, language_));
        return before.ends_with('?') && counts && text_[number] == ' ' && starts_lower(next) &&
               !language_.is(next, LexicalClass::preposition);
    }

    /// "She joined the K.L.F. Anna recalled it": whether initials name a place or a body of people, and a
    /// sentence about something else follows.
    [[nodiscard]] bool is_border_after_initials(std::string_view chunk, std::string_view before) const {
        constexpr std::ptrdiff_t max_of_person = 2; // J.R.R. Tolkien
        const bool opens = terminator_.first - start_ == before.size() + 1 + chunk.size();
        if (is_opening_phrase() ||
            (opens && language_.is(before, LexicalClass::determiner))) { // The C.E.O. Tom Fox
            return false;
        }
        if (chunk.find('.') != npos &&
            text_.substr(word_start_).starts_with(chunk)) { // in R.E.M. R.E.M. split
            return true;
        }
        const auto stops = std::count(chunk.begin(), chunk.end(), '.');
        const bool place = language_.is(chunk, LexicalClass::place_initials);
        if (place && names_actor(text_, word_start_, before, language_)) {
            return true;
        }
        if (stops == 0 || !is_single_letter(chunk.substr(chunk.rfind('.') + 1))) {
            return false;
        }
        const bool body = place || stops > max_of_person || before == language_.phrase("at") ||
                          language_.is(before, LexicalClass::determiner);
        return (body && names_other_subject(text_, word_start_, language_)) ||
               names_person(text_, word_start_, language_);
    }

    /// "He won: 1. Graz, 2. Linz": a one is an item's after a colon, another number after a comma if the
    /// number before it is one.
    [[nodiscard]] bool is_item_number(std::string_view chunk) const {
        constexpr std::size_t max_digits = 2;
        const auto begin = terminator_.first - chunk.size();
        if (chunk.empty() || chunk.size() > max_digits || !is_digits(chunk) || begin < start_ + 2 ||
            text_[begin - 1] != ' ' || !language_.is_known()) {
            return false;
        }
        const char mark = text_[begin - 2];
        const auto previous = fmt::format(" {}. ", std::stoul(std::string(chunk)) - 1);
        return (mark == ':' && chunk == "1") ||
               ((mark == ',' || mark == ';') && so_far().find(previous) != npos);
    }

    /// His 2. Sonata, the III. Symphony
    [[nodiscard]] bool is_ordinal_of_thing(std::string_view chunk) const {
        constexpr std::size_t max_length = 5;
        const bool number = !chunk.empty() && chunk.size() <= max_length &&
                            (is_digits(chunk) || chunk.find_first_not_of("IVX") == npos);
        return number && counts_thing(word_before(chunk), chunk, letters_at(text_, next_), language_);
    }

    [[nodiscard]] bool is_border_after_stop() const {
        auto chunk = chunk_before(text_, start_, terminator_.first);
        if (is_ordinal_number(chunk, word_before(chunk), language_)) {
            return is_starter();
        }
        if (is_item_number(chunk) || is_ordinal_of_thing(chunk)) {
            return false;
        }
        if (is_answer(chunk)) {
            return true;
        }
        // Of "10s" and "5km" the unit counts.
        if (const auto letter = chunk.find_first_not_of("0123456789"); letter != npos) {
            chunk.remove_prefix(letter);
        }
        if (chunk.empty()) {
            return true;
        }
        // Lt.-Gen., l'op.
        if (const auto rest = chunk.substr(chunk.find_last_of("-'") + 1);
            rest.size() > 1 && !language_.abbreviations(rest).empty()) {
            chunk = rest;
        }
        if (is_list_numeral(chunk) || is_named_on(chunk)) {
            return false;
        }
        // "mar" is a month before a number alone.
        const auto month = is_ascii_digit(text_[word_start_]) || without_capitals_
                               ? language_.possible_month(chunk)
                               : language_.month(chunk);
        if (month != 0 && chunk.size() < language_.month_name(month).size()) {
            return is_starter() && !is_opening_phrase();
        }
        const auto before = word_before(chunk);
        if (before.ends_with('.') &&
            is_abbreviation_of_two(before.substr(0, before.size() - 1), chunk, language_)) {
            chunk = text_.substr(terminator_.first - chunk.size() - before.size() - 1,
                                 chunk.size() + before.size() + 1);
        }
        return is_border_after_word(chunk, before);
    }

    /// Whether the stop after the word ends the sentence: an abbreviation, initials or any other.
    [[nodiscard]] bool is_border_after_word(std::string_view chunk, std::string_view before) const {
        const bool opens = terminator_.first - start_ == chunk.size();
        if (opens && chunk.find('.') != npos && letters_at(text_, word_start_) == "I") { // P.S. I Love You
            return false;
        }
        if (is_border_after_initials(chunk, before)) {
            return true;
        }
        const bool starter = is_starter();
        const auto sentence = text_.substr(start_);
        const auto chunk_end = terminator_.first - start_;
        if (const auto* reading =
                fitting_abbreviation(sentence, chunk_end - chunk.size(), chunk_end, language_)) {
            if (without_capitals_ && !starter) {
                return false;
            }
            if (reading->stop == StopRole::before_starter && names_next_subject(chunk, before)) {
                return true;
            }
            return reading->stop != StopRole::inside && ends_sentence(*reading, starter) &&
                   !(reading->context == Context::after_number && !starter &&
                     names_day(text_, next_, so_far(), language_));
        }
        if (without_capitals_ && !starter && !language_.abbreviations(chunk).empty()) { // st. louis
            return false;
        }
        auto last = chunk.substr(chunk.rfind('.') + 1); // npos + 1 is the beginning
        last.remove_prefix(last.size() < chunk.size() && last.starts_with('-') ? 1 : 0); // J.-S. Bach
        if (!is_single_letter(last)) {
            return true;
        }
        if (chunk == "I" && !starts_upper(before)) {
            return true;
        }
        return (starter || is_musical_key(chunk, before)) && !is_opening_phrase();
    }

    /// "He was Sammy Bell Jr. Max Fox was his friend", "for Ode Inc. Bell left": whether a person who does
    /// something follows, or after a firm any other subject.
    [[nodiscard]] bool names_next_subject(std::string_view chunk, std::string_view before) const {
        const bool state = language_.lists("sources", before); // from Tenn. Elvis knew
        const bool subject =
            language_.lists("firm endings", chunk) ||
            (state && language_.is(letters_at(text_, word_start_), LexicalClass::given_name));
        return (starts_upper(before) || before == "&" || state) && !is_opening_phrase() &&
               (names_person(text_, word_start_, language_) ||
                (subject && names_other_subject(text_, word_start_, language_)));
    }

    /// Whether a word that opens sentences follows; in text without capitals, one that opens nothing smaller.
    [[nodiscard]] bool is_starter() const {
        if (!without_capitals_) {
            return opens_sentence(text_, word_start_, language_);
        }
        std::string word(letters_at(text_, word_start_));
        if (word.empty() || is_verb(word, language_) || language_.is(word, LexicalClass::preposition) ||
            language_.is(word, LexicalClass::conjunction)) {
            return false;
        }
        word[0] = to_ascii_upper(word[0]);
        return language_.is(word, LexicalClass::sentence_starter);
    }

    /// Whether what follows belongs to the word with the stop: "i. e.", "Hob. XVI:52", "D. 960".
    [[nodiscard]] bool is_named_on(std::string_view chunk) const {
        const auto following = letters_at(text_, next_);
        const bool stop = text_.substr(std::min(text_.size(), next_ + following.size())).starts_with('.');
        if (stop && is_abbreviation_of_two(chunk, following, language_)) {
            return true;
        }
        auto numeral = letters_at(text_, word_start_);
        const auto after_numeral = std::min(text_.size(), word_start_ + numeral.size());
        const bool group = text_.substr(after_numeral).starts_with(':');
        if (group && numeral.size() > 1 && is_ascii_lower(numeral.back())) { // Hob. VIIb:1
            numeral.remove_suffix(1);
        }
        const bool roman =
            !numeral.empty() && numeral.find_first_not_of("IVXLC") == npos && (numeral != "I" || group);
        return language_.is(chunk, LexicalClass::catalogue) && (is_ascii_digit(text_[word_start_]) || roman);
    }

    /// "...; II. Andante; III. Allegro": a numeral after a mark is an item's.
    [[nodiscard]] bool is_list_numeral(std::string_view chunk) const {
        const auto begin = terminator_.first - chunk.size();
        if (chunk.find_first_not_of("IVX") != npos || begin < start_ + 2) {
            return false;
        }
        return std::string_view(",;:(").find(text_[begin - 1] == ' ' ? text_[begin - 2] : text_[begin - 1]) !=
               npos;
    }

    [[nodiscard]] std::string_view word_before(std::string_view chunk) const {
        const auto end = terminator_.first - chunk.size();
        return end > start_ && text_[end - 1] == ' ' ? chunk_before(text_, start_, end - 1)
                                                     : std::string_view{};
    }

    /// "... the Mass in B. Bach ...": a letter of the scale after the word that keys follow.
    [[nodiscard]] bool is_musical_key(std::string_view letter, std::string_view before) const {
        return letter.size() == 1 && letter[0] <= 'G' && letter[0] >= 'A' && before == language_.phrase("in");
    }

    /// Whether the sentence so far is only "At 5 a.m.", "In the U.S.".
    [[nodiscard]] bool is_opening_phrase() const {
        const auto so_far = text_.substr(start_, terminator_.first - start_);
        constexpr std::size_t max_length = 80;
        const bool is_short = so_far.size() < max_length &&
                              std::count(so_far.begin(), so_far.end(), ' ') < max_opening_phrase_length;
        // "3 мая 1835 г." before a name; in English it is a list of figures.
        const bool opens_with_date =
            !language_.is_known() && !so_far.empty() && is_ascii_digit(so_far.front());
        return is_short &&
               (opens_with_date || language_.is(letters_at(text_, start_), LexicalClass::preposition));
    }

    [[nodiscard]] bool ends_sentence(const Abbreviation& reading, bool starter) const {
        if (is_opening_phrase()) {
            return false;
        }
        const auto word = letters_at(text_, word_start_);
        const bool initials = word.size() == 1 && text_.substr(word_start_ + 1).starts_with('.');
        const bool capitals =
            initials || (word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper));
        return starter || (word_start_ != next_ && text_[next_] != '(') || // for va. and pf. (Leeds, 1919)
               (reading.stop == StopRole::before_capital && !word.empty() && !capitals);
    }

    std::string_view text_;
    std::size_t start_;
    Terminator terminator_;
    const Language& language_;
    bool without_capitals_ = false;
    std::size_t next_ = 0;       ///< after spaces and a dash
    std::size_t word_start_ = 0; ///< after opening marks as well
};

} // namespace

std::string_view chunk_before(std::string_view text, std::size_t start, std::size_t end) {
    constexpr std::size_t max_length = 64;
    std::size_t begin = end;
    while (begin > start && end - begin < max_length) {
        const auto before = previous_start(text, begin);
        const auto character = character_at(text, before);
        const bool inner =
            std::u32string_view(U".-'’°&").find(character.code_point) != std::u32string_view::npos;
        if (character.kind == CharacterKind::space || (character.kind == CharacterKind::other && !inner)) {
            break;
        }
        begin = before;
    }
    return text.substr(begin, end - begin);
}

bool is_sentence_border(std::string_view text, std::size_t start, const Terminator& terminator,
                        const Language& language, bool without_capitals) {
    return BorderContext(text, start, terminator, language, without_capitals).is_border();
}

} // namespace recital
