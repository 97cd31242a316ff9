// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "text/language/character.h"
#include "text/language/language.h"

#include <fmt/format.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t months_in_year = 12;

using Rows = std::vector<DataRow>;

/// The rows of a file that a language may do without.
Rows read_optional(const std::filesystem::path& path, std::size_t columns, std::size_t required) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? read_data_table(path, columns, required) : Rows{};
}

template <typename Map>
void read_pairs(const std::filesystem::path& path, Map& map) {
    for (auto& row : read_optional(path, 2, 2)) {
        map.insert_or_assign(std::move(row.cells[0]), std::move(row.cells[1]));
    }
}

template <typename Value, std::size_t count>
Value choice(const DataRow& row, std::size_t column,
             const std::array<std::pair<std::string_view, Value>, count>& choices) {
    for (const auto& [name, value] : choices) {
        if (row.cells[column] == name) {
            return value;
        }
    }
    std::string known;
    for (const auto& [name, value] : choices) {
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw Error(ErrorKind::usage, fmt::format("'{}' is not one of: {}", row.cells[column], known), row.place);
}

std::string to_ascii_case(std::string text, bool upper) {
    for (char& byte : text) {
        const bool changes = upper ? is_ascii_lower(byte) : is_ascii_upper(byte);
        byte = changes ? static_cast<char>(byte ^ 0x20) : byte;
    }
    return text;
}

/// The scripts that a language is written in, and Latin, which all voices know.
std::vector<int> scripts_of(const std::string& tag) {
    constexpr std::size_t max = 8;
    std::array<UScriptCode, max> codes{};
    UErrorCode status = U_ZERO_ERROR;
    const auto count = uscript_getCode(tag.c_str(), codes.data(), max, &status);
    std::vector<int> scripts{USCRIPT_LATIN, USCRIPT_COMMON, USCRIPT_INHERITED};
    if (U_SUCCESS(status) != 0) {
        scripts.insert(scripts.end(), codes.begin(), codes.begin() + count);
    }
    return scripts;
}

std::filesystem::path language_folder(const std::filesystem::path& folder, std::string_view tag) {
    const auto own = folder / tag.substr(0, tag.find('-'));
    std::error_code ignored;
    return std::filesystem::is_directory(own, ignored) ? own : folder / "und";
}

} // namespace

Language::Language(const std::filesystem::path& folder, std::string_view tag)
    : tag_(tag), phrases_([&] {
          Table<std::string> phrases;
          read_pairs(folder / "und" / "phrases.tsv", phrases); // what the language's own file leaves out
          read_pairs(language_folder(folder, tag) / "phrases.tsv", phrases);
          return phrases;
      }()),
      numbers_(tag, {{std::string(phrase("rules cardinal")), std::string(phrase("rules count")),
                      std::string(phrase("rules feminine count")), std::string(phrase("rules ordinal")),
                      std::string(phrase("rules feminine ordinal")), std::string(phrase("rules year"))},
                     std::string(phrase("quintillion")),
                     std::string(phrase("number breaks"))}),
      number_marks_{phrase("decimal mark").front(), phrase("group mark").front()},
      day_comes_first_(phrase("numeric date") == "day first") {
    const auto path = language_folder(folder, tag);
    known_ = path.filename() != "und";
    if (phrase("letters") == "own") {
        scripts_ = scripts_of(tag_);
    }
    max_ruler_ordinal_ = std::strtoull(std::string(phrase("highest ruler ordinal")).c_str(), nullptr, 10);
    std::istringstream dotted{std::string(phrase("ordinal stop"))};
    ordinal_stop_ = std::find(std::istream_iterator<std::string>(dotted), {},
                              tag_.substr(0, tag_.find('-'))) != std::istream_iterator<std::string>();
    std::istringstream endings{std::string(phrase("feminine endings"))};
    for (std::string ending; endings >> ending;) {
        feminine_endings_.push_back(ending);
    }
    const auto own_or_shared = [&](std::string_view name) {
        std::error_code ignored;
        return std::filesystem::exists(path / name, ignored) ? path / name : folder / "und" / name;
    };
    load_ordinal_endings(own_or_shared("ordinal_endings.tsv"));
    load_plural_rules(own_or_shared("plurals.tsv"));
    if (known_) {
        patterns_ = SpokenPatterns({path / "patterns.tsv"}, path / "forms.tsv");
    } else {
        const std::string own = tag_.substr(0, tag_.find('-')) + ".tsv";
        patterns_ = SpokenPatterns({folder / "patterns" / own, folder / "patterns" / "und.tsv"},
                                   folder / "patterns" / "forms" / own);
        load_abbreviations(folder / "abbreviations" / own);
        load_words(folder / "words" / own);
    }
    load_words(path / "words.tsv");
    load_abbreviations(path / "abbreviations.tsv");
    load_months(path / "months.tsv");
    load_units(path / "units.tsv");
    load_currencies(path / "currencies.tsv");
    read_pairs(path / "symbols.tsv", symbols_);
    read_pairs(path / "magnitude_marks.tsv", magnitude_marks_);
    load_names(path / "stylised_names.tsv");
    read_pairs(path / "dynamics.tsv", dynamics_);
    load_chord_qualities(path / "chords.tsv");
    load_stresses(path / "stress.tsv");
    load_numbers(path);
}

