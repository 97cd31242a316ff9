// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/assembly/nonsense.h"

#include "base/hash.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t min_words = 1500;
constexpr double max_repeated = 0.9;      ///< of the phrases: a song with a refrain has half of it
constexpr double min_of_letters = 0.55;   ///< of what stands between blanks: prose has more than nine tenths
constexpr std::size_t min_code = 20;      ///< letters and digits of a word that is taken for encoded data
constexpr std::size_t max_sequence = 40;  ///< letters and digits without a blank that count as one word
constexpr double max_without_vowel = 0.1; ///< of Latin words of three letters and more: prose has 0.01

/// Latin letters beyond ASCII that can be the sound of a syllable, with those of every European language by
/// their base letter.
bool is_vowel(char32_t letter) {
    constexpr std::u32string_view vowels = U"àáâãäåæèéêëìíîïòóôõöøùúûüýÿāăąēĕėęěĩīĭįıōŏőœũūŭůűųŷǎǐǒǔǫơư"
                                           U"ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹə";
    return vowels.find(letter) != std::u32string_view::npos;
}

/// What a character of ASCII is in a word.
enum class AsciiKind : std::uint8_t { sign, space, digit, consonant, vowel };

constexpr std::array<AsciiKind, 128> kinds_of_ascii() {
    std::array<AsciiKind, 128> kinds{};
    for (char byte = 0; byte >= 0 && byte < 127; ++byte) {
        const bool is_vowel = std::string_view("aeiouyAEIOUY").find(byte) != npos;
        kinds[static_cast<std::size_t>(byte)] =
            is_vowel                                        ? AsciiKind::vowel
            : is_ascii_upper(byte) || is_ascii_lower(byte)  ? AsciiKind::consonant
            : is_ascii_digit(byte)                          ? AsciiKind::digit
            : byte == ' ' || (byte >= '\t' && byte <= '\r') ? AsciiKind::space
                                                            : AsciiKind::sign;
    }
    return kinds;
}

bool is_latin(char32_t letter) {
    constexpr char32_t after_latin = 0x250;
    return letter < after_latin || (letter >= 0x1E00 && letter < 0x1F00);
}

/// Numbers that are well spread, in a table that is at most half full. Much quicker than the set of the
/// standard library, which allocates each number.
class NumberSet {
public:
    /// Returns whether the number is new.
    bool insert(std::uint64_t number) {
        if (number == 0) { // marks a free place
            return !std::exchange(has_zero_, true);
        }
        if (2 * (size_ + 1) > places_.size()) {
            grow();
        }
        std::uint64_t& place = places_[place_of(number)];
        const bool is_new = place == 0;
        place = number;
        size_ += is_new ? 1 : 0;
        return is_new;
    }

    void clear() {
        std::fill(places_.begin(), places_.end(), 0);
        size_ = 0;
        has_zero_ = false;
    }

private:
    /// Where the number is, or the free place where it belongs.
    [[nodiscard]] std::size_t place_of(std::uint64_t number) const {
        const std::size_t mask = places_.size() - 1; // their count is a power of two
        std::size_t place = number & mask;
        while (places_[place] != 0 && places_[place] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }

    void grow() {
        constexpr std::size_t first_size = 1024;
        const std::vector<std::uint64_t> old =
            std::exchange(places_, std::vector<std::uint64_t>(std::max(first_size, 2 * places_.size())));
        for (const std::uint64_t number : old) {
            if (number != 0) {
                places_[place_of(number)] = number;
            }
        }
    }

    std::vector<std::uint64_t> places_;
    std::size_t size_ = 0; ///< without zero
    bool has_zero_ = false;
};

constexpr std::size_t phrase_words = 8;
constexpr std::uint64_t base = 0x9E3779B97F4A7C15; ///< odd; spreads the bits: 2^64 by the golden ratio

constexpr std::uint64_t power(std::size_t exponent) {
    return exponent == 0 ? 1 : base * power(exponent - 1);
}

/// Phrases of eight words that occur again. Compares those of a stretch of text, so that memory stays small.
class Phrases {
public:
    /// `max_words`: how many words will be added at most.
    explicit Phrases(std::size_t max_words)
        : enough_((1.0 - max_repeated) * static_cast<double>(max_words) + 1.0) {}

    /// Whether there are so many different phrases that too many repeated ones cannot follow.
    [[nodiscard]] bool are_varied() const { return static_cast<double>(count_different_) > enough_; }

    void add(std::uint64_t word) {
        // A polynomial of the last words, from which the oldest one is taken before the new one is added.
        constexpr std::uint64_t of_oldest = power(phrase_words - 1);
        phrase_ = (phrase_ - words_[count_ % words_.size()] * of_oldest) * base + word;
        words_[count_++ % words_.size()] = word;
        if (count_ < words_.size()) {
            return;
        }
        constexpr std::size_t stretch = 50'000;
        if (count_ % stretch == 0) {
            different_.clear();
        }
        const bool is_new = different_.insert(phrase_ ^ phrase_ >> 29U);
        repeated_ += is_new ? 0U : 1U;
        count_different_ += is_new ? 1U : 0U;
    }

