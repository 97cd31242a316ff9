// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/verbalize.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "text/language/character.h"
#include "text/spoken/speech_text.h"
#include "text/spoken/transliteration.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace recital {

namespace {

constexpr std::uint64_t tens = 10;
constexpr std::uint64_t century = 100;

std::uint64_t to_number(std::string_view digits) {
    return std::strtoull(std::string(digits).c_str(), nullptr, 10);
}

class Verbalizer {
public:
    explicit Verbalizer(const Language& language) : language_(language) {}

    std::string run(std::span<const Token> tokens, bool closed, std::vector<TextRange>* words) {
        const auto marks = next_marks(tokens);
        for (std::size_t index = 0; index < tokens.size(); ++index) {
            tokens_to_mark_ = marks[index] - index;
            const auto* next =
                index + 1 < tokens.size() ? std::get_if<PlainWord>(&tokens[index + 1].token_class) : nullptr;
            following_ = next == nullptr ? std::string_view{} : next->written;
            const auto* last = index > 0 ? std::get_if<PlainWord>(&tokens[index - 1].token_class) : nullptr;
            preceding_ = last == nullptr ? std::string_view{} : last->written;
            const std::size_t said = text_.size();
            std::visit([this](const auto& value) { say(value); }, tokens[index].token_class);
            if (words != nullptr) {
                words->push_back(text_.words_after(said));
            }
        }
        return text_.finish(closed);
    }

private:
    /// For each token the index of the next mark, or of the end.
    static std::vector<std::size_t> next_marks(std::span<const Token> tokens) {
        std::vector<std::size_t> marks(tokens.size());
        std::size_t next = tokens.size();
        for (std::size_t index = tokens.size(); index > 0; --index) {
            next = std::holds_alternative<Punctuation>(tokens[index - 1].token_class) ? index - 1 : next;
            marks[index - 1] = next;
        }
        return marks;
    }

    /// Whether a long span without a mark is given breath before the word: before a clause, whose preposition
    /// stays with it ("the nation, in which"), and before "and the"; after more words also before a
    /// preposition.
    [[nodiscard]] bool needs_breath(std::string_view word) const {
        constexpr std::size_t clause_words = 20;
        constexpr std::size_t phrase_words = 25;
        constexpr std::size_t most_words = 28;
        const auto words = text_.words_since_mark();
        if (words < clause_words || following_.empty()) {
            return false;
        }
        const bool preposition = language_.is(word, LexicalClass::preposition);
        const bool after_preposition = language_.is(preceding_, LexicalClass::preposition) ||
                                       language_.lists("tied to the next", preceding_);
        if (after_preposition) {
            return false;
        }
        const bool relative = language_.lists("relatives", following_);
        if ((preposition || language_.lists("tied to the next", word)) && relative) {
            return true;
        }
        if (language_.is(word, LexicalClass::breath) && !language_.lists("relatives", preceding_)) {
            return true;
        }
        constexpr std::size_t few_words = 7; // no breath just before a mark
        if (tokens_to_mark_ < few_words) {
            return false;
        }
        const bool phrase_opens = words >= most_words || language_.is(following_, LexicalClass::determiner) ||
                                  language_.is(following_, LexicalClass::preposition);
        const bool joint = language_.is(word, LexicalClass::conjunction) && !preposition &&
                           !language_.lists("tied to the last", word);
        const bool phrase =
            words >= phrase_words && preposition && !language_.lists("tied to the last", word);
        return phrase_opens && (joint || phrase);
    }

    /// Before a noun a number may take its gender.
    [[nodiscard]] NumberForm count_form() const {
        if (following_.empty()) {
            return NumberForm::cardinal;
        }
        return language_.is_feminine(following_) ? NumberForm::feminine_count : NumberForm::count;
    }

    [[nodiscard]] NumberForm ordinal_form(const Ordinal& ordinal) const {
        if (ordinal.article && ordinal.number > language_.max_ruler_ordinal()) {
            return NumberForm::cardinal;
        }
        return ordinal.feminine ? NumberForm::feminine_ordinal : NumberForm::ordinal;
    }

    /// Says letters; the engine keeps no more than 160 bytes of one word, so that a longer one becomes
    /// several.
    void say_letters(std::string_view letters) {
        constexpr std::size_t max_word_length = 120;
        if (letters.size() <= max_word_length) {
            text_.say(letters);
            return;
        }
        while (!letters.empty()) {
            auto word = cut_front(letters, ' ');
            while (!word.empty()) {
                const auto piece = prefix_on_character(word, max_word_length);
                text_.say(piece.empty() ? word : piece);
                word.remove_prefix(piece.empty() ? word.size() : piece.size());
            }
        }
    }

