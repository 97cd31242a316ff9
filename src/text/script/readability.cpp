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

const std::vector<UnreadableScript>& unreadable_scripts() {
    static const auto scripts = [] {
        constexpr std::size_t columns = 4;
        std::vector<UnreadableScript> loaded;
        for (DataRow& row : read_data_table(
                 resource_folder() / "data" / "languages" / "unreadable_scripts.tsv", columns, columns)) {
            loaded.push_back({row.cells[0], row.cells[1], row.cells[2], row.cells[3]});
        }
        return loaded;
    }();
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

std::string remedy_for_script(std::string_view text, std::string_view language) {
    const std::vector<UnreadableScript>& scripts = unreadable_scripts();
    const auto found = std::find_if(scripts.begin(), scripts.end(), [&](const UnreadableScript& unreadable) {
        return unreadable.language == primary_subtag(language) &&
               has_script(without_readings(text, unreadable.reading), unreadable.script);
    });
    return found == scripts.end() ? std::string() : found->remedy;
}

void require_readable(const Document& document) {
    for (const Section& section : document.sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            if (const std::string remedy = remedy_for_script(paragraph.text, document.language);
                !remedy.empty()) {
                throw Error(ErrorKind::input, remedy,
                            {document.sources.empty() ? std::string() : document.sources.front(), 0});
            }
        }
    }
}

} // namespace recital
