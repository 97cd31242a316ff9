// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/classify.h"

#include "base/punctuation.h"
#include "text/classes/precedence.h"
#include "text/classes/range.h"
#include "text/language/character.h"
#include "text/tokens/cursor.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// Text of East Asia has no blanks between words: borders of matches are borders of lexemes there.
void split_at(std::vector<Lexeme>& lexemes, std::string_view sentence, std::size_t position) {
    const auto found = std::find_if(lexemes.begin(), lexemes.end(), [position](const Lexeme& lexeme) {
        return lexeme.begin < position && position < lexeme.end();
    });
    constexpr char32_t first_of_east_asia = 0x2E80;
    if (found == lexemes.end() || character_at(sentence, position).code_point < first_of_east_asia) {
        return;
    }
    Lexeme rest = *found;
    const std::size_t length = position - found->begin;
    found->text = found->text.substr(0, length);
    rest.text = rest.text.substr(length);
    rest.begin = position;
    rest.spaced = false;
    lexemes.insert(found + 1, rest);
}

Cursor open_sentence(std::string_view sentence, const Language& language) {
    auto lexemes = split_lexemes(sentence, language.number_marks());
    auto patterns = language.patterns().find(sentence, language.numbers());
    for (const SpokenMatch& match : patterns) {
        split_at(lexemes, sentence, match.begin);
        split_at(lexemes, sentence, match.end);
    }
    return {sentence, language, std::move(lexemes), std::move(patterns)};
}

/// Marks of other scripts steer the voice like those of ASCII, which are all that a spoken form has: 、 ؟ ।
void read_script_marks(std::string_view sentence, std::vector<Token>& tokens) {
    for (Token& token : tokens) {
        if (!std::holds_alternative<Silent>(token.token_class) || token.begin >= token.end ||
            is_ascii(sentence[token.begin])) {
            continue;
        }
        const auto code_point = character_at(sentence, token.begin).code_point;
        if (const char mark = plain_mark(code_point); mark != '\0') {
            token.token_class = Punctuation{mark};
        } else if (code_point == U'（' || code_point == U'）') {
            token.token_class = Punctuation{','};
        }
    }
}

} // namespace

std::vector<Token> classify(std::string_view sentence, const Language& language) {
    Cursor cursor = open_sentence(sentence, language);
    while (!cursor.at_end()) {
        cursor.look_up();
        for (const auto recognise : recognisers_of(cursor.lexeme(cursor.index()).kind)) {
            if (recognise(cursor)) {
                break;
            }
        }
    }
    auto tokens = std::move(cursor).finish();
    resolve_ranges(tokens, language);
    read_script_marks(sentence, tokens);
    return tokens;
}

} // namespace recital
