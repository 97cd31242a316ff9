// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/cursor.h"

#include "text/language/character.h"

#include <algorithm>

namespace recital {

Cursor::Cursor(std::string_view sentence, const Language& language, std::vector<Lexeme> lexemes,
               std::vector<SpokenMatch> patterns)
    : SentenceView(sentence, language, std::move(lexemes)), patterns_(std::move(patterns)) {
    constexpr std::size_t long_word = 5;
    tokens_.reserve(size());
    shouted_ = std::none_of(sentence.begin(), sentence.end(), is_ascii_lower) &&
               std::any_of(this->lexemes().begin(), this->lexemes().end(), [](const Lexeme& lexeme) {
                   return lexeme.kind == LexemeKind::word && lexeme.text.size() >= long_word;
               });
}

SpokenMatch* Cursor::pattern() noexcept {
    const std::size_t begin = lexeme(index_).begin;
    while (pattern_ < patterns_.size() && patterns_[pattern_].begin < begin) {
        ++pattern_;
    }
    const bool here = pattern_ < patterns_.size() && patterns_[pattern_].begin == begin;
    return here ? &patterns_[pattern_] : nullptr;
}

bool Cursor::take(TokenClass token_class, std::size_t next) {
    tokens_.push_back({std::move(token_class), lexeme(index_).begin, lexeme(next - 1).end()});
    index_ = next;
    return true;
}

void Cursor::add(TokenClass token_class, std::size_t begin, std::size_t end) {
    tokens_.push_back({std::move(token_class), begin, end});
}

void Cursor::add_after_last(TokenClass token_class) {
    add(std::move(token_class), tokens_.back().end, tokens_.back().end);
}

bool Cursor::extend_last(TokenClass token_class, std::size_t next) {
    tokens_.back() = {std::move(token_class), tokens_.back().begin, lexeme(next - 1).end()};
    index_ = next;
    return true;
}

bool Cursor::go_to(std::size_t next) noexcept {
    index_ = next;
    return true;
}

} // namespace recital
