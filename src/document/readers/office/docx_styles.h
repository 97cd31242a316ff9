// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.h"
#include "document/readers/office/style_names.h"
#include "document/readers/office/text_format.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// What a style of Word means, with all that it inherits.
struct DocxStyle {
    StyleMeaning meaning;
    std::optional<int> outline_level; ///< from 0; 9 is body text
    std::optional<std::string> list;  ///< w:numId
    std::optional<int> list_level;    ///< from 0
    TextFormat run;
};

/// The styles of a document of Word (ECMA-376 Part 1, 17.7).
class DocxStyles {
public:
    DocxStyles() = default;
    /// Of the part `styles.xml`.
    explicit DocxStyles(const XmlDocument& document);

    /// The style with that id, with what it inherits. Of an unknown one the id itself counts as its name.
    [[nodiscard]] const DocxStyle& style(const std::string& id) const;
    /// The list that a numbering style stands for; empty if there is none.
    [[nodiscard]] std::string list_of(const std::string& id) const;

private:
    struct Entry {
        std::string name;
        std::string based_on;
        DocxStyle own;
    };

    [[nodiscard]] DocxStyle resolved(const std::string& id) const;

    std::map<std::string, Entry> entries_;
    mutable std::map<std::string, DocxStyle> resolved_;
};

/// The child element with that name; nothing if there is none.
[[nodiscard]] std::optional<XmlElement> child_of(const XmlElement& element, std::string_view name);

/// What the properties of a paragraph (w:pPr) state themselves, without their style.
[[nodiscard]] DocxStyle paragraph_format(const XmlElement& properties);

/// Whether the paragraph of these properties is a drop cap: the next one goes on with the word.
[[nodiscard]] bool is_drop_cap(const XmlElement& properties);

/// Whether the end of the paragraph of these properties was deleted, so that the next one goes on.
[[nodiscard]] bool is_end_deleted(const XmlElement& properties);

/// The format that the properties of a run (w:rPr) state.
[[nodiscard]] TextFormat run_format(const XmlElement& properties);

} // namespace recital
