// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/emphasis.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The text of one block of a web page while its inline elements open and close. The marks of notes are taken
/// out of it: a short number or sign in a raised element or a link.
class InlineText {
public:
    /// Appends text from line `line` of the source; white space other than a line break stays as it is.
    void append(std::string_view text, std::size_t line);
    void append(std::string_view text) { text_ += text; }

    /// What comes is a number of its own: it does not touch a digit that is before.
    void part_digits();

    /// An element opens that may hold the mark of a note: "sup", or "a" with what it refers to.
    void open_mark(std::string_view element, std::string_view target);
    /// An element closes. `may_be_note` says whether a block that begins with a mark is the note itself.
    void close_mark(std::string_view element, bool may_be_note);

    /// An element opens or closes that emphasises what it holds.
    void open_emphasis() { emphasis_.open(text_.size()); }
    void close_emphasis() { emphasis_.close(text_.size()); }

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Line of the source at which the text begins.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// Whether the block is the body of a note, which is not read.
    [[nodiscard]] bool is_note() const { return is_note_; }

    /// The text line by line, tidied, without the lines that hold nothing.
    [[nodiscard]] std::vector<EmphasisedText> lines() const;

    void clear();

private:
    struct Mark {
        std::string element;
        std::size_t start = 0; ///< byte of the text
        bool refers = false;   ///< to another place of the same book
    };

    std::string text_;
    std::size_t line_ = 0;
    std::vector<Mark> marks_;
    EmphasisLog emphasis_;
    bool is_note_ = false;
};

} // namespace recital
