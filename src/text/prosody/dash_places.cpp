// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/prosody/dash_places.h"

namespace recital {

namespace {

bool is_dash(std::string_view sentence, const Token& token) {
    constexpr std::string_view brackets = "()[]";
    return std::holds_alternative<Dash>(token.token_class) ||
           (std::holds_alternative<Punctuation>(token.token_class) &&
            brackets.find(sentence[token.begin]) != std::string_view::npos);
}

} // namespace

std::vector<std::size_t> dash_places(std::string_view sentence, std::span<const Token> tokens,
                                     std::string_view spoken, std::span<const TextRange> words) {
    std::vector<std::size_t> places;
    std::size_t said = 0; // end of what was said so far
    for (std::size_t n = 0; n < tokens.size(); ++n) {
        if (words[n].begin < words[n].end) {
            said = words[n].end;
        } else if (said < spoken.size() && spoken[said] == ',' && is_dash(sentence, tokens[n]) &&
                   (places.empty() || places.back() != said)) {
            places.push_back(said);
        }
    }
    return places;
}

} // namespace recital
