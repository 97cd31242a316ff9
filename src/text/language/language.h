// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/lexeme.h"
#include "text/language/number_words.h"
#include "text/language/spoken_patterns.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace recital {

/// The neighbours that an abbreviation or a mark needs so that its entry applies.
enum class Context {
    anywhere,
    before_name,    ///< a capitalised word that does not open sentences
    before_number,  ///< a number or a roman numeral
    before_ordinal, ///< 57th
    before_year,    ///< four figures, also glued
    before_wedding, ///< a year, a day and its month, or one figure and a name: m. 1 John Bell
    after_bracket,  ///< after an opening bracket or a semicolon, and before a name or a number: (b Vienna,
                    ///< 1797)
    after_number,
    after_roman,
    after_ordinal,     ///< 12th
    after_comma,       ///< Memphis, Tenn.
    after_name,        ///< after a capitalised word or a number, and not before one
    within_name,       ///< between a German given name, an initial or a title and a surname: Hans v. Bülow
    french_title,      ///< before "de", or before a name beside a French word: M. Jullien and Mlle. Rachel
    before_place,      ///< before a name, and after a preposition, a comma or nothing: in Co. Cork
    after_place,       ///< after a name that follows a preposition of places: in Marin Co., Calif.
    before_code,       ///< B-12, SD 1361
    before_small,      ///< a word in small letters, and after one that is no verb
    in_credits,        ///< between marks: (bar.), sop., ten.
    before_mark,       ///< after a capitalised word or an ordinal, and before a mark or at the end
    in_brackets,       ///< alone in brackets after the name of a place: Louisville (KY)
    before_street,     ///< before the word or the abbreviation of a street: Penn. Ave.
    after_modifier,    ///< after a determiner, or an adjective of books or ensembles: the ed. of 1920
    before_given_name, ///< before a given name, and after no other name: with Sr. Mary
    after_source,      ///< after a word such as "from", in a place: from Conn. and
    before_small_name, ///< before a noun of a sentence without capitals: at st. mary's
    after_small_name,  ///< after a noun of a sentence without capitals: on frith st. in leeds
    after_capital,     ///< after a capitalised word without a stop, whatever follows: Trinity Coll. Dublin
    before_of,         ///< before "of", and after no name: ten miles N. of Leeds
    before_letter,     ///< before a capital alone that is no initial: in Co. B
};

/// Whether the full stop of an abbreviation can also end the sentence.
enum class StopRole {
    inside,         ///< never
    before_starter, ///< if a word that opens sentences follows
    before_capital, ///< if any capitalised word follows
};

/// An abbreviation written with a full stop.
struct Abbreviation {
    std::string spoken;
    Context context = Context::anywhere;
    StopRole stop = StopRole::inside;
    bool bare = false; ///< whether it is also written without its full stop
};

/// A unit of measurement, or another word with a singular and a plural.
struct Unit {
    std::string one;
    std::string many;
};

/// What the ending of an ordinal in figures says beside the number.
enum class OrdinalForm {
    usual,    ///< 21st
    feminine, ///< 1.ª
    plural,   ///< 5ths
    old,      ///< 2d; elsewhere the letter of a unit
};

/// How a language writes the plural of a number in words.
struct PluralRule {
    std::string ending; ///< of the singular; empty fits all
    std::string plural; ///< in its place
};

/// A currency and its subunit (empty if there is none).
struct Currency {
    Unit major;
    Unit minor;
};

/// A name that is spelled unusually and has its own entry.
struct StylisedName {
    std::string written;
    std::string spoken;
};

