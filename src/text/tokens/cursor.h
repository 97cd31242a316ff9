// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/spoken_patterns.h"
#include "text/tokens/sentence_view.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

/// What the lexemes before the current one have shown about the sentence.
struct SentenceState {
    bool metre_seen = false;                ///< a time signature precedes
    bool degrees_seen = false;              ///< degrees of harmony precede
    int open_quotes = 0;                    ///< number of quotations open at the current lexeme
    std::optional<std::ptrdiff_t> dynamics; ///< dynamic marks of the sentence, once they are counted
};

/// A place in a sentence, and the tokens before it.
///
/// A recogniser is a function `bool recognise_...(Cursor&)`. It looks at the current lexeme and its
/// neighbours. If they are of its class, it takes them as tokens and returns true; otherwise it takes nothing
/// and returns false. `text/classes/precedence.cpp` lists all of them.
class Cursor : public SentenceView {
public:
    /// `patterns` are matches in the order of the sentence.
    Cursor(std::string_view sentence, const Language& language, std::vector<Lexeme> lexemes,
           std::vector<SpokenMatch> patterns);

    /// Index of the current lexeme; the number of lexemes at the end.
    [[nodiscard]] std::size_t index() const noexcept { return index_; }
    [[nodiscard]] bool at_end() const noexcept { return index_ >= size(); }
    /// The tokens taken so far, in the order of the sentence.
    [[nodiscard]] const std::vector<Token>& tokens() const noexcept { return tokens_; }
    /// The class of the last token, if it is this one; otherwise null. Valid until the next token is taken.
    template <typename Class>
    [[nodiscard]] const Class* last_token() const noexcept {
        return tokens_.empty() ? nullptr : std::get_if<Class>(&tokens_.back().token_class);
    }
    /// Like `last_token`, of the token before the last one.
    template <typename Class>
    [[nodiscard]] const Class* last_token_but_one() const noexcept {
        return tokens_.size() < 2 ? nullptr : std::get_if<Class>(&tokens_[tokens_.size() - 2].token_class);
    }
    /// True if all letters of the sentence are capitals.
    [[nodiscard]] bool is_shouted() const noexcept { return shouted_; }

    [[nodiscard]] const SentenceState& state() const noexcept { return state_; }
    [[nodiscard]] SentenceState& state() noexcept { return state_; }

    /// Looks the current lexeme up in the language for `is_current`. Called once for each lexeme.
    void look_up() { classes_ = language().classes(text(index_)); }
    /// True if the language counts the lexeme that was looked up to the class.
    [[nodiscard]] bool is_current(LexicalClass lexical_class) const noexcept {
        return (classes_ & static_cast<std::uint64_t>(lexical_class)) != 0;
    }
    /// The match of a pattern that begins at the current lexeme; null if there is none.
    [[nodiscard]] SpokenMatch* pattern() noexcept;

    /// Appends a token for the lexemes from the current one up to `next`, which becomes the current one.
    /// Returns true.
    bool take(TokenClass token_class, std::size_t next);
    /// Appends a token for the bytes from `begin` to `end` of the sentence, and stays.
    void add(TokenClass token_class, std::size_t begin, std::size_t end);
    /// Appends a token for nothing that is written, after the last one, which must exist.
    void add_after_last(TokenClass token_class);
    /// Like `take`, for one token in place of the last one, which must exist, and the lexemes up to `next`.
    bool extend_last(TokenClass token_class, std::size_t next);
    /// Makes `next` the current lexeme: the tokens of those before it were added. Returns true.
    bool go_to(std::size_t next) noexcept;

    /// Returns the tokens. Call once, at the end.
    [[nodiscard]] std::vector<Token> finish() && { return std::move(tokens_); }

private:
    std::vector<SpokenMatch> patterns_;
    std::size_t pattern_ = 0; ///< the next of them
    std::size_t index_ = 0;
    bool shouted_ = false;
    std::uint64_t classes_ = 0; ///< of the current lexeme
    SentenceState state_;
    std::vector<Token> tokens_;
};

} // namespace recital
