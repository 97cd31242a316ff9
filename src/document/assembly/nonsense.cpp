// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/assembly/nonsense.h"

#include "base/hash.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace recital {

namespace {

constexpr std::size_t min_words = 1500;
constexpr double max_repeated = 0.9;      ///< of the phrases: a song with a refrain has half of it
constexpr double min_of_letters = 0.55;   ///< of what stands between blanks: prose has more than nine tenths
constexpr std::size_t min_code = 20;      ///< letters and digits of a word that is taken for encoded data
constexpr std::size_t max_sequence = 40;  ///< letters and digits without a blank that count as one word
constexpr double max_without_vowel = 0.1; ///< of Latin words of three letters and more: prose has 0.01

/// Latin letters that can be the sound of a syllable, with those of every European language by their base
/// letter.
bool is_vowel(char32_t letter) {
    constexpr std::u32string_view vowels = U"aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿāăąēĕėęěĩīĭįıōŏőœũūŭůűųŷǎǐǒǔǫơư"
                                           U"ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹə";
    return vowels.find(letter) != std::u32string_view::npos;
}

bool is_latin(char32_t letter) {
    constexpr char32_t after_latin = 0x250;
    return letter < after_latin || (letter >= 0x1E00 && letter < 0x1F00);
}

/// Phrases of eight words that occur again. Compares those of a stretch of text, so that memory stays small.
class Phrases {
public:
    void add(std::uint64_t word) {
        words_[count_++ % words_.size()] = word;
        if (count_ < words_.size()) {
            return;
        }
        std::uint64_t phrase = 0;
        for (std::size_t n = 0; n < words_.size(); ++n) {
            constexpr std::uint64_t odd = 0x9E3779B97F4A7C15; // spreads the bits: 2^64 by the golden ratio
            phrase = (phrase ^ words_[(count_ + n) % words_.size()]) * odd;
            phrase ^= phrase >> 29U;
        }
        constexpr std::size_t stretch = 50'000;
        if (count_ % stretch == 0) {
            different_.clear();
        }
        repeated_ += different_.insert(phrase).second ? 0U : 1U;
    }

    [[nodiscard]] std::size_t repeated() const { return repeated_; }

private:
    std::array<std::uint64_t, 8> words_{}; ///< the last ones
    std::size_t count_ = 0;
    std::size_t repeated_ = 0;
    std::unordered_set<std::uint64_t> different_; ///< of this stretch
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
    void add(std::string_view text) {
        for (std::size_t position = 0; position < text.size();) {
            const std::size_t start = position;
            const char32_t c = next_code_point(text, position);
            if (is_space(c)) {
                finish();
                continue;
            }
            if (is_letter(c)) {
                ++letters_;
                is_latin_ = is_latin_ && is_latin(c);
                has_vowel_ = has_vowel_ || is_vowel(c) || is_vowel(small(c));
            } else if (is_digit(c)) {
                ++digits_;
            }
            word_ += text.substr(start, position - start);
            if (digits_ > 0 && letters_ + digits_ >= max_sequence) {
                finish(); // "[17][18][19]..." is many numbers, not one word
            }
        }
        finish();
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
    static char32_t small(char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }

    void finish() {
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
            phrases_.add(hash_64(word_));
        }
        word_.clear();
        letters_ = 0;
        digits_ = 0;
        is_latin_ = true;
        has_vowel_ = false;
    }

    std::string word_; ///< that is being read, and its letters and digits
    std::size_t letters_ = 0;
    std::size_t digits_ = 0;
    bool is_latin_ = true;
    bool has_vowel_ = false;

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
    if (max_possible_words(sections) < min_words) {
        return {}; // as most rows of a table are
    }
    Statistics statistics;
    for (const Section& section : sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            statistics.add(paragraph.text);
        }
    }
    return statistics.doubts();
}

} // namespace recital
