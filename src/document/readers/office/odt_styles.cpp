// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/odt_styles.h"

#include "base/strings.h"
#include "document/readers/office/style_names.h"

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace recital {

namespace {

void take_text_format(const XmlElement& properties, TextFormat& format) {
    if (const std::string weight = properties.attribute("font-weight"); !weight.empty()) {
        format.is_bold = weight == "bold" || (is_digits(weight) && std::atoi(weight.c_str()) >= 600);
    }
    if (const std::string slope = properties.attribute("font-style"); !slope.empty()) {
        format.is_italic = slope != "normal";
    }
    if (const std::string display = properties.attribute("display"); !display.empty()) {
        format.is_hidden = display == "none";
    }
    if (const std::string position = properties.attribute("text-position"); !position.empty()) {
        format.is_superscript = position.starts_with("super") || (position[0] >= '1' && position[0] <= '9');
    }
}

/// "Heading_20_1" is "Heading 1" where a style has no name to show.
std::string decoded_name(std::string_view name) {
    std::string decoded;
    for (std::size_t n = 0; n < name.size(); ++n) {
        if (name.substr(n).starts_with("_20_")) {
            decoded += ' ';
            n += 3;
        } else {
            decoded += name[n];
        }
    }
    return decoded;
}

} // namespace

void OdtStyles::add(const XmlElement& styles) {
    for (const XmlElement& element : styles.children()) {
        if (element.name() != "style") {
            continue;
        }
        Entry entry;
        const std::string name = element.attribute("name");
        entry.name = element.attribute("display-name");
        entry.name = entry.name.empty() ? decoded_name(name) : entry.name;
        entry.parent = element.attribute("parent-style-name");
        if (const std::string level = element.attribute("default-outline-level"); is_digits(level)) {
            entry.own.outline_level = std::atoi(level.c_str());
        }
        for (const XmlElement& properties : element.children()) {
            if (properties.name() == "text-properties") {
                take_text_format(properties, entry.own.text);
            }
        }
        entries_[{element.attribute("family"), name}] = entry;
    }
}

const OdtStyle& OdtStyles::style(const std::string& family, const std::string& name) const {
    const auto [known, is_new] = resolved_.try_emplace(Key{family, name});
    if (is_new) {
        known->second = resolved(known->first);
    }
    return known->second;
}

OdtStyle OdtStyles::resolved(const Key& key) const {
    OdtStyle style;
    auto entry = entries_.find(key);
    if (entry == entries_.end()) {
        style.meaning = meaning_of_style(decoded_name(key.second));
        return style;
    }
    std::string parent;
    for (std::size_t depth = 0; depth < max_inheritance && entry != entries_.end(); ++depth) {
        const OdtStyle& own = entry->second.own;
        if (style.meaning.kind == StyleMeaning::Kind::none) {
            style.meaning = meaning_of_style(entry->second.name);
        }
        style.outline_level = style.outline_level ? style.outline_level : own.outline_level;
        style.text.inherit_from(own.text);
        parent = entry->second.parent;
        entry = entries_.find({key.first, parent});
    }
    if (style.meaning.kind == StyleMeaning::Kind::none) {
        style.meaning = meaning_of_style(decoded_name(parent)); // of a style that the file leaves out
    }
    return style;
}

} // namespace recital
