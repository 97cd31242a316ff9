// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"
#include "text/spoken/speech_text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recital {

/// The spoken form of a sentence in progress, and the words beside the token that is being said.
///
/// Each semiotic class has a function `verbalize(const Class&, Verbalization&)` beside its recognisers, which
/// appends what is said for a token.
class Verbalization : public SpeechText {
public:
    /// The language must outlive the verbalization.
    explicit Verbalization(const Language& language) : language_(language) {}

    /// What is beside the next token: the words as written, empty if they are not words, and the number of
    /// tokens up to the next mark or the end.
    void set_neighbours(std::string_view preceding, std::string_view following, std::size_t tokens_to_mark);

    [[nodiscard]] const Language& language() const noexcept { return language_; }
    [[nodiscard]] std::string_view preceding() const noexcept { return preceding_; }
    [[nodiscard]] std::string_view following() const noexcept { return following_; }
    [[nodiscard]] std::size_t tokens_to_mark() const noexcept { return tokens_to_mark_; }

    /// Says a phrase of the language, by its key in `phrases.tsv`.
    void phrase(std::string_view key) { say(language_.phrase(key)); }
    void cardinal(std::uint64_t number) { say(language_.numbers().in_words(number)); }
    /// Says ASCII digits one by one.
    void digits(std::string_view digits);

private:
    const Language& language_;
    std::string_view preceding_;
    std::string_view following_;
    std::size_t tokens_to_mark_ = 0;
};

/// The number that ASCII digits write; the largest of its type if it is larger.
[[nodiscard]] std::uint64_t integer_of(std::string_view digits);

} // namespace recital
