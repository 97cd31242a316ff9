// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/metadata.h"
#include "document/readers/html/attributes.h"

#include <string>
#include <string_view>

namespace recital {

/// Where in the head of a page the parser is, and the metadata that the head states.
class PageHead {
public:
    /// An element opens; its metadata go to `metadata`. The first statement of a field counts.
    void open(std::string_view element, const Attributes& attributes, Metadata& metadata);
    void close(std::string_view element);

    [[nodiscard]] bool is_open() const { return is_open_; }
    /// The title for pages that link to this one, or empty.
    [[nodiscard]] const std::string& share_title() const { return share_title_; }
    [[nodiscard]] bool is_title_open() const { return is_title_open_; }

private:
    bool is_open_ = false;
    bool is_title_open_ = false;
    std::string share_title_;
};

} // namespace recital
