// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// A text as libxml2 passes it, valid as long as that; empty for a null pointer.
[[nodiscard]] std::string_view view_of_xml(const unsigned char* text);

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

} // namespace recital
