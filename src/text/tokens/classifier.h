// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/lexeme.h"
#include "text/language/roman_numeral.h"
#include "text/language/spoken_patterns.h"
#include "text/tokens/token.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace recital {

inline constexpr std::size_t year_digits = 4;
inline constexpr unsigned earliest_year = 1000; ///< a smaller number needs a word to be a year

/// Walks over the lexemes of a sentence and turns them into tokens. Each reader looks at the current lexeme
/// and its neighbours; if it recognises them, it appends tokens, advances and returns true. The sentence and
/// the language must outlive the classifier and its tokens, which are views into them.
class Classifier {
public:
    Classifier(std::string_view sentence, const Language& language);

    [[nodiscard]] std::vector<Token> run();

private:
    // Patterns of the language (pattern.cpp).
    bool read_pattern();

    // Names and addresses (name.cpp).
    bool read_stylised_name();
    bool read_address();
    bool read_bare_domain();
    bool read_note_mark();
    bool read_edited_word();
    bool read_bracketed_plural();
    bool read_hashtag();
    bool read_romanised_name();

    // Numbers (number.cpp).
    bool read_number();
    bool read_ordinal();
    bool read_decade();
    bool read_foot_and_inch();
    bool read_duration();
    bool read_duration_by_letters();
    bool read_ratio();
    bool read_seconds();
    [[nodiscard]] bool is_old_ordinal(unsigned number, std::size_t ending) const;
    bool read_plain_number();
    bool read_foreign_decimals(Number& number, std::size_t& next, bool money = false) const;
    void read_spaced_groups(Number& number, std::size_t& next) const;
    [[nodiscard]] bool is_year(std::size_t index) const;
    [[nodiscard]] bool is_count(std::size_t index) const;
    [[nodiscard]] bool is_plural(std::size_t index) const;

    // Two numbers with a slash (fraction.cpp).
    bool read_fraction();
    bool read_rating();
    [[nodiscard]] bool is_metre(std::size_t slash) const;
    [[nodiscard]] bool is_rating(std::size_t slash) const;

    // Numbers that are names (code.cpp).
    bool read_telephone();
    bool read_postal_code();
    bool read_serial_number();
    bool read_grouped_digits();
    bool read_version(std::size_t last);
    bool read_grouped_by_points(std::size_t last);
    bool read_code();
    bool read_code_suffix();
    bool read_digits_in_name();
    [[nodiscard]] bool is_model(std::size_t index) const;

    // Dates (date.cpp).
    bool read_numeric_date();
    bool read_roman_month();
    [[nodiscard]] unsigned full_year(unsigned last_digits) const;
    bool read_month_and_day();
    bool read_month_and_year();
    bool read_hyphenated_date();
    bool read_days_of_month();
    bool read_date_from_day();
    bool read_date_from_month();
    [[nodiscard]] std::optional<unsigned> day(std::size_t index) const;
    [[nodiscard]] std::size_t after_day(std::size_t index) const;
    [[nodiscard]] std::size_t after_more_days(std::size_t index) const;
    [[nodiscard]] bool takes_article(std::size_t index) const;
    [[nodiscard]] bool joins_days(std::size_t index) const;
    bool take_days(std::size_t after, bool article);
    [[nodiscard]] std::size_t after_month(std::size_t index) const;

    // Times of day and lengths (time.cpp).
    bool read_time();
    bool read_military_time();
    bool read_minutes_and_seconds();
    bool read_running_time(const Time& time, std::size_t after);
    [[nodiscard]] bool is_time_with_stop() const;
    [[nodiscard]] std::size_t after_half_day(std::size_t index) const;

    // Amounts (amount.cpp).
    bool read_money();
    bool read_money_after();
    bool read_unit();
    bool read_shillings();
    bool read_rate();
    bool read_vulgar_fraction();
    bool read_angle();
    [[nodiscard]] std::string_view magnitude(std::size_t& index) const;
    [[nodiscard]] bool closes_quotation(std::size_t index) const;
    [[nodiscard]] bool is_size_of_disc(std::size_t mark) const;
    [[nodiscard]] bool is_noun(std::size_t index) const;
    [[nodiscard]] bool is_before_noun(std::size_t noun) const;
    [[nodiscard]] bool is_vulgar_metre(unsigned beats, unsigned value) const;
    bool read_times();
    bool read_by();

    // Powers (power.cpp).
    bool read_exponent();
    bool read_superscript();
    bool read_formula();
    [[nodiscard]] bool has_power(std::size_t base) const;

    // Words (word.cpp).
    bool read_word();
    bool read_abbreviation();
    bool read_bare_number_sign();
    bool read_initials();
    bool read_capitals();
    bool read_article_or_letter();
    bool read_code_from_letters();
    [[nodiscard]] bool follows_title(std::size_t index) const;
    [[nodiscard]] bool is_surname(std::size_t index) const;

