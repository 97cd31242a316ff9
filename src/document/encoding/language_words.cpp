// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/language_words.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <algorithm>
#include <filesystem>

namespace recital {

LanguageWords::LanguageWords() {
    for (const char* const folder : {"function_words", "biography_words"}) {
        for (FolderReader files(resource_folder() / "data" / "languages" / folder); files.next();) {
            const std::string language = files.path().stem().string();
            for (const DataRow& row : read_data_table(files.path(), 1, 1)) {
                words_[fold_case(normalise_nfc(row.cells[0]))].insert(language);
                ++counts_[language];
            }
        }
    }
}

const LanguageWords& LanguageWords::known() {
    static const LanguageWords words;
    return words;
}

const LanguageWords::Languages* LanguageWords::languages_of(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
}

std::size_t LanguageWords::count(std::string_view language) const {
    const auto found = counts_.find(language);
    return found == counts_.end() ? 0 : found->second;
}

std::size_t LanguageWords::most_in(std::string_view text, std::span<const std::string> languages) const {
    std::set<std::string, std::less<>> words;
    std::string word;
    for (std::size_t position = 0; position <= text.size();) {
        const char32_t c = position < text.size() ? next_code_point(text, position) : U'\0';
        if (is_letter(c)) {
            append_utf8(word, c);
            continue;
        }
        if (count_code_points(word) > 1) {
            words.insert(fold_case(word));
        }
        word.clear();
        if (position >= text.size()) {
            break;
        }
    }
    std::size_t most = 0;
    for (const std::string& language : languages) {
        const auto known = std::count_if(words.begin(), words.end(), [&](const std::string& one) {
            const Languages* const found = languages_of(one);
            return found != nullptr && found->contains(language);
        });
        most = std::max(most, static_cast<std::size_t>(known));
    }
    return most;
}

} // namespace recital
