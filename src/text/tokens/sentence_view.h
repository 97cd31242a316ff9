// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"
#include "text/language/lexeme.h"
#include "text/tokens/token.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace recital {

inline constexpr std::size_t year_digits = 4;
inline constexpr unsigned earliest_year = 1000; ///< a smaller number needs a word to be a year

/// A sentence as lexemes, with questions about them. An index may be beyond the last lexeme: there is nothing
/// then, so that the text is empty and every answer is no. Sentence and language must outlive the view and
/// the texts that it returns.
class SentenceView {
public:
    SentenceView(std::string_view sentence, const Language& language, std::vector<Lexeme> lexemes);

    [[nodiscard]] std::string_view sentence() const noexcept { return sentence_; }
    [[nodiscard]] const Language& language() const noexcept { return language_; }
    /// Number of lexemes.
    [[nodiscard]] std::size_t size() const noexcept { return lexemes_.size(); }
    [[nodiscard]] bool has(std::size_t index) const noexcept { return index < lexemes_.size(); }
    /// The lexeme at the index, which must be one.
    [[nodiscard]] const Lexeme& lexeme(std::size_t index) const noexcept { return lexemes_[index]; }
    [[nodiscard]] const std::vector<Lexeme>& lexemes() const noexcept { return lexemes_; }

    [[nodiscard]] std::string_view text(std::size_t index) const noexcept {
        return has(index) ? lexemes_[index].text : std::string_view{};
    }
    /// The text from the lexeme `first` up to the one before `after`.
    [[nodiscard]] std::string_view span(std::size_t first, std::size_t after) const;

    [[nodiscard]] bool is_kind(std::size_t index, LexemeKind kind) const noexcept {
        return has(index) && lexemes_[index].kind == kind;
    }
    [[nodiscard]] bool is_word(std::size_t index) const noexcept { return is_kind(index, LexemeKind::word); }
    [[nodiscard]] bool is_number(std::size_t index) const noexcept {
        return is_kind(index, LexemeKind::number);
    }
    /// True if the text of the lexeme is this one.
    [[nodiscard]] bool is_mark(std::size_t index, std::string_view mark) const noexcept {
        return text(index) == mark;
    }
    [[nodiscard]] bool is_any_mark(std::size_t index,
                                   std::initializer_list<std::string_view> marks) const noexcept;
    /// True for hyphens, dashes and the minus sign.
    [[nodiscard]] bool is_dash(std::size_t index) const noexcept;
    /// True if there is a lexeme at the index and no space precedes it.
    [[nodiscard]] bool is_glued(std::size_t index) const noexcept {
        return has(index) && !lexemes_[index].spaced;
    }
    /// True if there is a word at the index and the language counts it to the class.
    [[nodiscard]] bool is_class(std::size_t index, LexicalClass lexical_class) const;

    /// The index of the preceding word, skipping a full stop; `index` itself if there is none.
    [[nodiscard]] std::size_t word_before(std::size_t index) const noexcept;
    /// The integer at the index, if it has at most four digits and no grouping marks.
    [[nodiscard]] std::optional<unsigned> small_number(std::size_t index) const noexcept;
    /// The number that is written so, by the decimal mark of the language.
    [[nodiscard]] Number number_of(std::string_view written) const;

private:
    std::string_view sentence_;
    const Language& language_;
    std::vector<Lexeme> lexemes_;
};

} // namespace recital
