// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine.h"
#include "text/script.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A spoken form with its pronunciations written into it as eSpeak NG reads them: "[[phonemes]]" in place of
/// the words. Nothing but a pronunciation can come to stand between such brackets.
class PhonemeMarkup {
public:
    PhonemeMarkup(std::string_view spoken, std::span<const Pronunciation> pronunciations);

    [[nodiscard]] const std::string& text() const { return text_; }

    /// The words as they stand in the spoken form, for words that were heard from `text`, in order.
    [[nodiscard]] std::vector<SpokenWord> restore(std::span<const SpokenWord> heard) const;

private:
    /// A part of the marked text and what it stands for; positions and lengths in characters.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t spoken_begin = 0;
        std::size_t spoken_length = 0;
        bool phonemes = false; ///< else the two are alike
    };

    void add_plain(std::string_view text);
    void add_phonemes(std::string_view spoken, std::string_view phonemes);
    void add_stretch(std::size_t spoken_length, bool phonemes);

    std::string text_;
    std::vector<Stretch> stretches_;
    std::size_t spoken_ = 0; ///< characters of the spoken form so far
};

} // namespace recital
