// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Builds a spoken form: words with one space between them, and of several marks in a row only the strongest.
class SpeechText {
public:
    /// Appends words; what is neither letter, apostrophe nor hyphen parts them.
    void say(std::string_view words);
    /// Appends one of , ; : . ? ! behind what was said.
    void mark(char mark);
    /// The text; where it is `closed`, a full stop stands at its end if nothing else closes it.
    [[nodiscard]] std::string finish(bool closed);

private:
    void append_word(std::string_view word);

    std::string text_;
    char pending_ = '\0';
};

} // namespace recital
