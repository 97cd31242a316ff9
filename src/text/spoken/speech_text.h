// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// Builds a spoken form: words with one space between them, and of several marks in a row only the strongest.
class SpeechText {
public:
    /// Appends words of ASCII letters, apostrophes and hyphens, or of what `transliterate` returns; spaces
    /// part them.
    void say(std::string_view words);
    /// Appends a letter, spelled; `joined` to the one before it by a hyphen.
    void spell(std::string_view letter, bool joined);
    /// Appends an ending to the last word.
    void attach(std::string_view ending);
    /// Puts the last word, a number's, into the plural.
    void attach_plural();
    /// Takes a hyphen back.
    void part() { hyphen_ = false; }
    /// Joins the next word to the last one by a hyphen.
    void hyphen();
    /// Appends one of , ; : . ? ! after what was said.
    void mark(char mark);
    /// Words since the last mark.
    [[nodiscard]] std::size_t words_since_mark() const { return words_since_mark_; }
    /// Bytes so far; a mark is not among them before the next word or the end.
    [[nodiscard]] std::size_t size() const { return text_.size(); }
    /// What was said since the text had `size` bytes, without the mark and the space before it.
    [[nodiscard]] TextRange words_after(std::size_t size) const;
    /// The text; where it is `closed`, a full stop is at its end if nothing else closes it.
    [[nodiscard]] std::string finish(bool closed);

private:
    void append(std::string_view word);

    std::string text_;
    char pending_ = '\0';
    bool hyphen_ = false;
    std::size_t words_since_mark_ = 0;
};

} // namespace recital
