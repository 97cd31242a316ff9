// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/language/language.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// Builds a spoken form: words separated by one space; of several consecutive marks only the strongest is
/// kept.
class SpeechText {
public:
    /// Appends words of ASCII letters, apostrophes and hyphens, or of what `transliterate` returns; separated
    /// by spaces.
    void say(std::string_view words);
    /// Like `say`, for words with signs that the voice reads, also in front of them: "-5 %".
    void say_as_written(std::string_view words);
    /// Appends a spelled letter; if `joined`, with a hyphen before it.
    void spell(std::string_view letter, bool joined);
    /// Appends an ending to the last word.
    void attach(std::string_view ending);
    /// Makes the last word plural by the first of the rules whose ending it has.
    void attach_plural(std::span<const PluralRule> rules);
    /// Appends an apostrophe to the last word; the next word will follow it without a space.
    void elide();
    /// Cancels a pending hyphen.
    void part() { hyphen_ = false; }
    /// The next word will follow a hyphen instead of a space.
    void hyphen();
    /// Appends one of , ; : . ? ! after the last word.
    void mark(char mark);
    /// Words since the last mark.
    [[nodiscard]] std::size_t words_since_mark() const { return words_since_mark_; }
    /// Bytes so far, without a mark that is still pending.
    [[nodiscard]] std::size_t size() const { return text_.size(); }
    /// The words appended since the text had `size` bytes, without the mark and the space before them.
    [[nodiscard]] TextRange words_after(std::size_t size) const;
    /// Returns the text. If `closed`, a full stop is appended unless another mark ends it. Call once.
    [[nodiscard]] std::string finish(bool closed);

private:
    void append(std::string_view word);
    void append_whole(std::string_view word);

    std::string text_;
    char pending_ = '\0';
    bool hyphen_ = false;
    bool elided_ = false;
    std::size_t chain_begin_ = 0; ///< of the words that hyphens join to the last one
    std::size_t words_since_mark_ = 0;
};

} // namespace recital
