// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include "base/data_table.h"

#include <fmt/format.h>

#include <array>
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
    throw Error(ErrorKind::usage, fmt::format("'{}' is none of: {}", row.cells[column], known), row.place);
}

std::filesystem::path language_folder(const std::filesystem::path& folder, std::string_view tag) {
    auto path = folder / tag.substr(0, tag.find('-'));
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
        throw Error(ErrorKind::usage, fmt::format("the language '{}' is not known", tag), {path.string(), 0});
    }
    return path;
}

} // namespace

Language::Language(const std::filesystem::path& folder, std::string_view tag)
    : tag_(tag), phrases_([&] {
          Table<std::string> phrases;
          read_pairs(language_folder(folder, tag) / "phrases.tsv", phrases);
          return phrases;
      }()),
      numbers_(tag, {std::string(phrase("rules cardinal")), std::string(phrase("rules ordinal")),
                     std::string(phrase("rules year"))}) {
    const auto path = language_folder(folder, tag);
    load_abbreviations(path / "abbreviations.tsv");
    load_months(path / "months.tsv");
    load_units(path / "units.tsv");
    load_currencies(path / "currencies.tsv");
    read_pairs(path / "symbols.tsv", symbols_);
    read_pairs(path / "stylised_names.tsv", names_);
    load_words(path);
}

void Language::load_words(const std::filesystem::path& folder) {
    static constexpr std::array<std::pair<std::string_view, WordClass>, 12> classes{{
        {"sentence_starter", WordClass::sentence_starter},
        {"ruler_name", WordClass::ruler_name},
        {"numbered_thing", WordClass::numbered_thing},
        {"magnitude", WordClass::magnitude},
        {"catalogue", WordClass::catalogue},
        {"speech_verb", WordClass::speech_verb},
        {"preposition", WordClass::preposition},
        {"exclamation_name", WordClass::exclamation_name},
        {"acronym", WordClass::acronym},
        {"musical_form", WordClass::musical_form},
        {"count_noun", WordClass::count_noun},
        {"conjunction", WordClass::conjunction},
    }};
    for (const auto& row : read_optional(folder / "words.tsv", 2, 2)) {
        words_[row.cells[1]] |= static_cast<std::uint32_t>(choice(row, 0, classes));
    }
}

void Language::load_abbreviations(const std::filesystem::path& path) {
    static constexpr std::array<std::pair<std::string_view, Context>, 5> contexts{{
        {"anywhere", Context::anywhere},
        {"before-name", Context::before_name},
        {"before-number", Context::before_number},
        {"after-number", Context::after_number},
        {"after-name", Context::after_name},
    }};
    static constexpr std::array<std::pair<std::string_view, bool>, 2> endings{
        {{"inside", false}, {"may-end", true}}};
    for (auto& row : read_optional(path, 4, 4)) {
        abbreviations_[row.cells[0]].push_back(
            {row.cells[1], choice(row, 2, contexts), choice(row, 3, endings)});
    }
}

void Language::load_months(const std::filesystem::path& path) {
    const auto rows = read_data_table(path, 4, 1);
    if (rows.size() != months_in_year) {
        throw Error(ErrorKind::usage, "a year has twelve months, one a line", {path.string(), 0});
    }
    for (const auto& row : rows) {
        month_names_.push_back(row.cells[0]);
        for (const auto& written : row.cells) {
            if (!written.empty()) {
                months_[written] = static_cast<unsigned>(month_names_.size());
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
        currencies_[row.cells[0]] = {{row.cells[1], row.cells[2]}, {row.cells[3], row.cells[4]}};
    }
}

std::span<const Abbreviation> Language::abbreviations(std::string_view word) const {
    const auto found = abbreviations_.find(word);
    return found == abbreviations_.end() ? std::span<const Abbreviation>{} : found->second;
}

bool Language::is(std::string_view word, WordClass word_class) const {
    const auto found = words_.find(word);
    return found != words_.end() && (found->second & static_cast<std::uint32_t>(word_class)) != 0;
}

unsigned Language::month(std::string_view word) const {
    const auto found = months_.find(word);
    return found == months_.end() ? 0 : found->second;
}

const Unit* Language::unit(std::string_view symbol) const {
    const auto found = units_.find(symbol);
    return found == units_.end() ? nullptr : &found->second;
}

const Currency* Language::currency(std::string_view symbol) const {
    const auto found = currencies_.find(symbol);
    return found == currencies_.end() ? nullptr : &found->second;
}

std::string_view Language::symbol(std::string_view symbol) const {
    const auto found = symbols_.find(symbol);
    return found == symbols_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view Language::stylised_name(std::string_view written) const {
    const auto found = names_.find(written);
    return found == names_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view Language::phrase(std::string_view key) const {
    const auto found = phrases_.find(key);
    if (found == phrases_.end()) {
        throw Error(ErrorKind::usage,
                    fmt::format("phrases.tsv of the language '{}' has no entry '{}'", tag_, key));
    }
    return found->second;
}

} // namespace recital
