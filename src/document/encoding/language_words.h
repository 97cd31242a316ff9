// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// The words of `data/languages/function_words` and `biography_words` of all languages in Latin letters.
class LanguageWords {
public:
    using Languages = std::set<std::string, std::less<>>;

    /// Those installed with the program, loaded on first use and kept until the program ends.
    [[nodiscard]] static const LanguageWords& known();

    /// The languages that have the folded word; null if none has.
    [[nodiscard]] const Languages* languages_of(std::string_view word) const;
    /// How many words of the language are known.
    [[nodiscard]] std::size_t count(std::string_view language) const;

    /// How many different words of the text the one of the languages has that has most of them.
    [[nodiscard]] std::size_t most_in(std::string_view text, std::span<const std::string> languages) const;

private:
    LanguageWords();

    std::map<std::string, Languages, std::less<>> words_;
    std::map<std::string, std::size_t, std::less<>> counts_;
};

} // namespace recital
