// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recital {

/// Counts the letters of a text and derives its language from their script, for the scripts of
/// `data/languages/scripts.tsv`.
class ScriptCounter {
public:
    void add(std::string_view text);

    /// The language (BCP 47) whose script most of the letters are in; empty if that is Latin or unknown.
    [[nodiscard]] std::string language() const;

    /// True if `data/languages/scripts.tsv` has other languages of the language's script as well: its letters
    /// are weak evidence then.
    [[nodiscard]] static bool has_several_languages(std::string_view language);

private:
    [[nodiscard]] bool has(std::u32string_view letters) const;

    std::unordered_map<char32_t, std::size_t> letters_; ///< all but Latin ones
    std::unordered_map<std::string, std::size_t> scripts_;
    std::size_t total_ = 0;
};

} // namespace recital
