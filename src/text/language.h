// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/number_words.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// What an abbreviation or a mark must stand beside to be read as its entry says.
enum class Context {
    anywhere,
    before_name,   ///< a capitalised word that opens no sentence
    before_number, ///< a number or a roman numeral
    after_number,
    after_name, ///< a capitalised word or a number
};

/// An abbreviation written with a full stop.
struct Abbreviation {
    std::string spoken;
    Context context = Context::anywhere;
    bool may_end_sentence = false; ///< whether its stop can be the sentence's as well
};

/// A unit of measurement, or another word said differently of one and of many.
struct Unit {
    std::string one;
    std::string many;
};

/// A currency and its hundredth part (empty where there is none).
struct Currency {
    Unit major;
    Unit minor;
};

/// What a word is known as; one word may be several.
enum class WordClass : std::uint32_t {
    sentence_starter = 1U << 0U, ///< opens sentences and is no name
    ruler_name = 1U << 1U,       ///< a numeral after it is an ordinal
    numbered_thing = 1U << 2U,   ///< a numeral after it is a cardinal (Act, Symphony)
    magnitude = 1U << 3U,        ///< million, billion
    catalogue = 1U << 4U,        ///< mark of a composer's catalogue (BWV, K)
    speech_verb = 1U << 5U,      ///< said, asked
    preposition = 1U << 6U,
    exclamation_name = 1U << 7U, ///< a name that ends in an exclamation mark
    acronym = 1U << 8U,          ///< written in capitals, said as a word
    musical_form = 1U << 9U,     ///< sonata, minor: a single letter beside it is a key
    count_noun = 1U << 10U,      ///< a number before it is a count, not a year
    conjunction = 1U << 11U,     ///< a long sentence may be cut in front of it
};

/// What is known of one language: everything that `data/languages/<code>/` says, loaded once.
class Language {
public:
    /// Loads `folder`/<primary subtag of `tag`>. Throws a `usage` error with file and line for a bad entry.
    Language(const std::filesystem::path& folder, std::string_view tag);

    /// BCP 47 tag as given.
    [[nodiscard]] const std::string& tag() const { return tag_; }

    [[nodiscard]] const NumberWords& numbers() const { return numbers_; }

    /// The readings of a word followed by a full stop (given without it), the first that fits its context
    /// counts.
    [[nodiscard]] std::span<const Abbreviation> abbreviations(std::string_view word) const;

    /// Whether the word, as written, belongs to the class.
    [[nodiscard]] bool is(std::string_view word, WordClass word_class) const;

    /// 1 to 12 for the name or abbreviation (without stop) of a month, else 0.
    [[nodiscard]] unsigned month(std::string_view word) const;
    [[nodiscard]] const std::string& month_name(unsigned month) const { return month_names_.at(month - 1); }

    [[nodiscard]] const Unit* unit(std::string_view symbol) const;
    [[nodiscard]] const Currency* currency(std::string_view symbol) const;

    /// What is said for a symbol or a name with a stylised spelling; empty where nothing is known.
    [[nodiscard]] std::string_view symbol(std::string_view symbol) const;
    [[nodiscard]] std::string_view stylised_name(std::string_view written) const;

    /// A word or phrase that the program itself needs ("to" of ranges, "point" of decimals).
    [[nodiscard]] std::string_view phrase(std::string_view key) const;

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename Value>
    using Table = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    void load_words(const std::filesystem::path& folder);
    void load_abbreviations(const std::filesystem::path& path);
    void load_months(const std::filesystem::path& path);
    void load_units(const std::filesystem::path& path);
    void load_currencies(const std::filesystem::path& path);

    std::string tag_;
    Table<std::string> phrases_;
    NumberWords numbers_;
    Table<std::vector<Abbreviation>> abbreviations_;
    Table<std::uint32_t> words_;
    Table<unsigned> months_;
    std::vector<std::string> month_names_;
    Table<Unit> units_;
    Table<Currency> currencies_;
    Table<std::string> symbols_;
    Table<std::string> names_;
};

} // namespace recital
