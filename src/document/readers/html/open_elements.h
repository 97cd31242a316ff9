// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The elements that pieces of markup between other text leave open: "<figure>", and later "</figure>". Only
/// elements that decide how their content is read: tables, figures, lists, divisions.
class OpenElements {
public:
    /// Adds a piece of markup. Linear in its length.
    void add(std::string_view markup);

    /// The start tags of the elements that are open, in one line; not more than a few kilobytes.
    [[nodiscard]] std::string start_tags() const;

private:
    struct Element {
        std::string name;
        std::string tag;
    };

    std::size_t take_tag(std::string_view markup, std::size_t at);
    void open(std::string name, std::string_view tag);
    void close(std::string_view name);

    std::vector<Element> elements_;
    std::size_t bytes_ = 0; ///< of their tags
};

/// Whether there is a picture or player in the markup.
[[nodiscard]] bool holds_picture(std::string_view markup);

} // namespace recital
