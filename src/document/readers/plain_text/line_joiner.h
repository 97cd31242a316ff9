// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace recital {

/// Joins lines that were wrapped by hand; a hyphen at the end of a line is removed if the word appears
/// elsewhere in the text without it.
class LineJoiner {
public:
    explicit LineJoiner(std::string_view text) : text_(text) {}

    /// Appends a line to the lines joined so far.
    void append(std::string& joined, std::string_view line);

private:
    [[nodiscard]] bool is_word_of_text(const std::string& word);

    std::string_view text_;
    std::unordered_set<std::string_view> words_; ///< of the text; filled when first asked for
};

} // namespace recital
