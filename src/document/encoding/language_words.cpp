// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/language_words.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

/// The folded words of two letters and more, each once.
std::vector<std::string> different_words(std::string_view text) {
    std::vector<std::string> words;
    std::size_t begin = 0; // of the word
    for (std::size_t position = 0; begin < text.size();) {
        const std::size_t end = position;
        if (position < text.size() && is_letter(next_code_point(text, position))) {
            continue;
        }
        if (const std::string_view word = text.substr(begin, end - begin); count_code_points(word) > 1) {
            words.push_back(fold_case(word));
        }
        begin = std::max(position, end + 1);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

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
    std::vector<const Languages*> known; // of each word
    for (const std::string& word : different_words(text)) {
        if (const Languages* const found = languages_of(word)) {
            known.push_back(found);
        }
    }
    std::size_t most = 0;
    for (const std::string& language : languages) {
        const auto of_language = std::count_if(
            known.begin(), known.end(), [&](const Languages* found) { return found->contains(language); });
        most = std::max(most, static_cast<std::size_t>(of_language));
    }
    return most;
}

} // namespace recital
