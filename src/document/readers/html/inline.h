// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/emphasis.h"
#include "document/inline/line_end.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

/// Collects the text of one block of a web page while its inline elements open and close. Removes note marks:
/// a short number or sign in a superscript element or a link.
class InlineText {
public:
    /// Appends text from line `line` of the source; white space other than a line break stays as it is.
    void append(std::string_view text, std::size_t line);
    void append(std::string_view text) {
        text_ += wraps_ ? " " : "";
        wraps_ = false;
        text_ += text;
    }

    /// Appends text whose lines were wrapped: their ends are blanks or divided words.
    void append_wrapped(std::string_view text, std::size_t line, LineEnds& line_ends);

    /// Appends a picture's letter, with which the block begins; it is left out if the text repeats it.
    void append_initial(std::string_view letter, std::size_t line);

    /// An element opens or closes that holds a drop capital if its text is one letter at the start of the
    /// block: a blank after it is left out if the letter belongs to the next word.
    void open_initial(std::string_view element);
    void close_initial(std::string_view element);

    /// Starts a new number: inserts a space if the text ends with a digit.
    void part_digits();

    /// An element opens that may hold a note mark: "sup", or "a" with the `target` of its link.
    void open_mark(std::string_view element, std::string_view target);
    /// An element closes. `may_be_note`: whether a block that begins with a mark is the note itself.
    void close_mark(std::string_view element, bool may_be_note);

    /// An element that emphasises its content opens or closes.
    void open_emphasis() { emphasis_.open(text_.size()); }
    void close_emphasis() { emphasis_.close(text_.size()); }

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Whether the text is a drop capital that is a picture, and nothing else.
    [[nodiscard]] bool is_picture_of_initial() const {
        return initial_is_picture_ && text_.find_first_not_of(" \n\t\r", initial_end_) == std::string::npos;
    }
    /// Line of the source at which the text begins.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// Whether the block is the body of a note, which is not read.
    [[nodiscard]] bool is_note() const { return is_note_; }

    /// The text line by line, normalised, without empty lines.
    [[nodiscard]] std::vector<EmphasisedText> lines() const;
    /// The same, but lines of one sentence that breaks cut are one.
    [[nodiscard]] std::vector<EmphasisedText> running_lines(LineEnds& line_ends) const;

    /// Whether all of the text is emphasised.
    [[nodiscard]] bool is_emphasised() const;
    /// The note marks that were removed since the last call.
    [[nodiscard]] std::vector<std::string> take_removed_marks() { return std::exchange(removed_marks_, {}); }

    void clear();

private:
    [[nodiscard]] std::string marked_text() const;
    [[nodiscard]] std::string with_initial_joined(std::string text) const;

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
    std::vector<std::string> removed_marks_;
    std::string initial_element_;     ///< of a drop capital that is open
    std::size_t initial_end_ = 0;     ///< byte after the drop capital; 0 if there is none
    bool initial_is_picture_ = false; ///< the drop capital is a picture
    bool wraps_ = false;              ///< the text ends with a hyphen at the end of a line
};

} // namespace recital
