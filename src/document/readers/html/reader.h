// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/line_end.h"
#include "document/model/outline.h"
#include "document/readers/html/elements.h"
#include "document/readers/html/inline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The attributes of an element as libxml2 passes them: alternating names and values, then a null pointer.
/// Valid during the parser's call only.
class Attributes {
public:
    explicit Attributes(const unsigned char** pairs) : pairs_(pairs) {}

    /// The value; empty if the attribute is missing.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    const unsigned char** pairs_;
};

/// Turns the events of an HTML parser into blocks.
class HtmlReader {
public:
    /// `name` is used in messages; `captions`: whether captions of figures are read.
    /// `text` is all of the page: it shows how words that are divided at the ends of lines are spelled. Both
    /// must outlive the reader.
    HtmlReader(std::string_view text, const std::string& name, bool captions)
        : name_(name), captions_(captions), line_ends_(text) {}

    /// An element opens in line `line`.
    void start(std::string_view element, const Attributes& attributes, std::size_t line);
    void end(std::string_view element);
    void characters(std::string_view text);

    /// The result. Call once, after the last event.
    [[nodiscard]] Outline finish();

private:
    void take_head(std::string_view element, const Attributes& attributes);
    void take_meta(const std::string& key, std::string_view value);
    void open(std::string_view element, ElementKind kind, const Attributes& attributes);
    void open_inline(std::string_view element, const Attributes& attributes);
    void open_picture(std::string_view description);
    void close(std::string_view element, ElementKind kind);
    void close_table();
    void flush_preformatted();
    void flush();
    void add_text();
    void drop_repeated_initial();
    void add_heading(const std::vector<EmphasisedText>& lines);

    static constexpr auto no_block = static_cast<std::size_t>(-1);

    const std::string& name_;
    bool captions_;
    Outline outline_;
    InlineText inline_;
    LineEnds line_ends_;
    std::size_t line_ = 0;
    int depth_ = 0;
    int unread_depth_ = 0; ///< of the enclosing element that is not read; 0 if there is none
    int heading_ = 0;
    Block::Kind kind_ = Block::Kind::paragraph;
    bool in_head_ = false;
    bool in_title_ = false;
    bool in_preformatted_ = false;
    std::size_t initial_block_ = no_block; ///< the last block that is a picture of a drop capital
    std::vector<std::size_t> tables_;      ///< the block at which each open table begins
};

} // namespace recital