    // Roman numerals (roman.cpp).
    bool read_roman();
    bool read_roman_item();
    bool read_small_roman();
    bool read_further_ruler(unsigned value);
    bool read_infusion();
    [[nodiscard]] bool has_roman_near(std::string_view numeral, bool next) const;
    [[nodiscard]] bool opens_clause(std::size_t name) const;
    [[nodiscard]] bool follows_numbered_thing(std::size_t index) const;
    [[nodiscard]] bool is_ruler(std::size_t name, bool single) const;
    [[nodiscard]] bool is_person(std::size_t name) const;

    // What musicians write (music.cpp).
    bool read_catalogue();
    bool read_key();
    bool read_dynamic();
    bool read_chord();
    bool read_degrees();
    bool read_progression();
    [[nodiscard]] std::size_t after_degrees(std::size_t index, bool& several) const;

    // Marks (mark.cpp).
    bool read_mark();
    bool read_short_year();
    bool read_angle_quote();
    bool read_stars();
    bool read_rank();
    bool read_negative();
    bool read_leading_point();
    bool read_punctuation();
    bool read_dash();
    bool read_doubt();
    bool read_elision();
    bool read_stroke();
    bool read_plus();
    [[nodiscard]] bool is_name_part(std::size_t index) const;
    [[nodiscard]] bool ends_full_name(std::size_t index) const;

    // The neighbouring lexemes.
    [[nodiscard]] const Lexeme* lexeme(std::size_t index) const;
    [[nodiscard]] bool is_kind(std::size_t index, LexemeKind kind) const;
    [[nodiscard]] bool is_word(std::size_t index) const { return is_kind(index, LexemeKind::word); }
    [[nodiscard]] bool is_number(std::size_t index) const { return is_kind(index, LexemeKind::number); }
    [[nodiscard]] bool is_mark(std::size_t index, std::string_view mark) const { return text(index) == mark; }
    [[nodiscard]] bool is_any_mark(std::size_t index, std::initializer_list<std::string_view> marks) const;
    [[nodiscard]] bool is_dash(std::size_t index) const;
    /// Whether there is a lexeme at the index and no space precedes it.
    [[nodiscard]] bool is_glued(std::size_t index) const;
    [[nodiscard]] std::string_view text(std::size_t index) const;
    /// The text from the lexeme `first` up to the one before `after`.
    [[nodiscard]] std::string_view span(std::size_t first, std::size_t after) const;
    [[nodiscard]] bool is_class(std::size_t index, LexicalClass lexical_class) const;
    /// Whether the current lexeme is of the class.
    [[nodiscard]] bool known_as(LexicalClass lexical_class) const {
        return (classes_ & static_cast<std::uint64_t>(lexical_class)) != 0;
    }
    /// The index of the preceding word, skipping a full stop; `index` itself if there is none.
    [[nodiscard]] std::size_t word_before(std::size_t index) const;
    /// The integer at the index, if it has at most four digits and no grouping marks.
    [[nodiscard]] std::optional<unsigned> small_number(std::size_t index) const;
    [[nodiscard]] Number number_of(std::string_view written) const;

    template <typename Class>
    [[nodiscard]] const Class* last_token() const {
        return tokens_.empty() ? nullptr : std::get_if<Class>(&tokens_.back().token_class);
    }

    /// Appends a token for the lexemes from the current one up to `next`, and advances to `next`. Returns
    /// true.
    bool take(TokenClass token_class, std::size_t next);

    std::string_view sentence_;
    const Language& language_;
    std::vector<Lexeme> lexemes_;
    std::vector<SpokenMatch> matches_; ///< of patterns, in the order of the sentence
    std::size_t match_ = 0;            ///< the next of them
    std::size_t index_ = 0;
    bool shouted_ = false;                   ///< all letters of the sentence are capitals
    bool metre_seen_ = false;                ///< a time signature precedes
    bool degrees_seen_ = false;              ///< degrees of harmony precede
    std::optional<std::ptrdiff_t> dynamics_; ///< dynamic marks of the sentence, once they are counted
    int open_quotes_ = 0;                    ///< number of quotations open at the current lexeme
    std::uint64_t classes_ = 0;              ///< of the current lexeme
    std::vector<Token> tokens_;
};

/// Whether the word, attached to a number, makes it an ordinal: 21st, 1.º
[[nodiscard]] bool is_ordinal_ending(std::string_view word);

/// Turns dashes between two amounts, years, dates or times into the "to" of a range, and shortened second
/// years (1957-58) into years.
void resolve_ranges(std::vector<Token>& tokens, const Language& language);

} // namespace recital