/// The lexical classes of words; a word may have several. Their names are those of `words.tsv`.
enum class LexicalClass : std::uint64_t {
    sentence_starter = std::uint64_t{1} << 0U,  ///< opens sentences and is not a name
    preposition = std::uint64_t{1} << 1U,       ///< opens phrases of place and time
    conjunction = std::uint64_t{1} << 2U,       ///< a long sentence may be cut before it
    determiner = std::uint64_t{1} << 3U,        ///< the, his: a year may follow it before a plural
    speech_verb = std::uint64_t{1} << 4U,       ///< said, asked
    exclamation_name = std::uint64_t{1} << 5U,  ///< a name that ends in an exclamation mark
    ruler_name = std::uint64_t{1} << 6U,        ///< a numeral after it is an ordinal, also a single letter
    numbered_thing = std::uint64_t{1} << 7U,    ///< a numeral after it is a cardinal (Act, Symphony)
    ordinal_thing = std::uint64_t{1} << 8U,     ///< a numeral before it is an ordinal (century)
    magnitude = std::uint64_t{1} << 9U,         ///< million, billion
    catalogue = std::uint64_t{1} << 10U,        ///< abbreviation of a catalogue of works (BWV, K)
    acronym = std::uint64_t{1} << 11U,          ///< written in capitals, said as a word
    key_word = std::uint64_t{1} << 12U,         ///< minor, flat: a single letter before it is a key
    metre_word = std::uint64_t{1} << 13U,       ///< time, metre: a fraction beside it is a time signature
    count_noun = std::uint64_t{1} << 14U,       ///< a number before it is a count, not a year
    count_cue = std::uint64_t{1} << 15U,        ///< nearly, over: a number after it is a count
    year_cue = std::uint64_t{1} << 16U,         ///< since, until: a number after it is a year
    singular_in_s = std::uint64_t{1} << 17U,    ///< ends in s without being a plural
    open_end = std::uint64_t{1} << 18U,         ///< present, today: may end a range of years
    ordinary_word = std::uint64_t{1} << 19U,    ///< not a month if it is in small letters
    top_level_domain = std::uint64_t{1} << 20U, ///< com, org: ends a domain name
    first_person = std::uint64_t{1} << 21U,     ///< am, think: an I before it is the pronoun
    coda = std::uint64_t{1} << 26U,             ///< two consonants that may end a word, in capitals
    given_name = std::uint64_t{1} << 27U,       ///< opens the name of a person
    ruler_title = std::uint64_t{1} << 28U,      ///< King, Pope
    breath = std::uint64_t{1} << 29U,           ///< a reader who runs out of breath breathes before these
    onset = std::uint64_t{1} << 30U,            ///< two consonants that may open a word, in capitals
    surname = std::uint64_t{1} << 31U,          ///< II or III after it is the name of a person
    infusion = std::uint64_t{1} << 32U,         ///< drip, fluids: an IV before it is spelled
    harmony = std::uint64_t{1} << 33U,          ///< chord, cadence: a numeral beside it is a degree
    day_name = std::uint64_t{1} << 34U,         ///< Monday, Easter, Eastern: may follow the time of day
    finite_verb = std::uint64_t{1} << 35U,      ///< was, began: what is before it is its subject
    clock_cue = std::uint64_t{1} << 36U,        ///< at, until: a number with a stop after it is a time
    hour_cue = std::uint64_t{1} << 37U,         ///< by, after: four figures and "hours" after it are a time
    timed_thing = std::uint64_t{1} << 38U,      ///< train, bus: is called by its time
    lasting = std::uint64_t{1} << 39U,          ///< lasts, runs: a length follows it
    rating_word = std::uint64_t{1} << 40U,      ///< rated, stars: a fraction beside it is a mark
    instrument = std::uint64_t{1} << 41U,       ///< trumpet, horn: has a key of its own
    disc = std::uint64_t{1} << 42U,             ///< single, mix: inches before it are its size
    german_name = std::uint64_t{1} << 46U,      ///< Hans, Frau: a "v." after it is "von"
    place_initials = std::uint64_t{1} << 45U,   ///< L.A, U.K (without the last stop)
    french_title = std::uint64_t{1} << 44U,     ///< Mlle, Monsieur
    maker = std::uint64_t{1} << 43U,            ///< Boeing, Studer: three figures after it are a name
    group_noun = std::uint64_t{1} << 47U,       ///< Ensemble: two numbers after it, with a stroke, are a name
    french_place = std::uint64_t{1} << 48U,     ///< Paris, Conservatoire: an M. beside it is monsieur
    french_name = std::uint64_t{1} << 49U,      ///< Camille, Henri: a French given name
    institution = std::uint64_t{1} << 50U,      ///< Army, Symphony: goes on after initials
    person_verb = std::uint64_t{1} << 51U,      ///< sang, toured: its subject is a person
    person_noun = std::uint64_t{1} << 52U,      ///< drummer, son: before the name of a person
    movement_title = std::uint64_t{1} << 53U,   ///< Allegro, Finale: a numeral before it counts movements
    day_part = std::uint64_t{1} << 54U,         ///< morning, sharp: a number before it is a time
    // Set from other tables; they have no names in `words.tsv`.
    month = std::uint64_t{1} << 22U,
    opens_abbreviation = std::uint64_t{1} << 23U,
    opens_currency = std::uint64_t{1} << 24U,
    opens_stylised_name = std::uint64_t{1} << 25U,
};