void Language::load_words(const std::filesystem::path& path) {
    static constexpr std::array<std::pair<std::string_view, LexicalClass>, 51> classes{{
        {"sentence_starter", LexicalClass::sentence_starter},
        {"preposition", LexicalClass::preposition},
        {"conjunction", LexicalClass::conjunction},
        {"determiner", LexicalClass::determiner},
        {"speech_verb", LexicalClass::speech_verb},
        {"exclamation_name", LexicalClass::exclamation_name},
        {"ruler_name", LexicalClass::ruler_name},
        {"numbered_thing", LexicalClass::numbered_thing},
        {"ordinal_thing", LexicalClass::ordinal_thing},
        {"magnitude", LexicalClass::magnitude},
        {"catalogue", LexicalClass::catalogue},
        {"acronym", LexicalClass::acronym},
        {"key_word", LexicalClass::key_word},
        {"metre_word", LexicalClass::metre_word},
        {"count_noun", LexicalClass::count_noun},
        {"count_cue", LexicalClass::count_cue},
        {"year_cue", LexicalClass::year_cue},
        {"singular_in_s", LexicalClass::singular_in_s},
        {"open_end", LexicalClass::open_end},
        {"ordinary_word", LexicalClass::ordinary_word},
        {"top_level_domain", LexicalClass::top_level_domain},
        {"first_person", LexicalClass::first_person},
        {"coda", LexicalClass::coda},
        {"breath", LexicalClass::breath},
        {"onset", LexicalClass::onset},
        {"ruler_title", LexicalClass::ruler_title},
        {"given_name", LexicalClass::given_name},
        {"surname", LexicalClass::surname},
        {"infusion", LexicalClass::infusion},
        {"harmony", LexicalClass::harmony},
        {"day_name", LexicalClass::day_name},
        {"finite_verb", LexicalClass::finite_verb},
        {"clock_cue", LexicalClass::clock_cue},
        {"hour_cue", LexicalClass::hour_cue},
        {"timed_thing", LexicalClass::timed_thing},
        {"lasting", LexicalClass::lasting},
        {"rating_word", LexicalClass::rating_word},
        {"instrument", LexicalClass::instrument},
        {"disc", LexicalClass::disc},
        {"maker", LexicalClass::maker},
        {"german_name", LexicalClass::german_name},
        {"place_initials", LexicalClass::place_initials},
        {"french_title", LexicalClass::french_title},
        {"french_place", LexicalClass::french_place},
        {"french_name", LexicalClass::french_name},
        {"institution", LexicalClass::institution},
        {"person_verb", LexicalClass::person_verb},
        {"person_noun", LexicalClass::person_noun},
        {"movement_title", LexicalClass::movement_title},
        {"day_part", LexicalClass::day_part},
        {"group_noun", LexicalClass::group_noun},
    }};
    for (const auto& row : read_optional(path, 2, 2)) {
        const auto lexical_class = choice(row, 0, classes);
        words_[row.cells[1]] |= static_cast<std::uint64_t>(lexical_class);
        word_borders_ = word_borders_ || lexical_class == LexicalClass::coda;
    }
}

void Language::load_stresses(const std::filesystem::path& path) {
    static constexpr std::array<std::pair<std::string_view, StressRole>, 2> roles{
        {{"stressed", StressRole::stressed}, {"mention", StressRole::mention}}};
    for (const auto& row : read_optional(path, 2, 2)) {
        stresses_[row.cells[1]] = choice(row, 0, roles);
    }
}

void Language::load_names(const std::filesystem::path& path) {
    for (auto& row : read_optional(path, 2, 2)) {
        const auto lexemes = split_lexemes(row.cells[0], number_marks_);
        auto& names = names_[std::string(lexemes.front().text)];
        note_opener(row.cells[0], LexicalClass::opens_stylised_name);
        names.push_back({std::move(row.cells[0]), std::move(row.cells[1])});
        std::stable_sort(names.begin(), names.end(), [](const StylisedName& left, const StylisedName& right) {
            return left.written.size() > right.written.size();
        });
    }
}

void Language::load_chord_qualities(const std::filesystem::path& path) {
    for (auto& row : read_optional(path, 2, 2)) {
        chord_qualities_.emplace_back(std::move(row.cells[0]), std::move(row.cells[1]));
    }
    std::stable_sort(
        chord_qualities_.begin(), chord_qualities_.end(),
        [](const auto& left, const auto& right) { return left.first.size() > right.first.size(); });
}

/// Marks the first piece of what is written, so that one look at a word tells which tables may know it.
void Language::note_opener(std::string_view written, LexicalClass lexical_class) {
    const auto lexemes = split_lexemes(written, number_marks_);
    words_[std::string(lexemes.front().text)] |= static_cast<std::uint64_t>(lexical_class);
}