    [[nodiscard]] std::size_t repeated() const { return repeated_; }

private:
    std::array<std::uint64_t, phrase_words> words_{}; ///< the last ones
    std::uint64_t phrase_ = 0;
    std::size_t count_ = 0;
    std::size_t repeated_ = 0;
    std::size_t count_different_ = 0; ///< of all stretches
    double enough_;                   ///< different phrases
    NumberSet different_;             ///< of this stretch
};

double share(std::size_t part, std::size_t all) {
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
}

int percent(double share) {
    return static_cast<int>(100.0 * share);
}

/// Counts what stands between blanks.
class Statistics {
public:
    /// `max_words`: how many words there are at most.
    explicit Statistics(std::size_t max_words) : phrases_(max_words) {}

    void add(std::string_view text) {
        std::size_t begin = 0; // of the word
        for (std::size_t position = 0; position < text.size();) {
            const std::size_t start = position;
            const char32_t c = next_code_point(text, position);
            if (is_ascii(c) ? add_ascii(c) : add_other(c)) {
                finish(text.substr(begin, start - begin));
                begin = position;
                continue;
            }
            if (digits_ > 0 && letters_ + digits_ >= max_sequence) {
                finish(
                    text.substr(begin, position - begin)); // "[17][18][19]..." is many numbers, not one word
                begin = position;
            }
        }
        finish(text.substr(begin));
    }

    [[nodiscard]] Doubts doubts() const {
        Doubts doubts;
        if (words_ < min_words) {
            return doubts;
        }
        const double repeated = share(phrases_.repeated(), words_);
        const double of_letters = share(of_letters_, words_);
        const double without_vowel = share(without_vowel_, latin_);
        if (repeated > max_repeated) {
            doubts.repetition = fmt::format("{} % of the text repeats what is before", percent(repeated));
        }
        if (of_letters < min_of_letters) {
            doubts.data = fmt::format("only {} % of the text is words", percent(of_letters));
        } else if (latin_ > words_ / 2 && without_vowel > max_without_vowel) {
            doubts.data = fmt::format("{} % of the words have no vowel", percent(without_vowel));
        }
        return doubts;
    }

private:
    /// Adds a character to the word; returns whether it is a space, which ends it.
    bool add_ascii(char32_t c) {
        static constexpr std::array kinds = kinds_of_ascii();
        const AsciiKind kind = kinds[c];
        letters_ += kind >= AsciiKind::consonant ? 1U : 0U;
        digits_ += kind == AsciiKind::digit ? 1U : 0U;
        has_vowel_ = has_vowel_ || kind == AsciiKind::vowel;
        return kind == AsciiKind::space;
    }
    bool add_other(char32_t c) {
        if (is_letter(c)) {
            ++letters_;
            is_latin_ = is_latin_ && is_latin(c);
            has_vowel_ = has_vowel_ || (is_latin_ && is_vowel(c));
        } else if (is_digit(c)) {
            ++digits_;
        }
        return is_space(c);
    }

    void finish(std::string_view word) {
        if (letters_ + digits_ > 0) {
            constexpr std::size_t min_letters = 3;
            ++words_;
            const bool is_code = is_latin_ && digits_ > 1 && letters_ + digits_ >= min_code; // such as base64
            of_letters_ += letters_ > 2 * digits_ && !is_code
                               ? 1U
                               : 0U; // "1990s", "4th", a clause of Chinese with a year
            if (is_latin_ && digits_ == 0 && letters_ >= min_letters) {
                ++latin_;
                without_vowel_ += has_vowel_ ? 0U : 1U;
            }
            if (!phrases_.are_varied()) {
                phrases_.add(hash_64(word));
            }
        }
        letters_ = 0;
        digits_ = 0;
        is_latin_ = true;
        has_vowel_ = false;
    }

    std::size_t letters_ = 0; ///< of the word that is being read
    std::size_t digits_ = 0;
    bool is_latin_ = true;
    bool has_vowel_ = false; ///< if it is Latin

    Phrases phrases_;
    std::size_t words_ = 0;         ///< with letters or digits
    std::size_t of_letters_ = 0;    ///< or nearly so
    std::size_t latin_ = 0;         ///< of three Latin letters and more
    std::size_t without_vowel_ = 0; ///< of those
};

/// How many words there are at most: each takes a sign and a blank.
std::size_t max_possible_words(const std::vector<Section>& sections) {
    std::size_t words = 0;
    for (const Section& section : sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            words += (paragraph.text.size() + 1) / 2;
        }
    }
    return words;
}

} // namespace

Doubts doubts_about(const std::vector<Section>& sections) {
    const std::size_t max_words = max_possible_words(sections);
    if (max_words < min_words) {
        return {}; // as most rows of a table are
    }
    Statistics statistics(max_words);
    for (const Section& section : sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            statistics.add(paragraph.text);
        }
    }
    return statistics.doubts();
}

} // namespace recital
