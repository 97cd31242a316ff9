// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/word_list.h"

#include "base/file.h"
#include "base/resources.h"
#include "base/strings.h"

#include <algorithm>
#include <filesystem>
#include <string>

namespace recital {

namespace {

/// A file with a word in each line, sorted by bytes, after comments: it is searched as it is, since most runs
/// ask for few words.
class WordList {
public:
    explicit WordList(const std::filesystem::path& file) : text_(read_file(file)) {
        for (std::string_view rest = text_; rest.starts_with('#'); begin_ = text_.size() - rest.size()) {
            (void)cut_front(rest, '\n');
        }
    }

    [[nodiscard]] bool contains(std::string_view word) const {
        std::size_t low = begin_; // both are starts of lines
        std::size_t high = text_.size();
        while (low < high) {
            const std::size_t middle = line_start(low + (high - low) / 2);
            const std::size_t end = std::min(text_.find('\n', middle), text_.size());
            const std::string_view line = std::string_view(text_).substr(middle, end - middle);
            if (line == word) {
                return true;
            }
            (line < word ? low : high) = line < word ? end + 1 : middle;
        }
        return false;
    }

private:
    [[nodiscard]] std::size_t line_start(std::size_t position) const {
        const auto before = text_.rfind('\n', position == 0 ? 0 : position - 1);
        return before == std::string::npos || position == 0 ? 0 : before + 1;
    }

    std::string text_;
    std::size_t begin_ = 0; ///< of the first word
};

} // namespace

bool is_english_word(std::string_view word) {
    static const WordList words(resource_folder() / "data" / "document" / "words" / "en.txt");
    return words.contains(word);
}

bool is_hyphenated_prefix(std::string_view prefix) {
    static const WordList prefixes(resource_folder() / "data" / "document" / "words" / "prefixes.txt");
    return prefixes.contains(prefix);
}

} // namespace recital
