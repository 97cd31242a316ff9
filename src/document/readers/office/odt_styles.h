// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.h"
#include "document/readers/office/style_names.h"
#include "document/readers/office/text_format.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace recital {

/// What a style of an OpenDocument text means, with all that it inherits.
struct OdtStyle {
    StyleMeaning meaning;
    std::optional<int> outline_level; ///< from 1; 0 is body text
    TextFormat text;
};

/// The styles of an OpenDocument text (OpenDocument 1.3 Part 3, 16).
class OdtStyles {
public:
    /// Enters the styles of `office:styles` or `office:automatic-styles`.
    void add(const XmlElement& styles);

    /// The style of that family ("paragraph", "text") and name, with what it inherits. Of an unknown one the
    /// name itself counts.
    [[nodiscard]] const OdtStyle& style(const std::string& family, const std::string& name) const;

private:
    struct Entry {
        std::string name; ///< as people see it
        std::string parent;
        OdtStyle own;
    };
    using Key = std::pair<std::string, std::string>; ///< family and name

    [[nodiscard]] OdtStyle resolved(const Key& key) const;

    std::map<Key, Entry> entries_;
    mutable std::map<Key, OdtStyle> resolved_;
};

} // namespace recital
