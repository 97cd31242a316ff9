// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/unicode.h"
#include "document/model/document.h"

#include <set>
#include <string>

namespace recital::testing_support {

/// What a document promises, whatever it was read from; the first promise that it breaks, else empty.
inline std::string broken_promise(const Document& document) {
    if (document.musician.empty() || document.language.empty() || document.sources.empty()) {
        return "musician, language and sources are never empty";
    }
    if (document.sections.empty()) {
        return "there is at least one section";
    }
    std::set<std::string> titles;
    for (const Section& section : document.sections) {
        if (section.title.empty() || !titles.insert(section.title).second) {
            return "titles are unique and not empty: \"" + section.title + "\"";
        }
        if (section.paragraphs.empty() || section.source >= document.sources.size()) {
            return "a section has paragraphs and a source: \"" + section.title + "\"";
        }
        for (const Paragraph& paragraph : section.paragraphs) {
            const std::string& text = paragraph.text;
            if (text.empty() || text.front() == ' ' || text.back() == ' ' ||
                text.find("  ") != std::string::npos) {
                return "a paragraph has single spaces: \"" + text + "\"";
            }
            if (!is_utf8(text) || normalise_nfc(text) != text) {
                return "a paragraph is UTF-8 in normalisation form C: \"" + text + "\"";
            }
            for (std::size_t position = 0; position < text.size();) {
                const char32_t c = next_code_point(text, position);
                if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
                    return "a paragraph has no control characters: \"" + text + "\"";
                }
            }
        }
    }
    return {};
}

} // namespace recital::testing_support
