// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/verbalize.h"

#include "text/character.h"
#include "text/speech_text.h"

#include <algorithm>
#include <cstdlib>

namespace recital {

namespace {

constexpr std::size_t longest_count = 18; ///< digits; longer numbers are said digit by digit

std::uint64_t to_number(std::string_view digits) {
    return std::strtoull(std::string(digits).c_str(), nullptr, 10);
}

class Verbalizer {
public:
    explicit Verbalizer(const Language& language) : language_(language) {}

    std::string run(std::span<const Token> tokens, bool closed) {
        for (const auto& token : tokens) {
            std::visit([this](const auto& value) { say(value); }, token.token_class);
        }
        return text_.finish(closed);
    }

private:
    void say(const PlainWord& word) { text_.say(word.written); }
    void say(const Punctuation& punctuation) { text_.mark(punctuation.mark); }
    void say(const Silent& /*silent*/) {}
    void say(const Entry& entry) { text_.say(entry.spoken); }

    void say(const Letters& letters) {
        std::string last;
        for (std::size_t position = 0; position < letters.written.size();) {
            const auto character = character_at(letters.written, position);
            if (character.kind == CharacterKind::letter) {
                flush(last);
                last = letters.written.substr(position, character.end - position);
                if (last == "A" || last == "a") {
                    last = language_.phrase("letter A");
                }
            }
            position = character.end;
        }
        if (!letters.suffix.empty()) {
            last += "'s";
        }
        flush(last);
    }

    void flush(const std::string& letter) {
        if (!letter.empty()) {
            text_.say(letter);
        }
    }

    void say(const Number& number) {
        if (number.negative) {
            phrase("minus");
        }
        if (number.whole.size() > longest_count) {
            say_digits(number.whole);
        } else if (!number.whole.empty()) {
            cardinal(to_number(number.whole));
        }
        if (!number.fraction.empty()) {
            phrase("decimal point");
            say_digits(number.fraction);
        }
    }

    void say(const Ordinal& ordinal) {
        if (ordinal.article) {
            phrase("ordinal article");
        }
        text_.say(language_.numbers().ordinal(ordinal.number));
    }

    void say(const Year& year) { text_.say(language_.numbers().year(year.number)); }

    void say(const Decade& decade) {
        auto words = language_.numbers().year(decade.number);
        if (words.ends_with('y')) {
            words.replace(words.size() - 1, 1, "ies");
        } else {
            words += 's';
        }
        text_.say(words);
    }

    void say(const Fraction& fraction) {
        if (!fraction.whole.empty()) {
            cardinal(to_number(fraction.whole));
            phrase("and");
        }
        const bool one = fraction.numerator == 1;
        if (one && !fraction.whole.empty() && fraction.denominator == 2) {
            text_.say("a");
        } else {
            cardinal(fraction.numerator);
        }
        if (fraction.denominator == 2) {
            phrase(one ? "half" : "halves");
        } else if (fraction.denominator == 4) {
            phrase(one ? "quarter" : "quarters");
        } else {
            text_.say(language_.numbers().ordinal(fraction.denominator) + (one ? "" : "s"));
        }
    }

    void say(const Date& date) {
        if (date.day != 0 && date.day_first) {
            say(Ordinal{date.day, true});
            phrase("of");
        }
        text_.say(language_.month_name(date.month));
        if (date.day != 0 && !date.day_first) {
            say(Ordinal{date.day, false});
        }
        if (date.year) {
            if (date.day != 0 && !date.day_first) {
                text_.mark(',');
            }
            say(Year{*date.year});
        }
    }

    void say(const Time& time) {
        cardinal(time.hour);
        if (time.minute == 0) {
            if (time.on_the_clock) {
                phrase("o'clock");
            }
            return;
        }
        if (time.minute < 10) {
            phrase("oh");
        }
        cardinal(time.minute);
    }

    void say(const Money& money) {
        const auto& currency = *money.currency;
        auto fraction = money.amount.fraction;
        while (fraction.size() > 2 && fraction.back() == '0') {
            fraction.pop_back();
        }
        const bool has_cents = fraction.size() == 2 && money.magnitude.empty() && !currency.minor.one.empty();
        if (!has_cents) {
            const bool zero = fraction.find_first_not_of('0') == std::string::npos && money.magnitude.empty();
            Number amount = money.amount;
            amount.fraction = zero ? std::string() : fraction;
            say(amount);
            text_.say(money.magnitude);
            text_.say(amount.whole == "1" && amount.fraction.empty() && money.magnitude.empty()
                          ? currency.major.one
                          : currency.major.many);
            return;
        }
        const auto whole = to_number(money.amount.whole);
        const auto cents = to_number(fraction);
        if (whole != 0 || cents == 0) {
            cardinal(whole);
            text_.say(whole == 1 ? currency.major.one : currency.major.many);
        }
        if (cents != 0) {
            cardinal(cents);
            text_.say(cents == 1 ? currency.minor.one : currency.minor.many);
        }
    }

    void say(const Measure& measure) {
        say(measure.amount);
        text_.say(measure.magnitude);
        const bool one = measure.singular || (measure.amount.whole == "1" && measure.amount.fraction.empty());
        text_.say(one ? measure.unit->one : measure.unit->many);
    }

    /// Three and four digits as a reader says a catalogue number: five forty-five, ten oh seven.
    void say(const Digits& digits) {
        const auto number = to_number(digits.digits);
        if (digits.digits.size() > 4 || digits.digits.starts_with('0')) {
            say_digits(digits.digits);
        } else if (digits.digits.size() < 3 || number % 100 == 0) {
            cardinal(number);
        } else {
            cardinal(number / 100);
            if (number % 100 < 10) {
                phrase("oh");
            }
            cardinal(number % 100);
        }
    }

    void say_digits(std::string_view digits) {
        for (const char digit : digits) {
            cardinal(static_cast<std::uint64_t>(digit - '0'));
        }
    }

    void cardinal(std::uint64_t number) { text_.say(language_.numbers().cardinal(number)); }
    void phrase(std::string_view key) { text_.say(language_.phrase(key)); }

    const Language& language_;
    SpeechText text_;
};

} // namespace

std::string verbalize(std::span<const Token> tokens, const Language& language, bool closed) {
    return Verbalizer(language).run(tokens, closed);
}

} // namespace recital
