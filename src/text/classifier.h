// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/piece.h"
#include "text/token.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace recital {

/// Walks over the pieces of a sentence and turns them into tokens. Each reader looks at the piece the walk
/// stands on and those around it; where it knows them it appends tokens, moves on and returns true.
class Classifier {
public:
    Classifier(std::string_view sentence, const Language& language);

    [[nodiscard]] std::vector<Token> run();

private:
    // What starts with a number (classify_number.cpp).
    bool read_number();
    bool read_iso_date();
    bool read_date_from_day();
    bool read_time();
    bool read_ordinal();
    bool read_decade();
    bool read_slashed();
    bool read_quantity();
    bool read_plain_number();
    [[nodiscard]] bool looks_like_year(std::size_t index) const;
    [[nodiscard]] bool read_unit(std::size_t& index, const Unit*& unit) const;

    // What starts with a letter (classify_word.cpp).
    bool read_word();
    bool read_date_from_month();
    bool read_abbreviation();
    bool read_initials();
    bool read_roman();
    bool read_key();
    bool read_catalogue();
    bool read_capitals();

    // Everything else (classify_mark.cpp).
    bool read_mark();
    bool read_stylised_name();
    bool read_address();
    bool read_money();
    bool read_range();
    bool read_short_year();
    bool read_rank();
    bool read_negative();
    bool read_vulgar_fraction();
    bool read_punctuation();

    // The pieces around.
    [[nodiscard]] const Piece* piece(std::size_t index) const;
    [[nodiscard]] bool is_word(std::size_t index) const;
    [[nodiscard]] bool is_number(std::size_t index) const;
    /// Whether the piece is this mark and, where asked, stands without a space.
    [[nodiscard]] bool is_mark(std::size_t index, std::string_view mark) const;
    [[nodiscard]] bool is_dash(std::size_t index) const;
    [[nodiscard]] bool is_glued(std::size_t index) const;
    [[nodiscard]] std::string_view text(std::size_t index) const;
    /// The whole number of at most four digits without grouping marks that stands there.
    [[nodiscard]] std::optional<unsigned> small_number(std::size_t index) const;
    /// 1 to 3999 for a roman numeral in capitals, else 0.
    [[nodiscard]] static unsigned roman(std::string_view word);
    [[nodiscard]] static Number number_of(std::string_view written);

    /// Appends a token for the pieces from the current one up to `next`, and moves there.
    bool take(TokenClass token_class, std::size_t next);

    std::string_view sentence_;
    const Language& language_;
    std::vector<Piece> pieces_;
    std::size_t index_ = 0;
    std::vector<Token> tokens_;
};

} // namespace recital