void Language::load_numbers(const std::filesystem::path& folder) {
    const auto number = [](const DataRow& row) {
        std::uint64_t value = 0;
        const auto& cell = row.cells[0];
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc() || end != cell.data() + cell.size()) {
            throw Error(ErrorKind::usage, fmt::format("'{}' is not a number", cell), row.place);
        }
        return value;
    };
    for (const auto& row : read_optional(folder / "decades.tsv", 2, 2)) {
        decades_[static_cast<unsigned>(number(row))] = row.cells[1];
    }
    for (const auto& row : read_optional(folder / "parts.tsv", 3, 3)) {
        parts_[number(row)] = {row.cells[1], row.cells[2]};
    }
}

void Language::load_ordinal_endings(const std::filesystem::path& path) {
    static constexpr std::array<std::pair<std::string_view, OrdinalForm>, 4> forms{{
        {"usual", OrdinalForm::usual},
        {"feminine", OrdinalForm::feminine},
        {"plural", OrdinalForm::plural},
        {"old", OrdinalForm::old},
    }};
    for (auto& row : read_data_table(path, 2, 2)) {
        ordinal_endings_.emplace_back(std::move(row.cells[0]), choice(row, 1, forms));
    }
}

void Language::load_plural_rules(const std::filesystem::path& path) {
    for (auto& row : read_data_table(path, 2, 2)) {
        plural_rules_.push_back({row.cells[0].substr(1), std::move(row.cells[1])});
    }
}

namespace {

constexpr std::array<std::pair<std::string_view, Context>, 30> contexts{{
    {"anywhere", Context::anywhere},
    {"before-name", Context::before_name},
    {"before-number", Context::before_number},
    {"before-ordinal", Context::before_ordinal},
    {"before-year", Context::before_year},
    {"after-bracket", Context::after_bracket},
    {"after-number", Context::after_number},
    {"after-roman", Context::after_roman},
    {"after-ordinal", Context::after_ordinal},
    {"after-comma", Context::after_comma},
    {"after-name", Context::after_name},
    {"within-name", Context::within_name},
    {"french-title", Context::french_title},
    {"before-small", Context::before_small},
    {"before-place", Context::before_place},
    {"before-code", Context::before_code},
    {"in-credits", Context::in_credits},
    {"before-mark", Context::before_mark},
    {"in-brackets", Context::in_brackets},
    {"before-street", Context::before_street},
    {"after-modifier", Context::after_modifier},
    {"before-given-name", Context::before_given_name},
    {"after-source", Context::after_source},
    {"before-small-name", Context::before_small_name},
    {"after-small-name", Context::after_small_name},
    {"after-place", Context::after_place},
    {"before-wedding", Context::before_wedding},
    {"after-capital", Context::after_capital},
    {"before-of", Context::before_of},
    {"before-letter", Context::before_letter},
}};
constexpr std::array<std::pair<std::string_view, StopRole>, 3> stops{{
    {"inside", StopRole::inside},
    {"may-end", StopRole::before_starter},
    {"ends", StopRole::before_capital},
}};

} // namespace

void Language::load_abbreviations(const std::filesystem::path& path) {
    for (auto& row : read_optional(path, 5, 4)) {
        const bool bare = !row.cells[4].empty();
        if (bare && row.cells[4] != "bare") {
            throw Error(ErrorKind::usage, fmt::format("'{}' is not 'bare'", row.cells[4]), row.place);
        }
        if (row.cells[0].starts_with('-')) {
            abbreviation_endings_.push_back(row.cells[0]);
        } else {
            note_opener(row.cells[0], LexicalClass::opens_abbreviation);
        }
        abbreviations_[row.cells[0]].push_back(
            {row.cells[1], choice(row, 2, contexts), choice(row, 3, stops), bare});
    }
}

void Language::load_months(const std::filesystem::path& path) {
    const auto rows = read_data_table(path, 4, 1);
    if (rows.size() != months_in_year) {
        throw Error(ErrorKind::usage, "a year has twelve months, one per line", {path.string(), 0});
    }
    for (const auto& row : rows) {
        month_names_.push_back(row.cells[0]);
        for (const auto& written : row.cells) {
            for (const auto& variant :
                 {written, to_ascii_case(written, false), to_ascii_case(written, true)}) {
                if (!variant.empty()) {
                    months_[variant] = static_cast<unsigned>(month_names_.size());
                    note_opener(variant, LexicalClass::month);
                }
            }
        }
    }
}

void Language::load_units(const std::filesystem::path& path) {
    for (auto& row : read_optional(path, 3, 2)) {
        units_[row.cells[0]] = {row.cells[1], row.cells[2].empty() ? row.cells[1] : row.cells[2]};
    }
}

void Language::load_currencies(const std::filesystem::path& path) {
    for (auto& row : read_optional(path, 5, 3)) {
        note_opener(row.cells[0], LexicalClass::opens_currency);
        currencies_[row.cells[0]] = {{row.cells[1], row.cells[2]}, {row.cells[3], row.cells[4]}};
    }
}

} // namespace recital
