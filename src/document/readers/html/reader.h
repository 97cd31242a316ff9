// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/line_end.h"
#include "document/model/outline.h"
#include "document/readers/html/attributes.h"
#include "document/readers/html/elements.h"
#include "document/readers/html/heading_marks.h"
#include "document/readers/html/html.h"
#include "document/readers/html/inline.h"
#include "document/readers/html/page_blocks.h"
#include "document/readers/html/page_head.h"
#include "document/readers/html/page_numbers.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Turns the events of an HTML parser into blocks.
class HtmlReader {
public:
    /// `name` is used in messages. `text` is all of the page: it shows how words that are divided at the ends
    /// of lines are spelled. Both must outlive the reader.
    HtmlReader(std::string_view text, const std::string& name, HtmlScope scope)
        : name_(name), scope_(scope), blocks_(name), line_ends_(text) {}

    /// An element opens in line `line`.
    void start(std::string_view element, const Attributes& attributes, std::size_t line);
    void end(std::string_view element);
    void characters(std::string_view text);

    /// The result. Call once, after the last event.
    [[nodiscard]] Outline finish();

private:
    /// An element that is left out with all it holds, as long as it is open.
    struct Unread {
        int depth = 0;      ///< of the element; 0 if there is none
        std::string reason; ///< empty if nobody misses it: scripts, invisible text
        std::string text;   ///< its beginning
        std::size_t line = 0;
    };
    /// An element whose blocks are set aside, as long as it is open.
    struct SetAside {
        int depth = 0; ///< of the element; 0 if there is none
        std::string reason;
        std::size_t begin = 0; ///< index of its first block
    };
    /// An element that frames a picture, as long as it is open.
    struct Frame {
        int depth = 0; ///< of the element; 0 if there is none
        bool has_picture = false;
        std::size_t begin = 0; ///< index of its first block
    };

    /// An open element that marks what it holds.
    struct MarkedElement {
        int depth = 0;
        HeadingMarks marks;
    };

    [[nodiscard]] bool leave_out(std::string_view element, ElementKind kind, const Attributes& attributes);
    void mark_picture();
    void end_unread();
    void append_pronunciation(std::string_view phonetics);
    void end_frame();
    void open(std::string_view element, ElementKind kind, const Attributes& attributes);
    void open_custom(std::string_view element);
    void open_inline(std::string_view element, const Attributes& attributes);
    void open_picture(std::string_view description);
    void close(std::string_view element, ElementKind kind);
    void flush_preformatted();
    void flush();
    void add_text();
    [[nodiscard]] bool is_caption() const;
    [[nodiscard]] bool is_caption_of_figure() const;
    [[nodiscard]] bool resume(std::string_view element);
    [[nodiscard]] bool is_link() const;
    void drop_repeated_initial();
    void add_heading();
    [[nodiscard]] bool add_marked_heading();
    [[nodiscard]] bool is_centred() const;

    static constexpr auto no_block = static_cast<std::size_t>(-1);

    const std::string& name_;
    HtmlScope scope_;
    PageHead head_;
    PageBlocks blocks_;
    InlineText inline_;
    LineEnds line_ends_;
    std::size_t line_ = 0;
    int depth_ = 0;
    Unread unread_;
    Unread paused_;         ///< a caption in which a heading is open
    int resumed_depth_ = 0; ///< of that heading
    int figure_depth_ = 0;  ///< of the figure that is open; 0 if there is none
    SetAside aside_;
    Frame frame_;
    PageNumbers page_numbers_;
    int links_ = 0;              ///< open links
    std::size_t link_bytes_ = 0; ///< of the block's text, those inside links
    std::string container_;      ///< the element of the block's text
    std::vector<MarkedElement> marked_;
    bool begins_with_image_ = false;
    int heading_ = 0;
    Block::Kind kind_ = Block::Kind::paragraph;
    bool in_preformatted_ = false;
    bool in_text_ = false;    ///< whether the last element that was opened holds running text, and is open
    std::vector<int> custom_; ///< depths of the open elements of other names that are blocks
    std::size_t initial_block_ = no_block; ///< the last block that is a picture of a drop capital
};

} // namespace recital
