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

/// A spoken form in eSpeak NG's markup: "[[phonemes]]" in place of words with a pronunciation, and commands
/// where the voice changes. A command is the character 1, a number, and S for the rate or P for the pitch
/// (docs/markup.md of its sources); unlike the engine's own emphasis it does not change the melody of the
/// rest of the sentence. Only pronunciations appear between brackets.
class EngineMarkup {
public:
    EngineMarkup(std::string_view spoken, std::span<const Pronunciation> pronunciations,
                 std::span<const VoiceCommand> commands = {});

    [[nodiscard]] const std::string& text() const { return text_; }

    /// Translates words reported for `text`, in order, to their places in the spoken form.
    [[nodiscard]] std::vector<SpokenWord> restore(std::span<const SpokenWord> heard) const;

    /// Translates a position in `text` to one in the spoken form, both in characters; inside phonemes it is
    /// the first character of the word.
    [[nodiscard]] std::size_t spoken_position(std::size_t position) const;

private:
    /// A part of the marked text and the part of the spoken form it represents; positions and lengths in
    /// characters.
    struct Span {
        std::size_t begin = 0;
        std::size_t spoken_begin = 0;
        std::size_t spoken_length = 0;
        bool phonemes = false;   ///< otherwise the two are identical
        std::size_t command = 0; ///< characters of commands before it, which are not spoken
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
