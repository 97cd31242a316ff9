// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/docx_styles.h"

#include "base/strings.h"
#include "document/readers/office/style_names.h"

#include <cstddef>
#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// ECMA-376 Part 1, 17.17.4: a property is on if it has no value.
bool is_on(const XmlElement& property) {
    const std::string value = property.attribute("val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<int> number_in(const std::string& text) {
    return is_digits(text) && text.size() < 6 ? std::optional(std::atoi(text.c_str())) : std::nullopt;
}

void take_list(const XmlElement& properties, DocxStyle& style) {
    for (const XmlElement& property : properties.children()) {
        if (property.name() == "ilvl") {
            style.list_level = number_in(property.attribute("val"));
        } else if (property.name() == "numId") {
            style.list = property.attribute("val");
        }
    }
}

void take_paragraph_format(const XmlElement& properties, DocxStyle& style) {
    for (const XmlElement& property : properties.children()) {
        if (property.name() == "outlineLvl") {
            style.outline_level = number_in(property.attribute("val"));
        } else if (property.name() == "numPr") {
            take_list(property, style);
        }
    }
}

template <typename Value>
void inherit(std::optional<Value>& value, const std::optional<Value>& inherited) {
    value = value.has_value() ? value : inherited;
}

} // namespace

std::optional<XmlElement> child_of(const XmlElement& element, std::string_view name) {
    for (const XmlElement& child : element.children()) {
        if (child.name() == name) {
            return child;
        }
    }
    return std::nullopt;
}

DocxStyle paragraph_format(const XmlElement& properties) {
    DocxStyle format;
    take_paragraph_format(properties, format);
    return format;
}

bool is_drop_cap(const XmlElement& properties) {
    const std::optional<XmlElement> frame = child_of(properties, "framePr");
    const std::string drop = frame ? frame->attribute("dropCap") : std::string();
    return drop == "drop" || drop == "margin";
}

bool is_end_deleted(const XmlElement& properties) {
    const std::optional<XmlElement> end = child_of(properties, "rPr");
    return end && (child_of(*end, "del") || child_of(*end, "moveFrom"));
}

TextFormat run_format(const XmlElement& properties) {
    TextFormat format;
    for (const XmlElement& property : properties.children()) {
        const std::string_view name = property.name();
        if (name == "b") {
            format.is_bold = is_on(property);
        } else if (name == "i") {
            format.is_italic = is_on(property);
        } else if (name == "vanish") {
            format.is_hidden = is_on(property);
        } else if (name == "vertAlign") {
            format.is_superscript = property.attribute("val") == "superscript";
        }
    }
    return format;
}

DocxStyles::DocxStyles(const XmlDocument& document) {
    for (const XmlElement& element : document.root().children()) {
        if (element.name() != "style") {
            continue;
        }
        Entry entry;
        for (const XmlElement& property : element.children()) {
            if (property.name() == "name") {
                entry.name = property.attribute("val");
            } else if (property.name() == "basedOn") {
                entry.based_on = property.attribute("val");
            } else if (property.name() == "pPr") {
                take_paragraph_format(property, entry.own);
            } else if (property.name() == "rPr") {
                entry.own.run = run_format(property);
            }
        }
        entries_.emplace(element.attribute("styleId"), std::move(entry));
    }
}

const DocxStyle& DocxStyles::style(const std::string& id) const {
    const auto [known, is_new] = resolved_.try_emplace(id);
    if (is_new) {
        known->second = resolved(id);
    }
    return known->second;
}

DocxStyle DocxStyles::resolved(const std::string& id) const {
    DocxStyle style;
    auto entry = entries_.find(id);
    if (entry == entries_.end()) {
        style.meaning = meaning_of_style(id);
        return style;
    }
    for (std::size_t depth = 0; depth < max_inheritance && entry != entries_.end(); ++depth) {
        const DocxStyle& own = entry->second.own;
        if (style.meaning.kind == StyleMeaning::Kind::none) {
            style.meaning = meaning_of_style(entry->second.name);
        }
        inherit(style.outline_level, own.outline_level);
        inherit(style.list, own.list);
        inherit(style.list_level, own.list_level);
        style.run.inherit_from(own.run);
        entry = entries_.find(entry->second.based_on);
    }
    return style;
}

std::string DocxStyles::list_of(const std::string& id) const {
    const auto entry = entries_.find(id);
    return entry == entries_.end() ? std::string() : entry->second.own.list.value_or(std::string());
}

} // namespace recital