    void say(const PlainWord& word) {
        if (needs_breath(word.written)) {
            text_.mark(',');
        }
        if (word.written.find_first_of("[(") != std::string_view::npos) { // [T]he, person(s)
            std::string edited(word.written);
            std::erase_if(edited, [](char character) {
                return std::string_view("[]()").find(character) != std::string_view::npos;
            });
            text_.say(language_.reads(edited) ? edited : transliterate(edited));
            return;
        }
        if (language_.reads(word.written)) {
            say_letters(word.written);
        } else {
            say_letters(transliterate(word.written));
        }
    }

    void say(const Possessive& /*possessive*/) { text_.attach(language_.phrase("possessive")); }
    void say(const Elision& /*elision*/) { text_.elide(); }
    void say(const Punctuation& punctuation) { text_.mark(punctuation.mark); }
    void say(const Silent& /*silent*/) {}
    void say(const Entry& entry) { text_.say(entry.spoken); }
    void say(const Reading& reading) {
        text_.part();
        text_.say_as_written(reading.spoken);
    }

    void say(const Dash& dash) {
        if (dash.parts_clauses || (dash.spaced_before && dash.spaced_after)) {
            text_.mark(',');
        } else if (!dash.spaced_before && !dash.spaced_after) {
            text_.hyphen();
        }
    }

    /// Letters with full stops between them are initials and stay separate; others form one word.
    void say(const Letters& letters) {
        const bool apart = letters.written.find('.') != std::string_view::npos ||
                           character_at(letters.written, 0).end == letters.written.size();
        bool joined = false;
        for (std::size_t position = 0; position < letters.written.size();) {
            const auto character = character_at(letters.written, position);
            const auto letter = letters.written.substr(position, character.end - position);
            position = character.end;
            if (character.kind != CharacterKind::letter) {
                continue;
            }
            if (letter == "A" || letter == "a") {
                text_.spell(apart ? language_.phrase("letter A") : letter, joined);
            } else {
                text_.spell(transliterate(letter), joined);
            }
            joined = !apart;
        }
        if (letters.plural) {
            text_.attach(language_.phrase("possessive"));
        }
    }

    void say(const Number& number) {
        text_.part();
        if (number.negative) {
            phrase("minus");
        }
        if (!number.whole.empty()) {
            text_.say(language_.numbers().in_words(
                number.whole, number.fraction.empty() ? count_form() : NumberForm::cardinal));
        }
        if (!number.fraction.empty()) {
            phrase("decimal point");
            say_decimals(number.fraction);
        }
        if (number.plural) {
            text_.attach_plural();
        }
    }

    void say(const Ordinal& ordinal) {
        if (ordinal.article) {
            phrase("ordinal article");
        }
        text_.say(language_.numbers().in_words(ordinal.number, ordinal_form(ordinal)));
        text_.attach(ordinal.plural ? "s" : "");
    }

    void say(const Year& year) {
        if (year.two_digits && year.number < tens) {
            phrase("oh");
        }
        text_.say(language_.numbers().in_words(year.number, NumberForm::year));
    }

    void say(const Decade& decade) {
        if (const auto whole = language_.decade(decade.number); !whole.empty()) {
            text_.say(whole);
            return;
        }
        const auto last = decade.number % century;
        phrase("decade");
        const auto words = language_.decade(static_cast<unsigned>(last));
        if (decade.number >= century && language_.phrase("decade century") == "yes") {
            cardinal(decade.number / century);
        }
        text_.say(words);
    }

    void say(const Fraction& fraction) {
        const auto* part = language_.part(fraction.denominator);
        const bool one = fraction.numerator == 1;
        if (!fraction.whole.empty()) {
            text_.say(language_.numbers().in_words(fraction.whole));
            phrase("and");
        }
        if (one && !fraction.whole.empty() && part != nullptr) {
            phrase("one part");
        } else {
            text_.say(language_.numbers().in_words(fraction.numerator, NumberForm::count));
        }
        if (part != nullptr) {
            text_.say(one ? part->one : part->many);
        } else {
            text_.say(language_.numbers().in_words(fraction.denominator, NumberForm::ordinal));
            text_.attach(one ? "" : "s");
        }
    }

    void say(const Date& date) {
        if (date.day == 0) {
            text_.say(language_.month_name(date.month));
        } else {
            fill(language_.phrase(date.day_first ? "day first" : "month first"), date);
        }
        if (date.year) {
            if (date.day != 0 && !date.day_first) {
                text_.mark(',');
            }
            fill(language_.phrase("year of date"), date);
        }
    }

