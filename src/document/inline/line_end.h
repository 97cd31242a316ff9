// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace recital {

/// How a text continues where a line of its source ends.
enum class LineBorder {
    blank,    ///< the next line begins another word
    glued,    ///< it follows directly, as the second half of a compound: "well-", "known"
    rejoined, ///< the hyphen at the end is removed as well: "con-", "certs"
};

/// Decides about hyphens at the ends of lines: how the text spells the word elsewhere, and a list of words.
class LineEnds {
public:
    /// `text`, which must outlive this object, is all of the source.
    explicit LineEnds(std::string_view text) : text_(text) {}

    /// How `next`, the start of a line, continues `before`, the text up to the end of the line before, which
    /// may end with a hyphen ("-", U+2010, U+2011, "\u00AC" of scanned pages) or a soft hyphen.
    [[nodiscard]] LineBorder border(std::string_view before, std::string_view next);

    /// Appends the line to the text according to their border.
    void append(std::string& text, std::string_view line);

private:
    [[nodiscard]] bool is_word_of_text(std::string_view word);
    [[nodiscard]] bool keeps_hyphen(std::string_view first, std::string_view second);

    std::string_view text_;
    std::unordered_set<std::string_view> words_; ///< of the text; filled when first asked for
};

/// Whether the word joins two others, as "and" and "or" do in several languages. Small letters only.
[[nodiscard]] bool is_conjunction(std::string_view word);

/// The length in bytes of the hyphen at the end of the text, if it may divide a word; otherwise 0.
[[nodiscard]] std::size_t dividing_hyphen(std::string_view text);

} // namespace recital
