// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/text_format.h"

namespace recital {

void TextFormat::override_with(const TextFormat& other) {
    TextFormat stated = other;
    stated.inherit_from(*this);
    *this = stated;
}

void TextFormat::inherit_from(const TextFormat& parent) {
    is_bold = is_bold.has_value() ? is_bold : parent.is_bold;
    is_italic = is_italic.has_value() ? is_italic : parent.is_italic;
    is_hidden = is_hidden.has_value() ? is_hidden : parent.is_hidden;
    is_superscript = is_superscript.has_value() ? is_superscript : parent.is_superscript;
}

TextLook TextFormat::look() const {
    const bool bold = is_bold.value_or(false);
    return {bold || is_italic.value_or(false), bold, is_superscript.value_or(false)};
}

} // namespace recital
