// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/readability.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/language_tag.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace recital {

namespace {

/// A row of `data/languages/unreadable_scripts.tsv`.
struct UnreadableScript {
    std::string language;
    std::string script;  ///< as Unicode names it
    std::string reading; ///< a regular expression for words whose reading the text gives
    std::string remedy;
};

std::vector<UnreadableScript> unreadable_scripts(std::string_view language) {
    constexpr std::size_t columns = 4;
    std::vector<UnreadableScript> scripts;
    for (DataRow& row : read_data_table(resource_folder() / "data" / "languages" / "unreadable_scripts.tsv",
                                        columns, columns)) {
        if (row.cells[0] == language) {
            scripts.push_back({row.cells[0], row.cells[1], row.cells[2], row.cells[3]});
        }
    }
    return scripts;
}

std::string without_readings(std::string_view text, const std::string& reading) {
    UErrorCode status = U_ZERO_ERROR;
    const auto units =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(reading), units, 0, status);
    std::string rest;
    if (U_SUCCESS(status) != 0) {
        matcher.replaceAll("", status).toUTF8String(rest);
    }
    return U_SUCCESS(status) != 0 ? rest : std::string(text);
}

bool has_script(std::string_view text, std::string_view script) {
    for (std::size_t position = 0; position < text.size();) {
        UErrorCode status = U_ZERO_ERROR;
        const char32_t c = next_code_point(text, position);
        if (script == uscript_getName(uscript_getScript(static_cast<UChar32>(c), &status))) {
            return true;
        }
    }
    return false;
}

} // namespace

void require_readable(const Document& document) {
    for (const UnreadableScript& unreadable : unreadable_scripts(primary_subtag(document.language))) {
        for (const Section& section : document.sections) {
            const bool found = std::any_of(
                section.paragraphs.begin(), section.paragraphs.end(), [&](const Paragraph& paragraph) {
                    return has_script(without_readings(paragraph.text, unreadable.reading),
                                      unreadable.script);
                });
            if (found) {
                throw Error(ErrorKind::input, unreadable.remedy,
                            {document.sources.empty() ? std::string() : document.sources.front(), 0});
            }
        }
    }
}

} // namespace recital
