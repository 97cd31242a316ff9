// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Marks put before and after an emphasised span of text while a reader works on it. They are two
/// noncharacters, which the Unicode Standard (section 23.7) keeps free for use inside a program; text
/// returned by a reader never contains them, even if the file did.
inline constexpr std::string_view emphasis_begin = "\uFDD0";
inline constexpr std::string_view emphasis_end = "\uFDD1";

/// A text and the spans of it that its source emphasises, in order, without overlaps.
struct EmphasisedText {
    std::string text;
    std::vector<TextRange> emphases;
};

/// The text without marks.
[[nodiscard]] std::string without_emphasis_marks(std::string_view text);

/// Plain text with marks in place of the underscores and asterisks by which it emphasises; those inside
/// words, those between blanks and the asterisk of a date of birth stay.
[[nodiscard]] std::string with_emphasis_marks(std::string_view text);

/// Turns a line of a source into a block's text: normalised; marks of emphasis become spans.
[[nodiscard]] EmphasisedText normalise_block(std::string_view marked);

/// Whether an HTML element emphasises its content. `name` is in lower case.
[[nodiscard]] bool is_emphasis_element(std::string_view name);

/// Records where emphasis begins and ends in a text that grows at its end; elements may be nested. Positions
/// are bytes.
class EmphasisLog {
public:
    void open(std::size_t position);
    void close(std::size_t position);
    /// The text was truncated to `position` bytes.
    void cut(std::size_t position);
    void clear();

    /// The text with marks.
    [[nodiscard]] std::string marked(std::string_view text) const;

private:
    std::vector<TextRange> ranges_; ///< in order
    std::size_t depth_ = 0;
    std::size_t begin_ = 0; ///< of the one that is open
};

} // namespace recital
