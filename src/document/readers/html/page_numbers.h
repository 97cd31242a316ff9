// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Removes from the text of a book the page numbers that belong to anchors: "<a id='p15'>15</a>",
/// "<a id='page20'/>20".
class PageNumbers {
public:
    /// An element opens; `id` is its identifier or name.
    void open(std::string_view id);

    /// A block opens; `id` is its identifier, `classes` are its classes.
    void open_block(std::string_view id, std::string_view classes);

    /// Whether the text of the block that is open is the number in its identifier, or any if its class is
    /// "page".
    [[nodiscard]] bool is_number(std::string_view text) const;

    /// The text after an anchor of a page without the number of that page at its start; otherwise all of it.
    [[nodiscard]] std::string_view without_number(std::string_view text);

    /// The block ends: a number in the next one belongs to the text.
    void end_block() { expected_.clear(); }

private:
    std::string block_;    ///< the number in the identifier of the block; empty for none
    std::string expected_; ///< the number that may follow; empty for none
    bool is_page_ = false; ///< the class of the block says that it is the number of a page
};

} // namespace recital
