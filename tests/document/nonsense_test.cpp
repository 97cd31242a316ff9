// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "document/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <functional>
#include <random>
#include <string>

namespace recital {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t many = 4000;

/// Words, each made anew, in lines of ten.
std::string lines_of(const std::function<std::string(std::size_t)>& word, std::size_t words = many) {
    std::string text = "Ada Merle was a singer.\n\n";
    for (std::size_t n = 0; n < words; ++n) {
        text += word(n) + (n % 10 == 9 ? "\n" : " ");
    }
    return text;
}

std::string any_of(std::mt19937& random, const std::string& letters, std::size_t length) {
    std::string word;
    for (std::size_t n = 0; n < length; ++n) {
        word += letters[random() % letters.size()];
    }
    return word;
}

std::string error_of(const std::string& text) {
    try {
        (void)read_document(text, "ada.txt");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string warnings_about(const std::string& text) {
    std::string warnings;
    for (const Diagnostic& diagnostic : read_document(text, "ada.txt").diagnostics) {
        warnings += diagnostic.message + '\n';
    }
    return warnings;
}

/// A megabyte of it became 14 hours of sound, and nobody said so before.
TEST(Nonsense, OfRepetitionIsReported) {
    EXPECT_THAT(warnings_about(lines_of([](std::size_t) { return "la"; })),
                HasSubstr("repeats what is before"));
    const std::string sentence = "All work and no play makes Jack a dull boy.\n";
    std::string story;
    for (std::size_t n = 0; n < many / 10; ++n) {
        story += sentence;
    }
    EXPECT_THAT(warnings_about(story), HasSubstr("repeats what is before"));
}

TEST(Nonsense, OfDataIsRefused) {
    std::mt19937 random(1);
    EXPECT_THAT(error_of(lines_of([&](std::size_t) { return any_of(random, "0123456789abcdef", 5); })),
                HasSubstr("of the text is words"));
    EXPECT_THAT(error_of(lines_of([&](std::size_t n) {
                    return n % 2 == 0 ? "took" : any_of(random, "0123456789", 3) + "ms" + std::to_string(n);
                })),
                HasSubstr("of the text is words"));
}

/// It became eight and 17 hours of sound: numbers without blanks were one word, and base64 has letters
/// enough.
TEST(Nonsense, OfDataWithoutBlanksIsRefused) {
    std::mt19937 random(1);
    const std::string base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    EXPECT_THAT(error_of(lines_of([&](std::size_t) { return any_of(random, base64, 30); })),
                HasSubstr("of the text is words"));
    std::string numbers = "Ada Merle was a singer. ";
    for (std::size_t n = 0; n < 10 * many; ++n) {
        numbers += "<" + std::to_string(n) + ">";
    }
    EXPECT_THAT(error_of(numbers), HasSubstr("of the text is words"));
}

TEST(Nonsense, OfWordsThatCannotBeSaidIsRefused) {
    std::mt19937 random(1);
    EXPECT_THAT(error_of(lines_of([&](std::size_t) { return any_of(random, "BCDFGHJKLMNPQRSTVWXZ", 6); })),
                HasSubstr("have no vowel"));
}

TEST(Nonsense, IsReadIfThatIsAskedFor) {
    std::mt19937 random(1);
    ReadOptions options;
    options.any_text = true;
    const std::string data = lines_of([&](std::size_t) { return any_of(random, "BCDFGHJKLMNPQRSTVWXZ", 6); });
    EXPECT_EQ(read_document(data, "ada.txt", options).musician, "Ada Merle");
}

/// Short lists and refrains are what a biography may hold.
TEST(Nonsense, OfAFewMinutesIsRead) {
    EXPECT_THAT(warnings_about(lines_of([](std::size_t) { return "la"; }, 1000)), Not(HasSubstr("repeats")));
}

/// Verses between which a refrain comes again; a chronicle in which every fourth word is a year.
TEST(Nonsense, IsNotWhatRepeatsItselfInPart) {
    std::mt19937 random(1);
    const auto new_word = [&random](std::size_t) {
        return any_of(random, "bdfglmnprst", 1) + any_of(random, "aeiou", 1) +
               any_of(random, "bdfglmnprst", 1) + any_of(random, "aeiou", 1) + any_of(random, "lmnrs", 1);
    };
    std::string song;
    for (int verse = 0; verse < 60; ++verse) {
        song += lines_of(new_word, 30) +
                "\nRow, row, row your boat, gently down the stream, merrily, merrily.\n\n";
    }
    EXPECT_THAT(warnings_about(song), Not(HasSubstr("repeats")));
    EXPECT_THAT(warnings_about(lines_of([&](std::size_t n) {
                    return n % 4 == 0 ? std::to_string(1900 + n % 90) : new_word(n) + (n % 9 == 0 ? "." : "");
                })),
                Not(HasSubstr("repeats")));
}

} // namespace
} // namespace recital