    /// Says a pattern of words and {parts} of the date.
    void fill(std::string_view pattern, const Date& date) {
        while (!pattern.empty()) {
            const auto word = cut_front(pattern, ' ');
            if (word == "{article}") {
                text_.say(date.article ? language_.phrase("ordinal article") : std::string_view{});
            } else if (word == "{ordinal}") {
                text_.say(language_.numbers().in_words(date.day, NumberForm::ordinal));
            } else if (word == "{cardinal}" && date.day == 1 && !language_.phrase("first day").empty()) {
                phrase("first day");
            } else if (word == "{cardinal}") {
                cardinal(date.day);
            } else if (word == "{month}") {
                text_.say(language_.month_name(date.month));
            } else if (word == "{year}") {
                say(Year{date.year.value_or(0), date.year.value_or(century) < century});
            } else {
                text_.say(word);
            }
        }
    }

    void say(const Time& time) {
        cardinal(time.hour);
        if (time.minute == 0 && !time.second) {
            if (!time.half_day) {
                phrase("o'clock");
            }
            return;
        }
        if (time.minute < tens) {
            phrase("oh");
        } else {
            phrase("hour and");
        }
        cardinal(time.minute);
        if (time.second) {
            phrase("and");
            cardinal(*time.second);
            phrase(*time.second == 1 ? "second" : "seconds");
        }
    }

    void say(const Money& money) {
        const auto& currency = *money.currency;
        auto amount = money.amount;
        while (amount.fraction.size() > 2 && amount.fraction.back() == '0') {
            amount.fraction.pop_back();
        }
        const auto minor = amount.fraction.size() == 2 ? to_number(amount.fraction) : 0;
        if (amount.fraction.find_first_not_of('0') == std::string::npos && money.magnitude.empty()) {
            amount.fraction.clear();
        }
        if (minor != 0 && money.magnitude.empty() && !currency.minor.one.empty()) {
            const auto whole = to_number(amount.whole);
            if (whole != 0) {
                text_.say(language_.numbers().in_words(amount.whole));
                text_.say(whole == 1 || money.one ? currency.major.one : currency.major.many);
                phrase("money and");
            }
            cardinal(minor);
            text_.say(minor == 1 ? currency.minor.one : currency.minor.many);
            return;
        }
        say(amount);
        const bool one =
            money.one || (amount.whole == "1" && amount.fraction.empty() && money.magnitude.empty());
        const std::string_view name = one ? currency.major.one : currency.major.many;
        if (!money.magnitude.empty()) {
            text_.say(money.magnitude);
            say_of(name);
        }
        text_.say(name);
    }

    /// The "of" between a magnitude and the currency: millions de dollars, millions d'euros.
    void say_of(std::string_view currency) {
        const bool vowel =
            !currency.empty() && std::string_view("aeiou").find(currency.front()) != std::string_view::npos;
        if (vowel && !language_.phrase("money of before a vowel").empty()) {
            phrase("money of before a vowel");
            text_.elide();
        } else {
            phrase("money of");
        }
    }

    void say(const UnitName& unit) { text_.say(unit.one ? unit.unit->one : unit.unit->many); }

    /// Three and four digits as a reader says a catalogue number: five forty-five, ten oh seven.
    void say(const Digits& digits) {
        constexpr std::size_t max_pairs_length = 4;
        const auto number = to_number(digits.digits);
        text_.part();
        if (digits.single || digits.digits.size() > max_pairs_length || digits.digits.starts_with('0')) {
            say_digits(digits.digits);
        } else if (number < century || number % century == 0 ||
                   language_.phrase("digits in pairs") != "yes") {
            cardinal(number);
        } else {
            cardinal(number / century);
            if (number % century < tens) {
                phrase("oh");
            }
            cardinal(number % century);
        }
        if (digits.plural) {
            text_.attach_plural();
        }
    }

    /// Digit by digit, or in some languages two of them as a number: douze virgule soixante-quinze.
    void say_decimals(std::string_view digits) {
        if (digits.size() == 2 && digits.front() != '0' && language_.phrase("decimals") == "number") {
            cardinal(to_number(digits));
        } else {
            say_digits(digits);
        }
    }

    void say_digits(std::string_view digits) {
        for (const char digit : digits) {
            cardinal(static_cast<std::uint64_t>(digit - '0'));
        }
    }

    void cardinal(std::uint64_t number) { text_.say(language_.numbers().in_words(number)); }
    void phrase(std::string_view key) { text_.say(language_.phrase(key)); }

    const Language& language_;
    SpeechText text_;
    std::string_view preceding_; ///< the word before the token that is being said
    std::string_view following_; ///< the word after it
    std::size_t tokens_to_mark_ = 0;
};

} // namespace

std::string verbalize(std::span<const Token> tokens, const Language& language, bool closed,
                      std::vector<TextRange>* words) {
    return Verbalizer(language).run(tokens, closed, words);
}

} // namespace recital
