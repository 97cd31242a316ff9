// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/script_detection.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// A script, a language written in it, and the letters that distinguish it from other languages of the
/// script.
struct ScriptLanguage {
    std::string script;
    std::string language;
    std::u32string letters;
};

const std::vector<ScriptLanguage>& script_languages() {
    static const auto languages = [] {
        std::vector<ScriptLanguage> loaded;
        for (DataRow& row : read_data_table(resource_folder() / "data" / "languages" / "scripts.tsv", 3, 2)) {
            std::u32string letters;
            for (std::size_t position = 0; position < row.cells[2].size();) {
                letters += next_code_point(row.cells[2], position);
            }
            loaded.push_back({std::move(row.cells[0]), std::move(row.cells[1]), std::move(letters)});
        }
        return loaded;
    }();
    return languages;
}

} // namespace

void ScriptCounter::add(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (!is_letter(c)) {
            continue;
        }
        ++total_;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
        if (script != USCRIPT_LATIN) {
            ++letters_[c];
            ++scripts_[uscript_getName(script)];
        }
    }
}

std::string ScriptCounter::language() const {
    std::size_t other = 0;
    for (const auto& [script, count] : scripts_) {
        other += count;
    }
    if (other * 2 <= total_) {
        return {};
    }
    for (const ScriptLanguage& candidate : script_languages()) {
        const auto found = scripts_.find(candidate.script);
        // Japanese is recognised by its kana, which are fewer than its Han characters.
        constexpr std::size_t min_share = 10;
        if (found != scripts_.end() && found->second * min_share >= other &&
            (candidate.letters.empty() || has(candidate.letters))) {
            return candidate.language;
        }
    }
    return {};
}

bool ScriptCounter::has_several_languages(std::string_view language) {
    const auto& all = script_languages();
    const auto own = std::find_if(all.begin(), all.end(),
                                  [language](const ScriptLanguage& row) { return row.language == language; });
    return own != all.end() && std::any_of(all.begin(), all.end(), [&](const ScriptLanguage& row) {
               return row.script == own->script && row.language != language;
           });
}

bool ScriptCounter::has(std::u32string_view letters) const {
    constexpr std::size_t one_in = 200;
    std::size_t count = 0;
    for (const char32_t letter : letters) {
        const auto found = letters_.find(letter);
        count += found == letters_.end() ? 0 : found->second;
    }
    return count > 0 && count * one_in >= total_;
}

} // namespace recital