/// What emphasis on a word means for a narrator.
enum class StressRole {
    none,
    stressed, ///< is stressed if it is emphasised
    mention,  ///< an emphasised word after it is mentioned, not stressed: "the term", "called"
};

/// The knowledge about one language: all of `data/languages/<code>/`, loaded once. Views and pointers that it
/// returns are valid as long as it lives.
class Language {
public:
    /// Loads `folder`/<primary subtag of `tag`>, or `folder`/und for a language without a folder. Throws a
    /// `usage` error with file and line for a bad entry.
    Language(const std::filesystem::path& folder, std::string_view tag);

    /// BCP 47 tag as given.
    [[nodiscard]] const std::string& tag() const { return tag_; }

    [[nodiscard]] const NumberWords& numbers() const { return numbers_; }
    /// Whether the noun's ending looks feminine and it is none of the "masculine nouns"; always false for
    /// languages whose numbers have no gender.
    [[nodiscard]] bool is_feminine(std::string_view noun) const;
    /// The highest numeral of a ruler that is said as an ordinal; higher ones are cardinals.
    [[nodiscard]] std::uint64_t max_ruler_ordinal() const { return max_ruler_ordinal_; }
    /// Whether the number of a day followed by a full stop is an ordinal: 31. März.
    [[nodiscard]] bool has_ordinal_stop() const { return ordinal_stop_; }
    /// The form of the ordinal that the ending makes of a number in figures ("st"); nothing if it is not one.
    [[nodiscard]] std::optional<OrdinalForm> ordinal_ending(std::string_view ending) const noexcept;
    /// Whether the ending makes an ordinal of any number: neither plural nor old.
    [[nodiscard]] bool is_ordinal_ending(std::string_view ending) const noexcept;
    /// Bytes of the usual ending in small letters with which the word ends ("XIXth": 2); 0 if there is none.
    [[nodiscard]] std::size_t ordinal_ending_length(std::string_view word) const noexcept;
    /// How numbers in words form their plural: the first rule whose ending fits.
    [[nodiscard]] std::span<const PluralRule> plural_rules() const noexcept { return plural_rules_; }
    /// Whether the language lists which consonants open and close words (`onset`, `coda`).
    [[nodiscard]] bool lists_word_borders() const { return word_borders_; }
    /// Whether the language's voice can read the script of the word; other words are transliterated.
    [[nodiscard]] bool reads(std::string_view word) const;
    /// Whether the language has a folder; otherwise only its numbers and patterns are known.
    [[nodiscard]] bool is_known() const { return known_; }

    /// What is spoken in a way of its own.
    [[nodiscard]] const SpokenPatterns& patterns() const { return patterns_; }

    [[nodiscard]] NumberMarks number_marks() const { return number_marks_; }

    /// Whether 5/12 is the fifth of December.
    [[nodiscard]] bool day_comes_first() const { return day_comes_first_; }
    /// The magnitude for a mark attached to an amount of money ("bn": "billion"); empty if the mark is not
    /// one.
    [[nodiscard]] std::string_view magnitude_mark(std::string_view mark) const;

    /// The readings of a word (given without the full stop that follows it), or of its ending. The first
    /// whose context fits applies.
    [[nodiscard]] std::span<const Abbreviation> abbreviations(std::string_view word) const;

    /// All lexical classes of the word, as a bit mask of `LexicalClass`.
    [[nodiscard]] std::uint64_t classes(std::string_view word) const;
    /// Whether the word, as written, belongs to the class.
    [[nodiscard]] bool is(std::string_view word, LexicalClass lexical_class) const;

    /// The word's role in `stress.tsv`; the word is compared as written.
    [[nodiscard]] StressRole stress_role(std::string_view word) const;

