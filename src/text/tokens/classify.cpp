// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/classify.h"

#include "base/punctuation.h"
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <unicode/uchar.h>

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

} // namespace

Classifier::Classifier(std::string_view sentence, const Language& language)
    : sentence_(sentence), language_(language), lexemes_(split_lexemes(sentence, language.number_marks())),
      matches_(language.patterns().find(sentence, language.numbers())) {
    constexpr std::size_t long_word = 5;
    for (const SpokenMatch& match : matches_) {
        split_at(lexemes_, sentence, match.begin);
        split_at(lexemes_, sentence, match.end);
    }
    tokens_.reserve(lexemes_.size());
    shouted_ = std::none_of(sentence.begin(), sentence.end(), is_ascii_lower) &&
               std::any_of(lexemes_.begin(), lexemes_.end(), [](const Lexeme& lexeme) {
                   return lexeme.kind == LexemeKind::word && lexeme.text.size() >= long_word;
               });
}

std::vector<Token> Classifier::run() {
    while (index_ < lexemes_.size()) {
        classes_ = language_.classes(text(index_));
        if (read_pattern() || read_edited_word() || read_bracketed_plural() || read_catalogue() ||
            read_stylised_name() || read_telephone() || read_address() || read_note_mark()) {
            continue;
        }
        switch (lexemes_[index_].kind) {
        case LexemeKind::number:
            read_number();
            break;
        case LexemeKind::word:
            read_word();
            break;
        case LexemeKind::possessive:
            take(Possessive{}, index_ + 1);
            break;
        case LexemeKind::mark:
            read_mark();
            break;
        }
    }
    resolve_ranges(tokens_, language_);
    return std::move(tokens_);
}

const Lexeme* Classifier::lexeme(std::size_t index) const {
    return index < lexemes_.size() ? &lexemes_[index] : nullptr;
}

bool Classifier::is_kind(std::size_t index, LexemeKind kind) const {
    return index < lexemes_.size() && lexemes_[index].kind == kind;
}

std::string_view Classifier::text(std::size_t index) const {
    return index < lexemes_.size() ? lexemes_[index].text : std::string_view{};
}

std::string_view Classifier::span(std::size_t first, std::size_t after) const {
    const auto begin = lexemes_[first].begin;
    return sentence_.substr(begin, lexemes_[after - 1].end() - begin);
}

bool Classifier::is_any_mark(std::size_t index, std::initializer_list<std::string_view> marks) const {
    const auto mark = text(index);
    return !mark.empty() && std::find(marks.begin(), marks.end(), mark) != marks.end();
}

bool Classifier::is_dash(std::size_t index) const {
    return is_any_mark(index, {"-", "–", "—", "−", "‐", "‑", "―"});
}

bool Classifier::is_glued(std::size_t index) const {
    return index < lexemes_.size() && !lexemes_[index].spaced;
}

bool Classifier::is_class(std::size_t index, LexicalClass lexical_class) const {
    return is_word(index) && language_.is(text(index), lexical_class);
}

std::size_t Classifier::word_before(std::size_t index) const {
    if (index == 0) {
        return index;
    }
    const bool stop = is_mark(index - 1, ".") && index > 1 && is_glued(index - 1);
    return stop ? index - 2 : index - 1;
}

std::optional<unsigned> Classifier::small_number(std::size_t index) const {
    constexpr std::size_t max_digits = 4;
    const auto written = text(index);
    if (!is_number(index) || written.size() > max_digits ||
        !std::all_of(written.begin(), written.end(), is_ascii_digit)) {
        return std::nullopt;
    }
    unsigned value = 0;
    for (const char digit : written) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

Number Classifier::number_of(std::string_view written) const {
    Number number;
    bool decimals = false;
    for (std::size_t position = 0; position < written.size();) {
        const auto character = character_at(written, position);
        if (character.kind == CharacterKind::digit) {
            const auto digit = u_charDigitValue(static_cast<UChar32>(character.code_point));
            (decimals ? number.fraction : number.whole) += static_cast<char>('0' + digit);
        } else if (written[position] == language_.number_marks().decimal) {
            decimals = true;
        }
        position = character.end;
    }
    return number;
}

bool Classifier::take(TokenClass token_class, std::size_t next) {
    tokens_.push_back({std::move(token_class), lexemes_[index_].begin, lexemes_[next - 1].end()});
    index_ = next;
    return true;
}

namespace {

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
    auto tokens = Classifier(sentence, language).run();
    read_script_marks(sentence, tokens);
    return tokens;
}

} // namespace recital
