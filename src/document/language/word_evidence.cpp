// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/word_evidence.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace recital {

namespace {

/// The lists of all languages, as one table.
struct FunctionWords {
    std::vector<std::string> languages; ///< in alphabetical order
    std::unordered_map<std::string, std::vector<std::size_t>> words;

    [[nodiscard]] std::size_t index_of(std::string_view language) const {
        return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), language) -
                                        languages.begin());
    }
};

FunctionWords load() {
    FunctionWords loaded;
    std::vector<std::filesystem::path> files;
    for (FolderReader folder(resource_folder() / "data" / "languages" / "function_words"); folder.next();) {
        files.push_back(folder.path());
    }
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
        for (const DataRow& row : read_data_table(file, 1, 1)) {
            std::vector<std::size_t>& lists = loaded.words[fold_case(normalise_nfc(row.cells[0]))];
            if (lists.empty() || lists.back() != loaded.languages.size()) {
                lists.push_back(loaded.languages.size());
            }
        }
        loaded.languages.push_back(file.stem().string());
    }
    return loaded;
}

const FunctionWords& function_words() {
    static const FunctionWords words = load();
    return words;
}

bool has(const std::vector<std::size_t>& lists, std::size_t index) {
    return std::binary_search(lists.begin(), lists.end(), index);
}

} // namespace

bool WordEvidence::is_known(std::string_view language) {
    return function_words().index_of(language) < function_words().languages.size();
}

/// A stroke joins the single letters of an abbreviation: "c/o", "w/".
void WordEvidence::add(std::string_view text) {
    std::string word;
    std::size_t letters = 0; // since the last stroke
    std::size_t all_letters = 0;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (is_letter(c)) {
            append_utf8(word, c);
            ++letters;
            ++all_letters;
        } else if (c == U'/' && letters == 1) {
            word += '/';
            letters = 0;
        } else {
            finish(word, all_letters);
            letters = 0;
            all_letters = 0;
        }
    }
    finish(word, all_letters);
}

void WordEvidence::finish(std::string& word, std::size_t letters) {
    if (word.empty()) {
        return;
    }
    ++words_;
    std::string folded = fold_case(word);
    const bool small = folded == word;
    word.clear();
    if (letters < 2 && folded.back() != '/') {
        return;
    }
    const auto known = function_words().words.find(folded);
    const bool is_new = different_.insert(std::move(folded)).second;
    small_words_ += static_cast<std::size_t>(is_new && small);
    if (known == function_words().words.end()) {
        return;
    }
    const auto found = std::find_if(found_.begin(), found_.end(), [&known](const Found& earlier) {
        return earlier.languages == &known->second;
    });
    if (found == found_.end()) {
        found_.push_back({&known->second, 1});
    } else {
        ++found->count;
    }
}

template <typename Counts>
std::size_t WordEvidence::sum(Counts counts) const {
    std::size_t total = 0;
    for (const Found& word : found_) {
        total += counts(word);
    }
    return total;
}

std::size_t WordEvidence::count(std::string_view language) const {
    const std::size_t index = function_words().index_of(language);
    return sum(
        [index](const Found& word) { return has(*word.languages, index) ? word.count : std::size_t{0}; });
}

std::size_t WordEvidence::different(std::string_view language) const {
    const std::size_t index = function_words().index_of(language);
    return sum([index](const Found& word) { return has(*word.languages, index) ? std::size_t{1} : 0; });
}

std::size_t WordEvidence::count_without(std::string_view language, std::string_view other) const {
    const std::size_t index = function_words().index_of(language);
    const std::size_t without = function_words().index_of(other);
    return sum([index, without](const Found& word) {
        return has(*word.languages, index) && !has(*word.languages, without) ? word.count : std::size_t{0};
    });
}

std::string WordEvidence::best() const {
    std::string best;
    std::size_t max = 0;
    bool tied = false;
    for (const std::string& language : function_words().languages) {
        const std::size_t found = count(language);
        tied = found == max ? true : (found > max ? false : tied);
        best = found > max ? language : best;
        max = std::max(max, found);
    }
    return tied ? std::string() : best;
}

} // namespace recital