    /// 1 to 12 for the name of a month or its abbreviation (without full stop); otherwise 0.
    [[nodiscard]] unsigned month(std::string_view word) const;
    /// Like `month`, for words that are a month only next to a day and a year: "may".
    [[nodiscard]] unsigned possible_month(std::string_view word) const;
    [[nodiscard]] const std::string& month_name(unsigned month) const { return month_names_.at(month - 1); }

    /// The unit with this symbol ("km"); null if there is none.
    [[nodiscard]] const Unit* unit(std::string_view symbol) const;
    /// The currency with this symbol or code ("$", "EUR"); null if there is none.
    [[nodiscard]] const Currency* currency(std::string_view symbol) const;

    /// The spoken form of a symbol ("&": "and"); empty if it has none.
    [[nodiscard]] std::string_view symbol(std::string_view symbol) const;
    /// The stylised name at byte `position` that ends where a word ends; null if there is none.
    [[nodiscard]] const StylisedName* stylised_name(std::string_view text, std::size_t position = 0) const;

    /// The spoken form of a dynamic mark ("ff": "fortissimo"); empty if it is not one.
    [[nodiscard]] std::string_view dynamic(std::string_view mark) const;

    /// The longest known chord quality with which `symbol` starts ("m7"), and its spoken form; null if there
    /// is none.
    [[nodiscard]] const std::pair<std::string, std::string>* chord_quality(std::string_view symbol) const;

    /// The name of a decade: of two digits without its century ("nineties"), of four digits completely ("two
    /// thousands").
    [[nodiscard]] std::string_view decade(unsigned decade) const;
    /// Singular and plural of a fraction with this denominator ("quarter", "quarters"); null if its ordinal
    /// is used.
    [[nodiscard]] const Unit* part(std::uint64_t denominator) const;

    /// A word or phrase that the program itself needs ("to" of ranges, "point" of decimals), by its key in
    /// `phrases.tsv`.
    [[nodiscard]] std::string_view phrase(std::string_view key) const;
    /// Whether the word is one of those that the phrase of the key lists, separated by spaces.
    [[nodiscard]] bool lists(std::string_view key, std::string_view word) const;

private:
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <typename Value>
    using Table = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

    void load_words(const std::filesystem::path& path);
    void load_stresses(const std::filesystem::path& path);
    void load_names(const std::filesystem::path& path);
    void load_chord_qualities(const std::filesystem::path& path);
    void load_numbers(const std::filesystem::path& folder);
    void load_ordinal_endings(const std::filesystem::path& path);
    void load_plural_rules(const std::filesystem::path& path);
    void note_opener(std::string_view written, LexicalClass lexical_class);
    void load_abbreviations(const std::filesystem::path& path);
    void load_months(const std::filesystem::path& path);
    void load_units(const std::filesystem::path& path);
    void load_currencies(const std::filesystem::path& path);

    std::string tag_;
    Table<std::string> phrases_;
    NumberWords numbers_;
    SpokenPatterns patterns_;
    NumberMarks number_marks_;
    bool day_comes_first_ = false;
    bool ordinal_stop_ = false;
    bool word_borders_ = false;
    std::vector<int> scripts_; ///< UScriptCodes that its voice reads; empty: those that `transliterate` keeps
    bool known_ = true;
    std::uint64_t max_ruler_ordinal_ = 0;
    std::vector<std::string> feminine_endings_;
    std::vector<std::pair<std::string, OrdinalForm>> ordinal_endings_;
    std::vector<PluralRule> plural_rules_;
    Table<std::string> magnitude_marks_;
    Table<std::vector<Abbreviation>> abbreviations_;
    std::vector<std::string> abbreviation_endings_; ///< "-str": of compound words; keys of `abbreviations_`
    Table<std::uint64_t> words_;
    Table<StressRole> stresses_;
    Table<unsigned> months_;
    std::vector<std::string> month_names_;
    Table<Unit> units_;
    Table<Currency> currencies_;
    Table<std::string> symbols_;
    Table<std::vector<StylisedName>> names_; ///< by their first lexeme, the longest first
    Table<std::string> dynamics_;
    std::vector<std::pair<std::string, std::string>> chord_qualities_; ///< the longest first
    std::unordered_map<unsigned, std::string> decades_;
    std::unordered_map<std::uint64_t, Unit> parts_;
};

} // namespace recital
