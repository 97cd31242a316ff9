// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/readers/html/inline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a paragraph of a word processor is.
struct ParagraphForm {
    int heading = 0; ///< level from 1; 0 for no heading
    bool is_title = false;
    bool is_item = false;   ///< of a list, or another line that is never joined with its neighbours
    bool is_unread = false; ///< an entry of a table of contents; a caption unless captions are read
    std::string label = {}; ///< its number as the program shows it: "2.", "Chapter 1"; empty if it has none
};

/// How a piece of text looks.
struct TextLook {
    bool is_emphasised = false;
    bool is_bold = false;
    bool is_superscript = false;
};

/// Collects the text of a document of a word processor, paragraph by paragraph, into an outline. Lines of
/// blocks are numbers of paragraphs, from 1, because such documents have no lines.
class BlockBuilder {
public:
    /// `name` is used in messages and must outlive the builder.
    explicit BlockBuilder(const std::string& name) : name_(name) {}

    void begin_paragraph() { ++paragraph_; }
    void add_text(std::string_view text, const TextLook& look);
    void add_line_break() { text_.append("\n"); }
    /// The paragraph is complete. Its text becomes a block. Not called for a paragraph that goes on in the
    /// next one, because its end was deleted or it is a drop cap.
    void end_paragraph(const ParagraphForm& form);

    void begin_table() { tables_.push_back(outline_.blocks.size()); }
    /// A table that lays out a page holds running text; any other is not read.
    void end_table();

    /// The outline so far, for metadata and diagnostics.
    [[nodiscard]] Outline& outline() { return outline_; }
    /// The result. Call once, after the last paragraph.
    [[nodiscard]] Outline finish();

private:
    void set_look(const TextLook& look);
    void add_block(const ParagraphForm& form);
    void add_heading(const ParagraphForm& form, std::vector<EmphasisedText> lines);
    void add_title(const std::string& text);
    void promote_bold_lines();
    void lower_headings();

    /// Of a block, what makes a heading of it if the document marks none.
    struct Shape {
        bool is_bold_line = false;
        bool is_in_table = false;
    };

    const std::string& name_;
    Outline outline_;
    std::vector<Shape> shapes_; ///< of the blocks
    InlineText text_;
    TextLook look_;
    std::size_t paragraph_ = 0;
    std::size_t bold_letters_ = 0;
    std::size_t letters_ = 0;
    std::vector<std::size_t> tables_; ///< the block at which each open table begins
    bool has_title_ = false;
    bool has_heading_ = false;
};

} // namespace recital
