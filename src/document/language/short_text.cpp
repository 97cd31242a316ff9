// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/short_text.h"

#include "base/unicode.h"
#include "document/encoding/alphabets.h"
#include "document/encoding/language_words.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view english = "en";

using Languages = LanguageWords::Languages;

/// The words of the text, folded. Of those with a capital, which may be names, only the first of each
/// sentence. `all` grows by the number of all words.
Languages words_of(std::string_view text, std::size_t& all) {
    Languages words;
    std::string word;
    bool begins_sentence = true;
    const auto finish = [&] {
        std::string folded = fold_case(word);
        all += count_code_points(word) > 1 ? 1U : 0U;
        if (count_code_points(word) > 1 && (folded == word || begins_sentence)) {
            words.insert(std::move(folded));
        }
        begins_sentence = begins_sentence && word.empty();
        word.clear();
    };
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (is_letter(c)) {
            append_utf8(word, c);
            continue;
        }
        finish();
        begins_sentence = begins_sentence || c == U'.' || c == U'!' || c == U'?' || c == U'\n';
    }
    finish();
    return words;
}

/// What speaks for a language.
struct Support {
    std::size_t words = 0;       ///< of the language
    double rareness = 0.0;       ///< a word counts the more the fewer languages have it
    std::size_t others = 0;      ///< words that English does not have
    std::size_t long_others = 0; ///< those of them that are no abbreviation, as "op" and "am" may be
};

using Supports = std::map<std::string, Support, std::less<>>;

Supports support_of(const Languages& words, std::size_t& english_words) {
    constexpr std::size_t min_long = 4; // bytes
    Supports supports;
    for (const std::string& word : words) {
        const Languages* const known = LanguageWords::known().languages_of(word);
        if (known == nullptr) {
            continue;
        }
        const bool is_english = known->contains(english);
        english_words += is_english ? 1U : 0U;
        for (const std::string& language : *known) {
            Support& support = supports[language];
            ++support.words;
            support.rareness += 1.0 / static_cast<double>(known->size());
            support.others += is_english ? 0U : 1U;
            support.long_others += !is_english && word.size() >= min_long ? 1U : 0U;
        }
    }
    return supports;
}

/// Whether English words are in the text that the language does not have.
bool has_english(const Support& support, std::size_t english_words) {
    return english_words + support.others > support.words;
}

/// Whether the words are enough of those that may show a language: "sit" is not, among the words of another
/// one.
bool is_enough(const Support& support, std::size_t words) {
    constexpr std::size_t one_in = 4;
    return support.words * one_in > words && (support.others > 1 || support.long_others > 0);
}

/// Whether a word in lower case has a letter that the language does not.
bool has_strange_word(const Languages& words, const std::string& language) {
    return std::any_of(words.begin(), words.end(), [&language](const std::string& word) {
        return Alphabets::known().share_of_strangers(word, language) > 0;
    });
}

/// Of languages with the same support, the one of which more words are known is the more frequent one.
double of_known(const std::string& language) {
    constexpr double weight = 1e-4;
    return weight * static_cast<double>(LanguageWords::known().count(language));
}

} // namespace

std::string language_of_short_text(std::string_view text, std::string_view detected) {
    constexpr double min_rareness = 0.3; // "la" is a word of many languages
    constexpr double detector = 0.75;
    std::size_t all_words = 0;
    const Languages words = words_of(text, all_words);
    std::size_t english_words = 0;
    std::string best;
    double best_score = 0.0;
    for (const auto& [language, support] : support_of(words, english_words)) {
        if (language == english || support.others == 0 || support.rareness < min_rareness ||
            !is_enough(support, all_words) || has_english(support, english_words) ||
            has_strange_word(words, language)) {
            continue;
        }
        const double score = static_cast<double>(support.words) + support.rareness +
                             (language == detected ? detector : 0.0) + of_known(language);
        if (score > best_score) {
            best = language;
            best_score = score;
        }
    }
    return best;
}

} // namespace recital
