// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/word_classes.h"

#include "base/data_table.h"
#include "base/strings.h"
#include "text/language/diacritic_folding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace recital {

namespace {

/// In the order of BuiltInClass.
constexpr std::array<std::string_view, 7> built_in_class_names = {"PAUSE", "FIRST",      "CAPITAL", "NAME",
                                                                  "S",     "POSSESSIVE", "ALONE"};
constexpr std::size_t max_classes = 64;

} // namespace

WordClasses::WordClasses(const std::filesystem::path& folder)
    : names_(built_in_class_names.begin(), built_in_class_names.end()) {
    read_words(folder / "classes.tsv");
    read_open_words(folder / "open_words.tsv");
    read_endings(folder / "endings.tsv");
}

WordClassSet WordClasses::declare(std::string_view name, const SourcePlace& place) {
    const auto known = std::find(names_.begin(), names_.end(), name);
    const auto bit = static_cast<std::size_t>(known - names_.begin());
    if (known == names_.end()) {
        if (names_.size() == max_classes) {
            throw Error(ErrorKind::usage, fmt::format("there may be at most {} classes", max_classes), place);
        }
        names_.emplace_back(name);
    }
    return WordClassSet{1} << bit;
}

/// Names of classes separated by "|".
WordClassSet WordClasses::declare_all(std::string_view names, const SourcePlace& place) {
    WordClassSet classes = 0;
    for (const std::string_view name : split(names, '|')) {
        classes |= declare(name, place);
    }
    return classes;
}

WordClassSet WordClasses::named(std::string_view name, const SourcePlace& place) const {
    const auto known = std::find(names_.begin(), names_.end(), name);
    if (known == names_.end()) {
        throw Error(ErrorKind::usage, fmt::format("there is no class '{}' in classes.tsv", name), place);
    }
    return WordClassSet{1} << static_cast<std::size_t>(known - names_.begin());
}

void WordClasses::read_words(const std::filesystem::path& path) {
    for_each_data_row(path, 2, 2, [this](DataRow&& row) {
        const WordClassSet classes = declare_all(row.cells[0], row.place);
        for (const std::string_view word : split(row.cells[1], ' ')) {
            words_[folded_hash(word)] |= classes;
        }
    });
}

/// Common words; those of `classes.tsv` stay as they are.
void WordClasses::read_open_words(const std::filesystem::path& path) {
    constexpr std::size_t usual_words = 10000;
    words_.reserve(usual_words);
    for_each_data_row(path, 2, 2, [this](DataRow&& row) {
        const WordClassSet classes = declare_all(row.cells[0], row.place);
        for (const std::string_view word : split(row.cells[1], ' ')) {
            words_.try_emplace(folded_hash(word), classes);
        }
    });
}

void WordClasses::read_endings(const std::filesystem::path& path) {
    constexpr std::size_t columns = 4;
    for_each_data_row(path, columns, columns, [this](DataRow&& row) {
        Ending ending{row.cells[0], row.cells[1] == "-" ? "" : row.cells[1], 0,
                      declare(row.cells[3], row.place)};
        if (row.cells[2] != "-") {
            ending.stem = named(row.cells[2], row.place);
        }
        endings_.push_back(std::move(ending));
    });
}

WordClassSet WordClasses::listed(std::string_view word) const {
    const auto found = words_.find(folded_hash(word));
    return found == words_.end() ? 0 : found->second;
}

WordClassSet WordClasses::of(std::string_view word) const {
    constexpr std::size_t min_stem = 2;
    WordClassSet classes = listed(word);
    const bool is_listed = classes != 0;
    if (word.size() <= min_stem) {
        return classes;
    }
    const std::string folded = fold_letters(word);
    for (const Ending& ending : endings_) {
        const bool may_add = ending.stem != 0 || classes == 0;
        if (!may_add || ending.text.back() != folded.back() ||
            folded.size() < ending.text.size() + min_stem || !folded.ends_with(ending.text)) {
            continue;
        }
        if (ending.stem == 0) {
            classes = is_listed ? classes : ending.word_class;
        } else if ((listed(folded.substr(0, folded.size() - ending.text.size()) + ending.stem_end) &
                    ending.stem) != 0) {
            classes |= ending.word_class;
        }
    }
    return classes;
}

} // namespace recital
