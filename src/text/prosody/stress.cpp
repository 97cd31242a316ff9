// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/prosody/stress.h"

#include "base/unicode.h"
#include "text/language/language.h"

#include <algorithm>
#include <string>

namespace recital {

namespace {

constexpr std::size_t max_words = 3;

bool is_inside(const Token& token, const TextRange& range) {
    return token.begin >= range.begin && token.end <= range.end;
}

std::string with_straight_apostrophes(std::string_view word) {
    constexpr std::string_view apostrophe = "\u2019";
    std::string straight;
    while (!word.empty()) {
        const bool curly = word.starts_with(apostrophe);
        straight += curly ? '\'' : word.front();
        word.remove_prefix(curly ? apostrophe.size() : 1);
    }
    return straight;
}

/// Whether the span begins and ends at blanks or at punctuation that closes a clause.
bool stands_free(std::string_view sentence, const TextRange& range) {
    constexpr std::string_view opening = " (\u2014";
    constexpr std::string_view closing = " ,;:.!?)\u2014";
    return (range.begin == 0 || opening.find(sentence[range.begin - 1]) != std::string_view::npos) &&
           (range.end == sentence.size() || closing.find(sentence[range.end]) != std::string_view::npos);
}

class StressReader {
public:
    StressReader(std::string_view sentence, std::span<const Token> tokens, const Language& language)
        : sentence_(sentence), tokens_(tokens), language_(language) {
        for (const Token& token : tokens) {
            words_ += static_cast<std::size_t>(std::holds_alternative<PlainWord>(token.token_class));
        }
    }

    [[nodiscard]] bool is_stressed(const TextRange& range) const {
        const auto first = std::find_if(tokens_.begin(), tokens_.end(),
                                        [&range](const Token& token) { return token.end > range.begin; });
        if (!stands_free(sentence_, range) || (first != tokens_.begin() && is_mention(*(first - 1)))) {
            return false;
        }
        std::size_t count = 0;
        for (auto token = first; token != tokens_.end() && token->begin < range.end; ++token) {
            const auto* word = std::get_if<PlainWord>(&token->token_class);
            const bool closes = std::holds_alternative<Punctuation>(token->token_class);
            if (!is_inside(*token, range) ||
                !(word == nullptr ? closes : can_be_stressed(*word, token == tokens_.begin()))) {
                return false;
            }
            count += static_cast<std::size_t>(word != nullptr);
        }
        return count > 0 && count <= max_words && count < words_;
    }

private:
    [[nodiscard]] bool can_be_stressed(const PlainWord& word, bool opens_sentence) const {
        const std::string written = with_straight_apostrophes(word.written);
        return language_.stress_role(opens_sentence ? fold_case(written) : written) == StressRole::stressed;
    }

    [[nodiscard]] bool is_mention(const Token& token) const {
        const auto* word = std::get_if<PlainWord>(&token.token_class);
        return word != nullptr && language_.stress_role(word->written) == StressRole::mention;
    }

    std::string_view sentence_;
    std::span<const Token> tokens_;
    const Language& language_;
    std::size_t words_ = 0; ///< of the sentence
};

} // namespace

std::vector<TextRange> stressed_words(std::string_view sentence, std::span<const Token> tokens,
                                      std::span<const TextRange> emphases, const Language& language) {
    std::vector<TextRange> stressed;
    const StressReader reader(sentence, tokens, language);
    std::copy_if(emphases.begin(), emphases.end(), std::back_inserter(stressed),
                 [&reader](const TextRange& range) { return reader.is_stressed(range); });
    return stressed;
}

std::vector<TextRange> spoken_ranges(std::span<const TextRange> ranges, std::span<const Token> tokens,
                                     std::span<const TextRange> words) {
    std::vector<TextRange> spoken;
    for (const TextRange& range : ranges) {
        TextRange heard;
        for (std::size_t n = 0; n < tokens.size(); ++n) {
            if (is_inside(tokens[n], range) && words[n].begin < words[n].end) {
                heard.begin = heard.end == 0 ? words[n].begin : heard.begin;
                heard.end = words[n].end;
            }
        }
        if (heard.end > heard.begin) {
            spoken.push_back(heard);
        }
    }
    return spoken;
}

} // namespace recital
