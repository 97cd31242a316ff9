// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine/utterance.h"
#include "text/script/script.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// From byte `begin` of the spoken form on the engine speaks at this rate and pitch.
struct VoiceCommand {
    std::size_t begin = 0;
    int rate = 0; ///< words a minute
    int pitch = 0;
};

/// A spoken form as eSpeak NG reads it: "[[phonemes]]" in place of words with a pronunciation, and commands
/// where the voice changes. A command is the character 1, a number, and S for the rate or P for the pitch
/// (docs/markup.md of its sources); unlike the engine's own emphasis it leaves the melody of the rest of the
/// sentence alone. Nothing but a pronunciation can come to be between brackets.
class EngineMarkup {
public:
    EngineMarkup(std::string_view spoken, std::span<const Pronunciation> pronunciations,
                 std::span<const VoiceCommand> commands = {});

    [[nodiscard]] const std::string& text() const { return text_; }

    /// The words as they are in the spoken form, for words that were heard from `text`, in order.
    [[nodiscard]] std::vector<SpokenWord> restore(std::span<const SpokenWord> heard) const;

    /// The character of the spoken form that is at that character of `text`; of a pronounced word its first.
    [[nodiscard]] std::size_t spoken_position(std::size_t position) const;

private:
    /// A part of the marked text and what it stands for; positions and lengths in characters.
    struct Span {
        std::size_t begin = 0;
        std::size_t spoken_begin = 0;
        std::size_t spoken_length = 0;
        bool phonemes = false;   ///< else the two are alike
        std::size_t command = 0; ///< characters of commands before it, none of which are spoken
    };

    void add_words(std::string_view spoken, std::span<const Pronunciation> pronunciations, std::size_t begin,
                   std::size_t end);
    void add_command(int rate, int pitch);
    void add_plain(std::string_view text);
    void add_phonemes(std::string_view spoken, std::string_view phonemes);
    void add_span(std::size_t spoken_length, bool phonemes);

    std::string text_;
    std::vector<Span> spans_;
    std::size_t spoken_ = 0; ///< characters of the spoken form so far
};

} // namespace recital
